// One letter on its way through the gate: its case and debtor, the letter as it would leave on the day, and the facts
// that the gate wants beside them.
#pragma once
#include "office/gate_facts.h"

namespace frist::office {

struct Passage {
    struct Debtor {
        std::string key;
        DebtorRecord record;
    };
    CaseRow row;
    Debtor debtor;
    cases::Sent sent;                       // deadline and fee by the law of the day
    cases::Case after;                      // the case when it has left
    std::vector<rules::Refusal> refusals;   // why it cannot even be made; then the rest is empty
};

class LetterGate {
public:
    // For letters that leave on `day`. `creditor` must outlive the gate. Errors store.*, law.*.
    static Result<LetterGate> open(const Desk& desk, const CreditorRecord& creditor, Date day);

    // Errors store.*, case.unknown.
    Result<Passage> leaving(const LetterRow& row) const;
    Result<std::vector<rules::Refusal>> ask(const Passage& passage, const rules::Leaving& leaving) const;
    void one_leaves() { facts_.one_leaves(); }

private:
    LetterGate(const Desk& desk, Date day, GateFacts facts) : desk_(&desk), day_(day), facts_(std::move(facts)) {}

    const Desk* desk_;
    Date day_;
    GateFacts facts_;
};

// The creditor of the desk. Errors store.*.
Result<CreditorRecord> creditor_of(const Desk& desk);

// What the rules of a case refuse, in the words of the gate.
rules::Refusal refusal_of(const Error& error, cases::StepKind kind, const rules::Country& country);

}  // namespace frist::office
