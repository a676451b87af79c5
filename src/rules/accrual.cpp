#include "rules/accrual.h"

#include "base/pch.h"

namespace frist::rules {
namespace {

Date last_day(const cases::Case& c) {
    Date last = c.opened;
    const auto see = [&](const std::optional<Date>& day) {
        if (day) last = std::max(last, *day);
    };
    for (const cases::Claim& claim : c.claims)
        for (const cases::Credit& credit : claim.credits) see(credit.on);
    for (const cases::Sent& letter : c.letters) {
        see(letter.sent);
        see(letter.fee_reversed);
    }
    for (const cases::Payment& payment : c.payments) see(payment.on);
    for (const cases::Filing& filing : c.filings) see(filing.on);
    if (c.plan) see(c.plan->agreed);
    see(c.legal_since);
    if (c.closing) see(c.closing->on);
    return last;
}

Standing standing_at_last(const cases::Case& c) {
    std::vector<const cases::Payment*> payments;
    payments.reserve(c.payments.size());
    for (const cases::Payment& payment : c.payments) payments.push_back(&payment);
    std::stable_sort(payments.begin(), payments.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
    Standing standing = opening(c);
    for (const cases::Payment* payment : payments) apply(standing, payment->on, payment->cover);
    return standing;
}

std::optional<Money> costs_on(const cases::Case& c, const Standing& standing, Date day, const Country& country) {
    const auto rows = country.costs(c, standing, day);
    if (!rows.ok()) return std::nullopt;
    Money costs = -standing.costs_paid;
    for (const CostRow& row : *rows) costs += row.amount;
    return costs;
}

void add_costs(const cases::Case& c, const Standing& standing, const Country& country, Accrual& accrual) {
    std::optional<Money> before = c.zero();
    const auto see = [&](Date day) {
        const std::optional<Money> costs = costs_on(c, standing, day, country);
        if (costs != before) accrual.costs.push_back({day, costs});
        before = costs;
    };
    see(accrual.since);
    for (const Date day : country.cost_days(c, accrual.since)) see(day);
}

Outcome add_claims(const cases::Case& c, const Standing& standing, const Country& country, Accrual& accrual) {
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const cases::Claim& claim = c.claims[i];
        const ClaimStanding& at = standing.claims[i];
        AccruingClaim part{claim.amount, at.net, claim.late_from, claim.agreed_rate};
        if (!at.changes.empty()) {
            part.from = std::max(part.from, at.changes.back().on);
            part.open = at.changes.back().principal;
            FRIST_TRY(const std::vector<InterestRow> rows, interest_of(c, static_cast<int>(i), at, part.from, country));
            for (const InterestRow& row : rows) accrual.fixed += row.amount;
        }
        accrual.fixed += at.open - at.interest_paid;
        accrual.claims.push_back(part);
    }
    return done;
}

// Nothing runs on, and what was open was written off.
Accrual closed(const cases::Case& c, const Country& country) {
    Accrual accrual{last_day(c), c.zero(), c.zero(), {}, {}};
    for (const cases::Claim& claim : c.claims)
        accrual.claims.push_back({claim.amount, c.zero(), claim.late_from, claim.agreed_rate});
    const auto balance = balance_on(c, accrual.since, country);
    if (!balance.ok())
        accrual.costs.push_back({accrual.since, std::nullopt});
    else
        accrual.fixed = balance->total();
    return accrual;
}

}  // namespace

Accrual accrual_of(const cases::Case& c, const Country& country) {
    if (c.closing) return closed(c, country);
    const Standing standing = standing_at_last(c);
    Accrual accrual{last_day(c), standing.principal(), c.zero(), {}, {}};
    accrual.claims.reserve(c.claims.size());
    if (add_claims(c, standing, country, accrual).ok())
        add_costs(c, standing, country, accrual);
    else
        accrual.costs.push_back({accrual.since, std::nullopt});
    return accrual;
}

Result<std::span<const RateSpan>> RateBook::rates(const Of& of) {
    const auto known = known_.find(of);
    if (known != known_.end()) return known->second.spans;
    cases::Case c;
    c.kind = of.kind;
    c.relation = of.relation;
    cases::Claim claim;
    claim.agreed_rate = of.agreed;
    FRIST_TRY(Rates rates, country_.rates(c, claim));
    Rates& kept = known_.emplace(of, std::move(rates)).first->second;
    if (!kept.own.empty()) kept.spans = kept.own;
    return kept.spans;
}

Result<Money> open_on(const Accrual& accrual, cases::DebtorKind kind, cases::Relation relation, Date day,
                      RateBook& book) {
    Money sum = accrual.fixed;
    const Date at = std::max(day, accrual.since);
    for (const AccruingClaim& claim : accrual.claims) {
        if (claim.open.zero() || at <= claim.from) continue;
        FRIST_TRY(const std::span<const RateSpan> rates, book.rates({kind, relation, claim.agreed}));
        FRIST_TRY(const Money interest, interest_sum(claim.open, {claim.from, at}, rates));
        sum += interest;
    }
    const auto step =
        std::find_if(accrual.costs.rbegin(), accrual.costs.rend(), [&](const CostsFrom& c) { return c.from <= at; });
    if (step == accrual.costs.rend()) return sum;
    if (step->costs) return sum + *step->costs;
    return Error{"law.no_rate", "", "the costs of " + text(at) + " are not known",
                 "Add the value with its source to the law tables; an older value is never used instead."};
}

}  // namespace frist::rules
