// Practice: a creditor of invented cases on a clock of its own, to try everything on. Nothing of it ever leaves the house,
// and one word removes every trace.
#pragma once
#include "letters/letter.h"
#include "office/doors.h"
#include "office/people.h"
#include "office/start_cases.h"

namespace frist::office {

// Nobody has this number; it checks itself as an organisation number does.
inline constexpr std::string_view practice_number = "999999905";

// What practice needs of the house.
struct PracticeRoom {
    Archive& archive;
    std::function<Result<std::string>(const letters::Letter&)> print;
    MakeKid make_kid;
};

// Makes the creditor with forty cases in every state a case can be in, as of `desk.today`, which is where its clock begins
// to stand. `desk.creditor` says nothing. Errors practice.known (there is one already), store.*, law.*, file.write.
Result<Id> begin_practice(const Desk& desk, const PracticeRoom& room);

// The clock goes on by `days`, at most 200: what is overdue starts, each night is played, and each letter leaves on the first
// day it may. Errors practice.none (the creditor is a real one), practice.days, store.*, law.*, file.write.
Result<Date> practice_days(const Desk& desk, const CreditorRecord& creditor, int days, const PracticeRoom& room);

// Removes it with everything that belongs to it. Errors practice.none, store.*, file.write.
Outcome end_practice(const Desk& desk, const CreditorRecord& creditor, Archive& archive);

}  // namespace frist::office
