// The wordings of the letters: one file per letter and language (texts/<letter>.<lang>.txt), blocks of words with
// typed placeholders. docs: texts/README.md. A creditor may adapt them; what the law demands stays as it is.
#pragma once
#include "letters/required.h"

#include <map>
#include <memory>

namespace frist::letters {

// A word that stands for a fact. Conditions are words too: {{#several}} … {{/several}}, {{^several}} … {{/several}}.
struct Piece {
    enum class Sort { words, value, when, unless, end, bold };
    Sort sort = Sort::words;
    std::string text;   // the words, or the name of the placeholder or condition
    bool operator==(const Piece&) const = default;
};

// One bracketed block of a text file.
struct TextBlock {
    // `person`: an answer in the words of whoever writes. From `sums` on: tables, without words of their own.
    enum class Sort { title, mail, lead, answer, person, section, sums, interest, payments, instalments, how_claims, how_interest, how_costs, how_payments, how_total, grounds, parties, enclosures };
    Sort sort = Sort::section;
    std::string name;                // "answer total" has the name "total"; a Part's name means it carries the part
    std::optional<Part> part;
    std::string when;                // a condition, empty for always; "!x" for unless
    std::string statutory;           // the section of law when the words are protected, else empty
    std::string question;            // of an answer; empty goes on with the answer before
    std::string heading;             // of a section
    std::vector<std::vector<Piece>> paragraphs;
    std::string words;               // all of it, blanks collapsed: what protection compares
    int line = 0;
};

struct Text {
    Kind kind = Kind::reminder;
    Language language = Language::nb;
    std::vector<TextBlock> blocks;
};

// Reads one text file; `name` is for errors ("texts/notice.nb.txt"). Errors, each with name:line in `field`:
// text.block (a heading that is not understood), text.twice, text.placeholder (an unknown one, or one not closed),
// text.order (answers must come right after the lead), text.answer (an answer without a question), text.size.
Result<Text> read_text(Kind kind, Language language, std::string_view name, std::string_view bytes);

// Refuses an adapted text that changes what is protected in ours: text.statutory_missing, text.statutory_changed
// (also when its condition changed), text.statutory_added, text.statutory_order. Field and remedy name the line.
Outcome keeps_the_law(const Text& ours, const Text& adapted, std::string_view name, std::string_view adapted_bytes);

using Labels = std::map<std::string, std::string, std::less<>>;

class Texts {
public:
    // Our own texts and the law of their contents. Errors of read_text and ContentLaw::read; text.file when a
    // letter or a label is missing in a language.
    static Result<Texts> read(std::span<const embedded::File> text_files, std::span<const embedded::File> law_files);

    // The same texts with one of them adapted by a creditor. Errors of read_text and keeps_the_law.
    [[nodiscard]] Result<Texts> adapted(Kind kind, Language language, std::string_view name, std::string_view bytes) const;

    [[nodiscard]] const Text& text(Kind kind, Language language) const;
    [[nodiscard]] const std::string& label(Language language, std::string_view key) const;
    // A section of law by the name it has in this language: labels law_NAME say which.
    [[nodiscard]] std::string section(Language language, const std::string& reason) const;
    [[nodiscard]] const ContentLaw& law() const { return *law_; }
    // SHA-256 over texts and law: stored with each letter, so that one can tell which wording it had.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

private:
    std::map<std::pair<Kind, Language>, std::shared_ptr<const Text>> texts_;
    std::map<Language, Labels> labels_;
    std::shared_ptr<const ContentLaw> law_;
    std::string fingerprint_;
};

// The names that may stand in {{…}}, and those that may stand in {{#…}}.
std::span<const std::string_view> placeholder_names();
std::span<const std::string_view> condition_names();

}  // namespace frist::letters
