// What is owed, counted a second time by other means: each day by itself with its rate from the printed table,
// and no code of rules/. verify holds the two against each other.
#pragma once
#include "cases/case.h"
#include "law/book.h"

namespace frist::office {

struct Recount {
    Money principal;
    Money interest;
    Money fees;        // the creditor's own fees that stand and what filing cost, before what was paid of costs
};

// Whether a row of costs of this kind (rules::CostRow) is one that the second count sees.
bool counted_anew(std::string_view kind);

// As of the end of `day`, before anything a closing wrote off. Error recount.rate with the day.
Result<Recount> recount(const cases::Case& c, Date day, const law::Book& book);

}  // namespace frist::office
