// inkassoloven §§ 9 and 10: fourteen days in a notice and in a demand, counted from the day of sending; no section asks
// for one in any other letter.
#include "rules/no/deadlines.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

TEST(least_deadline, by_letter) {
    struct Row { StepKind kind; int days; const char* rule; };
    const Row rows[] = {
        {StepKind::nudge, 0, "inkassoforskriften § 1-2"},  {StepKind::reminder, 0, "inkassoforskriften § 1-2"},   {StepKind::rest_note, 0, "inkassoforskriften § 1-2"},
        {StepKind::notice, 14, "inkassoloven § 9"},        {StepKind::demand, 14, "inkassoloven § 10"},
        {StepKind::attachment, 0, "inkassoforskriften § 1-2"}, {StepKind::conciliation, 0, "inkassoforskriften § 1-2"}, {StepKind::bankruptcy, 0, "inkassoforskriften § 1-2"},
    };
    for (const Row& row : rows)
        for (const char* sent : {"2015-01-01", "2025-04-16", "2026-11-24"}) {
            const auto least = least_deadline(row.kind, d(sent), norwegian_law()).value();
            EXPECT_EQ(least.granted, Days{row.days}) << name_of(row.kind);
            EXPECT_EQ(least.reason.rule, row.rule) << name_of(row.kind);
        }
}

TEST(least_deadline, is_unknown_before_the_act) {
    EXPECT_EQ(least_deadline(StepKind::notice, d("1989-09-30"), norwegian_law()).error().code, "law.no_rate");
    EXPECT_TRUE(least_deadline(StepKind::notice, d("1989-10-01"), norwegian_law()).ok());
}

}  // namespace
}  // namespace frist::rules::no
