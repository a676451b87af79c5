// gjeldsbrevlova § 5: a due day on a Saturday, Sunday or public holiday, on 1 or 17 May, moves to the next weekday.
#include "rules/no/interest.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

TEST(late_from, moves_to_the_next_weekday) {
    struct Row { const char* due; const char* late; };
    const Row rows[] = {
        {"2025-02-28", "2025-02-28"},   // Friday
        {"2025-03-01", "2025-03-03"},   // Saturday: X9
        {"2025-03-02", "2025-03-03"},   // Sunday
        {"2025-03-03", "2025-03-03"},
        {"2025-04-16", "2025-04-16"},   // the Wednesday before Easter
        {"2025-04-17", "2025-04-22"},   // Maundy Thursday, past Easter Monday
        {"2025-04-18", "2025-04-22"},
        {"2025-04-19", "2025-04-22"},
        {"2025-04-21", "2025-04-22"},
        {"2025-04-22", "2025-04-22"},
        {"2025-04-30", "2025-04-30"},
        {"2025-05-01", "2025-05-02"},   // Thursday
        {"2026-05-01", "2026-05-04"},   // Friday
        {"2024-05-17", "2024-05-21"},   // Friday; the Monday is Whit Monday
        {"2025-05-29", "2025-05-30"},   // Ascension
        {"2025-06-09", "2025-06-10"},   // Whit Monday
        {"2025-12-24", "2025-12-24"},   // Christmas Eve is a weekday
        {"2025-12-25", "2025-12-29"},   // Thursday, then a holiday and a weekend
        {"2025-12-26", "2025-12-29"},
        {"2026-01-01", "2026-01-02"},
        {"2027-03-25", "2027-03-30"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(late_from(d(row.due), true, norwegian_law()), d(row.late)) << row.due;
        EXPECT_EQ(late_from(d(row.due), false, norwegian_law()), d(row.due)) << row.due << " without the shift";
    }
}

}  // namespace
}  // namespace frist::rules::no
