// Who is asking: by the token of a session or by a key. A session ends 12 hours after it was last used and 7 days after
// it was opened.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds idle_life = hours(12);
inline constexpr Seconds session_life = days(7);

// Error access.session: unknown, ended, or of a person who was removed.
Result<Who> who_of_session(const Porter& porter, std::string_view token, Instant now);
// Error access.key: unknown, mistyped, ended, revoked, or of a person who was removed. The rights are the person's
// today, narrowed by the key's creditors and scopes.
Result<Who> who_of_key(const Porter& porter, std::string_view key, Instant now);

struct SessionSeen {
    Id session = 0;
    std::string device;
    Instant made;
    Instant seen;
    bool second_factor = false;
    bool this_one = false;
};
// The person's own that have not ended, newest first.
Result<std::vector<SessionSeen>> my_sessions(const Porter& porter, const Who& who, Instant now);
// Errors session.unknown for one that is not the person's own or has ended; access.denied for a key.
Outcome end_session(const Porter& porter, const Who& who, Id session, Instant now);
Outcome end_other_sessions(const Porter& porter, const Who& who, Instant now);

// Of another person, by who manages people. Errors access.denied, person.unknown.
Outcome end_sessions_of(const Porter& porter, const Who& who, Id person, Instant now);

// Takes away what no longer opens anything. Once a night.
Outcome forget_ended(const Porter& porter, Instant now);

}  // namespace frist::access
