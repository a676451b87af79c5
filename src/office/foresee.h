// What would follow if something were done with a case today, tried on a copy: what it adds to the debt or gives up, and what
// comes next. Nothing is stored.
#pragma once
#include "cases/command.h"
#include "office/answer_case.h"
#include "rules/balance.h"
#include "rules/next.h"

namespace frist::office {

struct Foreseen {
    std::optional<Error> refused;             // why it may not be done; then there is nothing else
    rules::Balance before;                    // at the end of today
    rules::Balance after;
    std::optional<rules::Upcoming> next;      // what would come next
    std::vector<rules::CostRow> costs;        // what the debtor would owe besides, each row as it would be booked
    cases::Case then;                         // the case as it would be
    cases::Because because;                   // each reason once
};

// `command` for the case as it stands, on `desk.today`. Errors law.*.
Result<Foreseen> foresee(const Desk& desk, const cases::Case& c, const cases::Command& command);

}  // namespace frist::office
