// The ledger mirror: open items as the accounting system tells them. The same list twice changes nothing; what
// the ledger says was paid or credited meanwhile reaches the case.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

struct LedgerLine {
    std::string place;            // "ledger.csv:12"
    std::string customer;         // the creditor's own number; empty: the name stands for it
    DebtorRecord debtor;
    std::string number;
    Money amount;
    Money open;
    std::optional<Date> invoiced;
    Date due;
    std::string kid;
    std::string earlier = "[]";   // letters sent before, as JSON: [{"step", "sent", "deadline", "fee"}]
    std::string warning;          // why it is never started by itself
    std::string what;             // what was delivered; empty when the list does not say
    std::string department;       // likewise
    std::string project;
};

struct MirrorReport {
    int added = 0;
    int changed = 0;
    int same = 0;
    int paid_in_ledger = 0;       // payments that the ledger knew first
    Money open_sum;               // of the rows in the list
    // What it takes to take it back: the invoices that were new, with what they have open; and the rows as they were, with what they
    // have open now.
    std::vector<std::pair<std::string, Money>> made;
    std::vector<std::pair<ItemRow, Money>> before;
};

// The whole list in one transaction. With `complete`, a row that the list no longer holds is settled there.
// Errors store.*, mirror.twice (one invoice on two rows), law.*.
Result<MirrorReport> mirror_ledger(const Desk& desk, const std::vector<LedgerLine>& lines, const std::string& sha256, bool complete);

}  // namespace frist::office
