#include "rules/standing.h"

#include "base/pch.h"

namespace frist::rules {

Standing opening(const cases::Case& c, std::optional<Date> day) {
    Standing standing;
    standing.costs_paid = c.zero();
    standing.overpaid = c.zero();
    standing.claims.reserve(c.claims.size());
    for (const cases::Claim& claim : c.claims) {
        Money net = claim.amount;
        for (const cases::Credit& credit : claim.credits)
            if (!day || credit.on <= *day) net -= credit.amount;
        net = max(net, c.zero());
        standing.claims.push_back({net, net, c.zero(), {}});
    }
    return standing;
}

void apply(Standing& standing, Date on, const cases::Cover& cover) {
    standing.costs_paid += cover.costs;
    standing.overpaid += cover.overpaid;
    const bool was_open = standing.principal().positive();
    for (const cases::ClaimCover& part : cover.claims) {
        ClaimStanding& claim = standing.claims.at(static_cast<std::size_t>(part.claim));
        claim.interest_paid += part.interest;
        if (part.principal.zero()) continue;
        claim.open -= part.principal;
        if (!claim.changes.empty() && claim.changes.back().on == on) claim.changes.back().principal = claim.open;
        else claim.changes.push_back({on, claim.open});
    }
    if (was_open && !standing.principal().positive()) standing.principal_paid_on = on;
}

}  // namespace frist::rules
