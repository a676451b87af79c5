// A case begins, and claims join one: inkassoloven § 17 asks for one case per debtor, with one set of fees.
#pragma once
#include "rules/country.h"

namespace frist::rules {

struct NewClaim {
    std::string number;
    Money amount;
    std::optional<Date> invoiced;
    Date due;
    std::optional<Rate> agreed_rate;
};

// A letter that somebody sent before the case came here.
struct EarlierLetter {
    cases::StepKind kind = cases::StepKind::reminder;
    Date sent;
    std::optional<Date> deadline;
    Money fee;
    std::vector<std::string> invoices;   // those it was about; empty: all claims that come with it
};

struct NewCase {
    std::int64_t id = 0;
    std::int64_t debtor = 0;
    cases::Mode mode = cases::Mode::self;
    cases::DebtorKind kind = cases::DebtorKind::person;
    cases::Relation relation = cases::Relation::consumer;
    bool vat_deductible = true;
    cases::Course course;
    cases::Levels levels;
    std::vector<NewClaim> claims;        // at least one
    std::vector<EarlierLetter> earlier;  // in any order
};

// CaseOpened, with FeeRefused before it for each earlier fee that was more than the law allowed: only the
// lawful part is carried on. Steps taken earlier are not taken again. Errors claim.amount, claim.none,
// claim.currency, earlier.dates, law.no_rate.
Result<cases::Events> open_case(const NewCase& wish, Date today, const Country& country);

// One case for what was two. Granted: the events of the case that stays, and of the case that ends.
struct Joined {
    cases::Events into;
    cases::Events from;
};
// Errors merge.self, merge.debtor, merge.closed, merge.held (a disputed claim stays apart), merge.demand (a
// demand has been sent), merge.filed, merge.mode.
Result<Joined> join(const cases::Case& into, const cases::Case& from, Date today, const Country& country);

// New claims of the same debtor come into a case that is still before its demand. Errors as above.
Result<cases::Events> add_claims(const cases::Case& into, const std::vector<NewClaim>& claims, const std::vector<EarlierLetter>& earlier, Date today, const Country& country);

// Where a case goes on when it moves to `course`: behind the furthest step it has taken, each letter counted once.
int step_after_move(const cases::Case& c, const cases::Course& course);

// Why nothing can join this case; nothing when it can.
std::optional<Error> cannot_take_more(const cases::Case& c);

}  // namespace frist::rules
