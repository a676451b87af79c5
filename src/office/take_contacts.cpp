#include "office/take_contacts.h"

#include "base/pch.h"
#include "office/told_debtor.h"

namespace frist::office {

Result<ContactsReport> take_contacts(const Desk& desk, const sheets::Contacts& contacts) {
    ContactsReport report;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        report = {};
        for (const sheets::Customer& contact : contacts.rows) {
            FRIST_TRY(const auto row, desk.store.debtor_of_key(desk.creditor, contact.customer_number));
            if (!row) {
                ++report.unknown;
                continue;
            }
            FRIST_TRY(const DebtorRecord known, debtor_record(row->record));
            const std::string record = stored(told_again(known, told_debtor(contact), desk.today));
            if (record == stored(known)) {
                ++report.same;
                continue;
            }
            FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_debtor(desk.creditor, row->key, record));
            ++report.completed;
        }
        return done;
    });
    if (!kept.ok()) return kept.error();
    return report;
}

}  // namespace frist::office
