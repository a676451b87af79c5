// Rates and fractions as the law writes them ("12.25 %", "1/20", "0.8 times"), and rounding by name.
#pragma once
#include "money/money.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace frist {

// Yearly percentage in millionths: 12.25 % is 122 500. At most four decimals of a percent.
class Rate {
public:
    constexpr Rate() = default;   // 0 %
    static constexpr Rate from_millionths(std::int64_t millionths) { return Rate(millionths); }
    // "12.25" is 12.25 %. Errors rate.form, rate.decimals; not negative, below 1000 %.
    static Result<Rate> parse(std::string_view percent);
    [[nodiscard]] constexpr std::int64_t millionths() const { return millionths_; }
    constexpr auto operator<=>(const Rate&) const = default;

private:
    explicit constexpr Rate(std::int64_t millionths) : millionths_(millionths) {}
    std::int64_t millionths_ = 0;
};

std::string text(Rate rate);   // "12.25", always two decimals or more

// An exact non-negative factor: 1/20, 0.8, 1.5.
class Factor {
public:
    constexpr Factor() = default;   // 1
    constexpr Factor(std::int64_t numerator, std::int64_t denominator) : numerator_(numerator), denominator_(denominator) {}
    // "1/20", "0.25", "2". Error factor.form.
    static Result<Factor> parse(std::string_view text);
    [[nodiscard]] constexpr std::int64_t numerator() const { return numerator_; }
    [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }
    Factor operator*(Factor other) const;
    bool operator==(const Factor& other) const { return numerator_ * other.denominator_ == other.numerator_ * denominator_; }

private:
    std::int64_t numerator_ = 1;
    std::int64_t denominator_ = 1;
};

std::string text(Factor factor);   // "1/20"; whole numbers and decimals as such: "2", "0.8"

__extension__ typedef __int128 Wide;   // holds every product of sum, rate and days exactly

// numerator / denominator, both not negative, to a whole number:
std::int64_t divide_half_up(Wide numerator, Wide denominator);   // .5 goes up
std::int64_t divide_down(Wide numerator, Wide denominator);      // decimals fall away

// amount × factor, exact, then rounded once:
Money times_half_up(Money amount, Factor factor);          // to the minor unit, half up
Money times_half_up_whole(Money amount, Factor factor);    // to whole kroner, half up
Money times_down_whole(Money amount, Factor factor);       // to whole kroner, decimals fall away

}  // namespace frist
