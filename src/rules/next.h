// What happens to a case next if nobody touches it: the first thing due and its day. A pure function of the
// case, so that a night needs to look only at the cases whose day has come.
#pragma once
#include "rules/country.h"

namespace frist::rules {

enum class Due { release, plan_broken, lapse, step, choice };

struct Upcoming {
    Date on;
    Due what = Due::step;
    cases::Step step;        // when what is step; a legal step becomes ready instead of being sent
    int index = -1;          // of the step in the course; -1 for a fresh demand after the first has aged
    Date missed;             // when what is plan_broken: the instalment's day
    cases::Because because;
};

// Nothing: the case is closed, waits for a letter to leave, or waits for a person.
Result<std::optional<Upcoming>> upcoming(const cases::Case& c, const Country& country);

// For people: as above, but when a person has the choice, the first day of the legal step that stands open.
Result<std::optional<Upcoming>> ahead(const cases::Case& c, const Country& country);
// The same when `next` is known to be upcoming(c, country).
Result<std::optional<Upcoming>> ahead(const cases::Case& c, std::optional<Upcoming> next, const Country& country);

// The day `step` can be taken, with the reason for the day; not granted: what is missing.
Result<Ruling<Date>> step_day(const cases::Case& c, const cases::Step& step, const Country& country);

// The step of the course that speaks of letters of this kind, or one with the law's own deadlines.
cases::Step step_like(const cases::Course& course, cases::StepKind kind);

}  // namespace frist::rules
