// A case's next letter before it may leave: the words, sums and days it would have, marked across the page.
#pragma once
#include "office/send_letters.h"

namespace frist::office {

struct Preview {
    letters::Letter letter;                 // without a mark when it may leave today: then its PDF is the one that leaves
    LetterRow row;
    std::optional<Date> from;               // the first day it may leave, when days are all that it waits for
    std::vector<rules::Refusal> refusals;   // why it may not leave today
};

// The mark across a paper that is only looked at: DRAFT, `when` it may leave, and the section of the first reason against it.
letters::Mark draft_mark(const letters::Texts& texts, letters::Language language, const std::string& when, const std::vector<rules::Refusal>& refusals);

// The letter that waits, else the one that the next step will order, as it would leave on its first lawful day.
// Errors preview.none (no letter comes: with what comes instead), what keeps a letter from being made at all
// (gate.*), letter.*, case.unknown, store.*, law.*.
Result<Preview> preview(const Desk& desk, const CreditorRecord& creditor, Id case_id);

}  // namespace frist::office
