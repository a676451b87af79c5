// How sums and rates stand in JSON ("1234.50 NOK", "12.25") and in snapshots.
#pragma once
#include "base/fields.h"
#include "money/rate.h"

namespace frist {

template <>
struct TextForm<Money> {
    static std::string to(Money amount) { return text(amount) + " " + std::string(amount.currency().code()); }
    static Result<Money> from(std::string_view s) {
        const auto blank = s.rfind(' ');
        FRIST_TRY(Currency currency, Currency::parse(blank == std::string_view::npos ? s : s.substr(blank + 1)));
        return Money::parse(s.substr(0, blank), currency);
    }
};

template <>
struct TextForm<Rate> {
    static std::string to(Rate rate) { return text(rate); }
    static Result<Rate> from(std::string_view s) { return Rate::parse(s); }
};

template <>
struct BinaryForm<Rate> {
    static std::int64_t to(Rate rate) { return rate.millionths(); }
    static Rate from(std::int64_t n) { return Rate::from_millionths(n); }
};

// Binary: the minor units and the currency's three letters.
template <class Visit>
void fields(Visit& visit, Money& amount) {
    std::int64_t minor = amount.minor();
    std::int64_t code = (amount.currency().code()[0] << 16) | (amount.currency().code()[1] << 8) | amount.currency().code()[2];
    visit("minor", minor);
    visit("currency", code);
    const char letters[3] = {static_cast<char>(code >> 16), static_cast<char>(code >> 8), static_cast<char>(code)};
    auto currency = Currency::parse({letters, 3});
    amount = Money(minor, currency.ok() ? *currency : Currency::nok());
}

}  // namespace frist
