// The courses of a creditor: those that are built in and its own, each with its versions. A case keeps the course it began
// with; a new version is for cases that start after it.
#pragma once
#include "office/answer_case.h"
#include "office/course_file.h"
#include "office/people.h"

#include <map>

namespace frist::office {

struct KeptCourse {
    cases::Course course;
    std::string describes;            // one sentence for people; may be empty
    bool built_in = false;
    std::optional<Date> kept_on;      // of an own course
    Id by = 0;                        // the person who kept it; 0: the command line
};

// What a new case of this creditor may run by: the built-in courses and the newest version of each own one, by name.
// Errors store.*.
Result<std::vector<KeptCourse>> courses(const Desk& desk);
std::vector<std::string> names_of_courses(const std::vector<KeptCourse>& courses);

// The newest version of the course of this name; the error's field is `path`. Errors course.unknown, store.*.
Result<KeptCourse> course_named(const Desk& desk, std::string_view name, std::string_view path);
Error course_unknown(std::string_view name, std::string_view path, const std::vector<std::string>& known);
Error no_such_course(std::string_view name);   // course.none: it was asked for itself

// Every version of an own course, the newest first; empty for one that there never was. Errors store.*.
Result<std::vector<KeptCourse>> course_versions(const Desk& desk, const std::string& name);

// The running cases that follow the course, by version, the newest first. Reads every open case of the creditor. Errors store.*.
Result<std::map<int, std::vector<Id>, std::greater<>>> cases_of_course(const Desk& desk, const std::string& name);

// What is wrong with a course, each mistake by its field below "course"; empty when it may be used. `body` is the course as
// JSON. A body that cannot be read at all is one mistake. `relation` none: for whom it will be used is not known.
struct Checked {
    std::optional<cases::Course> course;   // none when it cannot be read
    std::vector<Error> wrong;
};
Result<Checked> checked_course(const Desk& desk, cases::Mode mode, const boost::json::value& body, std::optional<cases::Relation> relation);

// Keeps a course under `name`, as the version after `known`: the newest that whoever saves has seen, 0 for a new one. To be
// called inside Store::change. Errors course.name, course.built_in, course.changed (somebody else kept another version
// meanwhile), store.*, and the first mistake of checked_course.
Result<KeptCourse> keep_course(const Desk& desk, cases::Mode mode, const std::string& name, int known, const boost::json::value& body, Id by);

// Ends an own course: no new case runs by it. Errors course.none, course.built_in, course.in_use (the creditor's
// settings name it), course.changed, store.*.
Outcome end_course(const Desk& desk, const CreditorRecord& creditor, const std::string& name, int known, Id by);

// That the courses the settings name are lawful for those they are meant for: the first mistake, by the setting's name.
Outcome courses_fit(const Desk& desk, const CreditorRecord& creditor);

// What a course does with one invoice when nobody pays and each letter leaves on its first day.
struct ExampleInvoice {
    Money amount;
    std::optional<Date> due;          // empty: today, or so much earlier that the rates of the whole course are known
    cases::DebtorKind kind = cases::DebtorKind::person;
    cases::Relation relation = cases::Relation::consumer;
};
struct CourseExample {
    Date due;
    Date until;                       // as far as it could be played: no further than the rates are confirmed
    boost::json::array timeline;      // as office::play tells it
};
// Errors law.*, claim.*.
Result<CourseExample> example_of(const Desk& desk, const CreditorRecord& creditor, const cases::Course& course, const ExampleInvoice& invoice);

}  // namespace frist::office
