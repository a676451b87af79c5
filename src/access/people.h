// The people of the office: who there is, what each may do, and the own account. The last owner stays an owner.
#pragma once
#include "access/ports.h"

namespace frist::access {

// Lower case, without blanks around it. Error person.email.
Result<std::string> normal_email(std::string_view email);

// Without the hash of the password.
struct Person {
    Id id = 0;
    std::int64_t version = 0;
    std::string email;
    std::string name;
    std::string language;
    Role role = Role::client;
    Reach reach;                  // all creditors, by mandate too
    std::vector<Id> by_mandate;   // those of them that are another office's, rising
    bool second_factor = false;
    Instant made;
};

// Those whose creditors `who` sees all of, by id; removed ones are not told. Error access.denied.
Result<std::vector<Person>> people(const Porter& porter, const Who& who);
// One of these, or oneself. Errors person.unknown, access.denied.
Result<Person> person(const Porter& porter, const Who& who, Id id);
// Names for the log, also of removed persons: only ids that `who` may see, or oneself. Unknown ids are left out.
Result<std::vector<std::pair<Id, std::string>>> names(const Porter& porter, const Who& who, const std::vector<Id>& ids);

struct NewRights {
    Id person = 0;
    std::int64_t version = 0;  // that was read: If-Match
    Role role = Role::client;
    Reach reach;
};
// A creditor that `who` or the person has by mandate is given, or taken, by that mandate; the others become the person's own.
// Keys of the person are narrowed with it. Errors access.denied, person.unknown, access.reach, access.last_owner,
// store.conflict.
Outcome set_rights(const Porter& porter, const Who& who, const NewRights& rights, Instant now);
// A creditor that `who` has just made is seen by them. Inside change(). Errors store.*.
Outcome see_new_creditor(const Porter& porter, const Who& who, Id creditor);
// A creditor that is no more is nobody's: its number may be given to another one. Inside change(). Errors store.*.
Outcome forget_creditor(const Porter& porter, Id creditor);
// Ends the person's sessions, keys and links. Errors access.denied, person.unknown, access.last_owner, store.conflict.
Outcome remove_person(const Porter& porter, const Who& who, Id person, std::int64_t version, Instant now);
// For a person who has lost the telephone and the recovery codes; their sessions end. Errors access.denied,
// person.unknown.
Outcome drop_factor_of(const Porter& porter, const Who& who, Id person, Instant now);

struct OwnAccount {
    std::int64_t version = 0;
    std::string name;
    std::string language;
};
// Errors person.name, person.language, store.conflict, access.denied for a key.
Outcome set_own_account(const Porter& porter, const Who& who, const OwnAccount& account, Instant now);
// All other sessions end. Errors access.login (the old one), access.wait, password.*, access.denied for a key.
Outcome change_password(const Porter& porter, const Who& who, std::string_view old_password,
                        std::string_view new_password, Instant now);

}  // namespace frist::access
