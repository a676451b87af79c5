// Letters on their way out: which may leave, what each says on the day it leaves, and that it has left.
// Nothing is "sent" before somebody says it was posted, and every deadline runs from that day.
#pragma once
#include "letters/facts.h"
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

struct ReadyLetter {
    LetterRow row;               // with the day, deadline and fee it would have
    letters::Facts facts;
};

struct HeldLetter {
    LetterRow row;
    Error reason;
};

struct Outbox {
    std::vector<ReadyLetter> ready;
    std::vector<HeldLetter> held;
};

// Every letter that is ordered or written, as it stands on `desk.today`, in the order of the cases.
Result<Outbox> outbox(const Desk& desk, const CreditorRecord& creditor);

// Remembers what was written. Error letter.changed when the case has moved since.
Outcome written(const Desk& desk, const LetterRow& row);

struct Posted {
    int count = 0;
    std::vector<HeldLetter> refused;
};
// Everything that is written left on `on`.
Result<Posted> posted(const Desk& desk, Date on);

}  // namespace frist::office
