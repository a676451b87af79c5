#include "rules/balance.h"

#include "base/pch.h"

namespace frist::rules {
namespace {

// Payments up to the end of `day`, in the order in which they took effect.
std::vector<const cases::Payment*> payments_until(const cases::Case& c, Date day) {
    std::vector<const cases::Payment*> payments;
    payments.reserve(c.payments.size());
    for (const cases::Payment& payment : c.payments)
        if (payment.on <= day) payments.push_back(&payment);
    std::stable_sort(payments.begin(), payments.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
    return payments;
}

}  // namespace

Result<std::vector<InterestRow>> interest_of(const cases::Case& c, int claim, const ClaimStanding& standing, Date day, const Country& country) {
    const cases::Claim& what = c.claims.at(static_cast<std::size_t>(claim));
    std::vector<InterestRow> rows;
    if (day <= what.late_from) return rows;
    FRIST_TRY(const Rates rates, country.rates(c, what));
    Date from = what.late_from;
    Money base = standing.net;
    const auto stretch = [&](Date to) -> Outcome {
        if (to <= from) return done;
        FRIST_TRY(std::vector<InterestRow> more, interest_rows(base, {from, to}, rates.spans));
        if (rows.empty()) rows = std::move(more);
        else rows.insert(rows.end(), more.begin(), more.end());
        return done;
    };
    for (const Change& change : standing.changes) {
        if (change.on >= day) break;
        FRIST_TRY_DONE(stretch(change.on));
        from = std::max(from, change.on);
        base = change.principal;
    }
    FRIST_TRY_DONE(stretch(day));
    return rows;
}

Result<Balance> balance_of(const cases::Case& c, const Standing& standing, Date day, const Country& country) {
    Balance balance{day, standing.principal(), c.zero(), c.zero(), {}, {}, {}, standing.overpaid};
    balance.principal_of.reserve(standing.claims.size());
    for (std::size_t i = 0; i < standing.claims.size(); ++i) {
        const ClaimStanding& claim = standing.claims[i];
        balance.principal_of.push_back(claim.open);
        FRIST_TRY(const std::vector<InterestRow> rows, interest_of(c, static_cast<int>(i), claim, day, country));
        balance.interest_rows.reserve(balance.interest_rows.size() + rows.size());
        for (const InterestRow& row : rows) {
            balance.interest += row.amount;
            balance.interest_rows.push_back({static_cast<int>(i), row});
        }
        balance.interest -= claim.interest_paid;
    }
    FRIST_TRY(balance.cost_rows, country.costs(c, standing, day));
    for (const CostRow& row : balance.cost_rows) balance.costs += row.amount;
    balance.costs -= standing.costs_paid;
    return balance;
}

Result<Money> interest_a_day(const cases::Case& c, Date day, const Country& country) {
    if (c.closing && c.closing->on <= day) return c.zero();
    Standing standing = opening(c, day);
    for (const cases::Payment* payment : payments_until(c, day)) apply(standing, payment->on, payment->cover);
    Wide yearly = 0;   // of all claims, in millionths
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const Money open = standing.claims[i].open;
        if (day < c.claims[i].late_from || !open.positive()) continue;
        FRIST_TRY(const Rates rates, country.rates(c, c.claims[i]));
        FRIST_TRY(const std::vector<InterestRow> rows, interest_rows(open, {day, day.next()}, rates.spans));
        yearly += Wide{open.minor()} * rows.front().rate.millionths();
    }
    return Money(divide_half_up(yearly, Wide{1'000'000} * (is_leap_year(day.year()) ? 366 : 365)), c.currency());
}

Result<Balance> balance_on(const cases::Case& c, Date day, const Country& country) {
    Standing standing = opening(c, day);
    for (const cases::Payment* payment : payments_until(c, day)) apply(standing, payment->on, payment->cover);
    // After the closing nothing runs on: what was open then is written off, or is owed in the case that took this one over.
    const bool closed = c.closing && c.closing->on <= day;
    FRIST_TRY(Balance balance, balance_of(c, standing, closed ? c.closing->on : day, country));
    balance.on = day;
    if (closed) {
        balance.principal -= c.closing->principal;
        balance.interest -= c.closing->interest;
        balance.costs -= c.closing->costs;
        for (Money& open : balance.principal_of) open = c.zero();
        if (c.merged_into) {
            balance.carried = Carried{balance.principal, balance.interest, balance.costs};
            balance.principal = balance.interest = balance.costs = balance.overpaid = c.zero();
        }
    }
    return balance;
}

}  // namespace frist::rules
