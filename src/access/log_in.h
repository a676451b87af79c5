// Coming in. The password first; when the person has a second factor, its code with a ticket that lives five minutes.
// Who fails waits longer each time, by e-mail and by address, and is never told whether there is such a person.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds ticket_life = minutes(5);

struct Attempt {
    std::string_view email;
    std::string_view password;
    std::string_view address;  // the network address; only its SHA-256 is kept
    std::string_view device;   // what the browser calls itself; kept, 120 bytes of it
};

// A session just opened. The token goes to the browser and is kept nowhere else.
struct NewSession {
    std::string token;  // 43 characters of A-Z a-z 0-9 - _
    Id session = 0;
    Id person = 0;
    Instant ends;  // at the latest
};

// Either a session, or a ticket for the second factor.
struct Entered {
    std::optional<NewSession> session;
    std::string ticket;  // empty when there is a session
};

// Errors access.login (e-mail or password), access.wait (the remedy says how many seconds; wait_seconds reads it).
Result<Entered> log_in(const Porter& porter, const Attempt& attempt, Instant now);

struct SecondStep {
    std::string_view ticket;
    std::string_view code;  // six digits, or a recovery code
    std::string_view address;
    std::string_view device;
};

// Errors access.ticket (ended, unknown or used), access.code, access.wait.
Result<NewSession> log_in_with_code(const Porter& porter, const SecondStep& step, Instant now);

// Ends the session; one that has ended is not told.
Outcome log_out(const Porter& porter, std::string_view token, Instant now);

// The seconds that an error access.wait asks for: Retry-After. Nothing for other errors.
std::optional<Seconds> wait_seconds(const Error& error);

}  // namespace frist::access
