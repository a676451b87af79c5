// Fees of courts and enforcement offices, and the writing costs the debtor may be asked for:
// rettsgebyrloven §§ 1, 6 a, 7 and 14. They belong to legal steps, which a person files.
#pragma once
#include "cases/course.h"
#include "law/ruling.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// multiple × R, decimals fall away (§ 6 a).
Money court_fee(Money r, Factor multiple);

// The applicant's fee for an attachment or a complaint to the conciliation board filed on `day`. A multiple
// whose source is unsure is not granted.
Result<law::Ruling<Money>> filing_fee(cases::StepKind kind, Date day, const NorwegianLaw& law);

}  // namespace frist::rules::no
