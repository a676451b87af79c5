#include "party/kid.h"

#include "base/pch.h"

namespace frist::party {
namespace {

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Weights 2, 1, 2, 1 … from the right; the digits of each product are added.
char check_by_ten(std::string_view digits) {
    int sum = 0;
    bool twice = true;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
        const int product = (*digit - '0') * (twice ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

// Weights 2, 3, 4, 5, 6, 7, 2, 3 … from the right.
char check_by_eleven(std::string_view digits) {
    int sum = 0;
    int weight = 2;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        sum += (*digit - '0') * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    const int rest = sum % 11;
    return rest == 0 ? '0' : rest == 1 ? '-' : static_cast<char>('0' + 11 - rest);
}

Error wrong_length() {
    return Error{"kid.length", "kid", fmt::format("a KID has {} to {} digits", kid_shortest, kid_longest),
                 "Compare with the letter, or post the payment by hand."};
}

Error wrong_sign() {
    return Error{"kid.digits", "kid", "a KID has digits only", "Compare with the letter, or post the payment by hand."};
}

}  // namespace

std::optional<char> kid_check_digit(std::string_view digits, KidModulus modulus) {
    if (digits.size() + 1 < kid_shortest || digits.size() + 1 > kid_longest || !all_digits(digits)) return std::nullopt;
    switch (modulus) {
        case KidModulus::ten: return check_by_ten(digits);
        case KidModulus::eleven: return check_by_eleven(digits);
    }
    return std::nullopt;
}

Result<std::string> make_kid(std::string_view digits, KidModulus modulus) {
    if (!all_digits(digits)) return wrong_sign();
    const auto check = kid_check_digit(digits, modulus);
    if (!check) return wrong_length();
    if (*check == '-')
        return Error{"kid.no_digit", "kid", "modulus 11 gives no digit for this number", "Take the next number."};
    return std::string(digits) + *check;
}

Outcome check_kid(std::string_view kid, KidModulus modulus) {
    if (kid.size() < kid_shortest || kid.size() > kid_longest) return wrong_length();
    if (!kid_shaped(kid)) return wrong_sign();
    if (kid_check_digit(kid.substr(0, kid.size() - 1), modulus) == kid.back()) return done;
    return Error{"kid.check_digit", "kid", "the last digit does not fit the others",
                 "Compare with the letter, or post the payment by hand."};
}

bool kid_shaped(std::string_view kid) {
    return kid.size() >= kid_shortest && kid.size() <= kid_longest && all_digits(kid.substr(0, kid.size() - 1)) &&
           (kid.back() == '-' || all_digits(kid.substr(kid.size() - 1)));
}

std::string_view kid_checks(std::string_view kid) {
    const bool ten = check_kid(kid, KidModulus::ten).ok();
    const bool eleven = check_kid(kid, KidModulus::eleven).ok();
    return ten && eleven ? "both" : ten ? "mod10" : eleven ? "mod11" : "none";
}

}  // namespace frist::party
