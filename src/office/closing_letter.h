// The letter that says how a case ended: of a person's asking (documents.h), or since a demanded claim was withdrawn.
#pragma once
#include "letters/facts.h"
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

// What it says of a closed case: how it ended, what was written off, what is owed back, and to which account
// (`refund_account`: eleven digits; empty when nobody has told it). `letter` is its number in the case when it leaves by itself,
// else 0. Errors document.state (the case is open, or its claims
// went on in another), and those of case_facts.
Result<letters::Facts> closing_facts(const Desk& desk, const CreditorRecord& creditor, const cases::Case& c, const std::string& refund_account, int letter = 0);

}  // namespace frist::office
