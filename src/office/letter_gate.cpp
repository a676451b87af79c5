#include "office/letter_gate.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

// The case without what holds it, so that the letter can be seen as it would be. The gate looks at the case itself.
cases::Case released(const cases::Case& c, Date day) {
    cases::Case free = c;
    free.objection.reset();
    free.pause.reset();
    free.returned_mail.reset();
    free.bankrupt.reset();
    if (free.plan_runs()) free.plan.reset();
    free.ordered->needs_approval = false;
    free.ordered->on = std::min(free.ordered->on, day);
    return free;
}

}  // namespace

Result<CreditorRecord> creditor_of(const Desk& desk) {
    FRIST_TRY(const auto row, desk.store.creditor(desk.creditor));
    if (row) return creditor_record(row->record);
    return Error{"store.creditor", "creditor " + std::to_string(desk.creditor), "is not in the store", "Add the creditor first."};
}

rules::Refusal refusal_of(const Error& error, cases::StepKind kind, const rules::Country& country) {
    const rules::Stop stop = error.code.starts_with("law.") || error.code.starts_with("interest.") ? rules::Stop::law_unknown : rules::Stop::forbidden;
    return {stop, country.stop_section(stop, kind), error.message, error.remedy, std::nullopt};
}

Result<LetterGate> LetterGate::open(const Desk& desk, const CreditorRecord& creditor, Date day) {
    FRIST_TRY(GateFacts facts, GateFacts::gather(desk, creditor, day));
    return LetterGate(desk, day, std::move(facts));
}

Result<Passage> LetterGate::leaving(const LetterRow& row) const {
    Passage passage;
    FRIST_TRY(passage.row, case_row(*desk_, row.case_id));
    const cases::Case& c = passage.row.state;
    FRIST_TRY(const auto debtor, desk_->store.debtor(desk_->creditor, c.debtor));
    FRIST_CHECK(debtor.has_value());
    passage.debtor.key = debtor->key;
    FRIST_TRY(passage.debtor.record, debtor_record(debtor->record));
    passage.after = c;
    if (!c.waits_for(row.letter)) {
        passage.sent.letter = row.letter;
        passage.sent.kind = row.kind;
        passage.refusals = rules::gate(c, {passage.sent, {}, {}, {}}, {}, day_, desk_->country);
        return passage;
    }
    const Result<cases::Events> events = rules::decide(released(c, day_), cases::ReportSent{row.letter, day_, {}, {}, {}}, desk_->today, desk_->country);
    if (!events.ok()) {
        passage.refusals = {refusal_of(events.error(), row.kind, desk_->country)};
        if (const auto reason = desk_->country.forbidden(c, row.kind, day_)) passage.refusals.front().rule = reason->rule;
        return passage;
    }
    for (const cases::Event& event : *events) {
        cases::evolve(passage.after, event);
        if (const auto* sent = std::get_if<cases::LetterSent>(&event)) passage.sent = sent->letter;
    }
    return passage;
}

Result<std::vector<rules::Refusal>> LetterGate::ask(const Passage& passage, const rules::Leaving& leaving) const {
    FRIST_TRY(const rules::World world, facts_.world(passage.row, passage.debtor.record, passage.after));
    return rules::gate(passage.row.state, leaving, world, day_, desk_->country);
}

}  // namespace frist::office
