// The days on which costs grow or fall by themselves. Fees and court fees are fixed by their letters; what follows the
// day is the compensation, the salær and the addition for a plan.
#pragma once
#include "cases/case.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// Rising, each once, all after `since`. A day too many does no harm.
std::vector<Date> cost_days(const cases::Case& c, Date since, const NorwegianLaw& law);

}  // namespace frist::rules::no
