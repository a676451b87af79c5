#include "money/rate.h"

#include "base/pch.h"

#include <numeric>

namespace frist {
namespace {

// Digits with at most one point as a number scaled by 10^places; nothing when it is anything else.
std::optional<std::int64_t> scaled(std::string_view text, std::size_t places) {
    const auto dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view fraction = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 9 || fraction.size() > places) return std::nullopt;
    if (dot != std::string_view::npos && fraction.empty()) return std::nullopt;
    std::string digits(whole);
    digits += fraction;
    digits.append(places - fraction.size(), '0');
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
    return value;
}

std::int64_t whole_unit(Currency currency) {
    std::int64_t unit = 1;
    for (int i = 0; i < currency.decimals(); ++i) unit *= 10;
    return unit;
}

std::string decimal_text(std::int64_t value, int places, int least) {
    std::int64_t unit = 1;
    for (int i = 0; i < places; ++i) unit *= 10;
    std::string fraction = fmt::format("{:0{}}", value % unit, places);
    while (static_cast<int>(fraction.size()) > least && fraction.back() == '0') fraction.pop_back();
    return fraction.empty() ? fmt::format("{}", value / unit) : fmt::format("{}.{}", value / unit, fraction);
}

}  // namespace

Result<Rate> Rate::parse(std::string_view percent) {
    const auto value = scaled(percent, 4);
    if (!value || *value >= 10'000'000)
        return Error{"rate.form", "", "this is not a yearly percentage of the form 12.25", "Write digits with a point, below 1000, at most four decimals."};
    return Rate(*value);
}

std::string text(Rate rate) { return decimal_text(rate.millionths(), 4, 2); }

Result<Factor> Factor::parse(std::string_view text) {
    const Error bad{"factor.form", "", "this is not a factor of the form 1/20 or 0.25", "Write digits, with a stroke or a point."};
    if (const auto stroke = text.find('/'); stroke != std::string_view::npos) {
        const auto above = scaled(text.substr(0, stroke), 0);
        const auto below = scaled(text.substr(stroke + 1), 0);
        if (!above || !below || *below == 0) return bad;
        return Factor(*above, *below);
    }
    const auto value = scaled(text, 4);
    if (!value) return bad;
    const std::int64_t common = *value == 0 ? 10'000 : std::gcd(*value, std::int64_t{10'000});
    return Factor(*value / common, 10'000 / common);
}

Factor Factor::operator*(Factor other) const {
    const std::int64_t above = numerator_ * other.numerator_;
    const std::int64_t below = denominator_ * other.denominator_;
    const std::int64_t common = std::gcd(above, below);
    return Factor(above / common, below / common);
}

std::string text(Factor factor) {
    if (factor.numerator() == 1 && factor.denominator() != 1) return fmt::format("1/{}", factor.denominator());
    if (10'000 % factor.denominator() == 0)
        return decimal_text(factor.numerator() * (10'000 / factor.denominator()), 4, 0);
    return fmt::format("{}/{}", factor.numerator(), factor.denominator());
}

std::int64_t divide_half_up(Wide numerator, Wide denominator) {
    FRIST_CHECK(numerator >= 0 && denominator > 0);
    return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

std::int64_t divide_down(Wide numerator, Wide denominator) {
    FRIST_CHECK(numerator >= 0 && denominator > 0);
    return static_cast<std::int64_t>(numerator / denominator);
}

Money times_half_up(Money amount, Factor factor) {
    return {divide_half_up(Wide{amount.minor()} * factor.numerator(), factor.denominator()), amount.currency()};
}

Money times_half_up_whole(Money amount, Factor factor) {
    const std::int64_t unit = whole_unit(amount.currency());
    return {divide_half_up(Wide{amount.minor()} * factor.numerator(), Wide{factor.denominator()} * unit) * unit, amount.currency()};
}

Money times_down_whole(Money amount, Factor factor) {
    const std::int64_t unit = whole_unit(amount.currency());
    return {divide_down(Wide{amount.minor()} * factor.numerator(), Wide{factor.denominator()} * unit) * unit, amount.currency()};
}

}  // namespace frist
