// Keys for programs: "frist_" and 32 characters by chance, then 4 that check the others. A key acts for the person who
// made it, never for more than that person may, and narrowed to its scopes and creditors.
#pragma once
#include "access/ports.h"

namespace frist::access {

struct KeyWish {
    std::string name;
    std::vector<Scope> scopes;
    Reach reach;
    std::optional<Instant> ends;
};

struct NewKey {
    Id key = 0;
    std::string secret;  // told once
    std::string shown;   // its beginning, to know it by
};
// Errors access.denied, key.name, key.scopes (none), access.reach (beyond the own), key.ends (not later than now).
Result<NewKey> make_key(const Porter& porter, const Who& who, const KeyWish& wish, Instant now);

struct KeySeen {
    Id key = 0;
    Id person = 0;
    std::string name;
    std::string shown;
    std::vector<Scope> scopes;
    Reach reach;
    Instant made;
    std::optional<Instant> ends;
    std::optional<Date> last_used;
    std::optional<Instant> revoked;
};
// The own ones; with manage_keys also those of the people one may manage. Error access.denied.
Result<std::vector<KeySeen>> keys(const Porter& porter, const Who& who);
// Errors access.denied, key.unknown.
Outcome revoke_key(const Porter& porter, const Who& who, Id key, Instant now);

// Whether it looks like a key and its last characters fit: told before the database is asked.
bool looks_like_key(std::string_view text);

}  // namespace frist::access
