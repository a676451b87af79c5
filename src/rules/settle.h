// What follows when money or a credit note reaches a case: covers replayed, fees taken back that a late fact
// made needless, the case closed, or a rest note ordered.
#pragma once
#include "rules/country.h"

namespace frist::rules {

// Appends events to `events` and keeps `c` in step with them.
void happen(cases::Case& c, cases::Events& events, cases::Event event);

// After something that was owed fell away (a plan's addition, the salær of a demand that came back): payments that
// had covered it cover what is still owed.
Outcome cover_anew(cases::Case& c, cases::Events& events, Date today, const Country& country);

// After PaymentReceived or ClaimCredited. `before` is what was open the moment before a payment, for the
// share of a rest note; nothing for a credit note.
Outcome settle(cases::Case& c, cases::Events& events, Date today, std::optional<Money> before, const Country& country);

// Where `open` is within what the course gives up: the case closes, or nothing more goes out until a person has said so, as its
// level is. False: the case goes on.
Result<bool> give_up_rest(cases::Case& c, cases::Events& events, Date today, Money open, const Country& country);

// After PaymentTakenBack, or a PaymentReturned of what had covered something: what is left is covered anew, and a case that the money
// closed goes on. One that is settled without it, was withdrawn or has lapsed is closed again, so that what is written off is right.
Outcome less_money(cases::Case& c, cases::Events& events, Date today, const Reason& why, const Country& country);

// The creditor gives the claims up. Who has been asked to pay by a demand is told by a closing letter.
Outcome withdraw(cases::Case& c, cases::Events& events, Date today, std::optional<cases::Withdrawal> why, const Country& country);

// The closing with everything still open written off.
Result<cases::CaseClosed> closing(const cases::Case& c, Date today, cases::ClosingReason reason, const Country& country);

}  // namespace frist::rules
