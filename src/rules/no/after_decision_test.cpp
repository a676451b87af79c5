// What a person does next when a court or an office has decided, and when.
#include "rules/no/after_decision.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;
using cases::LegalOutcome;

cases::Case decided(StepKind kind, LegalOutcome outcome, bool with_notice = true) {
    cases::Sent demand = letter(2, StepKind::demand, "2025-02-28", "2025-03-14");
    demand.enforcement_notice = with_notice;
    cases::Case c = case_of({claim("1", nok(10'000'00), "2025-01-15")}, {demand});
    c.filings = {filing(kind, "2025-04-01", outcome, "2025-06-10")};
    return c;
}

TEST(after_decision, by_outcome) {
    struct Row { cases::Case c; const char* action; const char* from; const char* until; const char* rule; };
    const Row rows[] = {
        {decided(StepKind::attachment, LegalOutcome::attachment_taken), "book_what_comes", "2025-09-08", "2035-06-10", "tvangsfullbyrdelsesloven § 7-20"},
        {decided(StepKind::attachment, LegalOutcome::nothing_to_seize), "look_again", "2025-09-08", "2028-04-01", "inkassoloven § 8"},
        {decided(StepKind::conciliation, LegalOutcome::judgment), "enforce", "2025-06-25", "2026-06-10", "tvisteloven § 19-7"},
        {decided(StepKind::conciliation, LegalOutcome::settlement), "enforce", "2025-06-25", "2026-06-10", "tvisteloven § 19-7"},
        {decided(StepKind::conciliation, LegalOutcome::judgment, false), "enforce", "2025-06-25", "2026-06-10", "tvisteloven § 19-7"},
        {decided(StepKind::conciliation, LegalOutcome::dismissed), "choose", "2025-06-10", "2028-01-15", "foreldelsesloven § 22"},
        {decided(StepKind::bankruptcy, LegalOutcome::withdrawn), "choose", "2025-06-10", "2028-01-15", "foreldelsesloven § 22"},
        {decided(StepKind::bankruptcy, LegalOutcome::estate_opened), "claim_in_estate", "2025-06-10", "2025-07-01", "konkursloven § 78"},
    };
    for (const Row& row : rows) {
        const std::string about(name_of(*row.c.filings.back().outcome));
        const auto next = after_decision(row.c, norwegian_law()).value();
        ASSERT_TRUE(next) << about;
        EXPECT_EQ(next->action, row.action) << about;
        EXPECT_EQ(next->from, d(row.from)) << about;
        EXPECT_EQ(next->until, d(row.until)) << about;
        EXPECT_EQ(next->reason.rule, row.rule) << about;
        EXPECT_FALSE(next->reason.says.empty()) << about;
    }
}

TEST(after_decision, tells_that_a_notice_of_enforcement_is_missing) {
    const auto next = after_decision(decided(StepKind::conciliation, LegalOutcome::judgment, false), norwegian_law()).value();
    EXPECT_NE(next->reason.says.find("no enforcement notice has been sent"), std::string::npos);
}

TEST(after_decision, is_nothing_while_nothing_is_decided_or_when_the_case_is_closed) {
    cases::Case c = decided(StepKind::conciliation, LegalOutcome::judgment);
    c.closing = cases::Closing{d("2025-07-01"), cases::ClosingReason::paid, nok(0), nok(0), nok(0), {}};
    EXPECT_FALSE(after_decision(c, norwegian_law()).value());
    c.closing.reset();
    c.filings.push_back(filing(StepKind::attachment, "2025-07-01"));
    EXPECT_FALSE(after_decision(c, norwegian_law()).value());
    c.filings.clear();
    EXPECT_FALSE(after_decision(c, norwegian_law()).value());
}

}  // namespace
}  // namespace frist::rules::no
