// The second factor: codes of six digits by time (RFC 6238, SHA-1, 30 seconds), and ten recovery codes for the day the
// telephone is lost. A code works once, also the one before and the one after now.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::int64_t step_seconds = 30;
inline constexpr int window_steps = 1;
inline constexpr int recovery_code_count = 10;

// What an app shows in the step of `at`; `secret` is bytes. Digits 6 to 8.
std::string code_at(std::string_view secret, Instant at, int digits = 6);
// The step whose code this is, of those in the window that are later than `last_step`.
std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, std::int64_t last_step,
                                    Instant now);

struct Enrolment {
    std::string secret;  // base32, for typing
    std::string uri;     // otpauth://totp/…, for the picture
};
// Makes a secret for the person; nothing is asked for until confirm_factor. Errors access.login (password),
// access.wait, factor.known (there is one that was confirmed), access.denied for a key.
Result<Enrolment> begin_factor(const Porter& porter, const Who& who, std::string_view password, Instant now);
// The first code: from now on it is asked for, and all other sessions end. Gives the ten recovery codes, once. Errors
// access.code, access.wait, factor.none, factor.known.
Result<std::vector<std::string>> confirm_factor(const Porter& porter, const Who& who, std::string_view code,
                                                Instant now);
// Ten new recovery codes instead of the old ones. Errors access.login (password), access.wait, factor.none.
Result<std::vector<std::string>> new_recovery_codes(const Porter& porter, const Who& who, std::string_view password,
                                                    Instant now);
// Errors access.login (password), access.wait, factor.none.
Outcome drop_factor(const Porter& porter, const Who& who, std::string_view password, Instant now);

// Whether everybody must have a second factor here, by codes or a passkey; who has none can do nothing but set one up.
Result<bool> factor_required(Store& store);
Outcome require_factor(Store& store, bool required);

struct FactorState {
    bool on = false;
    std::int64_t recovery_codes = 0;  // left
};
Result<FactorState> my_factor(const Porter& porter, const Who& who);

}  // namespace frist::access
