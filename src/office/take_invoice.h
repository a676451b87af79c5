// An electronic invoice that the creditor sent, as a line of the ledger mirror.
#pragma once
#include "invoices/invoice.h"
#include "office/mirror_ledger.h"

namespace frist::office {

// An invoice becomes a claim of its payable amount, a credit note a negative line of the same customer; `place` is the
// file. The creditor must be the supplier: an invoice the creditor received is no claim of its own. What a person has
// to look at first (a corrected invoice, a factoring company, a sum that does not agree) becomes the line's warning.
// A customer with a valid organisation number is a company; of another the file does not tell what it is.
// Errors: of the file itself (invoice.…), invoice.supplier (somebody else's), invoice.no_due_date, invoice.no_claim (a
// reminder, or nothing to pay), invoice.currency.
Result<LedgerLine> ledger_line(const invoices::InvoiceFile& file, const std::string& creditor_org_number, Currency currency, const std::string& place);

}  // namespace frist::office
