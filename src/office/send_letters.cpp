#include "base/pch.h"
#include "cases/evolve.h"
#include "letters/texts.h"
#include "office/letter_gate.h"
#include "office/send_letters.h"
#include "rules/balance.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

letters::Kind letter_kind(cases::StepKind kind) {
    switch (kind) {
        case cases::StepKind::nudge: return letters::Kind::friendly_reminder;
        case cases::StepKind::reminder: return letters::Kind::reminder;
        case cases::StepKind::notice: return letters::Kind::notice;
        case cases::StepKind::demand: return letters::Kind::demand;
        default: return letters::Kind::rest_note;
    }
}

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

std::string what_of(const rules::CostRow& row, bool nb) {
    struct Word { std::string_view kind, nb, en; };
    static constexpr auto words = std::to_array<Word>({{"reminder", "Purregebyr", "Reminder fee"}, {"notice", "Gebyr for inkassovarsel", "Fee for collection notice"},
        {"demand", "Gebyr for betalingsoppfordring", "Fee for payment demand"}, {"reversal", "Tilbakeført gebyr", "Fee taken back"},
        {"salaer_light", "Inkassosalær", "Collection costs"}, {"salaer_heavy", "Inkassosalær, forhøyet", "Collection costs, raised"},
        {"salaer_vat", "Merverdiavgift av salær", "VAT on collection costs"}, {"plan_fee", "Salær for avdragsordning", "Instalment plan fee"},
        {"compensation", "Standardkompensasjon", "Standard compensation"}, {"set_off", "Fradrag: dekkes av kompensasjonen", "Less: covered by the compensation"}});
    for (const Word& word : words)
        if (word.kind == row.kind) return std::string(nb ? word.nb : word.en);
    return row.kind;
}

class Writer {
public:
    Writer(const Desk& desk, const CreditorRecord& creditor) : desk_(desk), creditor_(creditor) {}

    // What the letter says if it leaves today: the case as though it had left.
    Result<letters::Facts> facts(const cases::Case& c, const cases::Sent& sent, const Passage::Debtor& who) {
        letters::Facts facts;
        facts.kind = letter_kind(sent.kind);
        facts.written = desk_.today;
        facts.deadline = sent.deadline;
        facts.enforcement_notice = sent.enforcement_notice;
        facts.next = next_of(c, sent.kind);
        facts.case_number = std::to_string(c.id);
        FRIST_TRY(facts.kid, desk_.store.kid_of_case(desk_.creditor, c.id));
        facts.account = creditor_.account;
        facts.creditor = {creditor_.name, creditor_.org_number, creditor_.address.lines(), creditor_.email, creditor_.phone, creditor_.vat_registered};
        debtor(who, facts);
        FRIST_TRY_DONE(sums(c, facts));
        for (const cases::Sent& earlier : c.letters)
            if (earlier.letter != sent.letter && !earlier.voided && !cases::is_legal(earlier.kind)) facts.earlier.push_back({letter_kind(earlier.kind), earlier.sent});
        return facts;
    }

private:
    void debtor(const Passage::Debtor& who, letters::Facts& facts) const {
        const DebtorRecord& debtor = who.record;
        facts.language = enum_of<letters::Language>(debtor.language.empty() ? creditor_.language : debtor.language).value_or(letters::Language::nb);
        facts.debtor.name = debtor.name;
        facts.debtor.address = debtor.address.lines();
        facts.debtor.business = debtor.relation == cases::Relation::business;
        if (!who.key.starts_with("name:")) facts.debtor.customer_number = who.key;
    }

    Outcome sums(const cases::Case& c, letters::Facts& facts) {
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c, desk_.today, desk_.country));
        const Money zero = c.zero();
        facts.interest_paid = facts.costs_paid = zero;
        std::vector<Money> paid(c.claims.size(), zero);
        for (const cases::Payment& payment : c.payments) {
            facts.payments.push_back({payment.on, payment.amount - payment.cover.overpaid});
            facts.costs_paid += payment.cover.costs;
            for (const cases::ClaimCover& part : payment.cover.claims) {
                facts.interest_paid += part.interest;
                paid[static_cast<std::size_t>(part.claim)] += part.principal;
            }
        }
        const bool nb = facts.language == letters::Language::nb;
        FRIST_TRY(const std::vector<ItemRow> items, desk_.store.items_of_case(desk_.creditor, c.id));
        const auto what_was = [&](const cases::Claim& claim) {
            const auto item = std::find_if(items.begin(), items.end(), [&](const ItemRow& i) { return i.number == claim.number && !i.what.empty(); });
            return item != items.end() ? item->what : std::string(nb ? "Levering ifølge faktura" : "Delivery as invoiced");
        };
        for (std::size_t i = 0; i < c.claims.size(); ++i) {
            const cases::Claim& claim = c.claims[i];
            facts.claims.push_back({claim.number, claim.invoiced, claim.due, what_was(claim), claim.amount, claim.amount - claim.net(), paid[i], balance.principal_of[i]});
        }
        for (const rules::ClaimInterest& row : balance.interest_rows) {
            const cases::Claim& claim = c.claims[static_cast<std::size_t>(row.claim)];
            facts.interest.push_back({claim.number, row.row.days.from, row.row.days.to, row.row.base, row.row.rate, row.row.days.length().count, row.row.amount,
                                      desk_.country.why_rate(c, claim, row.row.days.from).rule});
        }
        for (const rules::CostRow& row : balance.cost_rows) facts.costs.push_back({what_of(row, nb), row.on, row.amount, row.rule, row.amount.negative()});
        facts.total = balance.total();
        facts.interest_to = desk_.today;
        FRIST_TRY(const rules::Balance tomorrow, rules::balance_on(c, desk_.today.next(), desk_.country));
        facts.daily_interest = tomorrow.interest - balance.interest;
        if (facts.deadline) {
            const Result<rules::Balance> at_deadline = rules::balance_on(c, *facts.deadline, desk_.country);
            if (at_deadline.ok() && at_deadline->costs == balance.costs) facts.total_at_deadline = at_deadline->total();
        }
        return done;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
};

std::string place(const LetterRow& row) { return fmt::format("case {} letter {}", row.case_id, row.letter); }

HeldLetter held(const LetterRow& row, std::vector<rules::Refusal> refusals) {
    HeldLetter letter{row, std::move(refusals), {}};
    letter.reason = letter.refusals.front().error(place(row));
    return letter;
}

// Writes the letter and asks the gate: one of the two lists of the outbox grows.
Outcome one_letter(Writer& writer, LetterGate& gate, const letters::Texts& texts, const LetterRow& row, Date today, Outbox& out) {
    FRIST_TRY(Passage passage, gate.leaving(row));
    if (!passage.refusals.empty()) {
        out.held.push_back(held(row, std::move(passage.refusals)));
        return done;
    }
    rules::Leaving leaving;
    leaving.sent = passage.sent;
    ReadyLetter ready;
    ready.row = row;
    ready.row.written_on = today;
    ready.row.deadline = passage.sent.deadline;
    ready.row.fee = passage.sent.fee;
    // Sums that cannot be known are told by the gate, and a letter without an address says nothing of its own.
    Result<letters::Facts> facts = writer.facts(passage.after, passage.sent, passage.debtor);
    if (!facts.ok() && facts.error().code.starts_with("store.")) return facts.error();
    const bool addressed = passage.debtor.record.address.complete();
    if (facts.ok() && addressed) {
        ready.facts = std::move(facts).value();
        leaving.total = ready.facts.total;
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

Result<Outbox> outbox(const Desk& desk, const CreditorRecord& creditor) {
    Outbox out;
    FRIST_TRY(std::vector<LetterRow> rows, desk.store.letters(desk.creditor, LetterState::ordered));
    FRIST_TRY(const std::vector<LetterRow> again, desk.store.letters(desk.creditor, LetterState::written));
    // In the order of the cases, whichever of them were written before: a batch is the same when it is made again.
    rows.insert(rows.end(), again.begin(), again.end());
    if (rows.empty()) return out;
    std::sort(rows.begin(), rows.end(), [](const LetterRow& a, const LetterRow& b) { return std::pair(a.case_id, a.letter) < std::pair(b.case_id, b.letter); });
    FRIST_TRY(const letters::Texts texts, letters::Texts::read(embedded::texts(), embedded::law()));
    FRIST_TRY(LetterGate gate, LetterGate::open(desk, creditor, desk.today));
    Writer writer(desk, creditor);
    for (const LetterRow& row : rows) FRIST_TRY_DONE(one_letter(writer, gate, texts, row, desk.today, out));
    return out;
}

Outcome written(const Desk& desk, const LetterRow& row, std::optional<Money> total) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(const auto now, desk.store.letter(desk.creditor, row.case_id, row.letter));
        if (!now || (now->state != LetterState::ordered && now->state != LetterState::written))
            return Error{"letter.changed", place(row), "is no longer waiting to leave", "List the letters again."};
        LetterRow kept = row;
        kept.state = LetterState::written;
        if (total) FRIST_TRY_DONE(desk.store.put_letter_total(desk.creditor, row.case_id, row.letter, *total));
        return desk.store.put_letter(desk.creditor, kept);
    });
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
            FRIST_TRY(Passage passage, gate.leaving(row));
            if (passage.refusals.empty()) {
                rules::Leaving leaving;
                leaving.sent = passage.sent;
                leaving.sent.deadline = row.deadline;
                leaving.sent.fee = row.fee;
                FRIST_TRY(leaving.total, desk.store.letter_total(desk.creditor, row.case_id, row.letter));
                FRIST_TRY(passage.refusals, gate.ask(passage, leaving));
            }
            if (!passage.refusals.empty()) {
                result.refused.push_back(held(row, std::move(passage.refusals)));
                continue;
            }
            const Result<cases::Events> events = rules::decide(passage.row.state, cases::ReportSent{row.letter, on, row.deadline, row.fee}, desk.today, desk.country);
            if (!events.ok()) {
                result.refused.push_back(held(row, {refusal_of(events.error(), row.kind, desk.country)}));
                continue;
            }
            FRIST_TRY_DONE(keep(desk, passage.row, *events, fmt::format("posted:{}/{}", row.case_id, row.letter)));
            gate.one_leaves();
            ++result.count;
        }
        return done;
    });
    if (!outcome.ok()) return outcome.error();
    return result;
}

}  // namespace frist::office
