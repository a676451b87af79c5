#include "money/interest.h"

#include <gtest/gtest.h>

namespace frist {
namespace {

Date d(const char* iso) { return Date::parse(iso).value(); }
Rate r(const char* percent) { return Rate::parse(percent).value(); }

// Norwegian half-year rates around the official example (law/no/late_interest.csv).
const std::vector<RateSpan> rates = {
    {{d("2023-07-01"), d("2024-01-01")}, r("11.75")}, {{d("2024-01-01"), d("2024-07-01")}, r("12.5")},
    {{d("2024-07-01"), d("2025-01-01")}, r("12.5")},  {{d("2025-01-01"), d("2025-07-01")}, r("12.5")},
    {{d("2025-07-01"), d("2026-01-01")}, r("12.25")},
};

TEST(interest, official_example_rows) {
    struct Row { std::int64_t base; const char* from; const char* to; std::vector<std::int64_t> amounts; };
    const Row rows[] = {
        {1000000, "2024-06-15", "2024-06-27", {4098}},
        {800000, "2024-06-27", "2025-03-10", {69996}},
        {300000, "2025-03-10", "2025-11-21", {11610, 14398}},
        {300000, "2025-08-14", "2025-11-21", {9968}},
        {1000000, "2024-01-15", "2024-04-14", {30738}},          // leap year: /366
        {1000000, "2023-11-15", "2024-02-15", {15130, 15369}},   // into a leap year
    };
    for (const Row& row : rows) {
        const auto got = interest_rows(nok(row.base), {d(row.from), d(row.to)}, rates);
        ASSERT_TRUE(got.ok());
        std::vector<std::int64_t> amounts;
        for (const auto& line : *got) amounts.push_back(line.amount.minor());
        EXPECT_EQ(amounts, row.amounts) << row.from;
    }
}

TEST(interest, a_day_without_a_rate_stops) {
    const auto beyond = interest_rows(nok(100), {d("2025-12-31"), d("2026-01-02")}, rates);
    ASSERT_FALSE(beyond.ok());
    EXPECT_EQ(beyond.error().code, "interest.rate_missing");
    EXPECT_NE(beyond.error().message.find("2026-01-01"), std::string::npos);
    EXPECT_TRUE(interest_rows(nok(100), {d("2025-12-31"), d("2026-01-01")}, rates).ok());
    EXPECT_FALSE(interest_rows(nok(100), {d("2023-06-30"), d("2023-07-02")}, rates).ok());
}

TEST(interest, no_days_no_rows) {
    EXPECT_TRUE(interest_rows(nok(100), {d("2025-01-01"), d("2025-01-01")}, rates).value().empty());
    EXPECT_TRUE(interest_rows(nok(0), {d("2025-01-01"), d("2025-02-01")}, rates).value().empty());
}

}  // namespace
}  // namespace frist
