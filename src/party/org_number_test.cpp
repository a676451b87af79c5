#include "party/org_number.h"
#include "party/birth_number.h"

#include <gtest/gtest.h>

namespace frist::party {
namespace {

TEST(org_number, the_forms_of_four_registers) {
    struct Row {
        const char* written;
        Register kept_by;
        const char* bare;
    };
    const Row rows[] = {
        {"974760673", Register::norway, "974760673"},          {"974 760 673", Register::norway, "974760673"},
        {"NO 974 760 673 MVA", Register::norway, "974760673"}, {"974\u00a0760\u00a0673", Register::norway, "974760673"},
        {"212000-0142", Register::sweden, "2120000142"},       {"5566778899", Register::sweden, "5566778899"},
        {"162120000142", Register::sweden, "2120000142"},      {"SE212000014201", Register::sweden, "2120000142"},
        {"0112038-9", Register::finland, "0112038-9"},         {"FI01120389", Register::finland, "0112038-9"},
        {"003701120389", Register::finland, "0112038-9"},      {"25992180", Register::denmark, "25992180"},
        {"dk25 99 21 80", Register::denmark, "25992180"},
    };
    for (const Row& row : rows) {
        const auto number = read_org_number(row.written, row.kept_by);
        ASSERT_TRUE(number.ok()) << row.written << " " << text(number.error());
        EXPECT_EQ(*number, row.bare) << row.written;
        EXPECT_EQ(kind_by_number(row.written, row.kept_by), DebtorKind::company) << row.written;
    }
}

TEST(org_number, mistakes_are_named_without_the_number) {
    struct Row {
        const char* written;
        Register kept_by;
        const char* code;
    };
    const Row rows[] = {
        {"974760674", Register::norway, "org_number.check_digit"},
        {"97476067", Register::norway, "org_number.length"},
        {"", Register::norway, "org_number.form"},
        {"97476067X", Register::norway, "org_number.form"},
        {"2120000143", Register::sweden, "org_number.check_digit"},
        {"0112038-8", Register::finland, "org_number.check_digit"},
        {"25992181", Register::denmark, "org_number.check_digit"},
    };
    for (const Row& row : rows) {
        const auto number = read_org_number(row.written, row.kept_by);
        ASSERT_FALSE(number.ok()) << row.written;
        EXPECT_EQ(number.error().code, row.code) << row.written;
        const bool repeated = *row.written != '\0' && text(number.error()).find(row.written) != std::string::npos;
        EXPECT_FALSE(repeated) << row.code;
    }
}

TEST(org_number, every_single_wrong_digit_is_found) {
    const std::string right = "974760673";
    for (std::size_t at = 0; at < right.size(); ++at)
        for (char c = '0'; c <= '9'; ++c) {
            std::string other = right;
            other[at] = c;
            EXPECT_EQ(read_org_number(other).ok(), other == right) << other;
        }
}

// An invented number of the synthetic series with check digits that agree.
std::string with_check_digits(std::string nine) {
    for (char first = '0'; first <= '9'; ++first)
        for (char second = '0'; second <= '9'; ++second) {
            const std::string number = nine + first + second;
            if (read_birth_number(number).ok()) return number;
        }
    return "";
}

TEST(birth_number, series_and_day_of_birth) {
    struct Row {
        const char* nine;
        BirthNumberSeries series;
        Date born;
    };
    const Row rows[] = {
        {"018190123", BirthNumberSeries::synthetic, Date::of(1990, 1, 1)},
        {"295200601", BirthNumberSeries::synthetic, Date::of(2000, 12, 29)},
        {"158605501", BirthNumberSeries::synthetic, Date::of(2005, 6, 15)},
        {"418180123", BirthNumberSeries::synthetic, Date::of(1980, 1, 1)},
    };
    for (const Row& row : rows) {
        const std::string digits = with_check_digits(row.nine);
        ASSERT_FALSE(digits.empty()) << row.nine;
        const auto number = read_birth_number(digits);
        EXPECT_EQ(number->series, row.series) << row.nine;
        EXPECT_EQ(number->born, row.born) << row.nine;
        EXPECT_EQ(kind_by_number(digits), DebtorKind::person);
        EXPECT_EQ(read_birth_number(digits.substr(0, 6) + " " + digits.substr(6))->digits, digits);
    }
}

TEST(birth_number, mistakes) {
    EXPECT_EQ(read_birth_number("0181901230").error().code, "birth_number.length");
    EXPECT_EQ(read_birth_number("01819O12300").error().code, "birth_number.length");
    const std::string right = with_check_digits("018190123");
    for (std::size_t at = 0; at < right.size(); ++at) {
        std::string other = right;
        other[at] = static_cast<char>(other[at] == '9' ? '0' : other[at] + 1);
        EXPECT_FALSE(read_birth_number(other).ok()) << at;
    }
    EXPECT_TRUE(with_check_digits("329390123").empty());  // no 32nd day, no 13th month
    EXPECT_FALSE(kind_by_number("123").has_value());
}

TEST(kind_by_number, persons_of_the_neighbours) {
    EXPECT_EQ(kind_by_number("811361-0005", Register::sweden), std::nullopt);         // wrong day and check digit
    EXPECT_EQ(kind_by_number("131052-308T", Register::finland), DebtorKind::person);  // the register's own example
    EXPECT_EQ(kind_by_number("131052-308U", Register::finland), std::nullopt);
    EXPECT_EQ(kind_by_number("311299-0000", Register::denmark), DebtorKind::person);
    EXPECT_EQ(kind_by_number("321399-0000", Register::denmark), std::nullopt);
}

}  // namespace
}  // namespace frist::party
