// Two cases of one debtor become one, and two again while nothing has left since.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

// The case that stays. Errors case.unknown, merge.* of rules::join, store.*.
Result<CaseRow> merge(const Desk& desk, Id into, Id from);

// Both as they were on the day of the join. Errors merge.none (they were not joined), merge.followed (something happened
// since: with what and when), case.unknown, store.*.
Result<CaseRow> unmerge(const Desk& desk, Id into, Id from);

}  // namespace frist::office
