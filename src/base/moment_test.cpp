#include "base/moment.h"

#include "base/pch.h"

#include <gtest/gtest.h>

namespace frist {
namespace {

TEST(moment, is_written_and_read) {
    const Moment moment{Date::of(2026, 3, 2), 14 * 60 + 5};
    EXPECT_EQ(text(moment), "2026-03-02T14:05");
    EXPECT_EQ(Moment::parse("2026-03-02T14:05").value(), moment);
    EXPECT_EQ(text(Moment{Date::of(2026, 3, 2)}), "2026-03-02T12:00");
    for (const char* wrong : {"", "2026-03-02", "2026-03-02 14:05", "2026-03-02T24:00", "2026-03-02T14:60", "2026-03-02T1405x", "2026-02-30T10:00"})
        EXPECT_FALSE(Moment::parse(wrong).ok()) << wrong;
}

TEST(moment, an_age_is_rounded_up) {
    struct Row { const char* from; const char* to; int hours; };
    const Row rows[] = {{"2026-03-02T12:00", "2026-03-02T12:00", 0}, {"2026-03-02T12:00", "2026-03-02T12:01", 1}, {"2026-03-02T12:00", "2026-03-03T12:00", 24},
                        {"2026-03-02T12:00", "2026-03-03T12:01", 25}, {"2026-02-28T23:59", "2026-03-01T00:00", 1}, {"2026-03-03T12:00", "2026-03-02T12:00", -24}};
    for (const Row& row : rows) EXPECT_EQ(hours_between(Moment::parse(row.from).value(), Moment::parse(row.to).value()), row.hours) << row.to;
}

}  // namespace
}  // namespace frist
