// When a letter may go: the day after the due date, with a fee 14 days after it; a demand the day after the deadline of
// a notice that covers each claim. The last day of a deadline belongs to the debtor.
#include "rules/no/deadlines.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

law::Ruling<Date> day_of(const cases::Case& c, StepKind kind, bool fee = false) {
    auto day = first_day(c, step(kind, fee), norwegian_law());
    EXPECT_TRUE(day.ok());
    return day.ok() ? *day : law::Ruling<Date>{};
}

TEST(first_day, of_a_letter_hangs_on_the_due_date_and_its_fee) {
    struct Row { StepKind kind; bool fee; const char* day; const char* rule; };
    const Row rows[] = {
        {StepKind::nudge, false, "2025-01-16", "inkassoloven § 9"},
        {StepKind::reminder, false, "2025-01-16", "inkassoloven § 9"},
        {StepKind::reminder, true, "2025-01-29", "inkassoforskriften § 1-2"},
        {StepKind::notice, false, "2025-01-16", "inkassoloven § 9"},
        {StepKind::notice, true, "2025-01-29", "inkassoforskriften § 1-2"},
    };
    for (const Row& row : rows) {
        const auto day = day_of(case_of({claim("1", nok(100'00), "2025-01-15")}), row.kind, row.fee);
        EXPECT_EQ(day.granted, d(row.day)) << name_of(row.kind) << row.fee;
        EXPECT_EQ(day.reason.rule, row.rule);
    }
}

TEST(first_day, waits_for_the_youngest_claim) {
    const cases::Case c = case_of({claim("1", nok(100'00), "2025-02-15"), claim("2", nok(100'00), "2025-01-15")});
    EXPECT_EQ(day_of(c, StepKind::reminder).granted, d("2025-02-16"));
    EXPECT_EQ(day_of(c, StepKind::reminder, true).granted, d("2025-03-01"));
}

TEST(first_day, of_a_demand_is_the_day_after_the_notice_has_run_out) {
    const cases::Sent notice = letter(1, StepKind::notice, "2025-01-29", "2025-02-12");
    const cases::Sent longer = letter(1, StepKind::notice, "2025-01-29", "2025-03-05");
    const cases::Sent again = letter(2, StepKind::notice, "2025-02-05", "2025-02-19");
    const cases::Sent thirteen = letter(1, StepKind::notice, "2025-01-29", "2025-02-11");
    const cases::Sent without = letter(2, StepKind::notice, "2025-02-05", "");
    const cases::Sent on_due_date = letter(1, StepKind::notice, "2025-01-15", "2025-01-29");
    const cases::Sent day_after = letter(1, StepKind::notice, "2025-01-16", "2025-01-30");
    cases::Sent returned = notice;
    returned.voided = true;
    struct Row { const char* about; std::vector<cases::Sent> letters; const char* day; };
    const Row rows[] = {
        {"no notice", {}, nullptr},
        {"a reminder is none", {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12")}, nullptr},
        {"14 days", {notice}, "2025-02-13"},
        {"13 days are no notice", {thirteen}, nullptr},
        {"35 days", {longer}, "2025-03-06"},
        {"it came back", {returned}, nullptr},
        {"sent on the due date", {on_due_date}, nullptr},
        {"sent the day after", {day_after}, "2025-01-31"},
        {"two of them", {notice, again}, "2025-02-20"},
        {"the first gave longer than the second", {longer, again}, "2025-03-06"},
        {"the second names no deadline", {notice, without}, "2025-02-13"},
    };
    for (const Row& row : rows) {
        const auto day = day_of(case_of({claim("1", nok(100'00), "2025-01-15")}, row.letters), StepKind::demand);
        EXPECT_EQ(day.granted, row.day ? std::optional(d(row.day)) : std::nullopt) << row.about;
        EXPECT_EQ(day.reason.rule, row.day ? "inkassoloven § 9" : "inkassoloven §§ 9 and 10") << row.about;
    }
}

TEST(first_day, of_a_demand_needs_a_notice_for_each_claim_and_the_end_of_the_last) {
    cases::Case c = case_of({claim("1", nok(100'00), "2025-01-15"), claim("2", nok(100'00), "2025-01-15")},
                            {letter(1, StepKind::notice, "2025-01-29", "2025-02-28"), letter(2, StepKind::notice, "2025-02-05", "2025-02-19")});
    c.letters[0].claims = {0};
    c.letters[1].claims = {1};
    EXPECT_EQ(day_of(c, StepKind::demand).granted, d("2025-03-01"));   // the first claim's notice runs longest
    c.letters[1].claims = {0};
    const auto missing = day_of(c, StepKind::demand);
    EXPECT_FALSE(missing);
    EXPECT_EQ(missing.reason.says, "invoice 2 has had no collection notice");
}

TEST(first_day, of_an_agencys_demand_does_not_wait_for_a_fee) {
    cases::Case c = case_of({claim("1", nok(100'00), "2025-01-15")}, {letter(1, StepKind::notice, "2025-01-16", "2025-01-30")});
    c.claims.push_back(claim("2", nok(100'00), "2025-01-20"));
    c.letters[0].claims = {0, 1};
    c.letters[0].sent = d("2025-01-21");
    c.letters[0].deadline = d("2025-02-04");
    EXPECT_EQ(day_of(c, StepKind::demand, true).granted, d("2025-02-05"));
    c.mode = cases::Mode::agency;
    EXPECT_EQ(day_of(c, StepKind::demand, true).granted, d("2025-02-05"));
}

}  // namespace
}  // namespace frist::rules::no
