// What people did, and what went without them.
#include "base/pch.h"
#include "reports/rule.h"

namespace frist::reports {
namespace {

// As the definition has its columns.
enum Figure : std::size_t { acts, exceptions, minutes, started, closed, untouched };

}  // namespace

void acts_of(const HandAct& act, Pen& pen) {
    const auto line = [&](Figure figure, std::int64_t value) { pen.line({.column = figure, .value = value, .day = act.day, .what = act.what, .person = act.person, .act = act.what}); };
    line(acts, 1);
    if (!act.exception) return;
    line(exceptions, 1);
    line(minutes, act.minutes);
}

// A case is no person's and no act's.
Outcome hands_off_of(const Seen& seen, Pen& pen) {
    const auto line = [&](Figure figure, Date day, std::string_view what) {
        if (seen.within(day)) pen.line({.column = figure, .value = 1, .day = day, .what = what});
    };
    line(started, seen.c.opened, "case");
    if (!seen.c.closing) return done;
    line(closed, seen.c.closing->on, "closing");
    if (!seen.touched) line(untouched, seen.c.closing->on, "closing");
    return done;
}

}  // namespace frist::reports
