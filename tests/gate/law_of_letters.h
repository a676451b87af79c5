// What the law itself asks of a letter that leaves, written down a second time from the law and from nothing else: no
// code of rules/ is asked. The days and sums are those of Norway in 2025 and 2026, for a consumer who owes a creditor
// that collects its own claims.
#pragma once
#include "cases/case.h"

#include <string>
#include <vector>

namespace frist::tested {

// What is true of a life, as it was told.
struct Truth {
    struct Claim { Date due; Date late; std::int64_t amount = 0; std::int64_t gone = 0; };   // øre; what was paid or credited of it
    std::vector<Claim> claims;
    std::vector<cases::Sent> sent;      // with what came back and which fees were taken back
    std::int64_t received = 0;          // payments and credit notes
    bool disputed = false, paused = false, plan = false, closed = false, returned = false, bankrupt = false, waits_for_approval = false;
    std::optional<Date> born, dead, settlement, acknowledged;
    bool protected_address = false, no_address = false, doubtful_address = false;
    bool other_claims = false, open_credit = false, money_waits = false, stale = false, sums_doubted = false;
};

// The first condition that the letter breaks; empty: none.
std::string broken(const Truth& truth, const cases::Sent& letter, std::optional<std::int64_t> asks_for, Date day);

}  // namespace frist::tested
