// Norwegian national identity numbers: birth numbers, D-numbers and the synthetic series for tests. They are personal
// data: nothing here repeats a number in an error.
#pragma once
#include "base/date.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace frist::party {

enum class BirthNumberSeries { birth_number, d_number, synthetic };

struct BirthNumber {
    std::string digits;  // eleven
    BirthNumberSeries series = BirthNumberSeries::birth_number;
    Date born;
};

// Eleven digits, with blanks between if wanted. A D-number has its first digit raised by 4, a synthetic number its
// month by 80, 65 or 40. Both check digits are of modulus 11; the looser rule for numbers given from 2032 on is not
// accepted yet, because until then it would let mistyped numbers through.
// Errors birth_number.length, birth_number.check_digit, birth_number.date.
Result<BirthNumber> read_birth_number(std::string_view written);

}  // namespace frist::party
