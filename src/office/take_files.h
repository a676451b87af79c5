// Files that people and banks hand in, as the office wants them: open items as lines of the ledger mirror, a
// bank's payments as incoming money.
#pragma once
#include "bank/payment_file.h"
#include "office/mirror_ledger.h"
#include "office/receive_payments.h"
#include "sheets/open_items.h"

namespace frist::office {

// Claims and credits, each with its place as "FILE:ROW". A customer of whom the list does not tell whether it is a
// person or a company is never started by itself. A sole trader counts as a consumer: the law that asks less of him.
std::vector<LedgerLine> ledger_lines(const sheets::OpenItems& items, const std::string& file);

// Customers of whom the list does not tell become what the person who brings it says; a company's claim is between
// businesses.
void settle_kinds(std::vector<LedgerLine>& lines, cases::DebtorKind kind);

struct TakenFile {
    std::vector<Incoming> lines;   // what is kept, in the order of the file
    int announced = 0;             // entries that are no money: failed, announced, not booked by the bank
    int went_out = 0;              // what the creditor paid to others, without a name of ours
    std::vector<std::string> accounts;   // that received, each once
};
// What of a payment file becomes money, and what waits for a person: what the bank took back, cards, lump sums,
// several references. A payment counts from the day on which the payer's bank got the order, when the file tells it
// and it lies at most ten days before the booking; else from the booking. The file was not refused.
TakenFile incoming(const bank::PaymentFile& file);

// Payments of a file, whatever kind it is of: a bank file, or the list of an account that a person exported. A list that names no
// account is taken for `account`. What is wrong with it is in the file, as bank::read_payment_file tells it.
bank::PaymentFile read_payments(std::string_view bytes, const std::string& account, Currency currency);

}  // namespace frist::office
