// The tables of a letter: what the sum is made of, what was paid, and how the interest was found.
#pragma once
#include "letters/letter.h"

namespace frist::letters {

// Every claim with its own figures, the interest, every cost with its section, and the total.
Table sums_table(const Facts& facts, const Texts& texts);
// The payments, and what they have covered.
Table payments_table(const Facts& facts, const Texts& texts);
// The instalments of a plan, and their sum.
Table instalments_table(const Facts& facts, const PlanTerms& plan, const Texts& texts);
// Who stands against whom, and what is enclosed.
Table parties_table(const Facts& facts, const Petition& petition, const Texts& texts);
Table enclosures_table(const Facts& facts, const Petition& petition, const Texts& texts);
// Each stretch of unchanged base and rate: a pencil gets the same sum.
Table interest_table(const Facts& facts, const Texts& texts);

// The annex (reckoning.cpp): the same sums by what happened. Each row is one event with its day and section; each
// table ends in the sum of its rows, and the last adds the three up.
Table claims_reckoning(const Facts& facts, const Reckoning& reckoning, const Texts& texts);
Table interest_reckoning(const Facts& facts, const Reckoning& reckoning, const Texts& texts);
Table costs_reckoning(const Facts& facts, const Reckoning& reckoning, const Texts& texts);
Table payments_reckoning(const Facts& facts, const Reckoning& reckoning, const Texts& texts);
Table total_reckoning(const Facts& facts, const Texts& texts);

}  // namespace frist::letters
