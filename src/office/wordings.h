// The wordings of the letters for one creditor: ours, and what it has made of them. What the law wants stays in each.
#pragma once
#include "letters/clarity.h"
#include "letters/letter.h"
#include "office/people.h"

namespace frist::office {

struct Wording {
    letters::Kind kind = letters::Kind::reminder;
    letters::Language language = letters::Language::nb;
};

// Ours, as the file of texts/ is. Error text.file.
Result<std::string> our_wording(const Wording& which);
// The creditor's own; null when it uses ours.
const AdaptedText* own_wording(const CreditorRecord& creditor, const Wording& which);

// A text that keeps the law and makes a letter of invented facts, and how plain it is.
struct CheckedWording {
    letters::Texts texts;
    letters::Clarity clarity;
};
// `name` stands in the errors, with the line. Errors text.*, letter.*.
Result<CheckedWording> checked_wording(const Wording& which, std::string_view name, std::string_view bytes);

// The letter with invented facts, in the creditor's wording, or in `checked` when that is given. Errors of compose.
Result<letters::Letter> example_letter(const CreditorRecord& creditor, const Wording& which, const CheckedWording* checked);

// Puts an own text into the record. Errors of checked_wording; text.clarity when it is harder to read than least_score
// and no reason is given.
Result<letters::Clarity> use_wording(CreditorRecord& creditor, const Wording& which, std::string_view name, std::string bytes, const std::string& reason);
// Back to ours.
void drop_wording(CreditorRecord& creditor, const Wording& which);

}  // namespace frist::office
