// inkassoforskriften § 1-2: what a reminder, a notice and a creditor's own demand may cost. The fraction goes by the
// claim's due date, sats and rounding by the day of sending.
#include "rules/no/fees.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

TEST(fee_amount, by_due_date_and_day_of_sending) {
    struct Row { const char* due; const char* sent; std::int64_t small; std::int64_t demand; };
    const Row rows[] = {
        {"2015-03-02", "2015-04-01", 65'00, 195'00},
        {"2015-12-01", "2015-12-31", 65'00, 195'00},
        {"2015-12-01", "2016-01-01", 67'00, 201'00},
        {"2016-12-01", "2016-12-31", 67'00, 201'00},
        {"2016-12-01", "2017-01-01", 70'00, 210'00},
        {"2020-09-29", "2020-12-01", 70'00, 210'00},
        {"2020-09-30", "2020-12-01", 70'00, 210'00},   // the last day of the old fractions
        {"2020-10-01", "2020-12-01", 35'00, 105'00},   // half of it from here on
        {"2020-10-02", "2020-12-01", 35'00, 105'00},
        {"2025-12-01", "2025-12-30", 35'00, 105'00},
        {"2025-12-01", "2025-12-31", 35'00, 105'00},
        {"2025-12-01", "2026-01-01", 38'00, 113'00},   // 37.50 and 112.50, half a krone goes up
        {"2025-12-01", "2026-01-02", 38'00, 113'00},
        {"2020-09-30", "2026-01-01", 75'00, 225'00},   // the old fraction of the new sats
    };
    for (const Row& row : rows) {
        for (const StepKind kind : {StepKind::reminder, StepKind::notice, StepKind::demand}) {
            const auto fee = fee_amount(kind, d(row.due), d(row.sent), norwegian_law());
            ASSERT_TRUE(fee.ok()) << row.due;
            EXPECT_EQ(fee->granted, nok(kind == StepKind::demand ? row.demand : row.small)) << name_of(kind) << " due " << row.due << " sent " << row.sent;
            EXPECT_EQ(fee->reason.rule, "inkassoforskriften § 1-2");
        }
    }
}

TEST(fee_amount, tells_how_it_was_worked_out) {
    EXPECT_EQ(fee_amount(StepKind::reminder, d("2025-01-15"), d("2025-01-29"), norwegian_law())->reason.says,
              "sent 14 days after the due date 2025-01-15; fee 1/20 of 700");
    EXPECT_EQ(fee_amount(StepKind::demand, d("2026-01-15"), d("2026-03-02"), norwegian_law())->reason.says,
              "sent 46 days after the due date 2026-01-15; fee 3/20 of 750, rounded to the nearest krone");
}

TEST(fee_amount, is_not_known_before_the_tables_begin) {
    EXPECT_EQ(fee_amount(StepKind::reminder, d("2009-12-31"), d("2015-01-01"), norwegian_law()).error().code, "law.no_rate");
    EXPECT_TRUE(fee_amount(StepKind::reminder, d("2010-01-01"), d("2015-01-01"), norwegian_law()).ok());
    EXPECT_EQ(fee_amount(StepKind::reminder, d("2012-01-01"), d("2012-12-31"), norwegian_law()).error().code, "law.no_rate");
    EXPECT_TRUE(fee_amount(StepKind::reminder, d("2012-01-01"), d("2013-01-01"), norwegian_law()).ok());
}

}  // namespace
}  // namespace frist::rules::no
