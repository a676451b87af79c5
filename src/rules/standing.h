// Where a debt stands as payments arrive one by one: what is open of each claim, what has been paid of
// interest and costs. A running sum for balance.h and cover.h; it decides nothing.
#pragma once
#include "cases/case.h"

namespace frist::rules {

struct Change {
    Date on;
    Money principal;   // what was open from this day on
};

struct ClaimStanding {
    Money net;                    // the principal without what was credited
    Money open;
    Money interest_paid;
    std::vector<Change> changes;  // in order of day
    // The principal open at the beginning of `day`'s end: payments of that day are counted.
    [[nodiscard]] Money open_on(Date day) const {
        Money at = net;
        for (const Change& change : changes)
            if (change.on <= day) at = change.principal;
        return at;
    }
};

struct Standing {
    std::vector<ClaimStanding> claims;
    Money costs_paid;
    Money overpaid;
    std::optional<Date> principal_paid_on;   // the day the last of the principal was paid

    [[nodiscard]] Money principal() const {
        Money sum = costs_paid - costs_paid;
        for (const ClaimStanding& claim : claims) sum += claim.open;
        return sum;
    }
};

// Before any payment. Only credits up to `day` count; nothing given: all that are known.
Standing opening(const cases::Case& c, std::optional<Date> day = std::nullopt);
void apply(Standing& standing, Date on, const cases::Cover& cover);

}  // namespace frist::rules
