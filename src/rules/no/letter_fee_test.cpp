// inkassoforskriften §§ 1-2 and 1-3: when a reminder or a collection notice may carry a fee. The wait after the due
// date, at most two before the demand, the six months after which fees begin anew. (The missed deadline of the first
// reminder has its own table in second_fee_test.)
#include "rules/no/fees.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

struct Row {
    const char* about;
    std::vector<cases::Sent> letters;
    StepKind kind;
    const char* sent;
    std::optional<std::int64_t> ore;   // empty: refused
    const char* rule;
    const char* says;
};

void expect(const cases::Case& c, const Row& row) {
    const auto fee = letter_fee(c, row.kind, d(row.sent), norwegian_law());
    ASSERT_TRUE(fee.ok()) << row.about << ": " << text(fee.error());
    EXPECT_EQ(fee->granted.has_value(), row.ore.has_value()) << row.about << ": " << fee->reason.says;
    if (fee->granted && row.ore) {
        EXPECT_EQ(*fee->granted, nok(*row.ore)) << row.about;
    }
    EXPECT_EQ(fee->reason.rule, row.rule) << row.about;
    EXPECT_NE(fee->reason.says.find(row.says), std::string::npos) << row.about << ": " << fee->reason.says;
}

TEST(letter_fee, waits_fourteen_days_after_the_due_date) {
    const Row rows[] = {
        {"the due date", {}, StepKind::reminder, "2025-01-15", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-01-29"},
        {"day 13", {}, StepKind::reminder, "2025-01-28", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-01-29"},
        {"day 14", {}, StepKind::reminder, "2025-01-29", 35'00, "inkassoforskriften § 1-2", "sent 14 days after the due date 2025-01-15"},
        {"day 15", {}, StepKind::reminder, "2025-01-30", 35'00, "inkassoforskriften § 1-2", "sent 15 days after the due date 2025-01-15"},
        {"a notice on day 13", {}, StepKind::notice, "2025-01-28", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-01-29"},
        {"a notice on day 14", {}, StepKind::notice, "2025-01-29", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
    };
    for (const Row& row : rows) expect(case_of({claim("1", nok(10'000'00), "2025-01-15")}, row.letters), row);
}

TEST(letter_fee, counts_from_the_moved_due_date) {
    cases::Case c = case_of({claim("1", nok(10'000'00), "2025-03-01")});   // a Saturday
    c.claims[0].late_from = d("2025-03-03");
    expect(c, {"14 days after the printed date", {}, StepKind::reminder, "2025-03-15", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-03-17"});
    expect(c, {"the day before", {}, StepKind::reminder, "2025-03-16", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-03-17"});
    expect(c, {"X9", {}, StepKind::reminder, "2025-03-17", 35'00, "inkassoforskriften § 1-2", "14 days"});
}

TEST(letter_fee, at_most_two_before_the_demand) {
    const cases::Sent first = letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(35'00));
    const cases::Sent second = letter(2, StepKind::notice, "2025-02-13", "2025-02-27", nok(35'00));
    const cases::Sent free = letter(2, StepKind::reminder, "2025-02-13", "2025-02-27");
    const cases::Sent too_short = letter(1, StepKind::reminder, "2025-01-29", "2025-02-11", nok(35'00));
    const cases::Sent notice_first = letter(1, StepKind::notice, "2025-01-29", "2025-02-12", nok(35'00));
    const cases::Sent demand = letter(3, StepKind::demand, "2025-02-28", "2025-03-14", nok(105'00));
    cases::Sent taken_back = first;
    taken_back.fee_reversed = d("2025-02-10");
    const Row rows[] = {
        {"the second on the last day of the first", {first}, StepKind::notice, "2025-02-12", std::nullopt, "inkassoforskriften § 1-3", "no deadline of at least 14 days"},
        {"the second on the day after", {first}, StepKind::notice, "2025-02-13", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
        {"two reminders are allowed too", {first}, StepKind::reminder, "2025-02-13", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
        {"after 13 days only", {too_short}, StepKind::notice, "2025-02-13", std::nullopt, "inkassoforskriften § 1-3", "no deadline of at least 14 days"},
        {"the third", {first, second}, StepKind::reminder, "2025-02-28", std::nullopt, "inkassoforskriften § 1-3", "a third fee is not allowed"},
        {"the third after a free one between", {first, free}, StepKind::notice, "2025-02-28", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
        {"after a notice", {notice_first}, StepKind::reminder, "2025-02-13", std::nullopt, "inkassoforskriften § 1-3", "the first fee was for a collection notice"},
        {"after the demand", {first, second, demand}, StepKind::reminder, "2025-03-15", std::nullopt, "inkassoforskriften § 1-3", "a payment demand with a fee was sent 2025-02-28"},
        {"the first was taken back and does not count", {taken_back}, StepKind::notice, "2025-02-11", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
    };
    for (const Row& row : rows) expect(case_of({claim("1", nok(10'000'00), "2025-01-15")}, row.letters), row);
}

TEST(letter_fee, begins_anew_six_months_after_the_last) {
    const std::vector<cases::Sent> all = {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(35'00)),
                                          letter(2, StepKind::notice, "2025-02-13", "2025-02-27", nok(35'00)),
                                          letter(3, StepKind::demand, "2025-02-28", "2025-03-14", nok(105'00))};
    const std::vector<cases::Sent> end_of_august = {letter(1, StepKind::notice, "2025-08-31", "2025-09-14", nok(35'00))};
    const Row rows[] = {
        {"the day before", all, StepKind::reminder, "2025-08-27", std::nullopt, "inkassoforskriften § 1-3", "no further fee until six months later"},
        {"the day", all, StepKind::reminder, "2025-08-28", std::nullopt, "inkassoforskriften § 1-3", "no further fee until six months later"},
        {"the day after", all, StepKind::reminder, "2025-08-29", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"},
        {"with the sats of its day", all, StepKind::reminder, "2026-01-01", 38'00, "inkassoforskriften § 1-2", "fee 1/20 of 750"},
        {"six months from 31 August end with February", end_of_august, StepKind::reminder, "2026-02-28", std::nullopt, "inkassoforskriften § 1-3", "the first fee was for"},
        {"and on 1 March it may", end_of_august, StepKind::reminder, "2026-03-01", 38'00, "inkassoforskriften § 1-2", "fee 1/20 of 750"},
    };
    for (const Row& row : rows) expect(case_of({claim("1", nok(10'000'00), "2025-01-15")}, row.letters), row);
}

TEST(letter_fee, of_several_claims_must_be_lawful_for_each_and_the_lowest_counts) {
    const cases::Case old_and_new = case_of({claim("1", nok(100'00), "2020-09-30"), claim("2", nok(100'00), "2020-10-01")});
    expect(old_and_new, {"lowest", {}, StepKind::reminder, "2020-12-01", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"});
    const cases::Case one_too_young = case_of({claim("1", nok(100'00), "2025-01-15"), claim("2", nok(100'00), "2025-02-15")});
    expect(one_too_young, {"day 13 of the second", {}, StepKind::reminder, "2025-02-28", std::nullopt, "inkassoforskriften § 1-2", "no fee before 2025-03-01"});
    expect(one_too_young, {"day 14 of the second", {}, StepKind::reminder, "2025-03-01", 35'00, "inkassoforskriften § 1-2", "fee 1/20 of 700"});
    cases::Case joined = case_of({claim("1", nok(100'00), "2025-01-15"), claim("2", nok(100'00), "2025-01-15")},
                                 {letter(1, StepKind::notice, "2025-01-29", "2025-02-12", nok(35'00))});
    joined.letters[0].claims = {1};
    expect(joined, {"a fee on one of them", {}, StepKind::reminder, "2025-02-13", std::nullopt, "inkassoforskriften § 1-3", "the first fee was for a collection notice"});
}

TEST(letter_fee, ends_with_the_act_of_2026_until_its_regulation_is_entered) {
    NorwegianLaw law = norwegian_law();
    law.act_2026_from = d("2026-07-01");
    const cases::Case c = case_of({claim("1", nok(100'00), "2026-06-01")});
    EXPECT_TRUE(letter_fee(c, StepKind::notice, d("2026-06-30"), law).value().granted);
    const auto notice = letter_fee(c, StepKind::notice, d("2026-07-01"), law).value();
    EXPECT_FALSE(notice.granted);
    EXPECT_EQ(notice.reason.rule, "inkassoloven 2026 §§ 19-21");
    // Its fee for a reminder goes on, but what it is stands in a regulation that nobody has entered.
    EXPECT_TRUE(letter_fee(c, StepKind::reminder, d("2026-06-30"), law).value().granted);
    const auto reminder = letter_fee(c, StepKind::reminder, d("2026-07-01"), law).value();
    EXPECT_FALSE(reminder.granted);
    EXPECT_EQ(reminder.reason.rule, "inkassoloven 2026 § 19");
}

}  // namespace
}  // namespace frist::rules::no
