// money: sums, rates, named rounding, and interest over changing rates. Whole minor units with a
// currency and exact fractions; no floating point anywhere. Rounding happens once, by name.
#pragma once
#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace frist {

// An ISO 4217 code with its number of decimals.
class Currency {
public:
    constexpr Currency() = default;   // NOK
    // Three capital letters. Error currency.form.
    static Result<Currency> parse(std::string_view code);
    static constexpr Currency nok() { return Currency('N', 'O', 'K'); }
    static constexpr Currency sek() { return Currency('S', 'E', 'K'); }
    static constexpr Currency dkk() { return Currency('D', 'K', 'K'); }
    static constexpr Currency eur() { return Currency('E', 'U', 'R'); }

    [[nodiscard]] std::string_view code() const { return {code_, 3}; }
    [[nodiscard]] int decimals() const;   // 2, but 0 for JPY, ISK … and 3 for KWD …
    bool operator==(const Currency& other) const { return code() == other.code(); }

private:
    constexpr Currency(char a, char b, char c) : code_{a, b, c} {}
    char code_[3] = {'N', 'O', 'K'};
};

// Whole minor units (øre, öre, cent) of one currency. Adding two currencies, or a sum that does not
// fit, is a bug and stops.
class Money {
public:
    constexpr Money() = default;   // 0 NOK
    constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
    // "1234.50", "-0.5", "12": at most as many decimals as the currency has, unless the surplus
    // digits are zeros. Errors money.form, money.decimals, money.size.
    static Result<Money> parse(std::string_view decimal, Currency currency);

    [[nodiscard]] constexpr std::int64_t minor() const { return minor_; }
    [[nodiscard]] constexpr Currency currency() const { return currency_; }
    [[nodiscard]] constexpr bool zero() const { return minor_ == 0; }
    [[nodiscard]] constexpr bool positive() const { return minor_ > 0; }
    [[nodiscard]] constexpr bool negative() const { return minor_ < 0; }

    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator-() const { return Money(0, currency_) - *this; }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }
    bool operator==(const Money& other) const = default;
    std::strong_ordering operator<=>(const Money& other) const;

private:
    std::int64_t minor_ = 0;
    Currency currency_;
};

constexpr Money nok(std::int64_t ore) { return {ore, Currency::nok()}; }
Money min(Money a, Money b);
Money max(Money a, Money b);

std::string text(Money amount);                 // "1234.50": plain decimal, for machines
std::string grouped(Money amount);              // "1 234,50" with no-break spaces, for letters

}  // namespace frist
