#include "office/forewarning.h"

#include "base/pch.h"
#include "letters/words.h"
#include "office/case_facts.h"

namespace frist::office {

Result<Forewarning> forewarning(const Desk& desk, const CreditorRecord& creditor, int days) {
    FRIST_TRY(const letters::Texts texts, texts_of(creditor));
    const letters::Language language = enum_of<letters::Language>(creditor.language).value_or(letters::Language::nb);
    const auto said = [&](std::string_view key) -> const std::string& { return texts.label(language, "coming_" + std::string(key)); };
    FRIST_TRY(const Outbox box, outbox(desk, creditor));
    FRIST_TRY(const ComingLetters ahead, coming(desk, box, days));
    Forewarning made;
    made.subject = fmt::format("{}: {} {}", creditor.name, said("until"), letters::in_words(desk.today + Days{days}, language));
    std::optional<Date> under;
    for (const ReadyLetter& ready : box.ready) {
        if (!under) made.words += said("today") + ":\n";
        under = desk.today;
        made.words += fmt::format("  {} {}: {}\n", said("case"), ready.row.case_id, said(name_of(ready.row.kind)));
        ++made.letters;
    }
    under.reset();
    for (const ComingLetter& letter : ahead.list) {
        if (under != letter.on) made.words += fmt::format("{}{}:\n", made.words.empty() ? "" : "\n", letters::in_words(letter.on, language));
        under = letter.on;
        made.words += fmt::format("  {} {}: {}\n", said("case"), letter.case_id, said(letter.choice ? "choice" : name_of(letter.kind)));
        if (!letter.choice && !cases::is_legal(letter.kind)) ++made.letters;
    }
    if (made.words.empty()) made.words = said("nothing") + "\n";
    made.words += "\n" + said("note") + "\n";
    return made;
}

}  // namespace frist::office
