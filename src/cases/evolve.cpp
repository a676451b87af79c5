#include "cases/evolve.h"

#include "base/pch.h"

namespace frist::cases {
namespace {

Sent* letter_of(Case& c, int letter) {
    const auto found = std::find_if(c.letters.begin(), c.letters.end(), [&](const Sent& s) { return s.letter == letter; });
    return found == c.letters.end() ? nullptr : &*found;
}

// After a stop nothing goes out the same day.
void next_step_tomorrow(Case& c, Date today) { c.not_before = std::max(c.not_before.value_or(today), today.next()); }

void take(Case& c, const CaseOpened& e) {
    c.id = e.case_id;
    c.debtor = e.debtor;
    c.country = e.country;
    c.mode = e.mode;
    c.kind = e.kind;
    c.relation = e.relation;
    c.vat_deductible = e.vat_deductible;
    c.opened = e.on;
    c.course = e.course;
    c.claims = e.claims;
    c.letters = e.earlier;
    c.next_step = e.next_step;
    c.levels = e.levels;
    for (const Sent& s : c.letters) c.last_letter = std::max(c.last_letter, s.letter);
}

void take(Case& c, const LetterOrdered& e) {
    c.ordered = e.order;
    c.last_letter = std::max(c.last_letter, e.order.letter);
}

void take(Case& c, const LetterSent& e) {
    c.letters.push_back(e.letter);
    c.last_letter = std::max(c.last_letter, e.letter.letter);
    if (c.ordered && c.ordered->letter == e.letter.letter) c.ordered.reset();
    if (e.step >= 0) c.next_step = e.step + 1;
    if (e.letter.kind == StepKind::rest_note) {
        c.rest_note_deadline = e.letter.deadline;
        c.rest_note = RestNote{e.letter.letter, e.letter.deadline.value_or(e.letter.sent), e.letter.asks, c.credited(), 0};
        for (const Payment& payment : c.payments) c.rest_note->payments_before = std::max(c.rest_note->payments_before, payment.number);
    }
    c.awaiting_choice = false;
}

void take(Case& c, const LetterApproved& e) {
    if (c.ordered && c.ordered->letter == e.letter) c.ordered->needs_approval = false;
}

void take(Case& c, const CriteriaSet& e) {
    if (e.rest_note_above_percent) c.course.rest_note_above_percent = e.rest_note_above_percent;
    if (e.close_at_or_below) c.course.close_at_or_below = *e.close_at_or_below;
    c.own_criteria = c.own_criteria || e.own;
}

// What waited for a person is looked at anew.
void take(Case& c, const LevelsSet& e) {
    c.levels = e.levels;
    c.awaiting_choice = false;
}

void take(Case& c, const CourseChanged& e) {
    c.course = e.course;
    c.next_step = e.next_step;
    c.awaiting_choice = false;
}

void take(Case& c, const RateAgreed& e) { c.claims.at(static_cast<std::size_t>(e.claim)).agreed_rate = e.rate; }

void take(Case& c, const LetterCancelled& e) {
    if (c.ordered && c.ordered->letter == e.letter) c.ordered.reset();
}

void take(Case& c, const LetterVoided& e) {
    if (Sent* letter = letter_of(c, e.letter)) letter->voided = true;
    if (c.rest_note && c.rest_note->letter == e.letter) c.rest_note.reset();
}

void take(Case&, const FeeRefused&) {}

void take(Case& c, const FeeReversed& e) {
    if (Sent* letter = letter_of(c, e.letter)) letter->fee_reversed = e.on;
}

void take(Case& c, const LegalReady& e) {
    c.legal = e.kind;
    c.legal_since = e.on;
    c.next_step = static_cast<int>(c.course.steps.size());
}

void take(Case& c, const ChoiceAwaited&) { c.awaiting_choice = true; }

void take(Case& c, const PaymentReceived& e) {
    c.payments.push_back({e.number, e.on, e.amount, e.order, e.debtors_choice, {Money(0, e.amount.currency()), {}, Money(0, e.amount.currency())}, e.source, {}});
}

void take(Case& c, const PaymentCovered& e) {
    for (Payment& payment : c.payments)
        if (payment.number == e.number) payment.cover = e.cover;
}

// A plan that was kept with it is not kept any more, and what waited for a person is looked at anew.
void take(Case& c, const PaymentTakenBack& e) {
    const auto payment = std::find_if(c.payments.begin(), c.payments.end(), [&](const Payment& one) { return one.number == e.number; });
    if (payment == c.payments.end()) return;
    c.gone_payments.push_back({e.number, payment->on, payment->amount, e.on, e.why, payment->source});
    const bool of_plan = c.plan && c.plan->kept && c.plan->counts(*payment);
    c.payments.erase(payment);
    c.awaiting_choice = false;
    if (of_plan && c.plan_paid() < c.plan_sum()) c.plan->kept.reset();
}

void take(Case& c, const PaymentReturned& e) {
    for (Payment& payment : c.payments)
        if (payment.number == e.number) {
            payment.returned = payment.returned ? *payment.returned + e.amount : e.amount;
            payment.cover.overpaid -= e.amount;
        }
}

void take(Case& c, const ClaimCredited& e) { c.claims.at(static_cast<std::size_t>(e.claim)).credits.push_back({e.on, e.amount}); }

void take(Case& c, const ObjectionRaised& e) {
    if (!e.groundless) c.objection = e.on;
    c.objections.push_back({e.on, e.groundless, {}});
}

void take(Case& c, const ObjectionSettled& e) {
    c.objection.reset();
    for (Objection& objection : c.objections)
        if (!objection.groundless && !objection.settled) objection.settled = e.on;
    next_step_tomorrow(c, e.on);
}

void take(Case& c, const CasePaused& e) { c.pause = Pause{e.on, e.until}; }

void take(Case& c, const CaseResumed& e) {
    c.pause.reset();
    next_step_tomorrow(c, e.on);
}

void take(Case& c, const MailReturned& e) { c.returned_mail = e.on; }

void take(Case& c, const AddressFixed&) { c.returned_mail.reset(); }

void take(Case& c, const DebtorBankrupt& e) { c.bankrupt = e.on; }

void take(Case& c, const PlanAgreed& e) {
    c.plan = Plan{e.on, e.instalments, std::nullopt, std::nullopt, 0};
    for (const Payment& payment : c.payments) c.plan->payments_before = std::max(c.plan->payments_before, payment.number);
    c.acknowledged = e.on;
}

void take(Case& c, const PlanBroken& e) {
    if (c.plan) c.plan->broken = e.on;
    next_step_tomorrow(c, e.on);
}

void take(Case& c, const PlanKept& e) {
    if (c.plan) c.plan->kept = e.on;
}

void take(Case& c, const ClaimsJoined& e) {
    c.claims.insert(c.claims.end(), e.claims.begin(), e.claims.end());
    c.letters.insert(c.letters.end(), e.letters.begin(), e.letters.end());
    c.payments.insert(c.payments.end(), e.payments.begin(), e.payments.end());
    std::stable_sort(c.letters.begin(), c.letters.end(), [](const Sent& a, const Sent& b) { return a.sent < b.sent; });
    for (const Sent& s : c.letters) c.last_letter = std::max(c.last_letter, s.letter);
    c.next_step = e.next_step;
    c.ordered.reset();
    c.awaiting_choice = false;
    c.rest_note.reset();   // it asked for less than there is now
}

void take(Case& c, const LegalFiled& e) {
    c.filings.push_back(e.filing);
    c.legal = e.filing.kind;
    if (!c.legal_since) c.legal_since = e.on;
    c.next_step = static_cast<int>(c.course.steps.size());
    c.awaiting_choice = false;
}

void take(Case& c, const HearingSet& e) {
    if (!c.filings.empty()) c.filings.back().hearing = e.hearing;
}

void take(Case& c, const DemandServed& e) { c.served = e.on; }

// What is seized goes on being paid from; after everything else a person chooses how to go on.
void take(Case& c, const LegalDecided& e) {
    if (c.filings.empty()) return;
    Filing& filing = c.filings.back();
    filing.decided = e.on;
    filing.outcome = e.outcome;
    if (!e.reference.empty()) filing.reference = e.reference;
    if (e.outcome == LegalOutcome::attachment_taken) return;
    c.legal.reset();
    c.awaiting_choice = true;
}

void take(Case& c, const JoinUndone& e) {
    const int last = c.last_letter;
    c = e.restored;
    c.last_letter = std::max(c.last_letter, last);   // a number that was given out once is not given out again
}

void take(Case& c, const CaseClosed& e) {
    c.closing = Closing{e.on, e.reason, e.principal, e.interest, e.costs, e.withdrawal};
    c.merged_into = e.into;
    c.ordered.reset();
    c.pause.reset();
}

void take(Case& c, const EnforcementNoticed& e) { c.notices.push_back({e.on, e.deadline}); }

void take(Case&, const DocumentMade&) {}

void take(Case& c, const CaseReopened& e) {
    c.closing.reset();
    c.rest_note.reset();
    next_step_tomorrow(c, e.on);
}

}  // namespace

void evolve(Case& c, const Event& event) {
    std::visit([&](const auto& e) { take(c, e); }, event);
}

Case fold(std::span<const Event> events) {
    Case c;
    for (const Event& event : events) evolve(c, event);
    return c;
}

}  // namespace frist::cases
