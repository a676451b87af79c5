// Transfers that leave the creditor's account, as a file for the bank: pain.001.001.03, domestic kroner.
#pragma once
#include "base/date.h"
#include "base/result.h"
#include "money/money.h"

#include <string>
#include <vector>

namespace frist::bank {

struct Transfer {
    std::string id;        // unique for ever; comes back on the statement; at most 35 signs
    Money amount;          // more than zero
    std::string name;      // of who gets it; the bank sees the first 70 signs
    std::string account;   // eleven digits
    std::string message;   // the bank carries the first 140 signs
};

struct TransferFile {
    std::string id;        // unique for ever; at most 35 signs
    Date made;
    Date execute;          // a banking day, not before `made`
    std::string name;      // whose account it is
    std::string org_number;
    std::string account;   // eleven digits
    std::vector<Transfer> transfers;
};

// The same file always gives the same bytes. Errors transfer.empty, transfer.id, transfer.account, transfer.amount; they name the
// transfer by its number from 1 and repeat no account.
Result<std::string> write_transfers(const TransferFile& file);

}  // namespace frist::bank
