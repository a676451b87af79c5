#include "rules/no/cost_days.h"

#include "base/pch.h"
#include "rules/no/salaer.h"

namespace frist::rules::no {
namespace {

template <class T>
void add_rows(const law::Dated<T>& table, std::vector<Date>& days) {
    for (const law::DatedRow<T>& row : table.rows) {
        days.push_back(row.from);
        if (row.to) days.push_back(row.to->next());
    }
}

// inkassoforskriften §§ 2-1 to 2-4: the cap follows the sats of the day, and grows when the demand is overrun.
void add_salaer_days(const cases::Case& c, const NorwegianLaw& law, std::vector<Date>& days) {
    for (const cases::Sent& letter : c.letters) {
        if (letter.kind != cases::StepKind::demand || !letter.deadline) continue;
        const Result<Date> heavy = heavy_from(*letter.deadline, law);
        if (heavy.ok()) days.push_back(*heavy);
    }
    add_rows(law.sats, days);
    add_rows(law.vat, days);
    add_rows(law.heavy_factor, days);
    add_rows(law.business_factor, days);
    add_rows(law.instalment_addition, days);
}

}  // namespace

std::vector<Date> cost_days(const cases::Case& c, Date since, const NorwegianLaw& law) {
    std::vector<Date> days;
    // forsinkelsesrenteloven § 3 a: the compensation is owed the day after the due date.
    if (c.relation == cases::Relation::business)
        for (const cases::Claim& claim : c.claims) days.push_back(claim.late_from.next());
    const bool demanded = std::any_of(c.letters.begin(), c.letters.end(),
                                      [](const cases::Sent& s) { return s.kind == cases::StepKind::demand; });
    if (c.mode == cases::Mode::agency && demanded) add_salaer_days(c, law, days);
    std::erase_if(days, [&](Date day) { return day <= since; });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace frist::rules::no
