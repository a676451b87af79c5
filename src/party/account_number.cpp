#include "party/account_number.h"

#include "base/pch.h"

namespace frist::party {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

std::string plain(std::string_view written) {
    std::string out;
    out.reserve(written.size());
    for (const char c : written) {
        if (c == ' ' || c == '.' || c == '-' || c == '\t') continue;
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

// The number modulo 97 after the first four signs have moved to the end, with A = 10 to Z = 35.
int remainder_97(std::string_view iban) {
    int rest = 0;
    const auto take = [&rest](char c) {
        rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    };
    for (const char c : iban.substr(4)) take(c);
    for (const char c : iban.substr(0, 4)) take(c);
    return rest;
}

constexpr std::array<std::pair<std::string_view, std::size_t>, 9> lengths = {{
    {"NO", 15},
    {"SE", 24},
    {"FI", 18},
    {"DK", 18},
    {"IS", 26},
    {"EE", 20},
    {"LV", 21},
    {"LT", 20},
    {"DE", 22},
}};

bool right_length(std::string_view iban) {
    for (const auto& [country, length] : lengths)
        if (iban.starts_with(country)) return iban.size() == length;
    return iban.size() >= 15 && iban.size() <= 34;
}

bool norwegian(std::string_view iban) {
    return iban.starts_with("NO") && valid_iban(iban) && valid_bban(iban.substr(4));
}

}  // namespace

bool valid_bban(std::string_view digits) {
    if (digits.size() != 11 || !all_digits(digits)) return false;
    constexpr std::array<int, 11> weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += (digits[i] - '0') * weights[i];
    return sum % 11 == 0;
}

bool valid_iban(std::string_view plain_iban) {
    if (plain_iban.size() < 5 || !right_length(plain_iban)) return false;
    const auto known = [](char c) { return is_digit(c) || is_capital(c); };
    return is_capital(plain_iban[0]) && is_capital(plain_iban[1]) && is_digit(plain_iban[2]) &&
           is_digit(plain_iban[3]) && std::all_of(plain_iban.begin(), plain_iban.end(), known) &&
           remainder_97(plain_iban) == 1;
}

Result<std::string> parse_account(std::string_view written) {
    std::string number = plain(written);
    const bool iban = number.starts_with("NO") && number.size() == 15;
    if (!all_digits(iban ? std::string_view(number).substr(2) : std::string_view(number)) ||
        (!iban && number.size() != 11))
        return Error{"account.form", "account", "this is not a Norwegian account number of eleven digits",
                     "Write it as 1234.56.78903."};
    if (iban ? !norwegian(number) : !valid_bban(number))
        return Error{"account.check_digit", "account", "the last digit of the account number does not fit the others",
                     "Compare with the bank's paper."};
    return iban ? number.substr(4) : number;
}

std::string same_spelling(std::string_view written) {
    std::string number = plain(written);
    return norwegian(number) ? number.substr(4) : number;
}

std::string iban_of(std::string_view bban) {
    FRIST_CHECK(valid_bban(bban));
    const int check = 98 - remainder_97("NO00" + std::string(bban));
    return fmt::format("NO{:02}{}", check, bban);
}

std::string dotted(std::string_view bban) {
    if (bban.size() != 11 || !all_digits(bban)) return std::string(bban);
    return fmt::format("{}.{}.{}", bban.substr(0, 4), bban.substr(4, 2), bban.substr(6));
}

}  // namespace frist::party
