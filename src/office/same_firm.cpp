#include "office/same_firm.h"

#include "base/pch.h"
#include "party/org_number.h"

namespace frist::office {
namespace {

// A number with a wrong check digit proves nothing.
std::string number_of(const DebtorRecord& record) {
    if (record.kind == cases::DebtorKind::person || record.org_number.empty()) return {};
    return party::read_org_number(record.org_number).ok() ? record.org_number : std::string();
}

Result<DebtorRecord> record_of(const Desk& desk, Id debtor) {
    FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, debtor));
    FRIST_CHECK(row.has_value());
    return debtor_record(row->record);
}

}  // namespace

Result<std::vector<Id>> same_firm(const Desk& desk, Id debtor, const DebtorRecord& record) {
    std::vector<Id> all{debtor};
    const std::string number = number_of(record);
    if (number.empty()) return all;
    FRIST_TRY(const std::vector<Id> found, desk.store.debtors_of_firm(desk.creditor, number));
    std::copy_if(found.begin(), found.end(), std::back_inserter(all), [&](Id one) { return one != debtor; });
    return all;
}

Result<std::vector<CaseRow>> open_cases(const Desk& desk, const std::vector<Id>& debtors) {
    std::vector<CaseRow> all;
    for (const Id one : debtors) {
        CaseFilter filter;
        filter.debtor = one;
        filter.open_only = true;
        FRIST_TRY(std::vector<CaseRow> rows, desk.store.cases(desk.creditor, filter));
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    return all;
}

Result<std::vector<CaseRow>> open_cases_of(const Desk& desk, Id debtor) {
    FRIST_TRY(const DebtorRecord record, record_of(desk, debtor));
    FRIST_TRY(const std::vector<Id> debtors, same_firm(desk, debtor, record));
    return open_cases(desk, debtors);
}

Result<bool> one_debtor(const Desk& desk, const cases::Case& a, const cases::Case& b) {
    if (a.debtor == b.debtor) return true;
    FRIST_TRY(const DebtorRecord record, record_of(desk, a.debtor));
    FRIST_TRY(const std::vector<Id> all, same_firm(desk, a.debtor, record));
    return std::find(all.begin(), all.end(), b.debtor) != all.end();
}

}  // namespace frist::office
