// The log of who did what. It only grows, and each line is linked to the one before, so that one that was changed or
// taken away is found. Ids and never names; what the words mean is in docs/operate/people.md.
#pragma once
#include "access/ports.h"

namespace frist::access {

struct Act {
    std::string what;  // "case-pause": lower case, words joined by hyphens
    std::optional<Id> creditor;
    std::string on;  // "case 17": a noun and ids
};
// Inside the change() that does it, so that neither is without the other. A form that is not so is a bug.
Outcome write_act(const Porter& porter, const Who& who, const Act& act, Instant now);

struct ActsAsked {
    std::optional<Id> creditor;  // none: all that is seen
    std::optional<Id> person;
    std::int64_t before = 0;   // numbers below this one; 0: from the newest
    std::int64_t limit = 100;  // 1 to 1000
};
// Newest first. Who sees only some creditors reads the acts with these and the own ones. Errors access.denied,
// creditor.unknown.
Result<std::vector<ActRow>> acts(const Porter& porter, const Who& who, const ActsAsked& asked);

// Walks the whole chain. Error acts.broken names the first number that does not fit.
Outcome verify_acts(Store& store);

}  // namespace frist::access
