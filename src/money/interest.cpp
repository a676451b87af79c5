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

namespace {

// Hands out each stretch of days with one rate, in order; neighbouring spans with an equal rate are one.
template <class See>
Outcome each_stretch(Money base, Period days, std::span<const RateSpan> rates, const See& see) {
    if (days.to <= days.from || base.zero()) return done;
    auto span = std::upper_bound(rates.begin(), rates.end(), days.from,
                                 [](Date day, const RateSpan& s) { return day < s.days.to; });
    Period stretch{days.from, days.from};
    Rate rate;
    while (stretch.to < days.to) {
        if (span == rates.end() || span->days.from > stretch.to)
            return Error{"interest.rate_missing", "", "no interest rate is known for " + text(stretch.to),
                         "Add the rate with its source to the law tables; nothing is computed with an older one."};
        if (stretch.to > stretch.from && span->rate != rate) {
            see(stretch, rate);
            stretch.from = stretch.to;
        }
        rate = span->rate;
        stretch.to = std::min(days.to, span->days.to);
        ++span;
    }
    see(stretch, rate);
    return done;
}

}  // namespace

Result<std::vector<InterestRow>> interest_rows(Money base, Period days, std::span<const RateSpan> rates) {
    std::vector<InterestRow> rows;
    rows.reserve(4);  // most claims are two years old at most
    FRIST_TRY_DONE(each_stretch(base, days, rates, [&](Period stretch, Rate rate) {
        rows.push_back({stretch, rate, base, simple_interest(base, rate, stretch)});
    }));
    return rows;
}

Result<Money> interest_sum(Money base, Period days, std::span<const RateSpan> rates) {
    Money sum(0, base.currency());
    FRIST_TRY_DONE(each_stretch(base, days, rates,
                                [&](Period stretch, Rate rate) { sum += simple_interest(base, rate, stretch); }));
    return sum;
}

}  // namespace frist
