// The cap on what an agency's collection may cost the debtor (salær): inkassoforskriften §§ 2-1 to 2-4.
// It is a view of a day until the principal is paid; then that day fixes it.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// What the cap depends on, so that it can be asked outside a case as well.
struct SalaerAsk {
    std::vector<std::pair<Date, Money>> claims;   // due (after any shift), principal at the hand-over
    bool heavy = false;
    bool business = false;
    bool vat_added = false;                        // the creditor cannot deduct the agency's VAT
    Date paid_on;                                  // the day that selects the sats
};

struct Salaer {
    Money net;
    Money vat;
    Factor multiple;    // of the sats, for the explanation
    Money sats;
    [[nodiscard]] Money total() const { return net + vat; }
};

// The band is chosen on the sum of the principals; where the claims' due dates select different tables the
// lower cap counts. Rounded half up to the øre, once.
Result<Salaer> salaer_cap(const SalaerAsk& ask, const NorwegianLaw& law);

// The salær rows of a case as of the end of `day`; none in self mode or before the demand.
Result<std::vector<CostRow>> salaer_rows(const cases::Case& c, const Standing& standing, Date day, const NorwegianLaw& law);

// § 2-4: the addition for a plan of more than four instalments, as of `day`. Nothing else is granted.
Result<law::Ruling<Money>> plan_addition(int instalments, bool vat_added, Date day, const NorwegianLaw& law);

// The first day of heavy salær: § 2-3, the demand's deadline overrun by more than 28 days.
Result<Date> heavy_from(Date demand_deadline, const NorwegianLaw& law);

}  // namespace frist::rules::no
