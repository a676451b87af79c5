// Filing with a court or an enforcement office: the first lawful day, and what the debtor may be asked for it.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// Attachment: tvangsfullbyrdelsesloven § 4-18 and inkassoloven § 11; a demand older than six months carries no costs, so
// a new one comes first. Bankruptcy: konkursloven § 63, the demand served, its two weeks over, and the petition at the
// court within two weeks after them. Conciliation: any day (tvisteloven § 5-2 asks for a written warning; nothing
// refuses the complaint without one). Not granted: what is missing, or that it is too late.
Result<Ruling<Date>> file_day(const cases::Case& c, cases::StepKind kind, Date day, const NorwegianLaw& law);

// konkursloven § 63: four weeks after the debtor was asked to pay.
// The earliest deadline of a notice of enforcement that leaves on `sent`, as a letter of its own (§ 4-18).
Result<Ruling<Date>> notice_deadline(const cases::Case& c, Date sent, const NorwegianLaw& law);
Result<Ruling<Date>> service_day(const cases::Case& c, const NorwegianLaw& law);

// rettsgebyrloven §§ 7 and 14; tvisteloven § 6-13 and tvangsfullbyrdelsesforskriften: never from a row marked unsure.
Result<Country::FilingCosts> filing_costs(const cases::Case& c, cases::StepKind kind, Date day, const NorwegianLaw& law);

// Agencies file attachments from system to system since 2026; a creditor may still file on paper.
std::optional<Reason> electronic_only(const cases::Case& c, cases::StepKind kind, Date day, const NorwegianLaw& law);

// The rows of what was filed until `day`.
void add_filing_rows(const cases::Case& c, Date day, std::vector<CostRow>& rows);

}  // namespace frist::rules::no
