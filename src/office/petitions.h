// What a court, a board or an enforcement office gets: the petition or complaint with everything that belongs to it.
// Nothing is stored and nothing is sent here; `frist case N filed` tells that it went. docs/spec/petitions.md.
#pragma once
#include "letters/letter.h"
#include "office/answer_case.h"
#include "office/doors.h"
#include "office/people.h"
#include "rules/gate.h"

#include <functional>

namespace frist::office {

// An estate claim is filed where somebody winds up what the debtor has: a bankruptcy, an estate, a debt settlement.
enum class PetitionKind { attachment, conciliation, bankruptcy, estate };
constexpr auto names_of(PetitionKind) { return std::to_array<std::string_view>({"attachment", "conciliation", "bankruptcy", "estate"}); }

struct PetitionWish {
    PetitionKind kind = PetitionKind::attachment;
    std::string number;               // of a person: eleven digits, printed and kept nowhere
    std::vector<std::string> grounds; // a person's own words, one a paragraph
    bool default_judgment = true;
    bool or_board = true;             // an attachment goes on to the conciliation board when the debtor objects
    std::optional<letters::Language> language;   // the creditor's own when left out
    std::string trustee;              // estate: who winds it up; the court or the office when left out
    PostalAddress trustee_address;
};

struct Petition {
    std::vector<rules::Refusal> refusals;   // why it may not be made: then there is nothing else
    letters::Letter letter;
    std::vector<std::string> enclosures;    // the PDFs in the order of the letter's list
    std::vector<std::string> doubts;        // what a person must look at before it leaves
};

// On `desk.today`. A complaint to the conciliation board is always made, also on a held, paused or closed case: what
// the gate says against it becomes a doubt. An estate claim is counted to the day the estate was opened. Costs of collecting that no valid demand carries are left out of it.
// Errors document.state, petition.number, office.*, letter.*, case.unknown, store.*, law.*.
Result<Petition> petition(const Desk& desk, const CreditorRecord& creditor, Id case_id, const PetitionWish& wish, Archive& archive,
                          const std::function<Result<std::string>(const letters::Letter&)>& print);

}  // namespace frist::office
