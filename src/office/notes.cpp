#include "office/notes.h"

#include "base/pch.h"

namespace frist::office {
namespace {

Outcome fit(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == text.npos) return Error{"note.text", "text", "says nothing", "Write something down."};
    if (text.size() <= longest_note) return done;
    return Error{"note.text", "text", fmt::format("is longer than {} bytes", longest_note), "Write two notes."};
}

Result<Id> debtor_of(const Desk& desk, const NoteWish& wish) {
    if (wish.case_id != 0) {
        FRIST_TRY(const CaseRow row, case_row(desk, wish.case_id));
        return row.state.debtor;
    }
    FRIST_TRY(const auto debtor, desk.store.debtor(desk.creditor, wish.debtor));
    if (debtor) return debtor->id;
    return Error{"debtor.unknown", fmt::format("debtor {}", wish.debtor), "there is no such debtor", "Look at the list of debtors."};
}

}  // namespace

Result<NoteRow> add_note(const Desk& desk, const NoteWish& wish) {
    FRIST_TRY_DONE(fit(wish.text));
    NoteRow note;
    FRIST_TRY(note.debtor, debtor_of(desk, wish));
    note.case_id = wish.case_id;
    note.person = wish.person;
    note.at = desk.now();
    note.text = wish.text;
    FRIST_TRY(note.id, desk.store.put_note(desk.creditor, note));
    return note;
}

Result<NoteRow> strike_note(const Desk& desk, Id id, Id person, bool any) {
    FRIST_TRY(auto note, desk.store.note(desk.creditor, id));
    if (!note) return Error{"note.unknown", fmt::format("note {}", id), "there is no such note", "Look at the case again."};
    if (note->struck_at) return *note;
    if (!any && note->person != person)
        return Error{"note.other", fmt::format("note {}", id), "was written by somebody else", "Ask who wrote it, or an administrator."};
    note->text.clear();
    note->struck_by = person;
    note->struck_at = desk.now();
    FRIST_TRY_DONE(desk.store.put_note(desk.creditor, *note));
    return *note;
}

}  // namespace frist::office
