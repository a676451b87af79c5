#include "rules/decide.h"

#include "base/pch.h"
#include "rules/balance.h"
#include "rules/next.h"
#include "rules/opening.h"
#include "rules/settle.h"

namespace frist::rules {
namespace {

using cases::ClosingReason;
using cases::Events;
using cases::Level;
using cases::StepKind;

// One command at a time: a copy of the case runs along with the events, so that what follows sees them.
class Decision {
public:
    Decision(const cases::Case& c, Date today, const Country& country) : c_(c), today_(today), country_(country) {}

    Result<Events> take(Outcome outcome) {
        if (!outcome.ok()) return outcome.error();
        return std::move(events_);
    }

    Outcome on(const cases::ReceivePayment& p);
    Outcome on(const cases::TakeBackPayment& wish);
    Outcome on(const cases::ReturnPayment& wish);
    Outcome on(const cases::CreditClaim& credit);
    Outcome on(const cases::RaiseObjection& objection);
    Outcome on(const cases::SettleObjection&);
    Outcome on(const cases::PauseCase& pause);
    Outcome on(const cases::ResumeCase&);
    Outcome on(const cases::WithdrawCase&);
    Outcome on(const cases::ReportReturnedMail&);
    Outcome on(const cases::FixAddress&);
    Outcome on(const cases::ReportBankruptcy&);
    Outcome on(const cases::AgreePlan& wish);
    Outcome on(const cases::ReportSent& report);
    Outcome on(const cases::ApproveLetter& approval);
    Outcome on(const cases::ResetLetter& reset);
    Outcome on(const cases::ChooseLegal& choice);
    Outcome on(const cases::ReportFiled& report);
    Outcome on(const cases::ReportHearing& report);
    Outcome on(const cases::ReportServed& report);
    Outcome on(const cases::ReportDecided& report);
    Outcome on(const cases::ReportNoticed& report);
    Outcome on(const cases::SetCriteria& wish);
    Outcome on(const cases::ReopenCase&);
    Outcome on(const cases::SetLevels& wish);
    Outcome on(const cases::TakeStep&);
    Outcome on(const cases::CloseRest&);
    Outcome on(const cases::ChangeCourse& wish);
    Outcome on(const cases::AgreeRate& wish);
    Outcome on(const Upcoming& due);

private:
    Outcome lawful_reference(const std::string& reference) const;
    template <class E>
    void happen(E event) { rules::happen(c_, events_, cases::Event(std::move(event))); }
    Error refuse(std::string code, std::string message, std::string remedy) const { return {std::move(code), field(), std::move(message), std::move(remedy)}; }
    std::string field() const { return fmt::format("case {}", c_.id); }
    // What would release the case stands in the remedy.
    [[nodiscard]] Error held() const {
        const auto how = [&](const char* act) { return fmt::format("Release it first: frist case {} {}.", c_.id, act); };
        std::string remedy = "Release it first.";
        if (c_.returned_mail) remedy = fmt::format("Correct the address, then frist case {} address-fixed; the letter goes out anew.", c_.id);
        else if (c_.objection) remedy = how("settle-objection");
        else if (c_.pause) remedy = how("resume");
        return refuse("letter.held", "the case is held", std::move(remedy));
    }
    Outcome still_open() const {
        if (!c_.closing) return done;
        return refuse("case.closed", "the case was closed on " + text(c_.closing->on), "Start a new case for what is owed now.");
    }
    // Of a case that has its money still.
    Result<const cases::Payment*> payment_with(int number) const {
        const auto found = std::find_if(c_.payments.begin(), c_.payments.end(), [&](const cases::Payment& one) { return one.number == number; });
        if (found == c_.payments.end()) return refuse("payment.unknown", fmt::format("no payment {} stands in it", number), "Look at the payments of the case.");
        if (c_.merged_into || (c_.closing && c_.closing->reason == ClosingReason::merged)) return refuse("payment.merged", fmt::format("its claims and payments are in case {}", c_.merged_into.value_or(0)), "Do it there.");
        return &*found;
    }
    // A letter that was to leave stays, when something stops the case.
    void keep_letter() {
        if (c_.ordered) happen(cases::LetterCancelled{today_, c_.ordered->letter, {country_.why("cancelled")}});
    }
    Outcome close(ClosingReason reason) {
        FRIST_TRY(cases::CaseClosed closed, closing(c_, today_, reason, country_));
        happen(std::move(closed));
        return done;
    }
    void order(StepKind kind, int index, bool fee, bool approval, cases::Because because, std::optional<int> replaces = {}) {
        cases::Ordered order;
        order.letter = c_.last_letter + 1;
        order.kind = kind;
        order.step = index;
        order.on = today_;
        order.fee_wanted = fee;
        order.needs_approval = approval;
        order.replaces = replaces;
        happen(cases::LetterOrdered{today_, order, std::move(because)});
    }
    // What a letter or a plan had added is no longer owed: what was paid of it covers something else.
    Outcome costs_fell_away() {
        FRIST_TRY_DONE(cover_anew(c_, events_, today_, country_));
        FRIST_TRY(const Balance open, balance_on(c_, today_, country_));
        return c_.payments.empty() || open.total().positive() ? Outcome(done) : close(ClosingReason::paid);
    }
    Outcome send_anew(const cases::Sent& letter, std::string_view why) {
        const cases::Sent old = letter;
        happen(cases::LetterVoided{today_, old.letter, {country_.why(why)}});
        FRIST_TRY_DONE(costs_fell_away());
        if (c_.closing) return done;
        order(old.kind, -1, false, false, {country_.why(why)}, old.letter);
        return done;
    }
    const cases::Sent* last_of_ours() const {
        for (auto s = c_.letters.rbegin(); s != c_.letters.rend(); ++s)
            if (!s->voided && !s->earlier) return &*s;
        return nullptr;
    }
    Result<cases::Sent> letter_leaving(const cases::ReportSent& report, cases::Because& because);

    cases::Case c_;
    Date today_;
    const Country& country_;
    Events events_;
};

Outcome Decision::on(const cases::ReceivePayment& p) {
    if (!p.amount.positive()) return refuse("payment.amount", "a payment is more than zero", "Give the amount received; a repayment to the debtor is no payment.");
    if (p.amount.currency() != c_.currency()) return refuse("payment.currency", "the case is in " + std::string(c_.currency().code()), "Give the amount in that currency.");
    if (p.on > today_) return refuse("payment.future", "the payment's day " + text(p.on) + " has not come", "Give the day on which the bank booked it.");
    FRIST_TRY(const Balance before, balance_on(c_, p.on, country_));
    const int number = c_.last_payment() + 1;
    happen(cases::PaymentReceived{p.on, today_, number, p.amount, p.order, p.debtors_choice, p.source});
    if (c_.closing) {
        // Nothing is open: all of it is owed back to the debtor.
        happen(cases::PaymentCovered{today_, number, {c_.zero(), {}, p.amount}, {country_.why("paid")}});
        return done;
    }
    return settle(c_, events_, today_, before.total(), country_);
}

// The case is as if the money had never come, but for letters: what they say stood when they left, and a fee that was taken back
// because of the money stays taken back. Where it closed the case, the case goes on.
Outcome Decision::on(const cases::TakeBackPayment& wish) {
    FRIST_TRY(const cases::Payment* payment, payment_with(wish.number));
    if (payment->returned) return refuse("payment.returned", fmt::format("{} of it went back to who paid", text(*payment->returned)), "Only money that is here can be moved.");
    const bool counted = !payment->cover.costs.zero() || !payment->cover.claims.empty();
    const Reason why = country_.why(wish.why == cases::TakenBack::moved ? "payment_moved" : wish.why == cases::TakenBack::bank ? "payment_reversed" : "payment_mistaken");
    happen(cases::PaymentTakenBack{today_, wish.number, payment->amount, wish.why, {why}});
    return counted ? less_money(c_, events_, today_, why, country_) : Outcome(done);   // else all of it was owed back
}

// The bank has done it: where more went back than was owed back meanwhile, the rest of the debt is open again.
Outcome Decision::on(const cases::ReturnPayment& wish) {
    FRIST_TRY(const cases::Payment* payment, payment_with(wish.number));
    if (wish.amount.currency() != c_.currency()) return refuse("payment.currency", "the case is in " + std::string(c_.currency().code()), "Give the amount in that currency.");
    if (!wish.amount.positive() || wish.amount > payment->kept()) return refuse("return.amount", fmt::format("{} of payment {} is here, and {} was to go", text(payment->kept()), wish.number, text(wish.amount)), "Give no more than is here.");
    if (wish.on > today_) return refuse("payment.future", "the day " + text(wish.on) + " has not come", "Give the day on which the bank booked it.");
    const bool counted = wish.amount > payment->cover.overpaid;
    happen(cases::PaymentReturned{wish.on, wish.number, wish.amount, wish.reference, {country_.why("payment_returned")}});
    return counted ? less_money(c_, events_, today_, country_.why("payment_returned"), country_) : Outcome(done);
}

Outcome Decision::on(const cases::CreditClaim& credit) {
    FRIST_TRY_DONE(still_open());
    const auto claim = std::find_if(c_.claims.begin(), c_.claims.end(), [&](const cases::Claim& k) { return k.number == credit.claim; });
    if (claim == c_.claims.end()) return refuse("claim.unknown", "the case has no invoice " + credit.claim, "Name one of the case's invoices.");
    if (!credit.amount.positive()) return refuse("credit.amount", "a credit note is more than zero", "Give the credited amount without a sign.");
    if (!claim->net().positive()) return refuse("credit.nothing_left", "nothing of invoice " + credit.claim + " is left to credit", "It was credited in full before.");
    if (credit.on > today_) return refuse("credit.future", "the credit note's day " + text(credit.on) + " has not come", "Register it on its day.");
    // A note of more than is left credits the claim in full: chasing what the creditor has credited would be
    // bad practice. The rest was never part of the case.
    const Money credited = min(credit.amount, claim->net());
    cases::Because because = {country_.why("credit_note")};
    if (credited < credit.amount)
        because.push_back({country_.why("credit_rest").rule, fmt::format("the credit note is {}, and only {} was left of invoice {}; the rest lies outside the case", text(credit.amount), text(credited), credit.claim)});
    happen(cases::ClaimCredited{today_, static_cast<int>(claim - c_.claims.begin()), credited, std::move(because)});
    return settle(c_, events_, today_, std::nullopt, country_);
}

Outcome Decision::on(const cases::RaiseObjection& objection) {
    FRIST_TRY_DONE(still_open());
    if (c_.objection) return refuse("objection.open", "an objection is open since " + text(*c_.objection), "Settle it before a new one is registered.");
    happen(cases::ObjectionRaised{today_, objection.groundless, {country_.why(objection.groundless ? "groundless" : "objection")}});
    if (!objection.groundless) keep_letter();
    return done;
}

Outcome Decision::on(const cases::SettleObjection&) {
    FRIST_TRY_DONE(still_open());
    if (!c_.objection) return refuse("objection.none", "no objection is open", "Nothing has to be settled.");
    happen(cases::ObjectionSettled{today_});
    return done;
}

Outcome Decision::on(const cases::PauseCase& pause) {
    FRIST_TRY_DONE(still_open());
    if (pause.until && *pause.until <= today_) return refuse("pause.until", "a pause until " + text(*pause.until) + " is over already", "Give a later day, or none.");
    happen(cases::CasePaused{today_, pause.until});
    keep_letter();
    return done;
}

Outcome Decision::on(const cases::ResumeCase&) {
    FRIST_TRY_DONE(still_open());
    if (!c_.pause) return refuse("pause.none", "the case is not paused", "Nothing has to be resumed.");
    happen(cases::CaseResumed{today_, {country_.why("resumed")}});
    return done;
}

Outcome Decision::on(const cases::WithdrawCase& wish) {
    FRIST_TRY_DONE(still_open());
    return withdraw(c_, events_, today_, wish.why, country_);
}

// Interest has run on meanwhile: who owes has owed all the time. A payment that came after the closing counts now.
Outcome Decision::on(const cases::ReopenCase&) {
    if (!c_.closing) return refuse("reopen.open", "the case is not closed", "Nothing has to be done.");
    if (c_.closing->reason == ClosingReason::merged) return refuse("reopen.merged", fmt::format("its claims are in case {}", c_.merged_into.value_or(0)), "Part the two cases instead.");
    if (c_.closing->reason == ClosingReason::lapsed) return refuse("reopen.lapsed", country_.why("lapsed").rule + ": " + country_.why("lapsed").says, "Nothing can be asked of the debtor any more.");
    const bool gave_up_rest = c_.closing->reason == ClosingReason::small_rest;
    keep_letter();
    happen(cases::CaseReopened{today_, {country_.why("reopened")}});
    FRIST_TRY_DONE(cover_anew(c_, events_, today_, country_));
    FRIST_TRY(const Balance open, balance_on(c_, today_, country_));
    if (!open.total().positive()) return refuse("reopen.nothing_open", "nothing is open in it", "Start a new case for what is owed now.");
    // Or it would be given up again at the next look.
    if (gave_up_rest) happen(cases::CriteriaSet{today_, std::nullopt, c_.zero(), true});
    return done;
}

Outcome Decision::on(const cases::SetLevels& wish) {
    FRIST_TRY_DONE(still_open());
    if (wish.levels == c_.levels) return refuse("levels.same", "that is so already", "Nothing has to be done.");
    happen(cases::LevelsSet{today_, wish.levels});
    return done;
}

Outcome Decision::on(const cases::TakeStep&) {
    FRIST_TRY_DONE(still_open());
    if (c_.pause || c_.held()) return held();
    if (c_.ordered) return refuse("step.ordered", fmt::format("letter {} is ordered already", c_.ordered->letter), "Let it leave first.");
    if (c_.legal) return refuse("step.legal", "the case has come to its legal step", "Go on with that.");
    if (c_.next_step >= static_cast<int>(c_.course.steps.size())) return refuse("step.none", "the course has no further step", "Choose a legal step, or another course.");
    const cases::Step step = c_.course.steps[static_cast<std::size_t>(c_.next_step)];
    if (is_legal(step.kind)) return on(cases::ChooseLegal{step.kind});
    FRIST_TRY(const Ruling<Date> day, step_day(c_, step, country_));
    if (!day) return refuse("step.not_yet", day.reason.rule + ": " + day.reason.says, "What is missing comes first.");
    if (*day.granted > today_) return refuse("step.not_yet", day.reason.rule + ": " + day.reason.says, "Take it on " + text(*day.granted) + " or later.");
    if (const auto forbidden = country_.forbidden(c_, step.kind, today_)) return refuse("letter.forbidden", forbidden->rule + ": " + forbidden->says, "Pause the case, or hand it to an agency.");
    order(step.kind, c_.next_step, step.fee, step.approval, {day.reason});
    return done;
}

Outcome Decision::on(const cases::CloseRest&) {
    FRIST_TRY_DONE(still_open());
    FRIST_TRY(const Balance open, balance_on(c_, today_, country_));
    if (open.total() > c_.course.close_at_or_below)
        return refuse("rest.above", fmt::format("{} is left, and up to {} is given up", text(open.total()), text(c_.course.close_at_or_below)), "Withdraw the case, or set what may be left.");
    return close(ClosingReason::small_rest);
}

Outcome Decision::on(const cases::ChangeCourse& wish) {
    FRIST_TRY_DONE(still_open());
    if (c_.legal || !c_.filings.empty()) return refuse("move.legal", "the case has come to its legal step, behind every course", "Leave it as it is.");
    if (wish.course.name == c_.course.name && wish.course.version == c_.course.version)
        return refuse("move.same", fmt::format("the case follows {} version {} already", c_.course.name, c_.course.version), "Nothing has to be done.");
    FRIST_TRY(const auto wrong, country_.check_course({wish.course, c_.mode, c_.kind, c_.relation, c_.letters, today_, CheckFor::playing}));
    if (!wrong.empty()) return wrong.front();
    keep_letter();
    cases::CourseChanged moved{today_, wish.course, step_after_move(c_, wish.course), {}};
    if (c_.own_criteria) {
        moved.course.rest_note_above_percent = c_.course.rest_note_above_percent;
        moved.course.close_at_or_below = c_.course.close_at_or_below;
    }
    moved.because = {{"course", fmt::format("a person has moved the case from {} version {} to {} version {}", c_.course.name, c_.course.version, wish.course.name, wish.course.version)}};
    happen(std::move(moved));
    return done;
}

Outcome Decision::on(const cases::AgreeRate& wish) {
    FRIST_TRY_DONE(still_open());
    if (wish.rate && (wish.rate->millionths() < 0 || wish.rate->millionths() > 1'000'000)) return refuse("rate.range", "interest is 0 to 100 percent a year", "Write it like 8.5; 0 is none.");
    bool found = false;
    bool changed = false;
    for (std::size_t i = 0; i < c_.claims.size(); ++i) {
        if (!wish.claim.empty() && c_.claims[i].number != wish.claim) continue;
        found = true;
        if (c_.claims[i].agreed_rate == wish.rate) continue;
        changed = true;
        happen(cases::RateAgreed{today_, static_cast<int>(i), wish.rate, {country_.why(wish.rate ? "rate_agreed" : "rate_statutory")}});
    }
    if (!found) return refuse("claim.unknown", "the case has no invoice " + wish.claim, "Name one of the case's invoices.");
    if (!changed) return refuse("rate.same", "that is the rate already", "Nothing has to be done.");
    return costs_fell_away();
}

Outcome Decision::on(const cases::ReportReturnedMail&) {
    FRIST_TRY_DONE(still_open());
    if (c_.returned_mail) return refuse("mail.open", "returned mail is registered since " + text(*c_.returned_mail), "Correct the address first.");
    const cases::Sent* letter = last_of_ours();
    if (letter == nullptr) return refuse("mail.no_letter", "no letter has been sent from here that could come back", "Register it on the case whose letter came back.");
    happen(cases::MailReturned{today_, letter->letter});
    keep_letter();
    return done;
}

Outcome Decision::on(const cases::FixAddress&) {
    FRIST_TRY_DONE(still_open());
    if (!c_.returned_mail) return refuse("mail.none", "no returned mail is registered", "Change the debtor's address instead.");
    happen(cases::AddressFixed{today_});
    const cases::Sent* letter = last_of_ours();
    return letter == nullptr ? Outcome(done) : send_anew(*letter, "address_fixed");
}

Outcome Decision::on(const cases::ReportBankruptcy&) {
    FRIST_TRY_DONE(still_open());
    if (c_.bankrupt) return refuse("bankrupt.open", "the bankruptcy is registered since " + text(*c_.bankrupt), "Nothing more has to be done.");
    happen(cases::DebtorBankrupt{today_, {country_.why("bankrupt")}});
    keep_letter();
    return done;
}

Outcome Decision::on(const cases::AgreePlan& wish) {
    FRIST_TRY_DONE(still_open());
    if (c_.plan_runs()) return refuse("plan.runs", "a plan agreed " + text(c_.plan->agreed) + " is running", "Let it end before a new one is agreed.");
    if (wish.count < 1 || wish.count > 120) return refuse("plan.terms", "a plan has 1 to 120 instalments", "Give a count in that range.");
    if (wish.every_days < 1 || wish.every_days > 366) return refuse("plan.terms", "instalments are 1 to 366 days apart", "Give every_days in that range.");
    if (wish.first < today_) return refuse("plan.terms", "the first instalment " + text(wish.first) + " lies before the agreement", "Give a day from today on.");
    // What the plan itself adds is told before it is agreed and is part of what the instalments pay.
    cases::Case with_plan = c_;
    with_plan.plan = cases::Plan{today_, std::vector<cases::Instalment>(static_cast<std::size_t>(wish.count), {wish.first, c_.zero()}), {}, {}, 0};
    // It takes the place of one that was broken, and with that of what that one added.
    Events covers;
    FRIST_TRY_DONE(cover_anew(with_plan, covers, today_, country_));
    FRIST_TRY(const Balance open, balance_on(with_plan, today_, country_));
    if (!open.total().positive())
        return refuse("plan.terms", "nothing but the addition of an earlier plan is open, and these terms carry none", "Withdraw the case, or agree on more than four instalments.");
    cases::PlanAgreed plan{today_, {}, {country_.why("plan")}};
    Money rest = open.total();
    const std::int64_t part = rest.minor() / wish.count;
    for (int i = 0; i < wish.count; ++i) {
        const Money amount = i + 1 == wish.count ? rest : Money(part, rest.currency());
        plan.instalments.push_back({wish.first + Days{i * wish.every_days}, amount});
        rest -= amount;
    }
    happen(std::move(plan));
    keep_letter();
    return cover_anew(c_, events_, today_, country_);
}

// The letter as it left: its deadline and fee by the law of the day it left. What a written letter says must
// still hold on that day; else it has to be written again.
Result<cases::Sent> Decision::letter_leaving(const cases::ReportSent& report, cases::Because& because) {
    const cases::Ordered& order = *c_.ordered;
    const cases::Step step = order.step >= 0 ? c_.course.steps[static_cast<std::size_t>(order.step)] : step_like(c_.course, order.kind);
    cases::Sent sent;
    sent.letter = order.letter;
    sent.kind = order.kind;
    sent.sent = report.on;
    sent.fee = c_.zero();
    for (std::size_t i = 0; i < c_.claims.size(); ++i) sent.claims.push_back(static_cast<int>(i));
    sent.enforcement_notice = step.with_enforcement_notice;
    if (order.replaces)
        for (const cases::Sent& old : c_.letters)
            if (old.letter == *order.replaces) sent.enforcement_notice = old.enforcement_notice;

    const bool no_fee_of_its_own = c_.mode == cases::Mode::agency && order.kind == StepKind::demand;
    if (order.fee_wanted && !no_fee_of_its_own) {
        FRIST_TRY(const Ruling<Money> fee, country_.fee(c_, order.kind, report.on));
        if (fee) {
            sent.fee = *fee.granted;
            because.push_back(fee.reason);
        } else {
            happen(cases::FeeRefused{report.on, order.kind, {fee.reason}});
        }
    }
    if (report.fee) {
        if (*report.fee > sent.fee)
            return refuse("letter.stale", "the letter says a fee of " + text(*report.fee) + ", but on " + text(report.on) + " it may be " + text(sent.fee), "Write the letter again.");
        sent.fee = *report.fee;
    }
    FRIST_TRY(const Ruling<Days> least, country_.least_deadline(order.kind, report.on));
    const int wanted = order.kind == StepKind::rest_note ? c_.course.rest_note_deadline_days : step.deadline_days;
    if (order.kind == StepKind::closing) return sent;   // nothing is asked, and no day is set for it
    const int days = std::max({wanted, least.granted->count, sent.enforcement_notice ? 14 : 0});
    sent.deadline = report.on + Days{days};
    if (report.deadline) {
        const int least_days = std::max(least.granted->count, sent.enforcement_notice ? 14 : 0);
        if (*report.deadline < report.on + Days{least_days})
            return refuse("letter.stale", fmt::format("{}: the letter's deadline {} is less than {} days after {}", least.reason.rule, text(*report.deadline), least_days, text(report.on)),
                          "Write the letter again; the deadline counts from the day it leaves.");
        sent.deadline = report.deadline;
    }
    if (least.granted->count > 0) because.push_back(least.reason);
    if (order.kind == StepKind::rest_note) {
        FRIST_TRY(const Balance owed, balance_on(c_, report.on, country_));
        sent.asks = report.asks.value_or(owed.total());
    }
    return sent;
}

Outcome Decision::on(const cases::ReportSent& report) {
    const bool farewell = c_.closing && c_.waits_for(report.letter);   // that nothing is asked any more may be told of a disputed claim too
    if (!farewell) FRIST_TRY_DONE(still_open());
    if (!c_.ordered || c_.ordered->letter != report.letter)
        return refuse("letter.not_ordered", fmt::format("letter {} does not wait to be sent", report.letter), "See `frist letters list`.");
    if (c_.ordered->needs_approval) return refuse("letter.approval", fmt::format("letter {} needs a person's approval", report.letter), "Approve it first.");
    if (farewell ? c_.returned_mail || c_.bankrupt : c_.pause || c_.held()) return held();
    const Date from = farewell ? c_.ordered->on : std::max(c_.ordered->on, c_.not_before.value_or(c_.ordered->on));
    if (report.on < from) return refuse("letter.too_early", "the letter may leave from " + text(from) + ", not " + text(report.on), "Report the day on which it left.");
    if (const auto forbidden = country_.forbidden(c_, c_.ordered->kind, report.on))
        return refuse("letter.forbidden", forbidden->rule + ": " + forbidden->says, "Pause the case, or hand it to an agency.");
    if (report.on > today_) return refuse("letter.future", "the day " + text(report.on) + " has not come", "Report the day on which it left.");
    const cases::Ordered order = *c_.ordered;
    cases::Because because;
    FRIST_TRY(cases::Sent sent, letter_leaving(report, because));
    happen(cases::LetterSent{report.on, std::move(sent), order.step, order.replaces, std::move(because)});
    return done;
}

Outcome Decision::on(const cases::ApproveLetter& approval) {
    FRIST_TRY_DONE(still_open());
    if (!c_.ordered || c_.ordered->letter != approval.letter || !c_.ordered->needs_approval)
        return refuse("letter.not_ordered", fmt::format("letter {} does not wait for approval", approval.letter), "See `frist letters list`.");
    happen(cases::LetterApproved{today_, approval.letter});
    return done;
}

// They count from the next payment or step on; what has happened stays.
Outcome Decision::on(const cases::SetCriteria& wish) {
    FRIST_TRY_DONE(still_open());
    if (!wish.rest_note_above_percent && !wish.close_at_or_below) return refuse("criteria.none", "nothing was told", "Say when a rest note is sent, or what may be left.");
    if (wish.rest_note_above_percent && (wish.rest_note_above_percent->millionths() < 0 || wish.rest_note_above_percent->millionths() > 1'000'000))
        return refuse("criteria.percent", "a share of the whole is a percentage from 0 to 100", "Write it like 85; 100 is never.");
    if (wish.close_at_or_below && wish.close_at_or_below->negative()) return refuse("criteria.limit", "less than nothing cannot be left", "Give what may be left when a case closes, or 0.00.");
    happen(cases::CriteriaSet{today_, wish.rest_note_above_percent, wish.close_at_or_below, wish.own});
    return done;
}

Outcome Decision::on(const cases::ResetLetter& reset) {
    FRIST_TRY_DONE(still_open());
    if (c_.pause || c_.held()) return held();
    const cases::Sent* letter = last_of_ours();
    if (letter == nullptr || letter->letter != reset.letter)
        return refuse("letter.unknown", fmt::format("letter {} is not the last one sent", reset.letter), "Only the last letter can be sent anew.");
    keep_letter();
    letter = last_of_ours();
    return send_anew(*letter, "reset");
}

Outcome Decision::on(const cases::ChooseLegal& choice) {
    FRIST_TRY_DONE(still_open());
    if (!is_legal(choice.kind)) return refuse("legal.kind", "choose attachment, conciliation or bankruptcy", "Other letters follow the course.");
    if (c_.pause || c_.held()) return held();
    cases::Step step;
    step.kind = choice.kind;
    FRIST_TRY(const Ruling<Date> day, step_day(c_, step, country_));
    if (!day) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "Take that step first.");
    if (*day.granted > today_) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "Choose it on " + text(*day.granted) + " or later.");
    FRIST_TRY(const std::optional<Reason> expired, country_.demand_expired(c_, today_));
    keep_letter();
    if (expired) {
        const cases::Step demand = step_like(c_.course, StepKind::demand);
        order(StepKind::demand, -1, demand.fee, false, {*expired});
    } else {
        happen(cases::LegalReady{today_, choice.kind, {day.reason}});
        return costs_fell_away();
    }
    return done;
}

// A number and no sentence: what a person writes here stands in the log, which holds no personal data.
Outcome Decision::lawful_reference(const std::string& reference) const {
    const bool number = reference.find_first_of("0123456789") != reference.npos;
    const bool plain = std::all_of(reference.begin(), reference.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '/' || c == '.'; });
    if (reference.empty() || (number && plain && reference.size() <= 40)) return done;
    return refuse("legal.reference", "a reference is up to 40 letters, digits, - / and ., with a digit in it", "Give only the number that the court or the office uses.");
}

Outcome Decision::on(const cases::ReportFiled& report) {
    FRIST_TRY_DONE(still_open());
    if (!is_legal(report.kind)) return refuse("legal.kind", "file attachment, conciliation or bankruptcy", "Other letters follow the course.");
    FRIST_TRY_DONE(lawful_reference(report.reference));
    if (report.on > today_) return refuse("legal.future", "the day " + text(report.on) + " has not come", "Register it when it has been filed.");
    if (const cases::Filing* pending = c_.pending())
        return refuse("legal.pending", fmt::format("the {} filed {} is not decided", name_of(pending->kind), text(pending->on)), "Register how it ended first.");
    FRIST_TRY(const Ruling<Date> day, country_.file_day(c_, report.kind, report.on));
    if (!day) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "What is missing comes first; where the law says never, choose another step.");
    if (report.on < *day.granted) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "File it on " + text(*day.granted) + " or later.");
    FRIST_TRY(const Country::FilingCosts costs, country_.filing_costs(c_, report.kind, report.on));
    keep_letter();
    cases::Filing filing;
    filing.kind = report.kind;
    filing.on = report.on;
    filing.reference = report.reference;
    filing.fee = costs.fee.granted.value_or(c_.zero());
    filing.fee_rule = costs.fee.reason.rule;
    filing.writing = costs.writing.granted.value_or(c_.zero());
    filing.writing_rule = costs.writing.reason.rule;
    cases::Because because{day.reason, costs.fee.reason};
    if (costs.writing.reason != costs.fee.reason) because.push_back(costs.writing.reason);
    happen(cases::LegalFiled{report.on, filing, std::move(because)});
    return cover_anew(c_, events_, today_, country_);
}

Outcome Decision::on(const cases::ReportHearing& report) {
    FRIST_TRY_DONE(still_open());
    if (!c_.pending()) return refuse("legal.none", "nothing is filed that waits for a court", "Register the filing first.");
    if (report.hearing < c_.pending()->on) return refuse("legal.day", "it was filed on " + text(c_.pending()->on) + " and cannot be heard before", "Correct the day.");
    happen(cases::HearingSet{today_, report.hearing});
    return done;
}

Outcome Decision::on(const cases::ReportServed& report) {
    FRIST_TRY_DONE(still_open());
    if (report.on > today_) return refuse("legal.future", "the day " + text(report.on) + " has not come", "Register the service when it has been made.");
    FRIST_TRY(const Ruling<Date> day, country_.service_day(c_));
    if (!day) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "What is missing comes first; where the law says never, choose another step.");
    if (report.on < *day.granted) return refuse("legal.not_yet", day.reason.rule + ": " + day.reason.says, "Have it served anew on " + text(*day.granted) + " or later.");
    happen(cases::DemandServed{report.on, {day.reason}});
    return done;
}

// tvangsfullbyrdelsesloven § 4-18: on the due day at the earliest, and two weeks at least. What stops a letter stops it.
Outcome Decision::on(const cases::ReportNoticed& report) {
    FRIST_TRY_DONE(still_open());
    if (c_.pause || c_.held()) return held();
    if (report.on > today_) return refuse("legal.future", "the day " + text(report.on) + " has not come", "Register it when it has left.");
    FRIST_TRY(const Ruling<Date> least, country_.notice_deadline(c_, report.on));
    if (!least) return refuse("legal.not_yet", least.reason.rule + ": " + least.reason.says, "Write it on that day or later.");
    const Date deadline = report.deadline.value_or(*least.granted);
    if (deadline < *least.granted)
        return refuse("letter.stale", fmt::format("{}: the notice's deadline {} lies before {}", least.reason.rule, text(deadline), text(*least.granted)), "Write it again; the deadline counts from the day it leaves.");
    happen(cases::EnforcementNoticed{report.on, deadline, {least.reason}});
    return done;
}

Outcome Decision::on(const cases::ReportDecided& report) {
    FRIST_TRY_DONE(still_open());
    const cases::Filing* pending = c_.pending();
    if (!pending) return refuse("legal.none", "nothing is filed that waits for a decision", "Register the filing first.");
    FRIST_TRY_DONE(lawful_reference(report.reference));
    if (report.on > today_) return refuse("legal.future", "the day " + text(report.on) + " has not come", "Register the decision when it has been made.");
    if (report.on < pending->on) return refuse("legal.day", "it was filed on " + text(pending->on) + " and cannot have been decided before", "Correct the day.");
    happen(cases::LegalDecided{report.on, report.outcome, report.reference, {country_.why("decided_" + std::string(name_of(report.outcome)))}});
    if (report.outcome == cases::LegalOutcome::estate_opened && !c_.bankrupt) happen(cases::DebtorBankrupt{report.on, {country_.why("bankrupt")}});
    return done;
}

Outcome Decision::on(const Upcoming& due) {
    switch (due.what) {
        case Due::release: happen(cases::CaseResumed{today_, due.because}); return done;
        case Due::plan_broken: happen(cases::PlanBroken{today_, due.missed, due.because}); return done;
        case Due::lapse: return close(ClosingReason::lapsed);
        case Due::choice: happen(cases::ChoiceAwaited{today_, due.because}); return done;
        case Due::step: break;
    }
    // A night that is late may reach a day on which the law no longer knows the letter.
    if (const auto forbidden = country_.forbidden(c_, due.step.kind, today_)) {
        happen(cases::ChoiceAwaited{today_, {*forbidden}});
        return done;
    }
    // Nothing goes out for a rest that the course does not chase.
    if (!c_.payments.empty()) {
        FRIST_TRY(const Balance open, balance_on(c_, today_, country_));
        if (!open.total().positive()) return close(ClosingReason::paid);
        FRIST_TRY(const bool given_up, give_up_rest(c_, events_, today_, open.total(), country_));
        if (given_up) return done;
    }
    if (is_legal(due.step.kind)) {
        happen(cases::LegalReady{today_, due.step.kind, due.because});
        return costs_fell_away();
    }
    order(due.step.kind, due.index, due.step.fee, due.step.approval || c_.levels.send == Level::propose, due.because);
    return done;
}

}  // namespace

Result<Events> decide(const cases::Case& c, const cases::Command& command, Date today, const Country& country) {
    Decision decision(c, today, country);
    Outcome outcome = std::visit([&](const auto& wish) { return decision.on(wish); }, command);
    return decision.take(std::move(outcome));
}

Result<Events> decide_clock(const cases::Case& c, Date today, const Country& country) {
    FRIST_TRY(const std::optional<Upcoming> due, upcoming(c, country));
    if (!due || due->on > today) return Events{};
    Decision decision(c, today, country);
    Outcome outcome = decision.on(*due);
    return decision.take(std::move(outcome));
}

}  // namespace frist::rules
