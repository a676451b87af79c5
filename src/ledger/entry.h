// ledger: the books of a case. Every event makes one entry whose lines sum to zero; the sums of all entries
// are the accounts. Debits are positive.
#pragma once
#include "base/date.h"
#include "money/money.h"

#include <array>
#include <string_view>
#include <vector>

namespace frist::ledger {

enum class Account {
    receivable_principal,   // what debtors owe of the claims themselves
    claims_taken_in,        // its counterpart: the creditor's own books hold the sale
    receivable_costs,       // fees charged and not yet paid
    fees_charged,           // income
    bank,
    unallocated,            // received, not yet covered anything
    interest_received,      // income, when paid: late interest is not booked before
    collection_received,    // salær and compensation, when paid
    owed_to_debtors,        // overpaid
    written_off,
};
constexpr auto names_of(Account) {
    return std::to_array<std::string_view>({"receivable_principal", "claims_taken_in", "receivable_costs", "fees_charged", "bank", "unallocated",
                                            "interest_received", "collection_received", "owed_to_debtors", "written_off"});
}
inline constexpr std::size_t account_count = 10;

struct Line {
    Account account = Account::bank;
    Money amount;
    bool operator==(const Line&) const = default;
};

struct Entry {
    Date on;
    std::vector<Line> lines;   // none is zero; together they are
};

// True when the lines sum to zero in every currency (there is one).
inline bool balanced(const Entry& entry) {
    std::int64_t sum = 0;
    for (const Line& line : entry.lines) sum += line.amount.minor();
    return sum == 0;
}

}  // namespace frist::ledger
