#include "invoices/reference.h"

#include "base/pch.h"
#include "party/kid.h"

namespace frist::invoices {
namespace {

bool digits_only(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// ISO 11649: the first four signs moved to the end, letters as 10 to 35, leave 1 when divided by 97.
bool rf_fits(std::string_view reference) {
    if (reference.size() < 5 || reference.size() > 25) return false;
    const std::string turned = std::string(reference.substr(4)) + std::string(reference.substr(0, 4));
    unsigned rest = 0;
    for (const char c : turned) {
        if (c >= '0' && c <= '9')
            rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            rest = (rest * 100 + static_cast<unsigned>(c - 'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

// Weights 7, 3, 1 from the right, before the check digit. Leading zeros are not significant.
bool viite_fits(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() < 4 || digits.size() > 20) return false;
    constexpr auto weights = std::to_array<int>({7, 3, 1});
    int sum = 0;
    for (std::size_t i = 1; i < digits.size(); ++i)
        sum += (digits[digits.size() - 1 - i] - '0') * weights[(i - 1) % weights.size()];
    return (10 - sum % 10) % 10 == digits.back() - '0';
}

bool luhn(std::string_view digits) {
    const std::string_view fits = party::kid_checks(digits);
    return fits == "both" || fits == "mod10";
}

// Without blanks, dots and hyphens, letters made capitals.
std::string plain_of(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ' || c == '.' || c == '-') continue;
        plain.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return plain;
}

}  // namespace

std::string reference_check(std::string_view reference, std::string_view account, std::string_view branch) {
    const std::string plain = plain_of(reference);
    if (plain.size() > 4 && plain.starts_with("RF") && digits_only(std::string_view(plain).substr(2, 2)))
        return rf_fits(plain) ? "rf" : "wrong";
    if (plain.starts_with("71#") || plain.starts_with("75#")) {
        const std::string_view digits = std::string_view(plain).substr(3);
        const std::size_t length = plain[1] == '1' ? 15 : 16;
        return digits_only(digits) && digits.size() == length && luhn(digits) ? "fik" : "wrong";
    }
    if (!digits_only(plain)) return "";
    const std::string payee = plain_of(account);
    if (payee.starts_with("FI")) return viite_fits(plain) ? "viite" : "wrong";
    const bool swedish = branch == "SE:BANKGIRO" || branch == "SE:PLUSGIRO" || payee.starts_with("SE");
    const bool norwegian = payee.starts_with("NO") || (digits_only(payee) && payee.size() == 11);
    return swedish || norwegian ? std::string(party::kid_checks(plain)) : "";
}

}  // namespace frist::invoices
