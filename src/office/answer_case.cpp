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
    LetterDesk(const Desk& desk, const CaseRow& row, Answered::Order order) : desk_(desk), row_(row), order_(order) {}

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
    Outcome order_gone() {
        if (!order_.before || order_.before == order_.after) return done;
        return with(*order_.before, [](LetterRow& letter) {
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
        const LetterRow before = *letter;
        edit(*letter);
        return *letter == before ? Outcome(done) : desk_.store.put_letter(desk_.creditor, *letter);
    }
    Outcome write_again() {
        if (!order_.after) return done;
        return with(*order_.after, [](LetterRow& letter) {
            if (letter.state == LetterState::written) letter.state = LetterState::ordered;
        });
    }

    const Desk& desk_;
    const CaseRow& row_;
    Answered::Order order_;
};

std::optional<int> ordered_letter(const cases::Case& c) { return c.ordered ? std::optional<int>(c.ordered->letter) : std::nullopt; }

}  // namespace

Result<Answered> reckon(const Desk& desk, const CaseRow& row, cases::Events events, const std::string& cause) {
    Answered answered;
    Change& change = answered.change;
    change.creditor = desk.creditor;
    change.today = desk.today;
    change.cause = cause;
    change.law = desk.country.fingerprint();
    change.row = row;
    change.entries.reserve(events.size());
    cases::Case before = row.state;
    cases::Case& after = change.row.state;
    for (const cases::Event& event : events) {
        cases::evolve(after, event);
        change.entries.push_back(rules::entry_of(before, after, cases::day_of(event)));
        answered.orders.push_back({ordered_letter(before), ordered_letter(after)});
        if (&event != &events.back()) before = after;
    }
    change.row.seq += static_cast<std::int64_t>(events.size());
    FRIST_TRY(const auto due, rules::upcoming(after, desk.country));
    change.row.next_look.reset();
    if (due) change.row.next_look = due->on;
    FRIST_TRY(change.index, register_row(after, due, desk.country));
    answered.events = std::move(events);
    return answered;
}

Outcome keep(const Desk& desk, Answered& answered) {
    for (std::size_t i = 0; i < answered.events.size(); ++i) {
        LetterDesk letters(desk, answered.change.row, answered.orders[i]);
        FRIST_TRY_DONE(std::visit([&](const auto& e) { return letters.see(e); }, answered.events[i]));
        FRIST_TRY_DONE(letters.order_gone());
    }
    answered.change.events = &answered.events;
    return desk.store.append(answered.change);
}

Outcome keep(const Desk& desk, CaseRow& row, const cases::Events& events, const std::string& cause) {
    if (events.empty()) return done;
    FRIST_TRY(Answered answered, reckon(desk, row, events, cause));
    FRIST_TRY_DONE(keep(desk, answered));
    row = std::move(answered.change.row);
    return done;
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
