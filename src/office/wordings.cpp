#include "office/wordings.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "letters/example.h"
#include "office/case_facts.h"

namespace frist::office {

Result<std::string> our_wording(const Wording& which) {
    const std::string path = fmt::format("{}.{}.txt", name_of(which.kind), name_of(which.language));
    for (const embedded::File& file : embedded::texts())
        if (file.path == path) return std::string(file.bytes);
    return Error{"text.file", path, "the text is not there", "Build the program anew."};
}

const AdaptedText* own_wording(const CreditorRecord& creditor, const Wording& which) {
    const auto found = std::find_if(creditor.texts.begin(), creditor.texts.end(), [&](const AdaptedText& t) { return t.kind == which.kind && t.language == which.language; });
    return found == creditor.texts.end() ? nullptr : &*found;
}

Result<CheckedWording> checked_wording(const Wording& which, std::string_view name, std::string_view bytes) {
    FRIST_TRY(const letters::Texts* ours, own_texts());
    FRIST_TRY(letters::Texts texts, ours->adapted(which.kind, which.language, name, bytes));
    // A text that reads well may still want a fact that a letter does not have.
    FRIST_TRY([[maybe_unused]] const letters::Letter letter, letters::compose(letters::Example(texts, which.language).of(which.kind), texts));
    return CheckedWording{std::move(texts), letters::clarity_of(which.kind, bytes)};
}

Result<letters::Letter> example_letter(const CreditorRecord& creditor, const Wording& which, const CheckedWording* checked) {
    if (checked != nullptr) return letters::compose(letters::Example(checked->texts, which.language).of(which.kind), checked->texts);
    FRIST_TRY(const letters::Texts texts, texts_of(creditor));
    return letters::compose(letters::Example(texts, which.language).of(which.kind), texts);
}

Result<letters::Clarity> use_wording(CreditorRecord& creditor, const Wording& which, std::string_view name, std::string bytes, const std::string& reason) {
    FRIST_TRY(CheckedWording checked, checked_wording(which, name, bytes));
    const int score = checked.clarity.score();
    if (score < letters::least_score && reason.empty())
        return Error{"text.clarity", std::string(name), fmt::format("the text has the score {}, and {} is the least", score, letters::least_score), "Make it clearer, or say why it is used as it is."};
    drop_wording(creditor, which);
    creditor.texts.push_back({which.kind, which.language, std::move(bytes), score < letters::least_score ? reason : ""});
    return std::move(checked.clarity);
}

void drop_wording(CreditorRecord& creditor, const Wording& which) {
    std::erase_if(creditor.texts, [&](const AdaptedText& t) { return t.kind == which.kind && t.language == which.language; });
}

}  // namespace frist::office
