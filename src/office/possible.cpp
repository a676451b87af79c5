#include "office/possible.h"

#include "base/pch.h"
#include "office/same_firm.h"
#include "rules/decide.h"
#include "rules/next.h"

namespace frist::office {
namespace {

using cases::StepKind;

class Trial {
public:
    Trial(const Desk& desk, const cases::Case& c) : desk_(desk), c_(c) {}

    Possible& offer(Act act, const cases::Command& command) {
        Possible one;
        one.act = act;
        const Result<cases::Events> events = rules::decide(c_, command, desk_.today, desk_.country);
        if (!events.ok()) one.refused = events.error();
        list_.push_back(std::move(one));
        return list_.back();
    }

    // The day from which a refused act is lawful, when that is only a matter of time.
    Outcome opens(Possible& refused, const Result<rules::Ruling<Date>>& day) const {
        if (!day.ok()) return day.error();
        if (*day && *day->granted > desk_.today) refused.from = *day->granted;
        return done;
    }

    Outcome legal() {
        for (const StepKind kind : {StepKind::attachment, StepKind::conciliation, StepKind::bankruptcy}) {
            if (kind == StepKind::bankruptcy && c_.relation == cases::Relation::consumer) continue;
            Possible& one = offer(Act::legal, cases::ChooseLegal{kind});
            one.kind = kind;
            if (!one.refused || c_.closing) continue;
            cases::Step step;
            step.kind = kind;
            FRIST_TRY_DONE(opens(one, rules::step_day(c_, step, desk_.country)));
        }
        return done;
    }

    // What a court or an office was asked, and what it said: once a legal step is chosen.
    Outcome court() {
        if (const cases::Filing* pending = c_.pending()) {
            offer(Act::hearing, cases::ReportHearing{std::max(pending->on, desk_.today)}).kind = pending->kind;
            offer(Act::decided, cases::ReportDecided{cases::LegalOutcome::dismissed, desk_.today, ""}).kind = pending->kind;
            return done;
        }
        if (!c_.legal) return done;
        Possible& filed = offer(Act::filed, cases::ReportFiled{*c_.legal, desk_.today, ""});
        filed.kind = c_.legal;
        if (filed.refused) FRIST_TRY_DONE(opens(filed, desk_.country.file_day(c_, *c_.legal, desk_.today)));
        if (*c_.legal != StepKind::bankruptcy || c_.served) return done;
        Possible& served = offer(Act::served, cases::ReportServed{desk_.today});
        served.kind = c_.legal;
        return served.refused ? opens(served, desk_.country.service_day(c_)) : Outcome(done);
    }

    // What the creditor's levels leave to a person.
    Outcome left_to_person() {
        if (!c_.legal && c_.next_step < static_cast<int>(c_.course.steps.size()) && (c_.awaiting_choice || c_.levels.send == cases::Level::off)) {
            const cases::Step& step = c_.course.steps[static_cast<std::size_t>(c_.next_step)];
            Possible& taken = offer(Act::take_step, cases::TakeStep{});
            taken.kind = step.kind;
            if (taken.refused) FRIST_TRY_DONE(opens(taken, rules::step_day(c_, step, desk_.country)));
        }
        if (c_.levels.close != cases::Level::by_itself && c_.course.close_at_or_below.positive()) offer(Act::close_rest, cases::CloseRest{});
        return done;
    }

    void course_and_interest() {
        cases::ChangeCourse another{c_.course};
        ++another.course.version;
        offer(Act::course, another);
        cases::AgreeRate rate;
        if (!c_.claims.empty() && !c_.claims.front().agreed_rate) rate.rate = Rate();
        offer(Act::interest, rate);
    }

    Outcome merges() {
        FRIST_TRY(const auto rows, open_cases_of(desk_, c_.debtor));
        for (const CaseRow& row : rows) {
            if (row.state.id == c_.id) continue;
            Possible one;
            one.act = Act::merge;
            one.other = row.state.id;
            list_.push_back(std::move(one));
        }
        return done;
    }

    std::vector<Possible> take() && { return std::move(list_); }

private:
    const Desk& desk_;
    const cases::Case& c_;
    std::vector<Possible> list_;
};

const cases::Sent* last_letter(const cases::Case& c) {
    for (auto sent = c.letters.rbegin(); sent != c.letters.rend(); ++sent)
        if (!sent->voided && !sent->earlier) return &*sent;
    return nullptr;
}

}  // namespace

Result<std::vector<Possible>> possible(const Desk& desk, const cases::Case& c) {
    Trial trial(desk, c);
    if (c.closing) {
        trial.offer(Act::reopen, cases::ReopenCase{});
        return std::move(trial).take();
    }
    if (c.pause) trial.offer(Act::resume, cases::ResumeCase{});
    else trial.offer(Act::pause, cases::PauseCase{});
    trial.offer(Act::withdraw, cases::WithdrawCase{});
    if (c.objection) trial.offer(Act::settle_objection, cases::SettleObjection{});
    else trial.offer(Act::object, cases::RaiseObjection{});
    if (c.returned_mail) trial.offer(Act::address_fixed, cases::FixAddress{});
    else if (last_letter(c) != nullptr) trial.offer(Act::returned_mail, cases::ReportReturnedMail{});
    if (!c.bankrupt) trial.offer(Act::bankrupt, cases::ReportBankruptcy{});
    trial.offer(Act::plan, cases::AgreePlan{desk.today + Days{14}, 30, 2});
    for (const cases::Claim& claim : c.claims) {
        if (!claim.net().positive()) continue;
        trial.offer(Act::credit, cases::CreditClaim{claim.number, Money(1, c.currency()), desk.today});
        break;
    }
    FRIST_TRY_DONE(trial.legal());
    if (c.ordered && c.ordered->needs_approval) trial.offer(Act::approve_letter, cases::ApproveLetter{c.ordered->letter}).letter = c.ordered->letter;
    if (const cases::Sent* letter = last_letter(c)) trial.offer(Act::reset_letter, cases::ResetLetter{letter->letter}).letter = letter->letter;
    FRIST_TRY_DONE(trial.merges());
    if (c.last_sent(cases::StepKind::demand) != nullptr && c.kind != cases::DebtorKind::public_body) trial.offer(Act::noticed, cases::ReportNoticed{desk.today, {}});
    FRIST_TRY_DONE(trial.court());
    FRIST_TRY_DONE(trial.left_to_person());
    trial.course_and_interest();
    return std::move(trial).take();
}

}  // namespace frist::office
