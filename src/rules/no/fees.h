// The creditor's standard fees for a reminder, a collection notice and its own payment demand:
// inkassoforskriften §§ 1-1 to 1-3. Counted per claim; one letter is one fee.
#pragma once
#include "cases/case.h"
#include "law/ruling.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

// What the letter may cost on the day it is sent. Not granted: it may go, but without a fee. For several
// claims the fee must be lawful for each of them, and the lowest counts.
Result<law::Ruling<Money>> letter_fee(const cases::Case& c, cases::StepKind kind, Date sent, const NorwegianLaw& law);

// The amount alone, without asking whether it may be charged: fraction by the claim's due date, sats and
// rounding by the day of sending. § 1-2 first and fourth paragraphs.
Result<law::Ruling<Money>> fee_amount(cases::StepKind kind, Date late_from, Date sent, const NorwegianLaw& law);

// True when the debtor let a deadline of at least 14 days, set in such a letter for the claim, go by before
// `day`. The last day belongs to the debtor.
bool deadline_missed(const cases::Case& c, int claim, std::initializer_list<cases::StepKind> kinds, Date day, int least_days);

}  // namespace frist::rules::no
