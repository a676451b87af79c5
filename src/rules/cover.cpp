#include "rules/cover.h"

#include "base/pch.h"

#include <numeric>

namespace frist::rules {
namespace {

enum class Part { costs, interest, principal };

std::array<Part, 3> parts_in(cases::CoverOrder order) {
    switch (order) {
        case cases::CoverOrder::principal: return {Part::principal, Part::interest, Part::costs};
        case cases::CoverOrder::interest: return {Part::interest, Part::costs, Part::principal};
        case cases::CoverOrder::usual:
        case cases::CoverOrder::costs: return {Part::costs, Part::interest, Part::principal};
    }
    bug("a cover order without its parts", __FILE__, __LINE__);
}

// Claim indexes, the oldest due first.
std::vector<int> oldest_first(const cases::Case& c) {
    std::vector<int> order(c.claims.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return c.claims[static_cast<std::size_t>(a)].due < c.claims[static_cast<std::size_t>(b)].due;
    });
    return order;
}

Money take(Money& rest, Money open) {
    const Money part = min(rest, max(open, open - open));
    rest -= part;
    return part;
}

// On one day payments come before letters and before a plan: what these add was not owed when the payment came.
cases::Case before_letters_of(Date day, const cases::Case& c) {
    cases::Case before = c;
    std::erase_if(before.letters, [&](const cases::Sent& letter) { return letter.sent == day; });
    if (before.plan && before.plan->agreed == day) before.plan.reset();
    return before;
}

bool has_letter_of(Date day, const cases::Case& c) {
    return (c.plan && c.plan->agreed == day) || std::any_of(c.letters.begin(), c.letters.end(), [&](const cases::Sent& letter) { return letter.sent == day; });
}

}  // namespace

Result<cases::Cover> cover_of(const cases::Case& c, const Standing& standing, Date on, Money amount, cases::CoverOrder order, const Country& country) {
    const bool letters = has_letter_of(on, c);
    FRIST_TRY(const Balance balance, letters ? balance_of(before_letters_of(on, c), standing, on, country) : balance_of(c, standing, on, country));
    std::vector<Money> interest(c.claims.size(), c.zero());
    for (const ClaimInterest& row : balance.interest_rows) interest[static_cast<std::size_t>(row.claim)] += row.row.amount;
    for (std::size_t i = 0; i < interest.size(); ++i) interest[i] -= standing.claims[i].interest_paid;

    std::vector<cases::ClaimCover> parts(c.claims.size(), {0, c.zero(), c.zero()});
    cases::Cover cover{c.zero(), {}, c.zero()};
    Money rest = amount;
    const std::vector<int> claims = oldest_first(c);
    for (const Part part : parts_in(order == cases::CoverOrder::usual ? country.usual_order() : order)) {
        if (part == Part::costs) cover.costs = take(rest, balance.costs);
        if (part == Part::interest)
            for (const int i : claims) parts[static_cast<std::size_t>(i)].interest = take(rest, interest[static_cast<std::size_t>(i)]);
        if (part == Part::principal)
            for (const int i : claims) parts[static_cast<std::size_t>(i)].principal = take(rest, standing.claims[static_cast<std::size_t>(i)].open);
    }
    for (const int i : claims) {
        cases::ClaimCover& claim = parts[static_cast<std::size_t>(i)];
        claim.claim = i;
        if (!claim.interest.zero() || !claim.principal.zero()) cover.claims.push_back(claim);
    }
    if (letters && rest.positive()) {
        // More than was owed before the letters of the day: it reaches their costs before anything is owed back.
        Standing after = standing;
        apply(after, on, cover);
        FRIST_TRY(const Balance with_letters, balance_of(c, after, on, country));
        cover.costs += take(rest, with_letters.costs);
    }
    cover.overpaid = rest;
    return cover;
}

Result<CoverPlan> cover_all(const cases::Case& c, const Country& country) {
    CoverPlan plan;
    plan.covers.resize(c.payments.size());
    std::vector<std::size_t> order(c.payments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return c.payments[a].on < c.payments[b].on; });
    Standing standing = opening(c);
    for (const std::size_t i : order) {
        const cases::Payment& payment = c.payments[i];
        FRIST_TRY(plan.covers[i], cover_of(c, standing, payment.on, payment.kept(), payment.order, country));
        apply(standing, payment.on, plan.covers[i]);
        FRIST_TRY(const Balance after, balance_of(c, standing, payment.on, country));
        if (!after.total().positive() && !plan.settled_on) plan.settled_on = payment.on;
    }
    return plan;
}

}  // namespace frist::rules
