// Random cases and what happens to them, played on the pure core: no store, no clock. Used inside rc::check.
#pragma once
#include "rules/balance.h"
#include "rules/bookkeeping.h"
#include "rules/decide.h"
#include "rules/next.h"
#include "rules/opening.h"
#include "support/norway.h"

#include <rapidcheck.h>

namespace frist::lives {

using cases::StepKind;
using tested::norway;

template <class T>
T must(Result<T> result) {
    if (!result.ok()) RC_FAIL(text(result.error()));
    return std::move(result).value();
}

inline bool maybe() { return *rc::gen::arbitrary<bool>(); }
inline int number(int from, int below) { return *rc::gen::inRange(from, below); }
inline Money money(std::int64_t from, std::int64_t upto) { return nok(*rc::gen::inRange<std::int64_t>(from, upto + 1)); }

inline cases::Course some_course() {
    cases::Course course;
    course.name = "random";
    course.grace_banking_days = *rc::gen::element(0, 0, 1, 3, 5);
    course.shift_due_date = maybe();
    if (maybe()) course.rest_note_above_percent = Rate::parse("85").value();
    course.close_at_or_below = nok(*rc::gen::element<std::int64_t>(0, 0, 50'00));
    const auto add = [&](StepKind kind, bool fee) {
        cases::Step step;
        step.kind = kind;
        step.fee = fee;
        step.wait_days = *rc::gen::element(0, 0, 0, 7);
        step.with_enforcement_notice = kind == StepKind::demand;
        course.steps.push_back(step);
    };
    if (maybe()) add(StepKind::nudge, false);
    if (maybe()) add(StepKind::reminder, maybe());
    add(StepKind::notice, maybe());
    add(StepKind::demand, maybe());
    if (maybe()) add(StepKind::conciliation, false);
    return course;
}

// Due in 2023 or 2024, so that two years of its life lie within the tables.
inline rules::NewCase some_case() {
    rules::NewCase wish;
    wish.id = 1;
    wish.debtor = 1;
    wish.mode = maybe() ? cases::Mode::agency : cases::Mode::self;
    wish.relation = maybe() ? cases::Relation::business : cases::Relation::consumer;
    wish.kind = wish.relation == cases::Relation::business ? cases::DebtorKind::company : cases::DebtorKind::person;
    wish.vat_deductible = maybe();
    wish.course = some_course();
    const Date first = Date::of(2023, 1, 1) + Days{number(0, 500)};
    const int count = number(1, 4);
    for (int i = 0; i < count; ++i) {
        rules::NewClaim claim;
        claim.number = fmt::format("F{}", i + 1);
        claim.amount = money(1, 60'000'00);
        claim.due = first + Days{i == 0 ? 0 : number(0, 60)};
        if (number(0, 4) == 0) claim.agreed_rate = Rate::parse("7.5").value();
        wish.claims.push_back(claim);
    }
    return wish;
}

class Played {
public:
    Played(const rules::NewCase& wish, Date today) { take(must(rules::open_case(wish, today, norway()))); }

    // Everything that is due by `today`, each letter leaving at once.
    void clock(Date today) {
        post(today);
        while (true) {
            const cases::Events due = must(rules::decide_clock(state, today, norway()));
            if (due.empty()) return;
            take(due);
            post(today);
        }
    }

    // False when the case refuses.
    bool ask(const cases::Command& command, Date today) {
        const Result<cases::Events> answer = rules::decide(state, command, today, norway());
        if (!answer.ok()) {
            RC_ASSERT(!answer.error().code.starts_with("law."));
            return false;
        }
        take(*answer);
        post(today);
        return true;
    }

    cases::Case state;
    cases::Events events;
    std::vector<ledger::Entry> entries;   // one per event

private:
    void take(const cases::Events& more) {
        for (const cases::Event& event : more) {
            const cases::Case before = state;
            // Trap 12: nothing leaves while something holds the case.
            RC_ASSERT(!std::holds_alternative<cases::LetterSent>(event) || (!before.pause && !before.held()));
            cases::evolve(state, event);
            entries.push_back(rules::entry_of(before, state, cases::day_of(event)));
            events.push_back(event);
        }
    }
    void post(Date today) {
        while (state.ordered && !state.pause && !state.held() && state.not_before.value_or(today) <= today) {
            if (state.ordered->needs_approval) take(must(rules::decide(state, cases::ApproveLetter{state.ordered->letter}, today, norway())));
            take(must(rules::decide(state, cases::ReportSent{state.ordered->letter, today, {}, {}, {}}, today, norway())));
        }
    }
};

inline cases::Command some_command(const cases::Case& c, Date today) {
    const Money open = must(rules::balance_on(c, today, norway())).total();
    switch (number(0, 20)) {
        case 0: case 1: case 2: case 3: {
            cases::ReceivePayment payment;
            payment.on = today - Days{*rc::gen::element(0, 0, 1, 20)};
            payment.amount = nok(std::max<std::int64_t>(1, open.minor() * number(0, 111) / 100));
            payment.order = *rc::gen::element(cases::CoverOrder::usual, cases::CoverOrder::principal, cases::CoverOrder::interest);
            payment.debtors_choice = payment.order != cases::CoverOrder::usual;
            return payment;
        }
        case 4: {
            const cases::Claim& claim = c.claims[static_cast<std::size_t>(number(0, static_cast<int>(c.claims.size())))];
            return cases::CreditClaim{claim.number, nok(std::max<std::int64_t>(1, claim.amount.minor() * number(1, 120) / 100)), today};
        }
        case 5: return cases::RaiseObjection{number(0, 3) == 0};
        case 6: return cases::SettleObjection{};
        case 7: return cases::PauseCase{maybe() ? std::optional(today + Days{number(1, 60)}) : std::nullopt};
        case 8: return cases::ResumeCase{};
        case 9: return cases::ReportReturnedMail{};
        case 10: case 11: return cases::FixAddress{};
        case 12: return cases::AgreePlan{today + Days{number(0, 20)}, number(7, 31), number(1, 8)};
        case 13: return cases::ReopenCase{};
        case 14: {
            const auto level = [] { return *rc::gen::element(cases::Level::off, cases::Level::propose, cases::Level::by_itself, cases::Level::by_itself); };
            return cases::SetLevels{{level(), level(), level(), level()}};
        }
        case 15: return number(0, 3) == 0 ? cases::Command(cases::CloseRest{}) : cases::Command(cases::TakeStep{});
        case 16: return cases::AgreeRate{"", maybe() ? std::optional(Rate::from_millionths(number(0, 20) * 10'000)) : std::nullopt};
        case 17: {
            cases::Course course = some_course();
            course.version = c.course.version + 1;
            return cases::ChangeCourse{course};
        }
        case 18: return cases::TakeBackPayment{number(1, c.last_payment() + 2), *rc::gen::element(cases::TakenBack::moved, cases::TakenBack::bank, cases::TakenBack::mistake)};
        case 19: {
            // What some payment has over, or a part of it, or a little more than that.
            for (const cases::Payment& payment : c.payments)
                if (payment.cover.overpaid.positive()) return cases::ReturnPayment{payment.number, nok(std::max<std::int64_t>(1, payment.cover.overpaid.minor() * number(1, 103) / 100)), today, "R1"};
            return cases::ReturnPayment{1, nok(1), today, "R1"};
        }
        default: return number(0, 8) == 0 ? cases::Command(cases::WithdrawCase{}) : cases::Command(cases::ChooseLegal{StepKind::conciliation});
    }
}

// A case with up to a dozen things happening to it in two years. `look` is asked after each day that was played.
template <class Look>
Played some_life(Look look) {
    const rules::NewCase wish = some_case();
    Date today = wish.claims.front().due + Days{number(0, 40)};
    Played life(wish, today);
    const Date end = today + Days{700};
    for (int happenings = number(0, 13); today < end; --happenings) {
        life.clock(today);
        look(life, today);
        const Date until = happenings > 0 ? today + Days{number(0, 60)} : end;
        // The days between: the next look and no other day is played.
        while (today < until) {
            const auto due = must(rules::upcoming(life.state, norway()));
            Date day = due && due->on < until ? std::max(due->on, today.next()) : until;
            if (life.state.ordered) day = today.next();
            today = day;
            life.clock(today);
            look(life, today);
        }
        if (happenings > 0) life.ask(some_command(life.state, today), today);
    }
    return life;
}

}  // namespace frist::lives
