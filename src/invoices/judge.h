// What a document that was read may be used for.
#pragma once
#include "invoices/invoice.h"

namespace frist::invoices {

// Adds what is missing to the errors and what a person should see to the findings, and sets kind, claimable, verdict.
void judge(InvoiceFile& file);

}  // namespace frist::invoices
