// A list of customers completes what the ledger knows of them, when invoicing happens in another system.
#pragma once
#include "office/answer_case.h"
#include "sheets/contacts.h"

namespace frist::office {

struct ContactsReport {
    int completed = 0;
    int same = 0;
    int unknown = 0;      // customers that no invoice has brought
};
// All rows in one transaction. What a row leaves out stays as it is; a protected address is not taken. Letters that have left
// keep what they said. Errors store.*.
Result<ContactsReport> take_contacts(const Desk& desk, const sheets::Contacts& contacts);

}  // namespace frist::office
