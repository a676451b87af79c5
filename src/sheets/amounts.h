// Amounts as people and programs write them. Which sign is the decimal one is settled by a whole column, never by a
// single cell.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frist::sheets {

// What the cells of the amount columns tell together.
struct AmountEvidence {
    int comma_decimal = 0;
    int point_decimal = 0;
    int comma_groups = 0;  // 1,250,000
    int point_groups = 0;
    int unsure_comma = 0;  // 1,250: thousands or three decimals
    int unsure_point = 0;
    int space = 0;
    int wide_space = 0;  // U+00A0, U+202F
    int apostrophe = 0;
};
void look(AmountEvidence& evidence, std::string_view cell);

struct AmountForm {
    std::optional<char> decimal;  // empty: the cells do not settle it, or contradict each other
    bool mixed = false;
    std::string thousands;  // for people
};
AmountForm decide(const AmountEvidence& evidence);

enum class AmountFault : std::uint8_t { none, form, decimals, size };
struct ReadAmount {
    std::int64_t minor = 0;
    AmountFault fault = AmountFault::none;
};
// Minor units of a currency with so many decimals. Minus in front, behind, in parentheses; "kr", currency codes, ":-"
// and blanks are understood. Surplus decimals must be zeros.
ReadAmount read_amount(std::string_view cell, char decimal, int decimals);

// Only digits and what stands in amounts; no word but a currency's.
bool looks_like_amount(std::string_view cell);

}  // namespace frist::sheets
