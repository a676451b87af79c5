// How payments cover a debt: the debtor's choice first, else the country's usual order; within a
// component the oldest claim due first. Pure replay: the same facts always give the same cover, so a fact
// that comes late shows by how much earlier covers must change.
#pragma once
#include "rules/balance.h"

namespace frist::rules {

struct CoverPlan {
    std::vector<cases::Cover> covers;       // one per payment of the case, in its order
    std::optional<Date> settled_on;         // the day on which nothing was open any more
};

// What one payment covers of a debt that stands so. `amount` not negative.
Result<cases::Cover> cover_of(const cases::Case& c, const Standing& standing, Date on, Money amount, cases::CoverOrder order, const Country& country);

// All payments of the case replayed in order of the day they took effect.
Result<CoverPlan> cover_all(const cases::Case& c, const Country& country);

}  // namespace frist::rules
