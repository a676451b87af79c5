// All promises of the store, checked one by one: the chain, the books, the cases, the sums.
#pragma once
#include "law/book.h"
#include "office/answer_case.h"

namespace frist::office {

struct Verified {
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::int64_t entries = 0;
    std::vector<Error> wrong;      // field names the event ("case 7 event 3 LetterSent") or the case
};

// One creditor's store as of `desk.today`. Errors store.* when it cannot be read at all.
Result<Verified> verify(const Desk& desk, const law::Book& book);

// The quick look of a start, three rows for each creditor, read at one moment: the chain of events ends where the creditor says. Error store.damaged.
Outcome chain_ends_fit(Store& store);

}  // namespace frist::office
