// Late interest: forsinkelsesrenteloven §§ 2 to 4.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// The rates of a claim. Statutory unless a rate was agreed; an agreed rate is never above the statutory one
// against a consumer (§ 4) and never below it against a public body (§ 4 b).
Result<Rates> claim_rates(const cases::Case& c, const cases::Claim& claim, const NorwegianLaw& law);
law::Reason why_rate(const cases::Case& c, const cases::Claim& claim, Date day, const NorwegianLaw& law);

// gjeldsbrevlova § 5: a due day on a Saturday, Sunday or public holiday moves to the next weekday.
Date late_from(Date due, bool shift, const NorwegianLaw& law);

}  // namespace frist::rules::no
