// The tables of a letter: what the sum is made of, what was paid, and how the interest was found.
#pragma once
#include "letters/letter.h"

namespace frist::letters {

// Every claim with its own figures, the interest, every cost with its section, and the total.
Table sums_table(const Facts& facts, const Texts& texts);
// The payments, and what they have covered.
Table payments_table(const Facts& facts, const Texts& texts);
// Each stretch of unchanged base and rate: a pencil gets the same sum.
Table interest_table(const Facts& facts, const Texts& texts);

}  // namespace frist::letters
