#include "party/org_number.h"

#include "base/pch.h"
#include "party/birth_number.h"

namespace frist::party {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Capitals and digits; what stands between them for the eye is gone.
std::string plain(std::string_view written) {
    std::string out;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if (c == ' ' || c == '.' || c == '-' || c == '\t') continue;
        if (c == '\xC2' && i + 1 < written.size() && written[i + 1] == '\xA0') {
            ++i;
            continue;
        }
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

bool luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
        const int product = (digits[i] - '0') * (twice ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
}

// The weighted sum of all digits, the check digit with weight 1, is divisible by 11.
template <std::size_t N>
bool modulus_11(const std::array<int, N>& weights, std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += weights[i] * (digits[i] - '0');
    return sum % 11 == 0;
}

constexpr std::array<int, 9> norwegian = {3, 2, 7, 6, 5, 4, 3, 2, 1};
constexpr std::array<int, 8> finnish = {7, 9, 10, 5, 8, 4, 2, 1};
constexpr std::array<int, 8> danish = {2, 7, 6, 5, 4, 3, 2, 1};

std::size_t length_in(Register kept_by) {
    switch (kept_by) {
        case Register::norway: return norwegian.size();
        case Register::sweden: return 10;
        case Register::finland: return finnish.size();
        case Register::denmark: return danish.size();
    }
    return 0;
}

std::string_view prefix_in(Register kept_by) {
    switch (kept_by) {
        case Register::norway: return "NO";
        case Register::sweden: return "SE";
        case Register::finland: return "FI";
        case Register::denmark: return "DK";
    }
    return "";
}

// What VAT forms and electronic addresses put around the number.
std::string_view without_ornament(std::string_view text, Register kept_by) {
    if (text.starts_with(prefix_in(kept_by))) text.remove_prefix(2);
    if (kept_by == Register::norway && text.ends_with("MVA")) text.remove_suffix(3);
    if (kept_by == Register::sweden && text.size() == 12 && text.starts_with("16"))
        text.remove_prefix(2);
    else if (kept_by == Register::sweden && text.size() == 12 && text.ends_with("01"))
        text.remove_suffix(2);
    if (kept_by == Register::finland && text.size() == 12 && text.starts_with("0037")) text.remove_prefix(4);
    return text;
}

bool agrees(std::string_view digits, Register kept_by) {
    switch (kept_by) {
        case Register::norway: return modulus_11(norwegian, digits);
        // The third digit tells a company's number from a person's: no month is above 12.
        case Register::sweden: return digits[2] >= '2' && luhn(digits);
        case Register::finland: return modulus_11(finnish, digits);
        case Register::denmark: return digits[0] != '0' && modulus_11(danish, digits);
    }
    return false;
}

bool day_and_month(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

int two(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// YYMMDDNNNC, in twelve digits with the century; a coordination number has its day raised by 60.
bool swedish_person(std::string_view digits) {
    if (digits.size() == 12 && (digits.starts_with("19") || digits.starts_with("20"))) digits.remove_prefix(2);
    if (digits.size() != 10 || !all_digits(digits) || !luhn(digits)) return false;
    const int day = two(digits, 4);
    return day_and_month(day > 60 ? day - 60 : day, two(digits, 2));
}

// DDMMYY, a sign for the century, three digits and a check sign over all nine.
bool finnish_person(std::string_view written) {
    constexpr std::string_view signs = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    if (written.size() != 11 || !all_digits(written.substr(0, 6)) || !all_digits(written.substr(7, 3))) return false;
    if (std::string_view("+-YXWVUABCDEF").find(written[6]) == std::string_view::npos) return false;
    int number = 0;
    for (const char c : std::string(written.substr(0, 6)) + std::string(written.substr(7, 3)))
        number = number * 10 + (c - '0');
    return day_and_month(two(written, 0), two(written, 2)) &&
           signs[static_cast<std::size_t>(number % 31)] == written[10];
}

// DDMMYY-NNNN: the check digit is no longer given, so the date is all there is.
bool danish_person(std::string_view digits) {
    return digits.size() == 10 && all_digits(digits) && day_and_month(two(digits, 0), two(digits, 2));
}

bool person(std::string_view written, Register kept_by) {
    switch (kept_by) {
        case Register::norway: return read_birth_number(written).ok();
        case Register::sweden: return swedish_person(plain(written));
        case Register::finland: return finnish_person(written);
        case Register::denmark: return danish_person(plain(written));
    }
    return false;
}

Error wrong(std::string code, std::string message) {
    return Error{std::move(code), "organisation number", std::move(message),
                 "Compare the number with the public register."};
}

}  // namespace

Result<std::string> read_org_number(std::string_view written, Register kept_by) {
    const std::string signs = plain(written);
    const std::string_view digits = without_ornament(signs, kept_by);
    if (!all_digits(digits)) return wrong("org_number.form", "the number has other signs than digits");
    const std::size_t length = length_in(kept_by);
    if (digits.size() != length)
        return wrong("org_number.length", fmt::format("the number has {} digits, not {}", digits.size(), length));
    if (!agrees(digits, kept_by))
        return wrong("org_number.check_digit", "the check digit does not agree with the other digits");
    if (kept_by == Register::finland) return fmt::format("{}-{}", digits.substr(0, 7), digits.substr(7));
    return std::string(digits);
}

std::optional<DebtorKind> kind_by_number(std::string_view written, Register kept_by) {
    if (read_org_number(written, kept_by).ok()) return DebtorKind::company;
    if (person(written, kept_by)) return DebtorKind::person;
    return std::nullopt;
}

}  // namespace frist::party
