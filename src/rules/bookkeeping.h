// What an event does to the books. The accounts are a function of the case, so an entry is the difference
// between the case after and before the event: it always balances, and all entries of a case add up to it.
#pragma once
#include "cases/event.h"
#include "ledger/entry.h"

namespace frist::rules {

using Accounts = std::array<Money, ledger::account_count>;

// The accounts of one case as it stands; they sum to zero.
Accounts accounts_of(const cases::Case& c);

// Empty lines when the event moves no money.
ledger::Entry entry_of(const cases::Case& before, const cases::Case& after, Date on);

}  // namespace frist::rules
