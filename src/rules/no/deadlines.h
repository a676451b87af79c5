// When a step may be taken and what deadline it must give. Calendar days; a deadline's last day belongs to
// the debtor and does not move when it is a holiday.
#pragma once
#include "cases/case.h"
#include "law/ruling.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// The first lawful day of a step, from the due dates and from the letters before it (their deadlines, without
// any grace). Not granted: what is missing.
Result<law::Ruling<Date>> first_day(const cases::Case& c, const cases::Step& step, const NorwegianLaw& law);

// Under the act of 2026 a notice or a demand is an agency's letter; set when a creditor would send its own.
std::optional<law::Reason> forbidden_letter(const cases::Case& c, cases::StepKind kind, Date day, const NorwegianLaw& law);

// inkassoloven §§ 9 and 10, tvangsfullbyrdelsesloven § 4-18: at least 14 days from the day of sending.
Result<law::Ruling<Days>> least_deadline(cases::StepKind kind, Date sent, const NorwegianLaw& law);

// inkassoloven § 11: six months after the demand was sent it no longer carries costs into a legal step.
Result<Date> demand_valid_until(Date demand_sent, const NorwegianLaw& law);
Result<std::optional<law::Reason>> demand_expired(const cases::Case& c, Date day, const NorwegianLaw& law);

// tvangsfullbyrdelsesloven § 4-18: the first day an attachment may be asked for after the notice was sent.
Result<Date> attachment_from(Date enforcement_notice_sent, const NorwegianLaw& law);

// tvisteloven § 19-7: the first day a judgment or a settlement in court can be enforced, when it was served the day it was
// given. tvangsfullbyrdelsesloven § 4-19: the last day that needs no new notice.
Result<Date> judgment_enforced_from(const cases::Filing& judged, const NorwegianLaw& law);
Result<Date> judgment_first_notice_until(const cases::Filing& judged, const NorwegianLaw& law);

// konkursloven § 63: the demand may be served four weeks after the debtor was asked to pay, gives two weeks,
// and the petition must have reached the court within two weeks after that.
struct BankruptcyDays {
    Date service_from;
    Date deadline;          // two weeks from the day of service
    Date petition_from;
    Date petition_until;    // the day by which it must be at the court
    Date file_by;           // the last banking day on which the court can receive it
};
Result<BankruptcyDays> bankruptcy_days(Date demand_sent, Date served, const NorwegianLaw& law);

// foreldelsesloven §§ 2 and 14: three years from the due date, or from an acknowledgement.
Result<law::Ruling<Date>> limitation(Date due, std::optional<Date> acknowledged, const NorwegianLaw& law);

// The same for a claim of a case, with what courts and offices have done: §§ 15 to 18, three years from a legal step
// that was filed; § 21, ten from a judgment, a settlement in court or an attachment. Interest and costs that come under
// a judgment lapse after three years all the same; a person watches them.
Result<law::Ruling<Date>> limitation(const cases::Claim& claim, const cases::Case& c, const NorwegianLaw& law);

}  // namespace frist::rules::no
