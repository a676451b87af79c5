#include "sheets/dates.h"

#include "base/pch.h"
#include "sheets/table.h"

namespace frist::sheets {
namespace {

constexpr std::string_view separators = ".-/";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Parts {
    std::array<int, 3> value{};
    std::array<int, 3> size{};
    int count = 0;
    char separator = '\0';
};

// Numbers of at most eight digits with one separator between them; a time behind a blank or T is not looked at.
std::optional<Parts> parts_of(std::string_view cell) {
    cell = trimmed(cell);
    Parts parts;
    bool open = false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (is_digit(c)) {
            if (!open) {
                if (parts.count == 3) return std::nullopt;
                ++parts.count;
                open = true;
            }
            const auto at = static_cast<std::size_t>(parts.count - 1);
            if (++parts.size[at] > 8) return std::nullopt;
            parts.value[at] = parts.value[at] * 10 + (c - '0');
            continue;
        }
        if ((c == 'T' || c == ' ') && parts.count == 3 && open) {
            const std::string_view time = cell.substr(i + 1);
            if (time.size() >= 4 && time.find_first_not_of("0123456789:.Z+") == std::string_view::npos &&
                time.find(':') != std::string_view::npos)
                break;
            return std::nullopt;
        }
        // Finnish lists end a day with a point now and then: "1.2." is no day with a year, "1.2.2026." is.
        if (c == '.' && parts.count == 3 && open && i + 1 == cell.size()) break;
        if (!open || separators.find(c) == std::string_view::npos || (parts.separator != '\0' && parts.separator != c))
            return std::nullopt;
        parts.separator = c;
        open = false;
    }
    if (!open || parts.count == 2) return std::nullopt;
    return parts;
}

int full_year(int year, int size) {
    return size > 2 ? year : year < 80 ? 2000 + year : 1900 + year;
}

bool year_first(const Parts& parts) {
    return parts.size[0] == 4 || (parts.size[0] == 2 && parts.size[2] == 2 && parts.value[0] > 31);
}

std::optional<Date> day_of(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const auto date = Date::make(year, month, day);
    if (!date.ok()) return std::nullopt;
    return *date;
}

bool shaped(const Parts& parts) {
    if (parts.count == 3) {
        const bool year_at_front = year_first(parts);
        const int year = year_at_front ? parts.size[0] : parts.size[2];
        return (year == 4 || year == 2) && parts.size[1] <= 2 &&
               (year_at_front ? parts.size[2] <= 2 : parts.size[0] <= 2);
    }
    return parts.count == 1 && (parts.size[0] == 8 || parts.size[0] == 6 || parts.size[0] == 5);
}

// Two digits a part.
std::array<int, 3> pairs_of(int six) {
    return {six / 10000, six / 100 % 100, six % 100};
}

constexpr int first_serial = 25569;  // 1970-01-01
constexpr int last_serial = 73050;   // 2099-12-31

}  // namespace

std::string name_of(DateForm form) {
    const std::string s(form.separator == '\0' ? 0 : 1, form.separator);
    switch (form.order) {
        case DateOrder::dmy: return "DD" + s + "MM" + s + "YYYY";
        case DateOrder::mdy: return "MM" + s + "DD" + s + "YYYY";
        case DateOrder::ymd: return "YYYY" + s + "MM" + s + "DD";
        case DateOrder::serial: return "serial";
    }
    return "";
}

std::optional<DateForm> date_form(std::string_view name) {
    if (name == "serial") return DateForm{DateOrder::serial, '\0'};
    std::string letters;
    std::string signs;
    for (const char c : name) {
        const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (capital == 'D' || capital == 'M' || capital == 'Y') {
            if (letters.empty() || letters.back() != capital) letters += capital;
        } else {
            signs += c;
        }
    }
    DateForm form;
    if (letters == "DMY")
        form.order = DateOrder::dmy;
    else if (letters == "MDY")
        form.order = DateOrder::mdy;
    else if (letters == "YMD")
        form.order = DateOrder::ymd;
    else
        return std::nullopt;
    if (signs.empty())
        form.separator = '\0';
    else if (signs.size() == 2 && signs[0] == signs[1] && separators.find(signs[0]) != std::string_view::npos)
        form.separator = signs[0];
    else
        return std::nullopt;
    return form;
}

void look(DateEvidence& evidence, std::string_view cell) {
    const auto parts = parts_of(cell);
    if (!parts || !shaped(*parts)) return;
    if (parts->count == 3) {
        const auto which = separators.find(parts->separator);
        if (year_first(*parts)) {
            ++evidence.year_first[which];
            return;
        }
        ++evidence.year_last[which];
        if (parts->value[0] > 12) evidence.first_large[which] = true;
        if (parts->value[1] > 12) evidence.second_large[which] = true;
        return;
    }
    const int value = parts->value[0];
    if (parts->size[0] == 8) {
        if (day_of(value / 10000, value / 100 % 100, value % 100))
            ++evidence.eight_year_first;
        else
            ++evidence.eight_year_last;
    } else if (parts->size[0] == 6) {
        ++evidence.six;
        const auto pairs = pairs_of(value);
        if (!day_of(full_year(pairs[0], 2), pairs[1], pairs[2])) evidence.six_day_first = true;
        if (!day_of(full_year(pairs[2], 2), pairs[1], pairs[0])) evidence.six_year_first = true;
    } else if (value >= first_serial && value <= last_serial) {
        ++evidence.serial;
    }
}

void add(DateEvidence& sum, const DateEvidence& part) {
    for (std::size_t i = 0; i < separators.size(); ++i) {
        sum.year_last[i] += part.year_last[i];
        sum.year_first[i] += part.year_first[i];
        sum.first_large[i] = sum.first_large[i] || part.first_large[i];
        sum.second_large[i] = sum.second_large[i] || part.second_large[i];
    }
    sum.eight_year_first += part.eight_year_first;
    sum.eight_year_last += part.eight_year_last;
    sum.six += part.six;
    sum.six_day_first = sum.six_day_first || part.six_day_first;
    sum.six_year_first = sum.six_year_first || part.six_year_first;
    sum.serial += part.serial;
}

DateChoice decide(const DateEvidence& column, const DateEvidence& others) {
    // The form most cells have; the others are mistakes of their rows.
    int best = 0;
    DateChoice choice;
    const auto prefer = [&](int count, DateForm form, bool day_first, bool day_second, bool asked) {
        if (count <= best) return;
        best = count;
        choice = {};
        if (day_first && day_second)
            choice.doubt = DateDoubt::mixed;
        else if (!day_first && !day_second && asked)
            choice.doubt = DateDoubt::order;
        else
            choice.form = form;
    };
    for (std::size_t i = 0; i < separators.size(); ++i) {
        const char sign = separators[i];
        prefer(column.year_first[i], {DateOrder::ymd, sign}, true, false, false);
        const bool own = column.first_large[i] || column.second_large[i];
        const bool first = own ? column.first_large[i] : others.first_large[i];
        const bool second = own ? column.second_large[i] : others.second_large[i];
        // Nobody writes the month first with points.
        prefer(column.year_last[i], {second && !first ? DateOrder::mdy : DateOrder::dmy, sign}, first, second,
               sign != '.');
    }
    prefer(column.eight_year_first, {DateOrder::ymd, '\0'}, true, false, false);
    prefer(column.eight_year_last, {DateOrder::dmy, '\0'}, true, false, false);
    const bool day_first = column.six_day_first || (!column.six_year_first && others.six_day_first);
    const bool year_at_front = column.six_year_first || (!column.six_day_first && others.six_year_first);
    prefer(column.six, {year_at_front ? DateOrder::ymd : DateOrder::dmy, '\0'}, day_first, year_at_front, true);
    prefer(column.serial, {DateOrder::serial, '\0'}, true, false, false);
    return choice;
}

std::optional<Date> read_date(std::string_view cell, DateForm form) {
    const auto parts = parts_of(cell);
    if (!parts || !shaped(*parts)) return std::nullopt;
    std::array<int, 3> value = parts->value;
    std::array<int, 3> size = parts->size;
    if (parts->count == 1) {
        const int whole = parts->value[0];
        if (form.order == DateOrder::serial) {
            if (size[0] != 5 || whole < first_serial || whole > last_serial) return std::nullopt;
            return Date::from_days(whole - first_serial);
        }
        if (form.separator != '\0' || size[0] == 5) return std::nullopt;
        if (size[0] == 8 && form.order == DateOrder::ymd) {
            value = {whole / 10000, whole / 100 % 100, whole % 100};
            size = {4, 2, 2};
        } else if (size[0] == 8) {
            value = {whole / 1000000, whole / 10000 % 100, whole % 10000};
            size = {2, 2, 4};
        } else {
            value = pairs_of(whole);
            size = {2, 2, 2};
        }
    } else {
        if (parts->separator != form.separator || year_first(*parts) != (form.order == DateOrder::ymd))
            return std::nullopt;
    }
    switch (form.order) {
        case DateOrder::dmy: return day_of(full_year(value[2], size[2]), value[1], value[0]);
        case DateOrder::mdy: return day_of(full_year(value[2], size[2]), value[0], value[1]);
        case DateOrder::ymd: return day_of(full_year(value[0], size[0]), value[1], value[2]);
        case DateOrder::serial: return std::nullopt;
    }
    return std::nullopt;
}

bool looks_like_date(std::string_view cell) {
    const auto parts = parts_of(cell);
    return parts && parts->count == 3 && shaped(*parts);
}

}  // namespace frist::sheets
