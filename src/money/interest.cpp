#include "money/interest.h"

#include "base/pch.h"

namespace frist {

Days days_in_leap_years(Period days) {
    if (days.to <= days.from) return Days{0};
    std::int32_t count = 0;
    const int last = days.to.previous().year();
    for (int year = days.from.year(); year <= last; ++year) {
        if (!is_leap_year(year)) continue;
        const Date start = std::max(days.from, Date::of(year, 1, 1));
        const Date end = std::min(days.to, Date::of(year + 1, 1, 1));
        count += (end - start).count;
    }
    return Days{count};
}

Money simple_interest(Money base, Rate rate, Period days) {
    const std::int32_t leap = days_in_leap_years(days).count;
    const std::int32_t common = days.length().count - leap;
    // base × rate × (common/365 + leap/366), brought to one denominator.
    const Wide weight = Wide{common} * 366 + Wide{leap} * 365;
    const Wide numerator = Wide{base.minor()} * rate.millionths() * weight;
    return {divide_half_up(numerator, Wide{1'000'000} * 365 * 366), base.currency()};
}

Result<std::vector<InterestRow>> interest_rows(Money base, Period days, std::span<const RateSpan> rates) {
    std::vector<InterestRow> rows;
    if (days.to <= days.from || base.zero()) return rows;
    rows.reserve(4);   // most claims are two years old at most
    Date at = days.from;
    auto span = std::upper_bound(rates.begin(), rates.end(), at,
                                 [](Date day, const RateSpan& s) { return day < s.days.to; });
    while (at < days.to) {
        if (span == rates.end() || span->days.from > at)
            return Error{"interest.rate_missing", "", "no interest rate is known for " + text(at),
                         "Add the rate with its source to the law tables; nothing is computed with an older one."};
        const Date until = std::min(days.to, span->days.to);
        if (!rows.empty() && rows.back().rate == span->rate)
            rows.back().days.to = until;
        else
            rows.push_back({{at, until}, span->rate, base, Money(0, base.currency())});
        at = until;
        ++span;
    }
    for (InterestRow& row : rows) row.amount = simple_interest(row.base, row.rate, row.days);
    return rows;
}

}  // namespace frist
