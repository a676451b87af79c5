// Courses as files: the built-in ones (courses/*.json) and a user's own. What the law thinks of a course is
// asked when it is saved and when it is played.
#pragma once
#include "base/strict_json.h"
#include "cases/course.h"
#include "rules/country.h"

namespace frist::office {

// Errors name the place below `path` ("course.steps[1].deadline_days"): json.*, course.*, money.form.
Result<cases::Course> read_course(const boost::json::value& value, const std::string& path, Currency currency);
// Error course.unknown with the names there are.
Result<cases::Course> builtin_course(std::string_view name, std::string_view path, Currency currency);
std::vector<std::string> builtin_course_names();

boost::json::object json_of(const cases::Course& course);

// All mistakes as one list of "path.field: message — remedy" errors; none when the course is lawful.
Result<std::vector<Error>> check_course(const rules::CourseAsk& ask, const std::string& path, const rules::Country& country);

}  // namespace frist::office
