#include "base/date.h"

#include "base/pch.h"

#include <chrono>

namespace frist {
namespace {

std::chrono::year_month_day civil(Date date) {
    return std::chrono::year_month_day{
        std::chrono::sys_days{std::chrono::days{date.days_since_1970()}}};
}

// Digits only, no sign and no blanks; -1 when the text is anything else.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Result<Date> Date::make(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1900 || year > 2199)
        return Error{"date.impossible", "", fmt::format("the year {:04} is not one of 1900 to 2199", year), "Correct the date."};
    if (month < 1 || day < 1 || !ymd.ok())
        return Error{"date.impossible", "",
                     fmt::format("{:04}-{:02}-{:02} is not a day of the calendar", year, month, day),
                     "Correct the date."};
    return Date(static_cast<std::int32_t>(
        std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

Date Date::of(int year, int month, int day) { return make(year, month, day).value(); }

Result<Date> Date::parse(std::string_view iso) {
    const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
    const int y = shaped ? digits(iso.substr(0, 4)) : -1;
    const int m = shaped ? digits(iso.substr(5, 2)) : -1;
    const int d = shaped ? digits(iso.substr(8, 2)) : -1;
    if (y < 0 || m < 0 || d < 0)
        return Error{"date.form", "", "this is not a date of the form 2025-02-28",
                     "Write the date as year-month-day."};
    return make(y, m, d);
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

int Date::weekday() const {
    // 1970-01-01 was a Thursday.
    const int shifted = (days_ % 7 + 7 + 3) % 7;
    return shifted + 1;
}

Date add_months(Date date, int months) {
    using namespace std::chrono;
    const year_month_day start = civil(date);
    const year_month target = year_month{start.year(), start.month()} + std::chrono::months{months};
    const year_month_day same_day{target.year(), target.month(), start.day()};
    const sys_days result =
        same_day.ok() ? sys_days{same_day} : sys_days{year_month_day_last{target.year(), month_day_last{target.month()}}};
    return Date::from_days(static_cast<std::int32_t>(result.time_since_epoch().count()));
}

bool is_leap_year(int year) { return std::chrono::year{year}.is_leap(); }

std::string text(Date date) {
    const auto ymd = civil(date);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

}  // namespace frist
