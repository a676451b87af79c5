// The one place that turns a wish or the passing of time into events. Pure: a case, a command, a day and a
// country's law go in; the events that follow from it, all of them, come out. Nothing is changed here.
#pragma once
#include "cases/command.h"
#include "rules/country.h"

namespace frist::rules {

// What a person, a bank file or a channel asks. Errors say why the case cannot do it, with the section or
// the remedy: case.closed, payment.amount, payment.future, payment.unknown, payment.merged, payment.returned, return.amount, claim.unknown, credit.nothing_left,
// objection.open, objection.none, pause.until, pause.none, mail.no_letter, mail.open, mail.none,
// bankrupt.open, plan.runs, plan.terms, letter.not_ordered, letter.too_early, letter.future, letter.held,
// letter.approval, letter.stale, letter.forbidden, letter.unknown, legal.not_yet, law.no_rate.
Result<cases::Events> decide(const cases::Case& c, const cases::Command& command, Date today, const Country& country);

// What the clock asks: the first thing due by `today`, or no events. Call again until there are none.
Result<cases::Events> decide_clock(const cases::Case& c, Date today, const Country& country);

}  // namespace frist::rules
