#include "sheets/workbook.h"

#include "base/date.h"
#include "base/pch.h"

namespace frist::sheets {
namespace {

constexpr int most_rows = 1'048'576;
constexpr int shown_digits = 15;
constexpr int shown_decimals = 9;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// 0.digits × 10^point; digits without zeros at either end.
struct Decimal {
    std::string digits;
    int point = 0;
    bool negative = false;
};

std::optional<Decimal> decimal_of(std::string_view raw) {
    Decimal out;
    if (raw.starts_with('-') || raw.starts_with('+')) {
        out.negative = raw.front() == '-';
        raw.remove_prefix(1);
    }
    if (raw.empty() || raw.size() > 400) return std::nullopt;
    bool point = false;
    bool any = false;
    std::size_t i = 0;
    for (; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c == '.' && !point) {
            point = true;
        } else if (is_digit(c)) {
            any = true;
            if (!out.digits.empty() || c != '0') {
                out.digits += c;
                if (!point) ++out.point;
            } else if (point) {
                --out.point;
            }
        } else {
            break;
        }
    }
    if (!any) return std::nullopt;
    if (i < raw.size()) {
        if (raw[i] != 'e' && raw[i] != 'E') return std::nullopt;
        std::string_view power = raw.substr(i + 1);
        if (power.starts_with('+')) power.remove_prefix(1);
        int value = 0;
        const auto read = std::from_chars(power.data(), power.data() + power.size(), value);
        if (read.ec != std::errc() || read.ptr != power.data() + power.size() || value > 400 || value < -400)
            return std::nullopt;
        out.point += value;
    }
    return out;
}

void round_to_shown(Decimal& number) {
    const int kept = std::min(shown_digits, number.point + shown_decimals);
    if (kept < 0) number.digits.clear();
    if (kept >= 0 && number.digits.size() > static_cast<std::size_t>(kept)) {
        bool up = number.digits[static_cast<std::size_t>(kept)] >= '5';
        number.digits.resize(static_cast<std::size_t>(kept));
        for (auto i = static_cast<std::size_t>(kept); up && i-- > 0;) {
            up = number.digits[i] == '9';
            number.digits[i] = up ? '0' : static_cast<char>(number.digits[i] + 1);
        }
        if (up) {
            number.digits.insert(0, 1, '1');
            ++number.point;
        }
    }
    while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
}

// A format's letters without what it only shows: "quoted", \x, _x, *x and [Red], but with [h].
std::string bare_letters(std::string_view code) {
    std::string out;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;  // the first section is that of positive numbers
        if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    return out;
}

Error too_large() {
    return {"sheet.size", "", "the spreadsheet has more cells than any list of open items", "Split the list."};
}

}  // namespace

std::string shown_number(std::string_view raw) {
    auto number = decimal_of(raw);
    if (!number) return "";
    round_to_shown(*number);
    if (number->digits.empty()) return "0";
    std::string out = number->negative ? "-" : "";
    const auto count = static_cast<int>(number->digits.size());
    if (number->point > shown_digits) {
        out += number->digits.substr(0, 1) + ".";
        out += count > 1 ? number->digits.substr(1) : "0";
        return out + fmt::format("E+{}", number->point - 1);
    }
    if (number->point <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-number->point), '0');
        return out + number->digits;
    }
    const auto whole = static_cast<std::size_t>(number->point);
    if (count <= number->point) {
        out += number->digits;
        out.append(whole - number->digits.size(), '0');
        return out;
    }
    return out + number->digits.substr(0, whole) + "." + number->digits.substr(whole);
}

NumberFormat number_format(std::string_view code) {
    const std::string bare = bare_letters(code);
    NumberFormat out;
    if (bare.empty() || bare == "general" || bare == "standard" || bare == "@") return out;
    if (bare.find_first_not_of('0') == std::string::npos) {
        out.digits = static_cast<int>(std::min<std::size_t>(bare.size(), 40));
        return out;
    }
    const bool day = bare.find_first_of("yd") != std::string::npos;
    const bool amount = bare.find_first_of("#?%") != std::string::npos ||
                        (bare.find('0') != std::string::npos && bare.find('s') == std::string::npos);
    out.day = day && !amount;
    return out;
}

NumberFormat built_in_format(int id) {
    NumberFormat out;
    out.day = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    return out;
}

std::string day_of_serial(std::string_view number, bool since_1904) {
    const std::string_view whole = number.substr(0, number.find('.'));
    int serial = 0;
    const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), serial);
    if (read.ec != std::errc() || read.ptr != whole.data() + whole.size() || serial < 0 || serial > 200'000) return "";
    // Day 60 of those since 1900 is a 29 February 1900 that there never was; the days before it are one off.
    if (!since_1904 && (serial == 0 || serial == 60)) return "";
    const int day_zero = since_1904 ? -24107 : serial < 60 ? -25568 : -25569;
    const Date date = Date::from_days(serial + day_zero);
    return date.year() > 2199 ? "" : text(date);
}

std::string with_leading_zeros(std::string number, int digits) {
    const bool plain = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
    if (plain && number.size() < static_cast<std::size_t>(digits))
        number.insert(0, static_cast<std::size_t>(digits) - number.size(), '0');
    return number;
}

std::optional<Error> RowWriter::begin(std::int64_t place) {
    if (place <= place_ || place > most_rows)
        return Error{"sheet.form", fmt::format("row {}", place), "the rows of the spreadsheet are not in their order",
                     "Save it again in a spreadsheet program."};
    place_ = static_cast<int>(place);
    open_ = false;
    next_ = 0;
    return std::nullopt;
}

std::optional<Error> RowWriter::pad(std::size_t column) {
    if (column < next_)
        return Error{"sheet.form", fmt::format("row {}", place_), "the cells of the row are not in their order",
                     "Save it again in a spreadsheet program."};
    if (column >= Sheet::max_columns)
        return Error{"sheet.columns", fmt::format("row {}", place_), "more columns than any list has",
                     "Delete what stands to the right of the list."};
    if (sheet_.cells() + column > Sheet::max_cells || sheet_.bytes() > Sheet::max_text) return too_large();
    if (!open_) sheet_.begin_row(place_);
    open_ = true;
    for (; next_ < column; ++next_) sheet_.add(Cell{});
    ++next_;
    return std::nullopt;
}

std::optional<Error> RowWriter::add(std::size_t column, std::string_view text, Kind kind) {
    if (text.empty()) return std::nullopt;
    if (auto error = pad(column)) return error;
    sheet_.add(text, kind);
    return std::nullopt;
}

std::optional<Error> RowWriter::add(std::size_t column, Cell kept) {
    if (kept.size == 0) return std::nullopt;
    if (auto error = pad(column)) return error;
    sheet_.add(kept);
    return std::nullopt;
}

void merge_down(Sheet& sheet, const std::vector<MergedCells>& merged) {
    const auto row_at = [&sheet](int place) {
        std::size_t low = 0;
        std::size_t high = sheet.rows();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            (sheet.place(middle) < place ? low : high) = sheet.place(middle) < place ? middle + 1 : middle;
        }
        return low;
    };
    std::size_t filled = 0;
    for (const MergedCells& cells : merged) {
        const std::size_t from = row_at(cells.first);
        if (from == sheet.rows() || sheet.place(from) != cells.first) continue;
        for (std::size_t row = from + 1; row < sheet.rows() && sheet.place(row) <= cells.last; ++row) {
            if (++filled > Sheet::max_cells) return;
            sheet.merge(from, row, cells.column);
        }
    }
}

}  // namespace frist::sheets
