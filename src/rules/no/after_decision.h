// What follows when a court or an enforcement office has decided: what a person does next, and when.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// Actions: book_what_comes, look_again, enforce, choose, claim_in_estate. Errors: law.* when a period is not known for the day.
Result<std::optional<Country::FollowUp>> after_decision(const cases::Case& c, const NorwegianLaw& law);

}  // namespace frist::rules::no
