// What several doings of this room end or begin with.
#pragma once
#include "access/acts.h"
#include "access/log_in.h"

namespace frist::access {

// Opens a session for the person and writes the act. Inside change().
Result<NewSession> open_session(const Porter& porter, const PersonRow& person, std::string_view device,
                                bool second_factor, const std::string& act, Instant now);

// What follows upon the first step of coming in: a session, or a ticket for who has a second factor. Inside change().
Result<Entered> let_in(const Porter& porter, const PersonRow& person, std::string_view device, Instant now);

// Error access.denied when a key asks: what is a person's own is not a program's.
Outcome only_a_person(const Who& who);
// The row of the person who asks. Error access.session when the person was removed meanwhile.
Result<PersonRow> row_of(const Porter& porter, const Who& who);
// The person gives the password once more. Errors access.denied, access.login, access.wait.
Result<PersonRow> confirm_password(const Porter& porter, const Who& who, std::string_view password, Instant now);

// Errors person.name (1 to 100 bytes, one line), person.language.
Outcome check_name(std::string_view name);
Outcome check_language(std::string_view language);

// Whether `who` may change this person as it is, and the row. Errors person.unknown when not all of its creditors are
// seen, access.denied when its role is above the own.
Result<PersonRow> one_to_manage(const Porter& porter, const Who& who, Id person);

// What a person may, by role, creditors and mandates. Errors store.*.
Result<Who> who_of(const Porter& porter, const PersonRow& row);
// A key acts for its person, with no more than its own creditors and scopes.
void narrow(Who& who, const KeyRow& key);
// Whether all creditors of this person are seen by `who`: those of the person's own office as the own office's, those by
// mandate by the same mandate. Who sees every creditor sees everybody.
Result<bool> sees_all_of(const Porter& porter, const Who& who, const PersonRow& row);
// The person works by this mandate no longer; with the last one it ends. Inside change().
Outcome take_out(const Porter& porter, const Who& who, Id mandate, Id person, Instant now);

// A code as people type and paste it: blanks and hyphens in between, capital letters.
std::string tidied(std::string_view code);

Error wrong_login();

}  // namespace frist::access
