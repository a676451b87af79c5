// A day and a minute of it, as a clock on the creditor's wall shows them. Nobody below main/ reads a clock; a moment
// comes in as an argument. An age in hours is an hour off on the two nights a year when that clock is changed.
#pragma once
#include "base/date.h"

namespace frist {

struct Moment {
    Date day;
    int minute = 720;   // since midnight; noon, when only the day is known
    auto operator<=>(const Moment&) const = default;

    // "2026-03-02T14:05". Errors date.form, date.impossible.
    static Result<Moment> parse(std::string_view iso);
};

std::string text(Moment moment);

// So many minutes later, or earlier when they are negative.
Moment after(Moment moment, int minutes);

// Whole hours from `from` to `to`, rounded up; zero or less when `to` is not later.
int hours_between(Moment from, Moment to);

}  // namespace frist
