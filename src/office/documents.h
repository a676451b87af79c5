// Letters that no course orders: a person asks for one of a case, and gets what the case knows on that day. What warns or
// presses passes the gate. Nothing is sent here; that one was made is kept with the case.
#pragma once
#include "letters/letter.h"
#include "office/answer_case.h"
#include "office/people.h"
#include "rules/gate.h"

namespace frist::office {

// The terms a person proposes; without them the plan that the case has is written down.
struct PlanWish {
    Date first;
    int every_days = 30;
    int count = 1;
    std::optional<Date> answer_by;       // 14 days from today when left out
};

struct AnswerWish {
    Date received;
    letters::Verdict verdict = letters::Verdict::rejected;
    std::vector<std::string> words;      // why, one a paragraph
    std::optional<Date> deadline;        // 14 days from today when left out
};

struct ClosingWish {
    std::string refund_account;          // eleven digits; empty when nobody has told it
};

using DocumentWish = std::variant<std::monostate, PlanWish, AnswerWish, ClosingWish>;

// The letter of this kind about a case on `desk.today`. Enforcement notice, instalment agreement, receipt, closing,
// answer to an objection, bankruptcy demand, annex; the letters of a course go through send_letters.h.
// Errors document.kind (a letter of the course, or a wish of another kind), document.state (the case has nothing to
// tell in such a letter, with the remedy), case.unknown, and those of case_facts, rules::decide and letters::compose.
Result<letters::Letter> document(const Desk& desk, const CreditorRecord& creditor, Id case_id, letters::Kind kind, const DocumentWish& wish, const letters::Texts& texts);

// Whether it is to be sent, or only looked at.
enum class Purpose { send, copy };

struct MadeDocument {
    letters::Kind kind = letters::Kind::annex;
    std::vector<rules::Refusal> refusals;   // why it may not be sent; to be sent, there is nothing else then
    letters::Facts facts;
    letters::Letter letter;                 // a copy has a mark across each page
    std::string verdict;                    // of an answer to an objection
};
// The same with what the gate says of a letter that warns, presses or offers terms. Errors as above.
Result<MadeDocument> make_document(const Desk& desk, const CreditorRecord& creditor, Id case_id, letters::Kind kind, const DocumentWish& wish, Purpose purpose, const letters::Texts& texts);

// Remembers with the case that the letter was made to be sent; the same PDF once. An annex leaves no trace. Errors
// store.*, case.unknown.
Outcome note_document(const Desk& desk, Id case_id, const MadeDocument& made, const std::string& sha256);

// The facts alone, for those who look before they print.
Result<letters::Facts> document_facts(const Desk& desk, const CreditorRecord& creditor, Id case_id, letters::Kind kind, const DocumentWish& wish, const letters::Texts& texts);

}  // namespace frist::office
