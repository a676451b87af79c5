#include "sheets/letters_before.h"

#include "base/pch.h"
#include "sheets/columns.h"

namespace frist::sheets {
namespace {

bool holds(std::string_view word, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return word.find(part) != std::string_view::npos; });
}
bool begins(std::string_view word, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return word.starts_with(part); });
}
bool among(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// A warning of what courts and offices do is no notice of collection.
bool is_legal_word(std::string_view word) { return holds(word, {"rettslig", "rattslig", "retslig", "utlegg", "utmatning", "namsmann", "kronofogd", "forlik", "konkurs", "court", "ulosott"}); }

enum class Part { sent, deadline, fee };

std::optional<Part> part_of(std::string_view name, const NamedColumn& column) {
    if (holds(name, {"gebyr", "avgift", "salaer", "salar", "omkostning", "kostnad"}) || name.ends_with("maksu") || name.ends_with("fee") || name.ends_with("feenr"))
        return column.amounts || !column.days ? std::optional(Part::fee) : std::nullopt;
    if (!column.days) return std::nullopt;
    if (holds(name, {"frist", "forfall", "forfald", "deadline", "erapaiva", "eräpäivä", "duedate", "payby"}) || name.ends_with("due")) return Part::deadline;
    return Part::sent;
}

// "2. purring", "Andre purring", "Reminder 2".
bool is_second(std::string_view name) { return holds(name, {"2", "andre", "andra", "anden", "second", "toinen", "siste", "sista", "sidste"}); }

std::size_t letter_of(std::string_view step, std::string_view name) {
    if (step == "notice") return 2;
    if (step == "demand") return 3;
    return is_second(name) ? 1 : 0;
}

}  // namespace

std::string_view step_word(std::string_view cell) {
    const std::string word = folded(cell);
    if (word.empty()) return "";
    if (among(word, {"ingen", "ikkepurret", "ny", "nytt", "nei", "nej", "none", "no", "new", "apen", "open", "inga", "ingenpurring", "eikarhuttu", "ei"})) return "none";
    if (is_legal_word(word)) return "";
    if (holds(word, {"inkassovarsel", "inkassovarning", "inkassovarsling", "inkassonotice", "collectionnotice", "collectionwarning", "perintavaroitus", "varselominkasso", "varningominkasso"}) ||
        begins(word, {"varsel", "notice"}))
        return "notice";
    if (holds(word, {"betalingsoppfordring", "betalingsopfordring", "inkassokrav", "inkassobrev", "inkassoskrivelse", "kravbrev", "paymentdemand", "demandforpayment", "letterofdemand", "maksuvaatimus", "perintakirje"}) ||
        begins(word, {"demand", "oppfordring"}))
        return "demand";
    if (holds(word, {"purr", "paminn", "rykk", "muistutus", "karhu", "reminder"})) return "reminder";
    return "";
}

std::string_view step_of(std::string_view cell, const std::map<std::string, std::string>& said) {
    const auto found = said.find(folded(cell));
    return found != said.end() ? std::string_view(found->second) : step_word(cell);
}

std::vector<LetterField> letter_fields(const std::vector<NamedColumn>& columns) {
    std::vector<LetterField> fields;
    std::array<bool, std::size(letters_with_columns)> has_day{};
    const auto take = [&](std::size_t letter, Part part, std::size_t column) {
        const LetterColumns& one = letters_with_columns[letter];
        const Field field = part == Part::sent ? one.sent : part == Part::deadline ? one.deadline : one.fee;
        const bool taken = std::any_of(fields.begin(), fields.end(), [&](const LetterField& known) { return known.field == field; });
        if (!taken) fields.push_back({field, column});
        if (!taken && part == Part::sent) has_day[letter] = true;
    };
    for (const NamedColumn& column : columns) {
        const std::string name = folded(column.name);
        const std::string_view step = step_word(column.name);
        if (step.empty() || step == "none") continue;
        if (const auto part = part_of(name, column)) take(letter_of(step, name), *part, column.column);
    }
    if (std::count(has_day.begin(), has_day.end(), true) < 2) return {};
    std::erase_if(fields, [&](const LetterField& one) {
        for (std::size_t i = 0; i < has_day.size(); ++i)
            if (!has_day[i] && (one.field == letters_with_columns[i].deadline || one.field == letters_with_columns[i].fee)) return true;
        return false;
    });
    return fields;
}

}  // namespace frist::sheets
