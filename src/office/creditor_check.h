// Whether a creditor's record can stand on letters.
#pragma once
#include "office/people.h"

namespace frist::office {

// Brings numbers into the one spelling that is kept, and says what is wrong by the name of its field as the record writes
// it: org_number.*, account.*, creditor.name, creditor.account, creditor.postal_code, creditor.email, creditor.language,
// creditor.agency, creditor.kid_length, course.unknown. `courses`: the names a course of the settings may have.
Outcome settle_creditor(CreditorRecord& record, const std::vector<std::string>& courses);

}  // namespace frist::office
