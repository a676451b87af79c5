// Simple interest over changing rates, exact until the one rounding of each stated row.
// The basis is actual days over the actual days of each calendar year (365, in leap years 366).
#pragma once
#include "base/date.h"
#include "money/rate.h"

#include <span>
#include <vector>

namespace frist {

// One stretch of days with one rate; `days` is half-open and spans must be sorted and not overlap.
struct RateSpan {
    Period days;
    Rate rate;
};

// A row a letter can show: base × rate × days, rounded half up to the minor unit.
struct InterestRow {
    Period days;
    Rate rate;
    Money base;
    Money amount;
    bool operator==(const InterestRow&) const = default;
};

// Interest of `base` at one rate over half-open `days`, rounded half up to the minor unit.
Money simple_interest(Money base, Rate rate, Period days);

// The rows of an unchanged balance: split where the rate changes value, and nowhere else. Neighbouring
// spans with an equal rate make one row. Error interest.rate_missing, with the first day not covered.
Result<std::vector<InterestRow>> interest_rows(Money base, Period days, std::span<const RateSpan> rates);

// What these rows add up to, without making them. Error interest.rate_missing.
Result<Money> interest_sum(Money base, Period days, std::span<const RateSpan> rates);

// How many of the days lie in leap years.
Days days_in_leap_years(Period days);

}  // namespace frist
