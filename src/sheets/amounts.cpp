#include "sheets/amounts.h"

#include "base/pch.h"
#include "sheets/table.h"

namespace frist::sheets {
namespace {

constexpr std::size_t longest = 48;

// The digits and separators of a cell: ' ' for all blanks between digits, '\'' for all apostrophes.
struct Signs {
    std::array<char, longest> signs{};
    std::size_t count = 0;
    bool negative = false;
    bool wide = false;
    [[nodiscard]] std::string_view view() const { return {signs.data(), count}; }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_currency_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>({"kr", "nok", "sek", "dkk", "eur", "isk", "usd", "gbp"});
    const auto is = [word](std::string_view known) {
        return word.size() == known.size() && std::equal(word.begin(), word.end(), known.begin(), [](char c, char k) { return static_cast<char>(c | 32) == k; });
    };
    return std::any_of(words.begin(), words.end(), is);
}

// The length of the blank, minus, apostrophe or currency sign of several bytes that begins the text; 0 for others.
std::size_t wide_sign(std::string_view text, char& meaning) {
    struct Wide {
        std::string_view bytes;
        char meaning;
    };
    constexpr std::array<Wide, 7> all = {{{"\u00a0", ' '},
                                          {"\u202f", ' '},
                                          {"\u2007", ' '},
                                          {"\u2212", '-'},
                                          {"\u2013", '-'},
                                          {"\u2019", '\''},
                                          {"€", 'e'}}};
    for (const Wide& wide : all)
        if (text.starts_with(wide.bytes)) {
            meaning = wide.meaning;
            return wide.bytes.size();
        }
    return 0;
}

// Currency words and ":-", ",-" at either end are dropped, the sign is kept apart. Empty when something else stands
// there.
std::optional<Signs> signs_of(std::string_view cell) {
    cell = trimmed(cell);
    Signs out;
    bool closed = false;  // a sign behind the digits
    bool opened = false;  // a parenthesis
    for (std::size_t i = 0; i < cell.size();) {
        char c = cell[i];
        std::size_t size = 1;
        if (static_cast<unsigned char>(c) >= 0x80) {
            size = wide_sign(cell.substr(i), c);
            if (size == 0) return std::nullopt;
            if (c == 'e') {
                i += size;
                continue;
            }
            if (c == ' ' && out.count > 0) out.wide = true;
        }
        if (is_letter(c)) {
            std::size_t end = i;
            while (end < cell.size() && is_letter(cell[end])) ++end;
            if (!is_currency_word(cell.substr(i, end - i))) return std::nullopt;
            i = end < cell.size() && cell[end] == '.' && out.count == 0 ? end + 1 : end;
            continue;
        }
        i += size;
        if (is_digit(c) || c == '.' || c == ',' || c == '\'' || c == ' ') {
            if (is_digit(c) && closed) return std::nullopt;
            if (out.count == longest) return std::nullopt;
            if (c == ' ' && (out.count == 0 || closed)) continue;
            out.signs[out.count++] = c;
        } else if (c == '-' && (out.count == 0 || !closed)) {
            // "250,-" and "250:-" have no øre and no sign.
            const bool dash = out.count > 0 && (out.signs[out.count - 1] == ',' || out.signs[out.count - 1] == ':');
            if (dash)
                --out.count;
            else if (out.negative)
                return std::nullopt;
            else
                out.negative = true;
            closed = out.count > 0;
        } else if (c == ':' && i < cell.size() && cell[i] == '-') {
            ++i;
            closed = true;
        } else if (c == '(' && out.count == 0 && !opened) {
            opened = true;
        } else if (c == ')' && opened && !closed) {
            out.negative = true;
            closed = true;
        } else if (c != '+' || out.count > 0) {
            return std::nullopt;
        }
    }
    if (opened && !closed) return std::nullopt;
    while (out.count > 0 && out.signs[out.count - 1] == ' ') --out.count;
    if (out.count == 0 ||
        !std::any_of(out.signs.begin(), out.signs.begin() + static_cast<std::ptrdiff_t>(out.count), is_digit))
        return std::nullopt;
    return out;
}

}  // namespace

void look(AmountEvidence& evidence, std::string_view cell) {
    const auto signs = signs_of(cell);
    if (!signs) return;
    const std::string_view text = signs->view();
    if (text.find(' ') != std::string_view::npos) ++(signs->wide ? evidence.wide_space : evidence.space);
    if (text.find('\'') != std::string_view::npos) ++evidence.apostrophe;
    const auto last = text.find_last_of(".,");
    if (last == std::string_view::npos) return;
    const char sign = text[last];
    const char other = sign == ',' ? '.' : ',';
    int& decimal = sign == ',' ? evidence.comma_decimal : evidence.point_decimal;
    int& groups = sign == ',' ? evidence.comma_groups : evidence.point_groups;
    if (text.find(other) != std::string_view::npos) {
        // 1.250,00 or 1.250,000: two signs, the last is the decimal one.
        ++decimal;
        ++(sign == ',' ? evidence.point_groups : evidence.comma_groups);
        return;
    }
    const std::size_t behind = text.size() - last - 1;
    const bool once = text.find(sign) == last;
    if (!once)
        ++groups;
    else if (behind != 3 || last > 3 || last == 0 || text.front() == '0' ||
             text.find_first_of(" '") != std::string_view::npos)
        ++decimal;
    else
        ++(sign == ',' ? evidence.unsure_comma : evidence.unsure_point);
}

AmountForm decide(const AmountEvidence& evidence) {
    AmountForm form;
    const bool comma = evidence.comma_decimal > 0 || evidence.point_groups > 0;
    const bool point = evidence.point_decimal > 0 || evidence.comma_groups > 0;
    form.mixed = comma && point;
    if (comma != point)
        form.decimal = comma ? ',' : '.';
    else if (!comma && evidence.unsure_comma + evidence.unsure_point == 0)
        form.decimal = ',';  // whole amounts only
    if (!form.decimal) return form;
    const bool other = *form.decimal == ',' ? evidence.point_groups + evidence.unsure_point > 0
                                            : evidence.comma_groups + evidence.unsure_comma > 0;
    form.thousands = evidence.wide_space > 0   ? "no-break space"
                     : evidence.space > 0      ? "space"
                     : evidence.apostrophe > 0 ? "'"
                     : !other                  ? ""
                     : *form.decimal == ','    ? "."
                                               : ",";
    return form;
}

ReadAmount read_amount(std::string_view cell, char decimal, int decimals) {
    const auto signs = signs_of(cell);
    if (!signs) return {0, AmountFault::form};
    const std::string_view text = signs->view();
    ReadAmount out;
    int digits = 0;     // before the decimal sign, leading zeros not counted
    int in_group = -1;  // digits since a thousands sign
    int behind = -1;    // decimals read
    for (const char c : text) {
        if (is_digit(c)) {
            if (behind >= 0) {
                if (behind < decimals)
                    out.minor = out.minor * 10 + (c - '0');
                else if (c != '0')
                    return {0, AmountFault::decimals};
                if (++behind > 30) return {0, AmountFault::form};
                continue;
            }
            if (in_group >= 0) ++in_group;
            out.minor = out.minor * 10 + (c - '0');
            if (out.minor != 0 && ++digits > 14) return {0, AmountFault::size};
        } else if (c == decimal) {
            if (behind >= 0) return {0, AmountFault::form};
            if (in_group >= 0 && in_group != 3) return {0, AmountFault::form};
            behind = 0;
        } else {
            // Thousands stand in threes; the first group may be shorter, but not empty.
            if (behind >= 0 || digits == 0 || digits > 3 + 3 * 4 || (in_group >= 0 && in_group != 3) ||
                (in_group < 0 && digits > 3))
                return {0, AmountFault::form};
            in_group = 0;
        }
    }
    if (behind < 0 && in_group >= 0 && in_group != 3) return {0, AmountFault::form};
    for (int i = std::max(behind, 0); i < decimals; ++i) out.minor *= 10;
    if (signs->negative) out.minor = -out.minor;
    return out;
}

bool looks_like_amount(std::string_view cell) {
    return signs_of(cell).has_value();
}

}  // namespace frist::sheets
