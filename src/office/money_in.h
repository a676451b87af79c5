// What came in: payments by the day on which they were told here. The cost grows with the payments of those days.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

struct MoneyIn {
    Money paid;
    int payments = 0;
};

// Both days included. Errors store.*, event.unknown.
Result<MoneyIn> money_in(const Desk& desk, Date from, Date to);

}  // namespace frist::office
