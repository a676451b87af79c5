// What people write down of a case or of a debtor. A note stays as it was written; one that says what it should not is
// struck: its words go, and who wrote it, who struck it and when stay. It may name people, so it stands in no event.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

inline constexpr std::size_t longest_note = 4000;   // bytes

struct NoteWish {
    Id debtor = 0;       // of a note on a debtor
    Id case_id = 0;      // of a note on a case; its debtor is found
    Id person = 0;       // who writes; 0: the command line
    std::string text;
};
// The note as it was kept. Errors note.text (empty, or too long), case.unknown, debtor.unknown, store.*.
Result<NoteRow> add_note(const Desk& desk, const NoteWish& wish);

// A note that was struck already stays as it is. Errors note.unknown; note.other for one of somebody else, unless `any`.
Result<NoteRow> strike_note(const Desk& desk, Id note, Id person, bool any);

}  // namespace frist::office
