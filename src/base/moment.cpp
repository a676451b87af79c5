#include "base/moment.h"

#include "base/pch.h"

namespace frist {
namespace {

int two_digits(std::string_view text) {
    const bool digits = text.size() == 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    return digits ? (text[0] - '0') * 10 + text[1] - '0' : -1;
}

}  // namespace

Result<Moment> Moment::parse(std::string_view iso) {
    const Error form{"date.form", "", "this is not a moment of the form 2025-02-28T14:05", "Write it as year-month-day, T, hour:minute."};
    if (iso.size() != 16 || iso[10] != 'T' || iso[13] != ':') return form;
    const int hour = two_digits(iso.substr(11, 2));
    const int minute = two_digits(iso.substr(14, 2));
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return form;
    FRIST_TRY(const Date day, Date::parse(iso.substr(0, 10)));
    return Moment{day, hour * 60 + minute};
}

std::string text(Moment moment) { return fmt::format("{}T{:02}:{:02}", text(moment.day), moment.minute / 60, moment.minute % 60); }

Moment after(Moment moment, int minutes) {
    const int since = moment.minute + minutes;
    const int days = since >= 0 ? since / 1440 : -((1439 - since) / 1440);
    return {moment.day + Days{days}, since - days * 1440};
}

int hours_between(Moment from, Moment to) {
    const int minutes = (to.day - from.day).count * 1440 + to.minute - from.minute;
    return minutes > 0 ? (minutes + 59) / 60 : minutes / 60;
}

}  // namespace frist
