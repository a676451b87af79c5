// What a row of a list tells of a customer, as the record of a debtor.
#pragma once
#include "office/people.h"
#include "sheets/open_items.h"

namespace frist::office {

DebtorRecord told_debtor(const sheets::Customer& customer);

}  // namespace frist::office
