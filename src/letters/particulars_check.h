// Holds the particulars of a letter against its kind and its sums; part of check().
#pragma once
#include "letters/facts.h"

namespace frist::letters {

// Error letter.particulars, with the field.
Outcome check_particulars(const Facts& facts);

}  // namespace frist::letters
