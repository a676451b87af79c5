#include "base/pch.h"
#include "cases/evolve.h"
#include "office/answer_case.h"
#include "office/people.h"
#include "rules/bookkeeping.h"
#include "rules/decide.h"
#include "rules/next.h"

namespace frist::office {
namespace {

// The letter rows follow the events.
class LetterDesk {
public:
    LetterDesk(const Desk& desk, const CaseRow& row) : desk_(desk), row_(row) {}

    Outcome see(const cases::LetterOrdered& e) {
        LetterRow letter;
        letter.case_id = row_.state.id;
        letter.letter = e.order.letter;
        letter.kind = e.order.kind;
        letter.on = e.order.on;
        letter.approved = !e.order.needs_approval;
        letter.fee = row_.state.zero();
        return desk_.store.put_letter(desk_.creditor, letter);
    }
    Outcome see(const cases::LetterApproved& e) {
        return with(e.letter, [](LetterRow& letter) { letter.approved = true; });
    }
    Outcome see(const cases::LetterSent& e) {
        return with(e.letter.letter, [&](LetterRow& letter) {
            letter.state = LetterState::sent;
            letter.sent_on = e.on;
            letter.deadline = e.letter.deadline;
            letter.fee = e.letter.fee;
        });
    }
    // Whatever took the order away, but for its being sent, the letter never leaves.
    Outcome order_gone(const cases::Case& before) {
        if (!before.ordered) return done;
        const int number = before.ordered->letter;
        if (row_.state.ordered && row_.state.ordered->letter == number) return done;
        return with(number, [](LetterRow& letter) {
            if (letter.state != LetterState::sent) letter.state = LetterState::cancelled;
        });
    }
    // The sums in a letter that was written but has not left are no longer true: it is written again.
    Outcome see(const cases::PaymentReceived&) { return write_again(); }
    Outcome see(const cases::PaymentTakenBack&) { return write_again(); }
    Outcome see(const cases::ClaimCredited&) { return write_again(); }
    Outcome see(const cases::FeeReversed&) { return write_again(); }
    Outcome see(const cases::ClaimsJoined&) { return write_again(); }
    Outcome see(const cases::RateAgreed&) { return write_again(); }
    template <class E>
    Outcome see(const E&) {
        return done;
    }

private:
    template <class Edit>
    Outcome with(int number, const Edit& edit) {
        FRIST_TRY(std::optional<LetterRow> letter, desk_.store.letter(desk_.creditor, row_.state.id, number));
        if (!letter) return done;
        edit(*letter);
        return desk_.store.put_letter(desk_.creditor, *letter);
    }
    Outcome write_again() {
        if (!row_.state.ordered) return done;
        return with(row_.state.ordered->letter, [](LetterRow& letter) {
            if (letter.state == LetterState::written) letter.state = LetterState::ordered;
        });
    }

    const Desk& desk_;
    const CaseRow& row_;
};

}  // namespace

Outcome keep(const Desk& desk, CaseRow& row, const cases::Events& events, const std::string& cause) {
    if (events.empty()) return done;
    Change change;
    change.creditor = desk.creditor;
    change.today = desk.today;
    change.cause = cause;
    change.law = desk.country.fingerprint();
    change.events = &events;
    change.entries.reserve(events.size());
    cases::Case before = row.state;
    for (const cases::Event& event : events) {
        cases::evolve(row.state, event);
        change.entries.push_back(rules::entry_of(before, row.state, cases::day_of(event)));
        LetterDesk letters(desk, row);
        FRIST_TRY_DONE(std::visit([&](const auto& e) { return letters.see(e); }, event));
        FRIST_TRY_DONE(letters.order_gone(before));
        before = row.state;
    }
    row.seq += static_cast<std::int64_t>(events.size());
    FRIST_TRY(const auto due, rules::upcoming(row.state, desk.country));
    row.next_look.reset();
    if (due) row.next_look = due->on;
    FRIST_TRY(change.index, register_row(row.state, due, desk.country));
    change.row = row;
    return desk.store.append(change);
}

Outcome tell_progress(const Desk& desk, std::int64_t count, std::int64_t total) {
    if (desk.progress == nullptr || desk.progress->go_on(count, total)) return done;
    return Error{"job.cancelled", "job", "somebody asked for it to stop", "Ask for it anew."};
}

Result<CaseRow> case_row(const Desk& desk, Id case_id) {
    FRIST_TRY(std::optional<CaseRow> row, desk.store.case_row(desk.creditor, case_id));
    if (!row) return Error{"case.unknown", "case " + std::to_string(case_id), "there is no such case", "See frist cases for the numbers."};
    return std::move(*row);
}

namespace {

// Who is bankrupt is so in every case: the gate asks the debtor's record.
Outcome debtor_knows(const Desk& desk, const cases::Case& c, const cases::Events& events) {
    for (const cases::Event& event : events) {
        const auto* bankrupt = std::get_if<cases::DebtorBankrupt>(&event);
        if (bankrupt == nullptr) continue;
        FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, c.debtor));
        if (!row) continue;
        FRIST_TRY(DebtorRecord debtor, debtor_record(row->record));
        if (debtor.bankrupt_on) continue;
        debtor.bankrupt_on = bankrupt->on;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_debtor(desk.creditor, row->key, stored(debtor)));
    }
    return done;
}

}  // namespace

Result<CaseRow> answer(const Desk& desk, Id case_id, const cases::Command& command, const std::string& cause) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    FRIST_TRY(const cases::Events events, rules::decide(row.state, command, desk.today, desk.country));
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY_DONE(keep(desk, row, events, cause));
        return debtor_knows(desk, row.state, events);
    }));
    return row;
}

Result<cases::Case> case_on(const Desk& desk, Id case_id, Date day) {
    FRIST_TRY(const std::vector<StoredEvent> stored, desk.store.events(desk.creditor, case_id));
    if (stored.empty()) return Error{"case.unknown", "case " + std::to_string(case_id), "there is no such case", "See frist cases for the numbers."};
    cases::Case c;
    for (const StoredEvent& s : stored) {
        FRIST_TRY(const cases::Event event, event_of(s));
        if (s.seq > 1 && cases::day_of(event) > day) continue;
        cases::evolve(c, event);
    }
    return c;
}

}  // namespace frist::office
