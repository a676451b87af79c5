// Days as people and programs write them. The order of day and month is settled by a whole column; what nothing
// settles is asked.
#pragma once
#include "base/date.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frist::sheets {

enum class DateOrder : std::uint8_t { dmy, mdy, ymd, serial };

// "DD.MM.YYYY" reads 1.2.2026 and 01.02.26 too. Separator 0: digits only. Serial: days of a spreadsheet since 1900.
struct DateForm {
    DateOrder order = DateOrder::dmy;
    char separator = '.';
    bool operator==(const DateForm&) const = default;
};
std::string name_of(DateForm form);  // "DD.MM.YYYY"
std::optional<DateForm> date_form(std::string_view name);

// What the cells of a column tell.
struct DateEvidence {
    std::array<int, 3> year_last{};  // "01.02.2026", by separator: . - /
    std::array<int, 3> year_first{};
    std::array<bool, 3> first_large{};  // of year_last: a first part above 12, so it is the day
    std::array<bool, 3> second_large{};
    int eight_year_first = 0;
    int eight_year_last = 0;
    int six = 0;
    bool six_day_first = false;
    bool six_year_first = false;
    int serial = 0;
};
void look(DateEvidence& evidence, std::string_view cell);

enum class DateDoubt : std::uint8_t { none, order, mixed };
struct DateChoice {
    std::optional<DateForm> form;  // empty: no cell looks like a day, or there is doubt
    DateDoubt doubt = DateDoubt::none;
};
// `others`: the evidence of all date columns together settles what this column alone does not.
DateChoice decide(const DateEvidence& column, const DateEvidence& others);
void add(DateEvidence& sum, const DateEvidence& part);

// A time behind the day is left out. Two-digit years are 1980 to 2079.
std::optional<Date> read_date(std::string_view cell, DateForm form);

bool looks_like_date(std::string_view cell);

}  // namespace frist::sheets
