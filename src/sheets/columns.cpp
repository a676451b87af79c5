#include "sheets/columns.h"

#include "base/pch.h"
#include "sheets/table.h"

namespace frist::sheets {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> accents = {{
    {"å", "a"},
    {"Å", "a"},
    {"ä", "a"},
    {"Ä", "a"},
    {"ö", "o"},
    {"Ö", "o"},
    {"ø", "o"},
    {"Ø", "o"},
    {"æ", "ae"},
    {"Æ", "ae"},
    {"é", "e"},
    {"É", "e"},
    {"ü", "u"},
    {"Ü", "u"},
    {"\u00a0", " "},
    {"\u202f", " "},
    {"\u2013", "-"},
    {"\u2212", "-"},
}};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string plain_letters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto* const accent = static_cast<unsigned char>(text.front()) < 0x80
                                       ? accents.end()
                                       : std::find_if(
                                             accents.begin(), accents.end(),
                                             [text](const auto& pair) { return text.starts_with(pair.first); });
        out += accent == accents.end() ? text.substr(0, 1) : accent->second;
        text.remove_prefix(accent == accents.end() ? 1 : accent->first.size());
    }
    return out;
}

void number_word(std::string& word) {
    for (const std::string_view whole : {"no", "num", "nro", "nummer", "number", "numero", "#"})
        if (word == whole) word = "nr";
    for (const std::string_view end : {"nummer", "number", "numero", "nro"})
        if (word.size() > end.size() + 1 && word.ends_with(end))
            word.replace(word.size() - end.size(), end.size(), "nr");
}

std::string joined(std::span<const std::string> words) {
    std::string out;
    for (const std::string& word : words) out += word;
    return out;
}

// What stands behind an amount's name and says nothing about which amount it is.
void drop_currency(std::vector<std::string>& words) {
    constexpr auto tail = std::to_array<std::string_view>(
        {"nok", "sek", "dkk", "eur", "kr", "i", "inkl", "incl", "ink", "mva", "moms", "vat", "sis", "alv"});
    while (words.size() > 1 && std::find(tail.begin(), tail.end(), words.back()) != tail.end()) words.pop_back();
}

struct Entry {
    Field field;
    bool weak;
    int rank;
};
using Index = std::unordered_map<std::string, std::vector<Entry>>;

const Index& index() {
    static const Index made = [] {
        Index all;
        int rank = 0;
        Field last = Field::customer_number;
        for (const Synonyms& row : synonyms()) {
            if (row.field != last) rank = 0;
            last = row.field;
            for (const std::string_view name : row.names) all[folded(name)].push_back({row.field, row.weak, rank++});
        }
        return all;
    }();
    return made;
}

enum Match : std::uint16_t { contained = 1000, begins = 1500, prefix = 2000, exact = 3000 };

int score_of(Match match, std::string_view name, int rank) {
    return match + 10 * static_cast<int>(std::min<std::size_t>(name.size(), 40)) - rank;
}

void keep_best(std::vector<Guess>& all, Guess guess) {
    for (Guess& old : all)
        if (old.field == guess.field) {
            old.score = std::max(old.score, guess.score);
            return;
        }
    all.push_back(guess);
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
    const std::string plain = plain_letters(trimmed(text));
    std::vector<std::string> words;
    bool open = false;
    char before = ' ';
    for (const char c : plain) {
        const bool blank = c == ' ' || c == '.' || c == ':' || c == '-' || c == '_' || c == '/' || c == ',' ||
                           c == '(' || c == ')' || c == '[' || c == ']' || c == '*' || c == '\n' || c == '\t' ||
                           c == '"' || c == '\'';
        // "CustomerNo" is two words.
        if (blank || (is_upper(c) && is_lower(before))) open = false;
        before = c;
        if (blank) continue;
        if (!open) words.emplace_back();
        open = true;
        words.back() += is_upper(c) ? static_cast<char>(c + 32) : c;
    }
    for (std::string& word : words) number_word(word);
    return words;
}

std::string folded(std::string_view text) {
    std::string all = joined(folded_words(text));
    number_word(all);
    return all;
}

std::vector<Guess> guesses(std::string_view column_name) {
    constexpr std::size_t longest_name = 80;
    constexpr std::size_t most_words = 8;
    std::vector<Guess> found;
    if (column_name.empty() || column_name.size() > longest_name) return found;
    std::vector<std::string> words = folded_words(column_name);
    drop_currency(words);
    if (words.empty() || words.size() > most_words) return found;
    const std::span<const std::string> all(words);
    for (std::size_t from = 0; from < words.size(); ++from)
        for (std::size_t count = words.size() - from; count > 0; --count) {
            std::string name = joined(all.subspan(from, count));
            number_word(name);
            const auto at = index().find(name);
            if (at == index().end()) continue;
            const Match match = count == words.size() ? exact : from == 0 ? prefix : contained;
            for (const Entry& entry : at->second)
                if (!entry.weak || match == exact) keep_best(found, {entry.field, score_of(match, name, entry.rank)});
        }
    if (found.empty()) {
        constexpr std::size_t long_enough = 6;
        const std::string whole = joined(all);
        for (const auto& [name, entries] : index())
            for (const Entry& entry : entries)
                if (!entry.weak && name.size() >= long_enough && whole.starts_with(name))
                    keep_best(found, {entry.field, score_of(begins, name, entry.rank)});
    }
    std::sort(found.begin(), found.end(), [](const Guess& a, const Guess& b) {
        return std::tuple(-a.score, a.field) < std::tuple(-b.score, b.field);
    });
    return found;
}

bool is_ageing(std::string_view column_name) {
    constexpr auto whole = std::to_array<std::string_view>(
        {"ikkeforfalt", "tilforfall", "ejforfallet", "ikkeforfaldent", "eraantymaton", "notdue", "current"});
    constexpr auto words = std::to_array<std::string_view>(
        {"dager",  "dagar", "dage",  "dag",    "days",    "d",         "pv",       "over",
         "under",  "alle",  "yli",   "ylitys", "vah",     "eldre",     "eldreenn", "enn",
         "merenn", "mer",   "aldre", "an",     "forfalt", "forfallet", "overdue"});
    const std::string name = folded(column_name);
    if (std::find(whole.begin(), whole.end(), name) != whole.end()) return true;
    bool range = false;
    int digits = 0;
    std::string word;
    const std::string plain = plain_letters(column_name) + " ";
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (is_lower(c) || is_upper(c)) {
            word += is_upper(c) ? static_cast<char>(c + 32) : c;
            continue;
        }
        if (!word.empty()) {
            if (std::find(words.begin(), words.end(), word) == words.end()) return false;
            if (word != "d" && word != "pv" && !word.starts_with("da")) range = true;
            word.clear();
        }
        if (is_digit(c))
            ++digits;
        else if (c == '-' || c == '<' || c == '>' || c == '+')
            range = true;
        else if (c != ' ' && c != '.' && c != '=')
            return false;
    }
    return range && digits >= 1 && digits <= 6;
}

bool is_supplier_name(std::string_view column_name) {
    const std::string name = folded(column_name);
    for (const std::string_view word : {"leverandor", "leverantor", "toimittaja", "kreditornr", "kreditornavn",
                                        "kreditornamn", "supplier", "vendor", "ostoreskontra", "ostolasku"})
        if (name.starts_with(word)) return true;
    return name == "kreditor";
}

bool is_total_word(std::string_view cell) {
    constexpr auto first =
        std::to_array<std::string_view>({"sum", "summer", "totalt", "total", "totalsum", "summa", "yhteensa", "ialt",
                                         "delsum", "delsumma", "grandtotal", "subtotal", "valisumma"});
    const std::vector<std::string> words = folded_words(cell);
    if (words.empty()) return false;
    if (words.size() >= 2 && (words[0] + words[1] == "ialt" || words[0] + words[1] == "grandtotal")) return true;
    return std::find(first.begin(), first.end(), words.front()) != first.end();
}

}  // namespace frist::sheets
