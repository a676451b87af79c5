// Holds a course against the law before anybody uses it. Each error names the step and the section.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

Result<std::vector<Error>> check_course(const CourseAsk& ask, const NorwegianLaw& law);

}  // namespace frist::rules::no
