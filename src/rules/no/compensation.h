// Standard compensation for late payment between businesses, 40 euro in kroner: forsinkelsesrenteloven § 3 a.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// One row per claim that was not paid on its due date, by the half-year of the due date; never against a
// consumer (§ 4). A value whose source is unsure is not charged.
Result<std::vector<CostRow>> compensation_rows(const cases::Case& c, const Standing& standing, Date day, const NorwegianLaw& law);

// Compensation and collection costs are set off: the creditor gets the larger, never the sum
// (inkassoforskriften §§ 1-5, 2-6). The row is negative; nothing when there is nothing to set off.
std::optional<CostRow> set_off(Money compensation, Money collection_costs, Date day);

}  // namespace frist::rules::no
