// How old what is open is, what of it will not come, what was given up, and what lapses.
#include "base/pch.h"
#include "reports/rule.h"

namespace frist::reports {

using cases::ClosingReason;
using cases::Withdrawal;

namespace {

// Whether what a case gave up is a loss. What was a mistake or was paid elsewhere never was one.
bool lost_by(const cases::Closing& closing) {
    switch (closing.reason) {
        case ClosingReason::small_rest:
        case ClosingReason::lapsed: return true;
        case ClosingReason::withdrawn: return closing.withdrawal != Withdrawal::mistaken && closing.withdrawal != Withdrawal::paid_directly;
        case ClosingReason::paid:
        case ClosingReason::credited:
        case ClosingReason::merged: return false;
    }
    return false;
}

bool never_a_debt(const cases::Closing& closing) { return closing.reason == ClosingReason::withdrawn && !lost_by(closing); }

// The claim on which the costs are counted: the oldest that is open, else the oldest.
std::size_t bearer_of_costs(const OnDay& on, const cases::Case& c) {
    std::size_t best = 0;
    const auto open = [&](std::size_t i) { return on.principal_of[i] > 0; };
    for (std::size_t i = 1; i < c.claims.size(); ++i)
        if (on.there[i] && (open(i) != open(best) ? open(i) : c.claims[i].due < c.claims[best].due)) best = i;
    return best;
}

}  // namespace

std::int64_t reason_number(const cases::Closing& closing) {
    return static_cast<std::int64_t>(closing.reason) * 100 + (closing.withdrawal ? 1 + static_cast<std::int64_t>(*closing.withdrawal) : 0);
}

std::string reason_name(std::int64_t number) {
    const std::string name(name_of(static_cast<ClosingReason>(number / 100)));
    return number % 100 == 0 ? name : name + "_" + std::string(name_of(static_cast<Withdrawal>(number % 100 - 1)));
}

Outcome ageing_of(const Seen& seen, Pen& pen) {
    FRIST_TRY(const std::optional<OnDay> on, on_day(seen.known, seen.to(), seen.country));
    if (!on) return done;
    constexpr std::size_t total = 4;
    const auto line = [&](std::size_t claim, std::size_t column, std::int64_t value) {
        const cases::Claim& one = seen.c.claims[claim];
        const auto band = static_cast<std::int64_t>(band_of((seen.to() - one.due).count));
        pen.line({.column = column, .value = value, .day = one.due, .what = "claim", .reference = one.number, .own = band});
        if (column != 0) pen.line({.column = total, .value = value, .day = one.due, .what = "claim", .reference = one.number, .own = band});
    };
    const Standing& s = on->standing;
    const auto part = [&](Part which) { return s.open[static_cast<std::size_t>(which)]; };
    std::int64_t principal = part(Part::principal);
    std::int64_t interest = part(Part::interest);
    for (std::size_t i = 0; i < seen.c.claims.size(); ++i) {
        if (on->principal_of[i] > 0) line(i, 0, 1);
        line(i, 1, on->principal_of[i]);
        line(i, 2, on->interest_of[i]);
        principal -= on->principal_of[i];
        interest -= on->interest_of[i];
    }
    if (seen.c.claims.empty()) return done;
    const std::size_t bearer = bearer_of_costs(*on, seen.c);
    line(bearer, 1, principal);   // a closed case of which something is open again
    line(bearer, 2, interest);
    line(bearer, 3, part(Part::fees) + part(Part::vat));
    return done;
}

Outcome write_offs_of(const Seen& seen, Pen& pen) {
    if (!seen.c.closing || !seen.within(seen.c.closing->on)) return done;
    FRIST_TRY(const std::optional<OnDay> on, on_day(seen.known, seen.ask.as_of, seen.country));
    if (!on) return done;
    const Standing& s = on->standing;
    const std::int64_t all = sum_of(s.written_off);
    if (all == 0) return done;
    const auto line = [&](std::size_t column, std::int64_t value) {
        pen.line({.column = column, .value = value, .day = seen.c.closing->on, .what = "closing", .own = reason_number(*seen.c.closing)});
    };
    line(0, 1);
    for (std::size_t part = 0; part < part_count; ++part) line(1 + part, s.written_off[part]);
    line(1 + part_count, all);
    return done;
}

Outcome losses_of(const Seen& seen, Pen& pen) {
    const cases::Case& c = seen.c;
    if (c.opened > seen.to() || (c.closing && never_a_debt(*c.closing))) return done;
    FRIST_TRY(const std::optional<OnDay> on, on_day(seen.known, seen.to(), seen.country));
    if (!on) return done;
    rules::Standing standing = rules::opening(c, seen.to());
    for (const cases::Payment* payment : payments_until(c, seen.to())) rules::apply(standing, payment->on, payment->cover);
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const cases::Claim& claim = c.claims[i];
        const rules::ClaimStanding& paid = standing.claims[i];
        const auto line = [&](std::size_t band, std::size_t column, std::int64_t value) {
            pen.line({.column = column, .value = value, .day = claim.due, .what = "claim", .reference = claim.number, .own = static_cast<std::int64_t>(band)});
        };
        if (!on->closed && paid.open.positive()) {
            if (on->there[i]) line(band_of((seen.to() - claim.due).count), 0, on->principal_of[i]);
            continue;   // how it ends is not known
        }
        const Date end = on->closed && paid.open.positive() ? c.closing->on : paid.changes.empty() ? seen.to() : paid.changes.back().on;
        const std::int64_t lost = on->closed && lost_by(*c.closing) ? std::max<std::int64_t>(paid.open.minor(), 0) : 0;
        for (std::size_t band = 0; band < std::size(bands); ++band) {
            const Date begins = band == 0 ? seen.known.joined[i] : claim.due + Days{bands[band].from};
            if (band > 0 ? begins > end : begins > claim.due) continue;
            line(band, 1, paid.open_on(begins.previous()).minor());
            line(band, 2, lost);
        }
    }
    return done;
}

Outcome solution_of(const Seen& seen, Pen& pen) {
    const cases::Case& c = seen.c;
    if (!seen.within(c.opened)) return done;
    const Date day = seen.ask.as_of;
    FRIST_TRY(const std::optional<OnDay> on, on_day(seen.known, day, seen.country));
    if (!on) return done;
    const Standing& s = on->standing;
    constexpr auto principal = static_cast<std::size_t>(Part::principal);
    const bool solved = on->closed && (c.closing->reason == ClosingReason::paid || c.closing->reason == ClosingReason::small_rest);
    const auto line = [&](std::size_t column, std::int64_t value) { pen.line({.column = column, .value = value, .day = c.opened, .what = "case"}); };
    line(0, 1);
    line(1, solved ? 1 : 0);
    line(2, s.charged(principal));
    line(3, s.paid[principal]);
    return done;
}

Outcome limitation_of(const Seen& seen, Pen& pen) {
    if (seen.c.closing) return done;
    FRIST_TRY(const std::optional<OnDay> on, on_day(seen.known, seen.ask.as_of, seen.country));
    if (!on) return done;
    for (std::size_t i = 0; i < seen.c.claims.size(); ++i) {
        if (on->principal_of[i] <= 0) continue;
        FRIST_TRY(const auto last, seen.country.limitation(seen.c, seen.c.claims[i]));
        if (!last.granted || !seen.within(*last.granted)) continue;
        const std::string_view number = seen.c.claims[i].number;
        pen.line({.column = 0, .value = 1, .day = last.granted, .what = "claim", .reference = number});
        pen.line({.column = 1, .value = on->principal_of[i], .day = last.granted, .what = "claim", .reference = number});
    }
    return done;
}

}  // namespace frist::reports
