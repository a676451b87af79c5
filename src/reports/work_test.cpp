#include "reports/work.h"

#include <gtest/gtest.h>

namespace frist::reports {
namespace {

constexpr std::int64_t noon = std::int64_t{20'000} * 86'400 + 43'200;

TEST(work, an_exception_takes_what_the_clock_went_on_since_the_one_before) {
    struct {
        const char* name;
        std::optional<std::int64_t> before;
        std::int64_t second;
        std::int64_t minutes;
    } const rows[] = {
        {"the first of a person", std::nullopt, noon, 1},
        {"in the same minute", noon, noon + 59, 0},
        {"a minute on", noon, noon + 60, 1},
        {"just within five minutes", noon, noon + 300, 5},
        {"just past them: alone", noon, noon + 301, 1},
        {"a clock that was set back: alone", noon, noon - 60, 1},
    };
    for (const auto& row : rows) EXPECT_EQ(minutes_of(row.before, row.second), row.minutes) << row.name;
}

TEST(work, a_day_is_norways) {
    const auto at = [](Date day, int hour, int minute) { return std::int64_t{day.days_since_1970()} * 86'400 + hour * 3'600 + minute * 60; };
    const Date winter = Date::of(2026, 1, 31);
    EXPECT_EQ(norwegian_day(at(winter, 22, 59)), winter);
    EXPECT_EQ(norwegian_day(at(winter, 23, 0)), winter.next());
    const Date summer = Date::of(2026, 6, 30);
    EXPECT_EQ(norwegian_day(at(summer, 21, 59)), summer);
    EXPECT_EQ(norwegian_day(at(summer, 22, 0)), summer.next());
    // Summer began on 29 March 2026 and ends on 25 October.
    EXPECT_EQ(norwegian_day(at(Date::of(2026, 3, 28), 22, 30)), Date::of(2026, 3, 28));
    EXPECT_EQ(norwegian_day(at(Date::of(2026, 3, 29), 22, 30)), Date::of(2026, 3, 30));
    EXPECT_EQ(norwegian_day(at(Date::of(2026, 10, 24), 22, 30)), Date::of(2026, 10, 25));
    EXPECT_EQ(norwegian_day(at(Date::of(2026, 10, 25), 22, 30)), Date::of(2026, 10, 25));
}

TEST(work, what_did_not_go_by_itself_is_an_exception) {
    for (const char* const what : {"case-pause", "case-approve-letter", "payment-assign", "refund-order", "debtor-change", "debtors-group", "note-add"}) EXPECT_TRUE(on_an_exception(what)) << what;
    for (const char* const what : {"case-new", "cases-start", "payment-file", "ledger-import", "automation-set", "course-keep", "list-export", "report-export", "case-evidence", "night"}) EXPECT_FALSE(on_an_exception(what)) << what;
}

}  // namespace
}  // namespace frist::reports
