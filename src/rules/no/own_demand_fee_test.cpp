// inkassoforskriften §§ 1-2 and 1-3: the creditor's own payment demand costs something once the debtor missed a
// deadline of at least 14 days in a reminder or a notice, and once only.
#include "rules/no/fees.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

TEST(own_demand_fee, hangs_on_a_missed_deadline_and_is_one) {
    const cases::Sent reminder = letter(1, StepKind::reminder, "2026-01-29", "2026-02-12", nok(38'00));
    const cases::Sent free_notice = letter(1, StepKind::notice, "2026-01-29", "2026-02-12");
    const cases::Sent short_notice = letter(1, StepKind::notice, "2026-01-29", "2026-02-11");
    const cases::Sent nudge = letter(1, StepKind::nudge, "2026-01-29", "2026-02-12");
    const cases::Sent demand = letter(2, StepKind::demand, "2026-02-13", "2026-02-27", nok(113'00));
    const cases::Sent free_demand = letter(2, StepKind::demand, "2026-02-13", "2026-02-27");
    cases::Sent came_back = free_notice;
    came_back.voided = true;
    struct Row { const char* about; std::vector<cases::Sent> letters; const char* sent; std::optional<std::int64_t> ore; const char* rule; };
    const Row rows[] = {
        {"nothing was sent", {}, "2026-03-02", std::nullopt, "inkassoforskriften § 1-2"},
        {"on the last day", {free_notice}, "2026-02-12", std::nullopt, "inkassoforskriften § 1-2"},
        {"the day after", {free_notice}, "2026-02-13", 113'00, "inkassoforskriften § 1-2"},
        {"after a reminder it will do", {reminder}, "2026-02-13", 113'00, "inkassoforskriften § 1-2"},
        {"13 days were too few", {short_notice}, "2026-03-02", std::nullopt, "inkassoforskriften § 1-2"},
        {"a nudge is neither", {nudge}, "2026-03-02", std::nullopt, "inkassoforskriften § 1-2"},
        {"the notice came back", {came_back}, "2026-03-02", std::nullopt, "inkassoforskriften § 1-2"},
        {"a second demand", {free_notice, demand}, "2026-03-02", std::nullopt, "inkassoforskriften § 1-3"},
        {"a second demand on the last day of the six months", {free_notice, demand}, "2026-08-13", std::nullopt, "inkassoforskriften § 1-3"},
        {"and the day after", {free_notice, demand}, "2026-08-14", 113'00, "inkassoforskriften § 1-2"},
        {"the first was free", {free_notice, free_demand}, "2026-03-02", 113'00, "inkassoforskriften § 1-2"},
        {"thirteen days after the due date", {free_notice}, "2026-01-28", std::nullopt, "inkassoforskriften § 1-2"},
    };
    for (const Row& row : rows) {
        const auto fee = letter_fee(case_of({claim("1", nok(10'000'00), "2026-01-15")}, row.letters), StepKind::demand, d(row.sent), norwegian_law());
        ASSERT_TRUE(fee.ok()) << row.about;
        EXPECT_EQ(fee->granted.has_value(), row.ore.has_value()) << row.about << ": " << fee->reason.says;
        if (fee->granted && row.ore) {
            EXPECT_EQ(*fee->granted, nok(*row.ore)) << row.about;
        }
        EXPECT_EQ(fee->reason.rule, row.rule) << row.about;
    }
}

TEST(own_demand_fee, needs_the_deadline_missed_for_each_claim) {
    cases::Case c = case_of({claim("1", nok(100'00), "2026-01-15"), claim("2", nok(100'00), "2026-01-15")}, {letter(1, StepKind::notice, "2026-01-29", "2026-02-12")});
    EXPECT_TRUE(deadline_missed(c, 1, {StepKind::notice}, d("2026-02-13"), 14));
    EXPECT_FALSE(deadline_missed(c, 1, {StepKind::notice}, d("2026-02-12"), 14));
    EXPECT_FALSE(deadline_missed(c, 1, {StepKind::notice}, d("2026-02-13"), 15));
    EXPECT_FALSE(deadline_missed(c, 1, {StepKind::reminder}, d("2026-02-13"), 14));
    EXPECT_TRUE(letter_fee(c, StepKind::demand, d("2026-02-13"), norwegian_law()).value().granted);
    c.letters[0].claims = {0};
    EXPECT_FALSE(deadline_missed(c, 1, {StepKind::notice}, d("2026-02-13"), 14));
    EXPECT_FALSE(letter_fee(c, StepKind::demand, d("2026-02-13"), norwegian_law()).value().granted);
}

}  // namespace
}  // namespace frist::rules::no
