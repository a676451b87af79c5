#include "money/money.h"

#include "base/pch.h"

namespace frist {
namespace {

std::int64_t power_of_ten(int n) {
    std::int64_t value = 1;
    for (; n > 0; --n) value *= 10;
    return value;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1234" + "50" of a sum without its sign.
std::pair<std::string, std::string> parts(Money amount) {
    const int decimals = amount.currency().decimals();
    const auto magnitude = amount.minor() < 0 ? 0 - static_cast<std::uint64_t>(amount.minor())
                                              : static_cast<std::uint64_t>(amount.minor());
    const auto unit = static_cast<std::uint64_t>(power_of_ten(decimals));
    std::string fraction;
    if (decimals > 0) fraction = fmt::format("{:0{}}", magnitude % unit, decimals);
    return {fmt::format("{}", magnitude / unit), fraction};
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code) {
    const bool good = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!good)
        return Error{"currency.form", "", "a currency is three capital letters, as NOK or SEK", "Correct the currency code."};
    return Currency(code[0], code[1], code[2]);
}

int Currency::decimals() const {
    for (const std::string_view none : {"JPY", "ISK", "KRW", "CLP", "VND", "XAF", "XOF", "XPF", "UGX", "PYG"})
        if (code() == none) return 0;
    for (const std::string_view three : {"KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"})
        if (code() == three) return 3;
    return 2;
}

Result<Money> Money::parse(std::string_view decimal, Currency currency) {
    std::string_view rest = decimal;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    const auto dot = rest.find('.');
    const std::string_view whole = rest.substr(0, dot);
    std::string_view fraction = dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1);
    if (!all_digits(whole) || (dot != std::string_view::npos && !all_digits(fraction)))
        return Error{"money.form", "", "this is not a sum of the form 1234.50", "Write digits with a point before the decimals."};
    const auto places = static_cast<std::size_t>(currency.decimals());
    if (fraction.size() > places && fraction.find_first_not_of('0', places) != std::string_view::npos)
        return Error{"money.decimals", "", fmt::format("{} has {} decimals, this sum has more", currency.code(), places),
                     "Round the sum where it was made."};
    fraction = fraction.substr(0, places);
    std::string digits(whole);
    digits += fraction;
    digits.append(places - fraction.size(), '0');
    std::int64_t minor = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), minor);
    if (failure != std::errc{} || minor > 1'000'000'000'000'000'00)
        return Error{"money.size", "", "the sum is larger than any claim", "Correct the sum."};
    return Money(negative ? -minor : minor, currency);
}

Money Money::operator+(Money other) const {
    FRIST_CHECK(currency_ == other.currency_);
    std::int64_t sum = 0;
    FRIST_CHECK(!__builtin_add_overflow(minor_, other.minor_, &sum));
    return {sum, currency_};
}

Money Money::operator-(Money other) const {
    FRIST_CHECK(currency_ == other.currency_);
    std::int64_t difference = 0;
    FRIST_CHECK(!__builtin_sub_overflow(minor_, other.minor_, &difference));
    return {difference, currency_};
}

std::strong_ordering Money::operator<=>(const Money& other) const {
    FRIST_CHECK(currency_ == other.currency_);
    return minor_ <=> other.minor_;
}

Money min(Money a, Money b) { return b < a ? b : a; }
Money max(Money a, Money b) { return a < b ? b : a; }

std::string text(Money amount) {
    const auto [whole, fraction] = parts(amount);
    return (amount.negative() ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::string grouped(Money amount) {
    const auto [whole, fraction] = parts(amount);
    std::string out = amount.negative() ? "\u2212" : "";
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += "\u00a0";
        out += whole[i];
    }
    return fraction.empty() ? out : out + "," + fraction;
}

}  // namespace frist
