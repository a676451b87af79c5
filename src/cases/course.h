// A course (løp) is data: the steps a case takes, and the criteria that bend it. It is versioned; a case
// keeps the version it started on. What the law thinks of a course is rules/course_check.h.
#pragma once
#include "base/fields.h"
#include "money/forms.h"

#include <optional>
#include <string>
#include <vector>

namespace frist::cases {

// The order is the law's order: a later step never stands before an earlier one.
enum class StepKind {
    nudge,          // vennlig påminnelse, free
    reminder,       // purring
    notice,         // inkassovarsel
    demand,         // betalingsoppfordring
    attachment,     // utlegg: becomes ready, a person files it
    conciliation,   // forliksklage: as above
    bankruptcy,     // konkursvarsel: as above
    rest_note,      // restnota; ordered by a payment, never part of a course
    closing,        // avslutningsbrev; ordered when a demanded claim is withdrawn, never part of a course
};
constexpr auto names_of(StepKind) {
    return std::to_array<std::string_view>({"nudge", "reminder", "notice", "demand", "attachment", "conciliation", "bankruptcy", "rest_note", "closing"});
}
constexpr bool is_legal(StepKind kind) {
    return kind == StepKind::attachment || kind == StepKind::conciliation || kind == StepKind::bankruptcy;
}

// Letters that follow from what happens to a case: no course has them as a step, and no step waits for one.
constexpr bool beside_course(StepKind kind) { return kind == StepKind::rest_note || kind == StepKind::closing; }

// How a letter leaves the house.
enum class Channel { paper, email, digital_mailbox };
constexpr auto names_of(Channel) { return std::to_array<std::string_view>({"paper", "email", "digital_mailbox"}); }

struct Step {
    StepKind kind = StepKind::reminder;
    bool fee = false;
    int wait_days = 0;        // calendar days beyond the first lawful day
    int deadline_days = 14;   // calendar days from the day of sending
    bool with_enforcement_notice = false;
    bool approval = false;    // a person says yes before it goes out
    std::vector<Channel> channels;   // it leaves by these only; empty: by any that the law and the creditor's doors allow
    bool operator==(const Step&) const = default;
};
template <class Visit>
void fields(Visit& visit, Step& s) {
    visit("step", s.kind);
    visit("fee", s.fee);
    visit("wait_days", s.wait_days);
    visit("deadline_days", s.deadline_days);
    visit("with_enforcement_notice", s.with_enforcement_notice);
    visit("approval", s.approval);
    visit("channels", s.channels);
}

// How far an act goes by itself.
enum class Level {
    off,        // a person does it
    propose,    // it is made ready, and a person says yes
    by_itself,  // the night does it
};
constexpr auto names_of(Level) { return std::to_array<std::string_view>({"off", "propose", "do"}); }

// What of a case happens by itself. What the law asks is asked anyway.
struct Levels {
    Level send = Level::by_itself;        // the letters of the course
    Level rest_note = Level::by_itself;
    Level close = Level::by_itself;       // when no more is left than the course gives up; who has paid all is always done
    Level legal = Level::by_itself;       // the legal step becomes ready; a person files it
    bool operator==(const Levels&) const = default;
};
template <class Visit>
void fields(Visit& visit, Levels& l) {
    visit("send", l.send);
    visit("rest_note", l.rest_note);
    visit("close", l.close);
    visit("legal", l.legal);
}

struct Course {
    std::string name;
    int version = 1;
    int grace_banking_days = 0;               // for money on its way after a deadline
    bool shift_due_date = true;               // a due date on a Saturday, Sunday or holiday moves on
    std::optional<Rate> rest_note_above_percent;
    int rest_note_deadline_days = 14;
    Money close_at_or_below;                  // an open total at or below this closes the case
    std::vector<Step> steps;
    bool operator==(const Course&) const = default;
};
template <class Visit>
void fields(Visit& visit, Course& c) {
    visit("name", c.name);
    visit("version", c.version);
    visit("grace_banking_days", c.grace_banking_days);
    visit("shift_due_date", c.shift_due_date);
    visit("rest_note_above_percent", c.rest_note_above_percent);
    visit("rest_note_deadline_days", c.rest_note_deadline_days);
    visit("close_at_or_below", c.close_at_or_below);
    visit("steps", c.steps);
}

}  // namespace frist::cases
