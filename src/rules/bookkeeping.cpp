#include "rules/bookkeeping.h"

#include "base/pch.h"

namespace frist::rules {

using ledger::Account;

Accounts accounts_of(const cases::Case& c) {
    Accounts accounts;
    accounts.fill(c.zero());
    // A merged case has handed everything over.
    if (c.merged_into || c.claims.empty()) return accounts;
    const auto at = [&](Account account) -> Money& { return accounts[static_cast<std::size_t>(account)]; };

    Money claimed = c.zero();
    for (const cases::Claim& claim : c.claims) claimed += claim.net();
    Money fees = c.zero();
    for (const cases::Sent& letter : c.letters)
        if (!letter.fee_reversed) fees += letter.fee;
    Money received = c.zero();
    Money costs = c.zero();
    Money interest = c.zero();
    Money principal = c.zero();
    Money overpaid = c.zero();
    for (const cases::Payment& payment : c.payments) {
        received += payment.kept();
        costs += payment.cover.costs;
        overpaid += payment.cover.overpaid;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            interest += part.interest;
            principal += part.principal;
        }
    }
    const Money fees_paid = min(fees, costs);
    const Money principal_off = c.closing ? min(c.closing->principal, claimed - principal) : c.zero();
    const Money fees_off = c.closing ? min(c.closing->costs, fees - fees_paid) : c.zero();

    at(Account::receivable_principal) = claimed - principal - principal_off;
    at(Account::claims_taken_in) = -claimed;
    at(Account::receivable_costs) = fees - fees_paid - fees_off;
    at(Account::fees_charged) = -fees;
    at(Account::bank) = received;
    at(Account::interest_received) = -interest;
    at(Account::collection_received) = -(costs - fees_paid);
    at(Account::owed_to_debtors) = -overpaid;
    at(Account::unallocated) = -(received - costs - interest - principal - overpaid);
    at(Account::written_off) = principal_off + fees_off;
    return accounts;
}

ledger::Entry entry_of(const cases::Case& before, const cases::Case& after, Date on) {
    ledger::Entry entry{on, {}};
    const Accounts was = accounts_of(before);
    const Accounts is = accounts_of(after);
    for (std::size_t i = 0; i < is.size(); ++i) {
        const Money change = is[i] - (before.claims.empty() ? after.zero() : was[i]);
        if (!change.zero()) entry.lines.push_back({static_cast<Account>(i), change});
    }
    FRIST_CHECK(ledger::balanced(entry));
    return entry;
}

}  // namespace frist::rules
