#include "sheets/workbook.h"

#include <rapidcheck.h>

namespace frist::sheets {
namespace {

TEST(workbook, numbers_as_they_are_shown) {
    const std::pair<const char*, const char*> rows[] = {
        {"1250.50", "1250.5"},
        {"1234.5599999999999", "1234.56"},
        {"1234.5600000000001", "1234.56"},
        {"0.30000000000000004", "0.3"},
        {"5.5511151231257827E-17", "0"},
        {"-2.9103830456733704E-11", "0"},
        {"99999.999999999985", "100000"},
        {"1E3", "1000"},
        {"1.5E-2", "0.015"},
        {"-0.0", "0"},
        {"007", "7"},
        {"+5", "5"},
        {"123456789012345", "123456789012345"},
        {"1234567890123456", "1.23456789012346E+15"},
        {"1E+400", "1.0E+400"},
        {"", ""},
        {"-", ""},
        {".", ""},
        {"1,5", ""},
        {"1.2.3", ""},
        {"1E", ""},
        {"1E5x", ""},
        {"NaN", ""},
        {"1E401", ""},
    };
    for (const auto& [raw, shown] : rows) EXPECT_EQ(shown_number(raw), shown) << raw;
}

// Any amount up to ten billion comes out as it was, through the number that a spreadsheet writes for it.
TEST(workbook, amounts_survive_a_spreadsheet) {
    EXPECT_TRUE(rc::check([] {
        const std::int64_t ore = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
        const std::string stored = fmt::format("{:.17g}", static_cast<double>(ore) / 100);
        std::string exact = fmt::format("{}{}.{:02}", ore < 0 ? "-" : "", std::abs(ore) / 100, std::abs(ore) % 100);
        while (exact.ends_with('0')) exact.pop_back();
        if (exact.ends_with('.')) exact.pop_back();
        RC_ASSERT(shown_number(stored) == (exact == "-0" ? "0" : exact));
    }));
}

TEST(workbook, formats_that_show_days) {
    for (const char* code : {"dd.mm.yyyy", "dd\\.mm\\.yyyy;@", "yyyy-mm-dd", "[$-414]d. mmmm yyyy;@", "m/d/yy h:mm",
                             "D/M/YY", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy\\-mm\\-dd\\ hh:mm:ss.000"})
        EXPECT_TRUE(number_format(code).day) << code;
    for (const char* code : {"General", "Standard", "@", "0.00", "#,##0.00", "#,##0.00 \"dager\"", "[Red]0.00",
                             "0 \"dd\"", "hh:mm", "[h]:mm:ss", "0%", "#,##0.00\\ \\k\\r", "\"yd\"", ""})
        EXPECT_FALSE(number_format(code).day) << code;
    EXPECT_EQ(number_format("0000").digits, 4);
    EXPECT_EQ(number_format("0000;-0000").digits, 4);
    EXPECT_EQ(number_format("0.00").digits, 0);
    for (const int id : {14, 15, 16, 17, 22, 27, 31, 36, 50, 58}) EXPECT_TRUE(built_in_format(id).day) << id;
    for (const int id : {0, 1, 2, 4, 9, 13, 18, 21, 23, 37, 44, 45, 47, 49, 59})
        EXPECT_FALSE(built_in_format(id).day) << id;
}

TEST(workbook, days_by_their_number) {
    struct Row {
        const char* number;
        bool since_1904;
        const char* day;
    };
    const Row rows[] = {
        {"1", false, "1900-01-01"},
        {"59", false, "1900-02-28"},
        {"60", false, ""},
        {"61", false, "1900-03-01"},
        {"25569", false, "1970-01-01"},
        {"46051", false, "2026-01-29"},
        {"46051.99", false, "2026-01-29"},
        {"109574", false, "2199-12-31"},
        {"109575", false, ""},
        {"0", false, ""},
        {"-1", false, ""},
        {"x", false, ""},
        {"0", true, "1904-01-01"},
        {"44589", true, "2026-01-29"},
        {"1E5", false, ""},
    };
    for (const Row& row : rows) EXPECT_EQ(day_of_serial(row.number, row.since_1904), row.day) << row.number;
}

TEST(workbook, leading_zeros) {
    EXPECT_EQ(with_leading_zeros("150", 4), "0150");
    EXPECT_EQ(with_leading_zeros("15000", 4), "15000");
    EXPECT_EQ(with_leading_zeros("-15", 4), "-15");
    EXPECT_EQ(with_leading_zeros("1.5", 4), "1.5");
}

}  // namespace
}  // namespace frist::sheets
