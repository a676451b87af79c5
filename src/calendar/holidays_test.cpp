#include "calendar/holidays.h"

#include <gtest/gtest.h>

namespace frist {
namespace {

const Calendar norway{HolidayRule{{101, 501, 517, 1225, 1226}, {-3, -2, 0, 1, 39, 49, 50}}};

TEST(calendar, easter) {
    struct Row { int year; const char* sunday; };
    const Row rows[] = {{2000, "2000-04-23"}, {2008, "2008-03-23"}, {2011, "2011-04-24"}, {2024, "2024-03-31"}, {2025, "2025-04-20"},
                        {2026, "2026-04-05"}, {2027, "2027-03-28"}, {2038, "2038-04-25"}, {2049, "2049-04-18"}, {2076, "2076-04-19"}};
    for (const Row& row : rows) EXPECT_EQ(text(easter_sunday(row.year)), row.sunday);
}

TEST(calendar, norwegian_holidays_of_2026) {
    for (const char* day : {"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
                            "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26"})
        EXPECT_TRUE(norway.is_holiday(Date::parse(day).value())) << day;
    for (const char* day : {"2026-01-02", "2026-04-01", "2026-04-07", "2026-05-18", "2026-12-24", "2026-12-31"})
        EXPECT_FALSE(norway.is_holiday(Date::parse(day).value())) << day;
}

TEST(calendar, banking_days_step_over_easter) {
    const Date before = Date::of(2026, 4, 1);
    EXPECT_EQ(text(norway.after_banking_days(before, 0)), "2026-04-01");
    EXPECT_EQ(text(norway.after_banking_days(before, 1)), "2026-04-07");
    EXPECT_EQ(text(norway.banking_day_from(Date::of(2026, 4, 4))), "2026-04-07");
}

}  // namespace
}  // namespace frist
