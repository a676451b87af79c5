// What is owed on any day, past or future, with every row that explains it. Interest counts the half-open
// days [due, day); the rows add up to the sums exactly.
#pragma once
#include "rules/country.h"

namespace frist::rules {

struct ClaimInterest {
    int claim = 0;   // index
    InterestRow row;
};

// What was open of a case when it went into another, where it is owed since.
struct Carried {
    Money principal;
    Money interest;
    Money costs;
    [[nodiscard]] Money total() const { return principal + interest + costs; }
};

struct Balance {
    Date on;
    Money principal;
    Money interest;
    Money costs;
    std::vector<Money> principal_of;          // per claim
    std::vector<ClaimInterest> interest_rows; // accrued, before what was paid of it
    std::vector<CostRow> cost_rows;           // charged, before what was paid of it
    Money overpaid;
    std::optional<Carried> carried;           // into another case, on this day or before
    [[nodiscard]] Money total() const { return principal + interest + costs; }
};

// Interest rows of one claim up to `day`. Error interest.rate_missing.
Result<std::vector<InterestRow>> interest_of(const cases::Case& c, int claim, const ClaimStanding& standing, Date day, const Country& country);

// The open sums at the end of `day`, payments and closing of that day included. Nothing is open in a case that went into another.
Result<Balance> balance_on(const cases::Case& c, Date day, const Country& country);

// What one more day adds from the end of `day` on: the exact interest of that day on what is open of every late claim,
// rounded half up once, to the minor unit. Nothing after a closing. Error interest.rate_missing.
Result<Money> interest_a_day(const cases::Case& c, Date day, const Country& country);

// The same from a running standing: used while payments are being covered.
Result<Balance> balance_of(const cases::Case& c, const Standing& standing, Date day, const Country& country);

}  // namespace frist::rules
