// Letters on their way out: which may leave, what each says on the day it leaves, and that it has left. All of them
// pass the gate (rules/gate.h) when they are listed or written and once more when they have left.
// Nothing is "sent" before somebody says it was posted, and every deadline runs from that day.
#pragma once
#include "letters/facts.h"
#include "letters/letter.h"
#include "office/answer_case.h"
#include "office/people.h"
#include "rules/gate.h"

namespace frist::office {

// How the PDF of a letter is called: by its creditor too, since the letters of several may lie in one folder.
std::string letter_file(const CreditorRecord& creditor, Date day, const LetterRow& row);

struct ReadyLetter {
    LetterRow row;               // with the day, deadline and fee it would have
    letters::Facts facts;
    letters::Letter letter;
    rules::Way way;              // by which the gate let it through
    std::vector<Channel> channels;   // by which its course lets it leave; empty: any
};

struct HeldLetter {
    LetterRow row;
    std::vector<rules::Refusal> refusals;   // every reason
    Error reason;                           // the first, for those who tell of one; it names the letter
};

struct Outbox {
    std::vector<ReadyLetter> ready;
    std::vector<HeldLetter> held;
    std::size_t unseen = 0;         // behind the most that were asked for: nobody has looked at them
};
inline constexpr std::size_t every_letter = std::numeric_limits<std::size_t>::max();

// What a letter says when it leaves on `desk.today`: `after` is its case when it has left. Errors of case_facts.
Result<letters::Facts> facts_of_letter(const Desk& desk, const CreditorRecord& creditor, const cases::Case& after, const cases::Sent& sent);

// Every letter that is ordered or written, as it stands on `desk.today`, in the order of the cases; the first `most` of
// them where only somebody looks on.
Result<Outbox> outbox(const Desk& desk, const CreditorRecord& creditor, std::size_t most = every_letter);

// Remembers what was written, and what it asks for. Error letter.changed when the case has moved since.
Outcome written(const Desk& desk, const LetterRow& row, std::optional<Money> total = std::nullopt);

// The same inside Store::change.
Outcome keep_written(const Desk& desk, const LetterRow& row, std::optional<Money> total);

class LetterGate;

// A written letter has left on `on` by this way. Every reason of the gate why it could not, or none when its case knows
// now that it left. To be called inside Store::change. Errors store.*, law.*.
Result<std::vector<rules::Refusal>> letter_left(const Desk& desk, LetterGate& gate, const LetterRow& row, Date on, const rules::Way& way);

struct Posted {
    int count = 0;
    std::vector<HeldLetter> refused;
};
// Everything that is written and that no door is on the way with, left on `on`. Error letter.future.
Result<Posted> posted(const Desk& desk, Date on);

// What will be ordered within `days` from today when nobody touches anything and each letter leaves on the first day
// it may; also what follows upon a letter that leaves today.
struct ComingLetter {
    Id case_id = 0;
    Date on;
    cases::StepKind kind = cases::StepKind::reminder;   // a legal step becomes ready instead
    bool choice = false;                                // a person has to choose; then `kind` says nothing
    cases::Because because;
    std::optional<Date> deadline;                       // of a letter that leaves on `on`
    Money fee;                                          // that it would carry
    std::vector<Channel> channels = {};                 // by which its course lets it leave; empty: any
    bool approval = false;                              // a person says yes first
};
// The same of one case for as long as its course goes: what the letter that waits for it would start, too.
Result<std::vector<ComingLetter>> coming_of(const Desk& desk, const cases::Case& c, int days);
struct ComingLetters {
    std::vector<ComingLetter> list;   // rising by day, then by case
    bool whole = true;                // false: more than `most` cases are due; the list ends before the first day that is not known whole
};
// Plays at most `most` cases that are due, the nearest first, and those of the letters in `outbox`.
Result<ComingLetters> coming(const Desk& desk, const Outbox& outbox, int days, int most = 1'000'000);

}  // namespace frist::office
