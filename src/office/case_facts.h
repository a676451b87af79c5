// What the letters about a case have in common: who writes to whom, and every sum with its rows on one day.
#pragma once
#include "letters/texts.h"
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

// The wordings the program was built with.
Result<const letters::Texts*> own_texts();

// The same with what this creditor has adapted. Errors of Texts::adapted: the law may have changed since.
Result<letters::Texts> texts_of(const CreditorRecord& creditor);

letters::Kind letter_kind(cases::StepKind kind);

struct FactsWish {
    Date day;                            // of the sums and of the letter
    std::optional<int> but;              // a letter that is not told of as sent: the one that is being written
    std::optional<Date> deadline;
    int number = 0;                      // of the letter within the case, for Posten's code
    bool whole_payments = false;         // with what was overpaid
};

// Kind, enforcement notice, next step and particulars are left to the caller. Errors letter.address, letter.agency,
// store.*, law.*.
Result<letters::Facts> case_facts(const Desk& desk, const CreditorRecord& creditor, const cases::Case& c, const FactsWish& wish);

}  // namespace frist::office
