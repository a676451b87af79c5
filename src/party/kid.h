// KID, the payer's reference of Norway: 2 to 25 digits, the last one a check digit by the modulus agreed with the
// bank. Leading zeros belong to it. Rules and vectors: the banks' common description of the OCR giro service.
#pragma once
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace frist::party {

enum class KidModulus { ten, eleven };

inline constexpr std::size_t kid_shortest = 2;
inline constexpr std::size_t kid_longest = 25;

// The check digit for the digits before it: '0' to '9', and '-' where modulus 11 leaves 1. Nothing when `digits` is
// empty, has other signs than digits, or leaves no room for the check digit.
std::optional<char> kid_check_digit(std::string_view digits, KidModulus modulus);

// The digits with their check digit. Errors kid.length, kid.digits, and kid.no_digit where the check digit would be
// '-': payers cannot type it everywhere, so such a number is not given out; take the next one.
Result<std::string> make_kid(std::string_view digits, KidModulus modulus);

// Whether the last sign fits the others; a '-' fits where modulus 11 asks for it. Errors kid.length, kid.digits,
// kid.check_digit; their texts do not repeat the number.
Outcome check_kid(std::string_view kid, KidModulus modulus);

// 2 to 25 digits, the last one possibly '-': whether it may be a KID at all.
bool kid_shaped(std::string_view kid);

// Which check digits fit: "both", "mod10", "mod11" or "none". A file does not tell which modulus was agreed.
std::string_view kid_checks(std::string_view kid);

}  // namespace frist::party
