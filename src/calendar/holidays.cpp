#include "calendar/holidays.h"

#include "base/pch.h"

namespace frist {

// The anonymous Gregorian computus in whole numbers.
Date easter_sunday(int year) {
    const int a = year % 19;
    const int century = year / 100;
    const int leap_correction = century - century / 4 - (8 * century + 13) / 25;
    const int moon = (leap_correction + 19 * a + 15) % 30;
    const int paschal = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - a) / 11));
    const int weekday = (year + year / 4 + paschal + 2 - century + century / 4) % 7;
    const int offset = paschal - weekday;
    const int month = 3 + (offset + 40) / 44;
    const int day = offset + 28 - 31 * (month / 4);
    return Date::of(year, month, day);
}

bool Calendar::is_holiday(Date day) const {
    const int key = day.month() * 100 + day.day();
    if (std::find(rule_.fixed.begin(), rule_.fixed.end(), key) != rule_.fixed.end()) return true;
    const int from_easter = (day - easter_sunday(day.year())).count;
    return std::find(rule_.from_easter.begin(), rule_.from_easter.end(), from_easter) != rule_.from_easter.end();
}

bool Calendar::is_banking_day(Date day) const { return day.weekday() <= 5 && !is_holiday(day); }

Date Calendar::banking_day_from(Date day) const {
    while (!is_banking_day(day)) day = day.next();
    return day;
}

Date Calendar::after_banking_days(Date day, int n) const {
    for (; n > 0; --n) day = banking_day_from(day.next());
    return day;
}

}  // namespace frist
