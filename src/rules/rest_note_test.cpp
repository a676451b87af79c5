// A rest note says that the case ends when what it asks for comes in time. So it does.
#include "base/pch.h"
#include "rules/balance.h"
#include "rules/decide.h"
#include "support/norway.h"

namespace frist::rules {
namespace {

using cases::ClosingReason;
using cases::StepKind;
using tested::d;
using tested::norway;

void take(cases::Case& c, const cases::Command& command, std::string_view day) {
    const auto events = decide(c, command, d(day), norway());
    ASSERT_TRUE(events.ok()) << text(events.error());
    for (const cases::Event& event : *events) cases::evolve(c, event);
}

cases::ReceivePayment money(Money amount, std::string_view on) { return {d(on), amount, cases::CoverOrder::usual, false, {}}; }

// 10 000,00 due 15 January 2025; 9 000,00 on 20 January leave 1 017,12, and the note asks for them by 3 February.
cases::Case noted(int grace = 0) {
    cases::Case c = tested::case_of({tested::claim("F1", nok(10'000'00), "2025-01-15")});
    c.course.grace_banking_days = grace;
    c.course.rest_note_above_percent = Rate::parse("85").value();
    c.course.close_at_or_below = nok(0);
    c.course.steps = {tested::step(StepKind::reminder, true), tested::step(StepKind::notice, true)};
    take(c, money(nok(9'000'00), "2025-01-20"), "2025-01-20");
    take(c, cases::ReportSent{1, d("2025-01-20"), {}, {}, {}}, "2025-01-20");
    return c;
}

TEST(rest_note, asks_for_what_it_prints) {
    cases::Case c = noted();
    ASSERT_TRUE(c.rest_note);
    EXPECT_EQ(c.rest_note->asks, nok(1'017'12));
    EXPECT_EQ(c.rest_note->deadline, d("2025-02-03"));

    // Written on one day and posted two days later: the paper says what it says.
    c = tested::case_of({tested::claim("F1", nok(10'000'00), "2025-01-15")});
    c.course.rest_note_above_percent = Rate::parse("85").value();
    take(c, money(nok(9'000'00), "2025-01-20"), "2025-01-20");
    take(c, cases::ReportSent{1, d("2025-01-22"), d("2025-02-05"), {}, nok(1'017'12)}, "2025-01-22");
    EXPECT_EQ(c.rest_note->asks, nok(1'017'12));
}

TEST(rest_note, paid_by_its_last_day_ends_the_case) {
    const struct { std::string_view name, on, learnt; Money amount; int grace; bool ends; } rows[] = {
        {"the day before", "2025-02-02", "2025-02-02", nok(1'017'12), 0, true},
        {"the last day", "2025-02-03", "2025-02-03", nok(1'017'12), 0, true},
        {"the day after", "2025-02-04", "2025-02-04", nok(1'017'12), 0, false},
        {"in time, and late in the books", "2025-02-03", "2025-02-20", nok(1'017'12), 0, true},
        {"an øre short", "2025-02-03", "2025-02-03", nok(1'017'11), 0, false},
        {"money on its way: the third banking day", "2025-02-06", "2025-02-06", nok(1'017'12), 3, true},
        {"the day after it", "2025-02-07", "2025-02-07", nok(1'017'12), 3, false},
    };
    for (const auto& row : rows) {
        cases::Case c = noted(row.grace);
        take(c, money(row.amount, row.on), row.learnt);
        EXPECT_EQ(c.closing.has_value(), row.ends) << row.name;
        if (!c.closing) continue;
        EXPECT_EQ(c.closing->reason, ClosingReason::small_rest) << row.name;
        const auto after = balance_on(c, d("2026-01-01"), norway());
        ASSERT_TRUE(after.ok());
        EXPECT_EQ(after->total(), nok(0)) << row.name << ": nothing is charged afterwards";
    }
}

// 14 days of interest on 1 017,12 at 12.50 % are 4,88: given up, and no more than that.
TEST(rest_note, gives_up_the_interest_that_ran_after_it) {
    cases::Case c = noted();
    take(c, money(nok(1'017'12), "2025-02-03"), "2025-02-03");
    ASSERT_TRUE(c.closing);
    EXPECT_EQ(c.closing->principal + c.closing->interest + c.closing->costs, nok(4'88));
    EXPECT_EQ(c.payments.back().cover.overpaid, nok(0));
}

TEST(rest_note, counts_all_that_came_since_it_left) {
    cases::Case c = noted();
    take(c, money(nok(500'00), "2025-01-25"), "2025-01-25");
    EXPECT_FALSE(c.closing);
    take(c, cases::CreditClaim{"F1", nok(17'12), d("2025-01-28")}, "2025-01-28");
    EXPECT_FALSE(c.closing);
    take(c, money(nok(500'00), "2025-02-03"), "2025-02-03");
    EXPECT_TRUE(c.closing) << "500,00 and 500,00 and a credit note of 17,12";
}

// The reminder left on 4 February; on the 10th it is learnt that the money was there on the 3rd.
TEST(rest_note, takes_back_what_a_later_letter_cost) {
    cases::Case c = noted();
    const auto events = decide_clock(c, d("2025-02-04"), norway());
    ASSERT_TRUE(events.ok() && !events->empty());
    for (const cases::Event& event : *events) cases::evolve(c, event);
    take(c, cases::ReportSent{2, d("2025-02-04"), {}, {}, {}}, "2025-02-04");
    EXPECT_EQ(c.letters.back().fee, nok(35'00));
    take(c, money(nok(1'017'12), "2025-02-03"), "2025-02-10");
    ASSERT_TRUE(c.closing);
    EXPECT_TRUE(c.letters.back().fee_reversed);
    EXPECT_EQ(c.closing->costs, nok(0));
}

TEST(rest_note, that_came_back_or_is_no_longer_the_whole_promises_nothing) {
    cases::Case c = noted();
    take(c, cases::ReportReturnedMail{}, "2025-01-24");
    take(c, cases::FixAddress{}, "2025-01-25");
    EXPECT_FALSE(c.rest_note);
    take(c, cases::ReportSent{2, d("2025-01-26"), {}, {}, {}}, "2025-01-26");
    ASSERT_TRUE(c.rest_note);
    EXPECT_EQ(c.rest_note->deadline, d("2025-02-09"));
    cases::evolve(c, cases::Event(cases::ClaimsJoined{d("2025-01-27"), 0, {tested::claim("F2", nok(100'00), "2025-01-16")}, {}, {}, 0, {}}));
    EXPECT_FALSE(c.rest_note);
}

}  // namespace
}  // namespace frist::rules
