#include "rules/settle.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "rules/cover.h"

namespace frist::rules {
namespace {

using cases::ClosingReason;
using cases::StepKind;

bool fully_credited(const cases::Case& c) {
    return std::all_of(c.claims.begin(), c.claims.end(), [](const cases::Claim& claim) { return claim.net().zero(); });
}

// Covers that a new fact changed, each with its reason. A payment without a cover yet gets its first.
Result<CoverPlan> cover_again(cases::Case& c, cases::Events& events, Date today, const Country& country) {
    FRIST_TRY(CoverPlan plan, cover_all(c, country));
    for (std::size_t i = 0; i < c.payments.size(); ++i) {
        if (plan.covers[i] == c.payments[i].cover) continue;
        const bool newest = i + 1 == c.payments.size() && c.payments[i].cover.claims.empty() && c.payments[i].cover.costs.zero();
        const Reason reason = newest ? country.why_order(c.payments[i]) : country.why("order_changed");
        happen(c, events, cases::PaymentCovered{today, c.payments[i].number, plan.covers[i], {reason}});
    }
    return plan;
}

// Fees of letters that a late fact made needless.
bool take_back_fees(cases::Case& c, cases::Events& events, Date today, std::optional<Date> settled_on, const Country& country) {
    const bool all = fully_credited(c);
    std::vector<cases::FeeReversed> reversals;
    for (const cases::Sent& letter : c.letters) {
        if (!letter.fee.positive() || letter.fee_reversed) continue;
        if (all) reversals.push_back({today, letter.letter, letter.fee, {country.why("credited")}});
        else if (settled_on && letter.sent > *settled_on) reversals.push_back({today, letter.letter, letter.fee, {country.why("settled_before")}});
    }
    for (cases::FeeReversed& reversal : reversals) happen(c, events, std::move(reversal));
    return !reversals.empty();
}

// The day on which what the rest note asked for had come, when it came in time: what it had not counted yet of
// payments, and what was credited since. Money is on its way for as long as after any other letter.
std::optional<Date> rest_note_paid_on(const cases::Case& c, const Country& country) {
    if (!c.rest_note || !c.rest_note->asks) return std::nullopt;
    const Date last = country.calendar().after_banking_days(c.rest_note->deadline, c.course.grace_banking_days);
    std::vector<const cases::Payment*> counted;
    for (const cases::Payment& payment : c.payments)
        if (payment.number > c.rest_note->payments_before && payment.on <= last) counted.push_back(&payment);
    std::stable_sort(counted.begin(), counted.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
    Money wanting = *c.rest_note->asks - (c.credited() - c.rest_note->credited);
    for (const cases::Payment* payment : counted) {
        wanting -= payment->kept();
        if (!wanting.positive()) return payment->on;
    }
    return std::nullopt;
}

// paid / whole > percent, exactly.
bool above_share(Money paid, Money whole, Rate percent) {
    return Wide(paid.minor()) * 1'000'000 > Wide(percent.millionths()) * whole.minor();
}

void order_rest_note(cases::Case& c, cases::Events& events, Date today, Money before, Money open, const Country& country) {
    if (c.levels.rest_note == cases::Level::off || !c.course.rest_note_above_percent || c.held() || c.pause || c.legal || c.payments.empty()) return;
    Money paid = c.zero();
    for (const cases::Payment& payment : c.payments) paid += payment.kept();
    const Money earlier = paid - c.payments.back().kept();
    const Money whole = before + earlier;
    const Rate limit = *c.course.rest_note_above_percent;
    if (!whole.positive() || !above_share(paid, whole, limit) || above_share(earlier, whole, limit)) return;
    if (c.ordered) happen(c, events, cases::LetterCancelled{today, c.ordered->letter, {country.why("rest_note")}});
    cases::Ordered order;
    order.letter = c.last_letter + 1;
    order.kind = StepKind::rest_note;
    order.on = today;
    order.needs_approval = c.levels.rest_note == cases::Level::propose;
    happen(c, events, cases::LetterOrdered{today, order, {{"course", fmt::format("{} of {} is paid, more than {} %; {} is left", text(paid), text(whole), text(limit), text(open))}}});
}

}  // namespace

Result<bool> give_up_rest(cases::Case& c, cases::Events& events, Date today, Money open, const Country& country) {
    if (open > c.course.close_at_or_below || c.levels.close == cases::Level::off) return false;
    if (c.levels.close == cases::Level::by_itself) {
        FRIST_TRY(cases::CaseClosed closed, closing(c, today, ClosingReason::small_rest, country));
        happen(c, events, std::move(closed));
        return true;
    }
    if (c.ordered) happen(c, events, cases::LetterCancelled{today, c.ordered->letter, {country.why("cancelled")}});
    if (!c.awaiting_choice) happen(c, events, cases::ChoiceAwaited{today, {{"course", fmt::format("{} is left, and up to {} is given up; a person says yes", text(open), text(c.course.close_at_or_below))}}});
    return true;
}

void happen(cases::Case& c, cases::Events& events, cases::Event event) {
    cases::evolve(c, event);
    events.push_back(std::move(event));
}

Result<cases::CaseClosed> closing(const cases::Case& c, Date today, ClosingReason reason, const Country& country) {
    FRIST_TRY(const Balance balance, balance_on(c, today, country));
    return cases::CaseClosed{today, reason, balance.principal, balance.interest, balance.costs, {}, {country.why(name_of(reason))}, {}};
}

// Not again, where it was told after the last demand.
Outcome withdraw(cases::Case& c, cases::Events& events, Date today, std::optional<cases::Withdrawal> why, const Country& country) {
    FRIST_TRY(cases::CaseClosed closed, closing(c, today, ClosingReason::withdrawn, country));
    closed.withdrawal = why;
    happen(c, events, std::move(closed));
    const cases::Sent* demand = c.last_sent(StepKind::demand);
    const cases::Sent* told = c.last_sent(StepKind::closing);
    if (demand == nullptr || (told != nullptr && told->sent >= demand->sent)) return done;
    cases::Ordered order;
    order.letter = c.last_letter + 1;
    order.kind = StepKind::closing;
    order.on = today;
    happen(c, events, cases::LetterOrdered{today, order, {country.why("told_withdrawn")}});
    return done;
}

Outcome cover_anew(cases::Case& c, cases::Events& events, Date today, const Country& country) {
    const Result<CoverPlan> plan = cover_again(c, events, today, country);
    return plan.ok() ? Outcome(done) : Outcome(plan.error());
}

Outcome settle(cases::Case& c, cases::Events& events, Date today, std::optional<Money> before, const Country& country) {
    FRIST_TRY(CoverPlan plan, cover_again(c, events, today, country));
    // A fee that falls away can only make earlier payments reach further; twice is enough, four is a bug.
    const std::optional<Date> note_paid = rest_note_paid_on(c, country);
    const auto settled_on = [&] { return plan.settled_on && note_paid ? std::min(*plan.settled_on, *note_paid) : plan.settled_on ? plan.settled_on : note_paid; };
    for (int round = 0; take_back_fees(c, events, today, settled_on(), country); ++round) {
        FRIST_CHECK(round < 4);
        FRIST_TRY(plan, cover_again(c, events, today, country));
    }
    if (c.closing) return done;
    FRIST_TRY(const Balance open, balance_on(c, today, country));
    if (!open.total().positive()) {
        FRIST_TRY(cases::CaseClosed closed, closing(c, today, before ? ClosingReason::paid : ClosingReason::credited, country));
        happen(c, events, std::move(closed));
        return done;
    }
    if (note_paid) {
        FRIST_TRY(cases::CaseClosed closed, closing(c, today, ClosingReason::small_rest, country));
        closed.because = {country.why("rest_note_paid")};
        happen(c, events, std::move(closed));
        return done;
    }
    if (!before) return done;
    FRIST_TRY(const bool given_up, give_up_rest(c, events, today, open.total(), country));
    if (given_up) return done;
    if (c.plan_runs()) {
        if (c.plan_paid() >= c.plan_sum()) happen(c, events, cases::PlanKept{today});
    }
    order_rest_note(c, events, today, *before, open.total(), country);
    return done;
}

Outcome less_money(cases::Case& c, cases::Events& events, Date today, const Reason& why, const Country& country) {
    // Most is not paid any more, or the case may go on.
    if (c.ordered && cases::beside_course(c.ordered->kind)) happen(c, events, cases::LetterCancelled{today, c.ordered->letter, {country.why("cancelled")}});
    const std::optional<cases::Closing> was = c.closing;
    if (was) happen(c, events, cases::CaseReopened{today, {why}});
    FRIST_TRY_DONE(cover_anew(c, events, today, country));
    if (!was) return done;
    FRIST_TRY(const Balance open, balance_on(c, today, country));
    if (was->reason == ClosingReason::withdrawn) return withdraw(c, events, today, was->withdrawal, country);
    if (was->reason == ClosingReason::lapsed || !open.total().positive()) {
        FRIST_TRY(cases::CaseClosed closed, closing(c, today, was->reason, country));
        happen(c, events, std::move(closed));
        return done;
    }
    if (was->reason != ClosingReason::small_rest) return done;
    FRIST_TRY([[maybe_unused]] const bool again, give_up_rest(c, events, today, open.total(), country));
    return done;
}

}  // namespace frist::rules
