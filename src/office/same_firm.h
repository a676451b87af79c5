// One firm may stand in the ledger under several customer numbers. The same organisation number is the same debtor, so that
// it gets one case and one set of fees; of persons nothing here is certain enough, and they are never put together.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

// The debtor, and the other customers that are the same firm, mostly none; the debtor first, the others rising. Errors store.*.
Result<std::vector<Id>> same_firm(const Desk& desk, Id debtor, const DebtorRecord& record);

// The open cases of all of them, in their order. Errors store.*.
Result<std::vector<CaseRow>> open_cases(const Desk& desk, const std::vector<Id>& debtors);

// The open cases of a debtor, and of the other customers that are the same firm. Errors store.*.
Result<std::vector<CaseRow>> open_cases_of(const Desk& desk, Id debtor);

// Whether two cases have one debtor. Errors store.*.
Result<bool> one_debtor(const Desk& desk, const cases::Case& a, const cases::Case& b);

}  // namespace frist::office
