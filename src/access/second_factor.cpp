#include "access/second_factor.h"

#include "access/opening.h"
#include "access/recovery_codes.h"
#include "access/secrets.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"

#include <liboath/oath.h>

namespace frist::access {
namespace {

constexpr std::size_t secret_size = 20;       // bytes, as RFC 4226 advises
constexpr std::size_t recovery_letters = 24;  // 118 bits: enough that a plain SHA-256 cannot be tried through
constexpr std::size_t recovery_group = 4;

std::string base32(std::string_view bytes) {
    char* made = nullptr;
    std::size_t size = 0;
    FRIST_CHECK(oath_base32_encode(bytes.data(), bytes.size(), &made, &size) == OATH_OK);
    std::string text(made, size);
    std::free(made);  // NOLINT: liboath's own
    while (text.ends_with('=')) text.pop_back();
    return text;
}

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                           c == '-' || c == '_';
        if (plain)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::string uri_of(const std::string& secret, const std::string& email) {
    return fmt::format("otpauth://totp/Frist:{}?secret={}&issuer=Frist&algorithm=SHA1&digits=6&period={}",
                       percent_encoded(email), secret, step_seconds);
}

Error no_factor() {
    return {"factor.none", "", "there is no second factor", "Begin one first."};
}
Error known_factor() {
    return {"factor.known", "", "there is a second factor already", "Take it away first."};
}

Outcome told(const Porter& porter, const Who& who, const std::string& what, Instant now) {
    return write_act(porter, who, {what, std::nullopt, fmt::format("person {}", who.person)}, now);
}

}  // namespace

Result<std::vector<std::string>> give_recovery_codes(const Porter& porter, Id person) {
    std::vector<std::string> shown;
    std::vector<std::string> hashes;
    for (int i = 0; i < recovery_code_count; ++i) {
        std::string code = chance_text(porter.random, readable, recovery_letters);
        hashes.push_back(sha256(code));
        for (std::size_t at = recovery_letters - recovery_group; at > 0; at -= recovery_group) code.insert(at, "-");
        shown.push_back(std::move(code));
    }
    FRIST_TRY_DONE(porter.store.put_recovery_codes(person, hashes));
    return shown;
}

std::string code_at(std::string_view secret, Instant at, int digits) {
    static const bool ready = oath_init() == OATH_OK;
    FRIST_CHECK(ready && digits >= 6 && digits <= 8);
    std::array<char, 9> code{};
    const int made = oath_totp_generate(secret.data(), secret.size(), static_cast<std::time_t>(at.second), step_seconds,
                                        0, static_cast<unsigned>(digits), code.data());
    FRIST_CHECK(made == OATH_OK);
    return {code.data(), static_cast<std::size_t>(digits)};
}

std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, std::int64_t last_step,
                                    Instant now) {
    const std::int64_t current = now.second / step_seconds;
    for (std::int64_t step = current - window_steps; step <= current + window_steps; ++step)
        if (step > last_step && same(code_at(secret, {step * step_seconds}), code)) return step;
    return std::nullopt;
}

Result<Enrolment> begin_factor(const Porter& porter, const Who& who, std::string_view password, Instant now) {
    FRIST_TRY(const PersonRow person, confirm_password(porter, who, password, now));
    const std::string secret = chance_bytes(porter.random, secret_size);
    const FactorRow begun{who.person, seal(porter.seal, who.person, secret, porter.random), false, 0};
    return kept(porter.store, [&]() -> Result<Enrolment> {
        FRIST_TRY(const std::optional<FactorRow> there, porter.store.factor(who.person));
        if (there && there->confirmed) return known_factor();
        FRIST_TRY_DONE(porter.store.put_factor(begun));
        const std::string typed = base32(secret);
        return Enrolment{typed, uri_of(typed, person.email)};
    });
}

Result<std::vector<std::string>> confirm_factor(const Porter& porter, const Who& who, std::string_view code,
                                                Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    const Meter meter = Meter::of_code(who.person);
    FRIST_TRY_DONE(begin_attempt(porter.store, {meter}, now));
    return kept(porter.store, [&]() -> Result<std::vector<std::string>> {
        FRIST_TRY(std::optional<FactorRow> factor, porter.store.factor(who.person));
        if (!factor) return no_factor();
        if (factor->confirmed) return known_factor();
        FRIST_TRY(const std::string secret, unseal(porter.seal, who.person, factor->secret));
        const std::optional<std::int64_t> step = step_of(secret, code, factor->last_step, now);
        if (!step)
            return Error{"access.code", "code", "this code is not right",
                         "Wait for the next code of the app. The clocks of the telephone and this server must agree."};
        factor->confirmed = true;
        factor->last_step = *step;
        FRIST_TRY_DONE(porter.store.put_factor(*factor));
        FRIST_TRY(std::vector<std::string> codes, give_recovery_codes(porter, who.person));
        FRIST_TRY_DONE(porter.store.drop_sessions(who.person, who.session));
        FRIST_TRY_DONE(porter.store.session_proved(who.session));
        FRIST_TRY_DONE(forget_failures(porter.store, meter, now));
        FRIST_TRY_DONE(told(porter, who, "factor-add", now));
        return codes;
    });
}

Result<std::vector<std::string>> new_recovery_codes(const Porter& porter, const Who& who, std::string_view password,
                                                    Instant now) {
    FRIST_TRY(const PersonRow person, confirm_password(porter, who, password, now));
    return kept(porter.store, [&]() -> Result<std::vector<std::string>> {
        FRIST_TRY(const std::optional<FactorRow> factor, porter.store.factor(person.id));
        if (!factor || !factor->confirmed) return no_factor();
        FRIST_TRY(std::vector<std::string> codes, give_recovery_codes(porter, person.id));
        FRIST_TRY_DONE(told(porter, who, "recovery-codes-new", now));
        return codes;
    });
}

Outcome drop_factor(const Porter& porter, const Who& who, std::string_view password, Instant now) {
    FRIST_TRY(const PersonRow person, confirm_password(porter, who, password, now));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const std::optional<FactorRow> factor, porter.store.factor(person.id));
        if (!factor) return no_factor();
        FRIST_TRY_DONE(porter.store.drop_factor(person.id));
        return told(porter, who, "factor-drop", now);
    });
}

Result<FactorState> my_factor(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY(const std::optional<FactorRow> factor, porter.store.factor(who.person));
    FRIST_TRY(const std::int64_t left, porter.store.recovery_codes(who.person));
    return FactorState{factor && factor->confirmed, left};
}

Result<bool> factor_required(Store& store) {
    FRIST_TRY(const std::string value, store.site("second_factor"));
    return value == "required";
}

Outcome require_factor(Store& store, bool required) {
    return store.change([&] { return store.put_site("second_factor", required ? "required" : ""); });
}

}  // namespace frist::access
