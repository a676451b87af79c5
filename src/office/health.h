// What is not well with an installation, as far as its rows and the law tables tell: what `frist doctor` says, beside what it
// finds on the machine. Nothing here is changed.
#pragma once
#include "law/book.h"
#include "office/answer_case.h"

namespace frist::office {

struct Finding {
    Error what;             // place, what is wrong, what to do
    std::string why;        // what it would come to
};

// Rates and periods that run out within sixty days of `today` or have run out during the last year, and a law that nobody has
// confirmed for so long.
std::vector<Finding> law_findings(const law::Book& book, Date confirmed_until, Date today);

// Of one creditor: its account, the references agreed with its bank, nights that were missed. Errors store.*.
Result<std::vector<Finding>> creditor_findings(const Desk& desk, const CreditorRow& row);

}  // namespace frist::office
