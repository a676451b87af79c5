// What a person does with a case beside its letters: levels, another course, a small rest, and a case closed too early.
#include "base/pch.h"
#include "rules/decide.h"
#include "rules/next.h"
#include "rules/opening.h"
#include "support/norway.h"

namespace frist::rules {
namespace {

using cases::Level;
using cases::StepKind;
using tested::d;
using tested::norway;

cases::Course course_of(std::initializer_list<StepKind> kinds, int version = 1) {
    cases::Course course;
    course.name = "own";
    course.version = version;
    for (const StepKind kind : kinds) {
        cases::Step step;
        step.kind = kind;
        step.with_enforcement_notice = kind == StepKind::demand;
        course.steps.push_back(step);
    }
    return course;
}

cases::Case running(std::initializer_list<StepKind> kinds, int taken) {
    cases::Case c = tested::case_of({tested::claim("F1", nok(10'000'00), "2025-01-15")});
    c.course = course_of(kinds);
    c.next_step = taken;
    return c;
}

std::string refusal(const cases::Case& c, const cases::Command& command, std::string_view day) {
    const auto events = decide(c, command, d(day), norway());
    return events.ok() ? std::string() : events.error().code;
}

TEST(handling, a_moved_case_goes_on_behind_its_furthest_step) {
    using enum StepKind;
    const struct { std::initializer_list<StepKind> before; int taken; std::initializer_list<StepKind> after; int next; } rows[] = {
        {{reminder, notice, demand}, 0, {nudge, reminder, notice}, 0},           // nothing was taken
        {{reminder, notice, demand}, 1, {nudge, reminder, notice}, 2},           // a nudge does not come after a reminder
        {{reminder, notice, demand}, 1, {reminder, reminder, notice}, 1},        // each letter counts once
        {{reminder, reminder, notice}, 2, {reminder, notice}, 1},
        {{reminder, reminder, notice}, 2, {reminder, reminder, reminder, notice}, 2},
        {{reminder, notice, demand}, 2, {reminder}, 1},                          // none is left
        {{nudge, notice}, 1, {reminder, notice, demand}, 0},
        {{notice, demand}, 2, {reminder, notice, demand, attachment}, 3},
        {{reminder, notice}, 1, {}, 0},
    };
    for (const auto& row : rows) {
        const cases::Case c = running(row.before, row.taken);
        EXPECT_EQ(step_after_move(c, course_of(row.after)), row.next) << row.taken << " of " << row.before.size() << " to " << row.after.size();
    }
}

TEST(handling, a_case_keeps_its_own_criteria_when_it_moves) {
    cases::Case c = running({StepKind::reminder}, 0);
    c.course.close_at_or_below = nok(75'00);
    c.own_criteria = true;
    cases::Course next = course_of({StepKind::reminder, StepKind::notice}, 2);
    next.close_at_or_below = nok(10'00);
    const auto events = decide(c, cases::ChangeCourse{next}, d("2025-01-16"), norway());
    ASSERT_TRUE(events.ok());
    for (const cases::Event& event : *events) cases::evolve(c, event);
    EXPECT_EQ(c.course.close_at_or_below, nok(75'00));
    EXPECT_EQ(c.course.version, 2);
}

TEST(handling, what_cannot_be_done_says_why) {
    using enum StepKind;
    const cases::Case fresh = running({reminder, notice}, 0);
    EXPECT_EQ(refusal(fresh, cases::TakeStep{}, "2025-01-15"), "step.not_yet") << "the due date belongs to the debtor";
    EXPECT_EQ(refusal(fresh, cases::TakeStep{}, "2025-01-16"), "");
    EXPECT_EQ(refusal(fresh, cases::SetLevels{fresh.levels}, "2025-01-16"), "levels.same");
    EXPECT_EQ(refusal(running({reminder}, 1), cases::TakeStep{}, "2025-02-16"), "step.none");
    EXPECT_EQ(refusal(fresh, cases::CloseRest{}, "2025-01-16"), "rest.above");
    EXPECT_EQ(refusal(fresh, cases::ChangeCourse{course_of({reminder, notice})}, "2025-01-16"), "move.same");
    EXPECT_EQ(refusal(fresh, cases::ReopenCase{}, "2025-01-16"), "reopen.open");

    cases::Case legal = fresh;
    legal.legal = attachment;
    EXPECT_EQ(refusal(legal, cases::TakeStep{}, "2025-03-16"), "step.legal");
    EXPECT_EQ(refusal(legal, cases::ChangeCourse{course_of({reminder}, 2)}, "2025-03-16"), "move.legal");

    cases::Case paused = fresh;
    paused.pause = cases::Pause{d("2025-01-15"), {}};
    EXPECT_EQ(refusal(paused, cases::TakeStep{}, "2025-01-16"), "letter.held");

    for (const auto& [reason, code] : {std::pair(cases::ClosingReason::lapsed, "reopen.lapsed"), std::pair(cases::ClosingReason::merged, "reopen.merged"), std::pair(cases::ClosingReason::withdrawn, "")}) {
        cases::Case closed = fresh;
        closed.closing = cases::Closing{d("2025-02-01"), reason, nok(10'000'00), nok(58'22), nok(0), {}};
        EXPECT_EQ(refusal(closed, cases::ReopenCase{}, "2025-02-02"), code) << name_of(reason);
        EXPECT_EQ(refusal(closed, cases::TakeStep{}, "2025-02-02"), "case.closed");
    }
}

TEST(handling, a_step_left_to_a_person_is_told_with_its_day) {
    cases::Case c = running({StepKind::notice, StepKind::demand}, 0);
    c.levels.send = Level::off;
    const auto next = upcoming(c, norway());
    ASSERT_TRUE(next.ok() && next->has_value());
    EXPECT_EQ((*next)->what, Due::choice);
    EXPECT_EQ((*next)->on, d("2025-01-16"));
    EXPECT_EQ((*next)->because.back().rule, "automation");
    c.awaiting_choice = true;
    const auto shown = ahead(c, norway());
    ASSERT_TRUE(shown.ok() && shown->has_value());
    EXPECT_EQ((*shown)->step.kind, StepKind::notice);
    EXPECT_EQ((*shown)->on, d("2025-01-16"));
}

TEST(handling, a_level_of_another_act_changes_nothing_of_this_one) {
    for (const Level level : {Level::off, Level::propose}) {
        cases::Case c = running({StepKind::notice, StepKind::demand}, 0);
        c.levels = {Level::by_itself, level, level, level};
        const auto events = decide_clock(c, d("2025-01-16"), norway());
        ASSERT_TRUE(events.ok());
        ASSERT_EQ(events->size(), 1U);
        EXPECT_FALSE(std::get<cases::LetterOrdered>(events->front()).order.needs_approval);
    }
}

}  // namespace
}  // namespace frist::rules
