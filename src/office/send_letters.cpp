#include "base/pch.h"
#include "cases/evolve.h"
#include "office/case_facts.h"
#include "office/channels.h"
#include "office/closing_letter.h"
#include "office/letter_gate.h"
#include "office/send_letters.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

letters::NextStep next_of(const cases::Case& c, cases::StepKind kind) {
    if (kind != cases::StepKind::demand)
        return kind == cases::StepKind::notice ? (c.mode == cases::Mode::agency ? letters::NextStep::agency : letters::NextStep::demand) : letters::NextStep::undecided;
    for (const cases::Step& step : c.course.steps) {
        if (step.kind == cases::StepKind::attachment) return letters::NextStep::attachment;
        if (step.kind == cases::StepKind::conciliation) return letters::NextStep::conciliation;
        if (step.kind == cases::StepKind::bankruptcy) return letters::NextStep::bankruptcy;
    }
    return letters::NextStep::undecided;
}

std::string place(const LetterRow& row) { return fmt::format("case {} letter {}", row.case_id, row.letter); }

HeldLetter held(const LetterRow& row, std::vector<rules::Refusal> refusals) {
    HeldLetter letter{row, std::move(refusals), {}};
    letter.reason = letter.refusals.front().error(place(row));
    return letter;
}

// Writes the letter and asks the gate: one of the two lists of the outbox grows.
Outcome one_letter(const Desk& desk, const CreditorRecord& creditor, LetterGate& gate, const letters::Texts& texts, const LetterRow& row, Outbox& out) {
    FRIST_TRY(Passage passage, gate.leaving(row));
    if (!passage.refusals.empty()) {
        out.held.push_back(held(row, std::move(passage.refusals)));
        return done;
    }
    rules::Leaving leaving;
    leaving.sent = passage.sent;
    ReadyLetter ready;
    ready.row = row;
    ready.row.written_on = desk.today;
    ready.row.deadline = passage.sent.deadline;
    ready.row.fee = passage.sent.fee;
    ready.channels = rules::channels_of_ordered(passage.row.state);
    ready.way = leaving.way = way_of(desk, creditor, passage.debtor.record, passage.row.state, passage.sent);
    // Sums that cannot be known are told by the gate, and a letter without an address says nothing of its own.
    Result<letters::Facts> facts = facts_of_letter(desk, creditor, passage.after, passage.sent);
    if (!facts.ok() && facts.error().code.starts_with("store.")) return facts.error();
    const bool addressed = passage.debtor.record.address.complete() || ready.way.channel != "paper";
    if (facts.ok() && addressed) {
        ready.facts = std::move(facts).value();
        leaving.total = letters::asked(ready.facts);
        Result<letters::Letter> letter = letters::compose(ready.facts, texts);
        if (letter.ok()) ready.letter = std::move(letter).value();
        else leaving.gaps.push_back({{}, letter.error().field + ": " + letter.error().message});
    } else if (addressed) {
        leaving.gaps.push_back({{}, facts.error().message});
    }
    FRIST_TRY(std::vector<rules::Refusal> refusals, gate.ask(passage, leaving));
    if (refusals.empty()) {
        gate.one_leaves();
        out.ready.push_back(std::move(ready));
    } else {
        out.held.push_back(held(row, std::move(refusals)));
    }
    return done;
}

}  // namespace

std::string letter_file(const CreditorRecord& creditor, Date day, const LetterRow& row) {
    return fmt::format("{}_{}_case{}_{}_{}.pdf", creditor.org_number, text(day), row.case_id, row.letter, name_of(row.kind));
}

Result<letters::Facts> facts_of_letter(const Desk& desk, const CreditorRecord& creditor, const cases::Case& after, const cases::Sent& sent) {
    if (sent.kind == cases::StepKind::closing) return closing_facts(desk, creditor, after, {}, sent.letter);
    FRIST_TRY(letters::Facts facts, case_facts(desk, creditor, after, {desk.today, sent.letter, sent.deadline, sent.letter, false}));
    facts.kind = letter_kind(sent.kind);
    facts.enforcement_notice = sent.enforcement_notice;
    facts.next = next_of(after, sent.kind);
    return facts;
}

Result<Outbox> outbox(const Desk& desk, const CreditorRecord& creditor, std::size_t most) {
    Outbox out;
    FRIST_TRY(std::vector<LetterRow> rows, desk.store.letters(desk.creditor, LetterState::ordered));
    FRIST_TRY(const std::vector<LetterRow> again, desk.store.letters(desk.creditor, LetterState::written));
    // In the order of the cases, whichever of them were written before: a batch is the same when it is made again.
    rows.insert(rows.end(), again.begin(), again.end());
    if (rows.empty()) return out;
    std::sort(rows.begin(), rows.end(), [](const LetterRow& a, const LetterRow& b) { return std::pair(a.case_id, a.letter) < std::pair(b.case_id, b.letter); });
    if (rows.size() > most) {
        out.unseen = rows.size() - most;
        rows.resize(most);
    }
    FRIST_TRY(const letters::Texts texts, texts_of(creditor));
    FRIST_TRY(LetterGate gate, LetterGate::open(desk, creditor, desk.today));
    for (const LetterRow& row : rows) FRIST_TRY_DONE(one_letter(desk, creditor, gate, texts, row, out));
    return out;
}

Outcome keep_written(const Desk& desk, const LetterRow& row, std::optional<Money> total) {
    FRIST_TRY(const auto now, desk.store.letter(desk.creditor, row.case_id, row.letter));
    if (!now || (now->state != LetterState::ordered && now->state != LetterState::written))
        return Error{"letter.changed", place(row), "is no longer waiting to leave", "List the letters again."};
    LetterRow kept = row;
    kept.state = LetterState::written;
    if (total) FRIST_TRY_DONE(desk.store.put_letter_total(desk.creditor, row.case_id, row.letter, *total));
    return desk.store.put_letter(desk.creditor, kept);
}

Outcome written(const Desk& desk, const LetterRow& row, std::optional<Money> total) {
    return desk.store.change([&] { return keep_written(desk, row, total); });
}

Result<std::vector<rules::Refusal>> letter_left(const Desk& desk, LetterGate& gate, const LetterRow& row, Date on, const rules::Way& way) {
    FRIST_TRY(Passage passage, gate.leaving(row));
    rules::Leaving leaving;
    if (passage.refusals.empty()) {
        leaving.sent = passage.sent;
        leaving.sent.deadline = row.deadline;
        leaving.sent.fee = row.fee;
        leaving.way = way;
        FRIST_TRY(leaving.total, desk.store.letter_total(desk.creditor, row.case_id, row.letter));
        FRIST_TRY(passage.refusals, gate.ask(passage, leaving));
    }
    if (!passage.refusals.empty()) return passage.refusals;
    const Result<cases::Events> events = rules::decide(passage.row.state, cases::ReportSent{row.letter, on, row.deadline, row.fee, leaving.total}, desk.today, desk.country);
    if (!events.ok()) return std::vector{refusal_of(events.error(), row.kind, desk.country)};
    FRIST_TRY_DONE(keep(desk, passage.row, *events, fmt::format("posted:{}/{}", row.case_id, row.letter)));
    gate.one_leaves();
    return std::vector<rules::Refusal>{};
}

Result<Posted> posted(const Desk& desk, Date on) {
    if (on > desk.today) return Error{"letter.future", "--on", "the day " + text(on) + " has not come", "Report the day on which the letters left."};
    Posted result;
    const Outcome outcome = desk.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<LetterRow> rows, desk.store.letters(desk.creditor, LetterState::written));
        if (rows.empty()) return done;
        FRIST_TRY(const CreditorRecord creditor, creditor_of(desk));
        FRIST_TRY(LetterGate gate, LetterGate::open(desk, creditor, on));
        for (const LetterRow& row : rows) {
            FRIST_TRY(const bool elsewhere, with_a_door(desk, creditor, row));
            if (elsewhere) continue;
            FRIST_TRY(std::vector<rules::Refusal> refusals, letter_left(desk, gate, row, on, {}));
            if (!refusals.empty()) {
                result.refused.push_back(held(row, std::move(refusals)));
                continue;
            }
            FRIST_TRY_DONE(by_hand(desk, creditor, row, on));
            ++result.count;
        }
        return done;
    });
    if (!outcome.ok()) return outcome.error();
    return result;
}

}  // namespace frist::office
