// calendar: public holidays and banking days. A country's holidays are a rule (fixed days and days
// counted from Easter Sunday), so no year ever runs out.
#pragma once
#include "base/date.h"

#include <vector>

namespace frist {

Date easter_sunday(int year);   // Gregorian

// Fixed days as month·100+day, movable ones as days after Easter Sunday (negative before).
struct HolidayRule {
    std::vector<int> fixed;
    std::vector<int> from_easter;
};

class Calendar {
public:
    explicit Calendar(HolidayRule rule) : rule_(std::move(rule)) {}
    [[nodiscard]] bool is_holiday(Date day) const;        // public holiday, whatever weekday
    [[nodiscard]] bool is_banking_day(Date day) const;    // Monday to Friday and no holiday
    // The day itself when it is a banking day, else the next one.
    [[nodiscard]] Date banking_day_from(Date day) const;
    // The n-th banking day after `day`; n = 0 is the day itself, whatever day it is.
    [[nodiscard]] Date after_banking_days(Date day, int n) const;

private:
    HolidayRule rule_;
};

}  // namespace frist
