// What the law itself asks of a letter that leaves, written down a second time from the law and from nothing else: no
// code of rules/ is asked. The days and sums are those of Norway in 2025 and 2026, for consumers and businesses that owe
// a creditor that collects its own claims, or one whose claims an agency collects.
#pragma once
#include "cases/case.h"

#include <map>
#include <string>
#include <vector>

namespace frist::tested {

// What is true of a life, as it was told.
struct Truth {
    struct Claim { Date due; Date late; std::int64_t amount = 0; std::int64_t gone = 0; int per_mille = 125; };   // øre; what was paid or credited of it; the most interest a year
    std::vector<Claim> claims;
    bool agency = false, business = false, vat_added = false;
    std::vector<cases::Sent> sent;      // with what came back and which fees were taken back
    std::int64_t received = 0;          // payments and credit notes
    std::map<int, std::int64_t> handed_over;   // the principal that was open when a demand left, by its number
    int instalments = 0;                // of the longest plan that was agreed
    bool disputed = false, paused = false, plan = false, closed = false, legal = false, returned = false, bankrupt = false, waits_for_approval = false, unsaid = false;
    std::optional<Date> born, dead, settlement, acknowledged;
    bool protected_address = false, no_address = false, doubtful_address = false;
    bool other_claims = false, open_credit = false, money_waits = false, stale = false, sums_doubted = false;
};

// The most an agency may ask of the debtor for its work on `day` (inkassoforskriften §§ 2-2 to 2-4), when the letter
// has left; 0 before a demand.
std::int64_t most_salaer(const Truth& truth, const cases::Sent& letter, Date day);
// What nobody who is in this state may be written to; empty: nothing. The same for every kind but as `letter` says.
std::string broken_by_state(const Truth& truth, const cases::Sent& letter, Date day);
// A claim that has lapsed (foreldelsesloven § 2).
bool lapsed(const Truth& truth, Date day);
std::string broken_by_sum(const Truth& truth, const cases::Sent& letter, std::optional<std::int64_t> asks_for, Date day);

// The first condition that the letter breaks; empty: none.
std::string broken(const Truth& truth, const cases::Sent& letter, std::optional<std::int64_t> asks_for, Date day);

}  // namespace frist::tested
