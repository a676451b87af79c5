// What is open on any later day of a case to which nothing more happens, in a few numbers: so that the sums of a
// hundred thousand cases can be told without reading the cases. Equal to balance_on, to the øre.
#pragma once
#include "money/forms.h"
#include "rules/balance.h"

#include <map>

namespace frist::rules {

struct AccruingClaim {
    Money amount;  // the original principal
    Money open;    // what bears interest
    Date from;     // from this day on
    std::optional<Rate> agreed;
    bool operator==(const AccruingClaim&) const = default;
};
template <class Visit>
void fields(Visit& visit, AccruingClaim& a) {
    visit("amount", a.amount);
    visit("open", a.open);
    visit("from", a.from);
    visit("agreed", a.agreed);
}

struct CostsFrom {
    Date from;
    std::optional<Money> costs;  // open; nothing: the law of that day is not known
    bool operator==(const CostsFrom&) const = default;
};
template <class Visit>
void fields(Visit& visit, CostsFrom& c) {
    visit("from", c.from);
    visit("costs", c.costs);
}

struct Accrual {
    Date since;       // the last day on which something happened; true from its end on
    Money principal;  // open
    Money fixed;      // principal, and interest up to where the claims' own begins
    std::vector<AccruingClaim> claims;
    std::vector<CostsFrom> costs;  // rising; none before the first
    bool operator==(const Accrual&) const = default;
};
template <class Visit>
void fields(Visit& visit, Accrual& a) {
    visit("since", a.since);
    visit("principal", a.principal);
    visit("fixed", a.fixed);
    visit("claims", a.claims);
    visit("costs", a.costs);
}

// A case whose sums cannot be told on its last day has them from no day.
Accrual accrual_of(const cases::Case& c, const Country& country);

// The rates of claims by what they depend on, looked up once each. Keeps no case. For one thread.
class RateBook {
public:
    explicit RateBook(const Country& country) : country_(country) {}
    struct Of {
        cases::DebtorKind kind = cases::DebtorKind::person;
        cases::Relation relation = cases::Relation::consumer;
        std::optional<Rate> agreed;
        auto operator<=>(const Of&) const = default;
    };
    Result<std::span<const RateSpan>> rates(const Of& of);

private:
    const Country& country_;
    std::map<Of, Rates> known_;
};

// The whole open sum at the end of `day`, or of the last day on which something happened if that is later. Errors
// interest.rate_missing, law.no_rate: it is not known for that day.
Result<Money> open_on(const Accrual& accrual, cases::DebtorKind kind, cases::Relation relation, Date day,
                      RateBook& book);

}  // namespace frist::rules
