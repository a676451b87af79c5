// Calendar days without a clock: a Date is a day of the Gregorian calendar, Days a signed count of
// calendar days. Nobody below main/ knows which day is today; it comes in as an argument.
#pragma once
#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace frist {

struct Days {
    std::int32_t count = 0;
    auto operator<=>(const Days&) const = default;
};

class Date {
public:
    constexpr Date() = default;   // 1970-01-01; use only as a value to be overwritten

    // The day y-m-d; a day that does not exist is a bug. For input from outside use parse or make.
    static Date of(int year, int month, int day);
    // Error date.impossible when the calendar has no such day. Years 1900 to 2199.
    static Result<Date> make(int year, int month, int day);
    // "2025-02-28" and nothing else. Errors date.form, date.impossible.
    static Result<Date> parse(std::string_view iso);
    static constexpr Date from_days(std::int32_t since_1970) { return Date(since_1970); }

    [[nodiscard]] constexpr std::int32_t days_since_1970() const { return days_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;   // 1 to 12
    [[nodiscard]] int day() const;     // 1 to 31
    [[nodiscard]] int weekday() const; // 1 Monday to 7 Sunday

    constexpr auto operator<=>(const Date&) const = default;
    constexpr Date operator+(Days n) const { return Date(days_ + n.count); }
    constexpr Date operator-(Days n) const { return Date(days_ - n.count); }
    constexpr Days operator-(Date other) const { return Days{days_ - other.days_}; }
    constexpr Date next() const { return Date(days_ + 1); }
    constexpr Date previous() const { return Date(days_ - 1); }

private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

// n calendar months later; a day the month does not have becomes its last: 31 January + 1 month is
// 28 or 29 February (and 29 February + 12 months is 28 February). n may be negative.
Date add_months(Date date, int months);
bool is_leap_year(int year);

// Half-open: [from, to). Empty when to <= from.
struct Period {
    Date from;
    Date to;
    [[nodiscard]] Days length() const { return to > from ? to - from : Days{0}; }
    bool operator==(const Period&) const = default;
};

std::string text(Date date);   // "2025-02-28"

}  // namespace frist
