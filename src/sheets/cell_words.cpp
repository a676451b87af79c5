#include "sheets/cell_words.h"

#include "base/pch.h"
#include "sheets/columns.h"
#include "sheets/table.h"

namespace frist::sheets {

using party::Register;

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool begins_with_one_of(const std::string& word, std::span<const std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&word](std::string_view begin) { return word.starts_with(begin); });
}

}  // namespace

bool is_scientific(std::string_view text) {
    const auto e = text.find_first_of("Ee");
    if (e == std::string_view::npos || e == 0 || e + 1 >= text.size()) return false;
    std::string_view power = text.substr(e + 1);
    if (power.front() == '+' || power.front() == '-') power.remove_prefix(1);
    const auto digits = [](std::string_view part, std::string_view allowed) {
        return !part.empty() && part.find_first_not_of(allowed) == std::string_view::npos;
    };
    return is_digit(text.front()) && digits(text.substr(0, e), "0123456789.,") && text.find_first_of(".,") < e &&
           digits(power, "0123456789") && power.size() <= 3;
}

std::string language_of(std::string_view cell) {
    constexpr auto known = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"nb", "nb"},        {"no", "nb"},    {"nr", "nb"},      {"nor", "nb"},    {"norsk", "nb"},   {"bokmal", "nb"},
        {"norwegian", "nb"}, {"nn", "nn"},    {"nynorsk", "nn"}, {"en", "en"},     {"eng", "en"},     {"english", "en"},
        {"engelsk", "en"},   {"sv", "sv"},    {"se", "sv"},      {"svensk", "sv"}, {"svenska", "sv"}, {"da", "da"},
        {"dk", "da"},        {"dansk", "da"}, {"fi", "fi"},      {"finsk", "fi"},  {"suomi", "fi"},   {"finska", "fi"},
    });
    const std::string word = folded(cell);
    for (const auto& [name, code] : known)
        if (word == name) return std::string(code);
    return "";
}

bool is_credit_word(std::string_view cell) {
    const std::string word = folded(cell);
    for (const std::string_view begin :
         {"kreditnota", "kreditfaktura", "kreditering", "creditnote", "creditmemo", "hyvityslasku"})
        if (word.starts_with(begin)) return true;
    for (const std::string_view whole :
         {"kredit", "credit", "betaling", "innbetaling", "inbetalning", "indbetaling", "payment", "suoritus"})
        if (word == whole) return true;
    return false;
}

Register register_of(Currency currency) {
    if (currency == Currency::sek()) return Register::sweden;
    if (currency == Currency::dkk()) return Register::denmark;
    if (currency == Currency::eur()) return Register::finland;
    return Register::norway;
}

Register register_in(std::string_view country, Register usual) {
    if (country.empty()) return usual;
    const std::string word = folded(country);
    if (word == "nr" || word == "nor" || word == "norge" || word == "norway")
        return Register::norway;  // "NO" folds to "nr"
    if (word == "se" || word == "sverige" || word == "sweden" || word == "ruotsi") return Register::sweden;
    if (word == "dk" || word == "danmark" || word == "denmark") return Register::denmark;
    if (word == "fi" || word == "finland" || word == "suomi") return Register::finland;
    return usual;
}

bool is_cost_word(std::string_view cell) {
    constexpr auto costs = std::to_array<std::string_view>(
        {"purregebyr",        "purrregebyr",    "inkassogebyr", "gebyr",       "inkassosalar",
         "forsinkelsesrente", "rentenota",      "rentefaktura", "morarente",   "paminnelseavgift",
         "inkassokostnad",    "drojsmalsranta", "rantefaktura", "rykkergebyr", "muistutusmaksu",
         "viivastyskorko",    "korkolasku",     "perintakulu",  "reminderfee", "lateinterest",
         "collectionfee"});
    return cell.size() <= 60 && begins_with_one_of(folded(cell), costs);
}

bool is_page_word(std::string_view cell) {
    constexpr auto pages =
        std::to_array<std::string_view>({"side", "sida", "sivu", "page", "utskrift", "utskrevet", "dato", "datum",
                                         "printed", "tulostettu", "periode", "rapport", "report", "firma", "klient"});
    const auto words = folded_words(cell);
    return words.empty() || std::find(pages.begin(), pages.end(), words.front()) != pages.end();
}

HeadingCustomer customer_in_heading(std::string_view heading) {
    const auto words = folded_words(heading);
    constexpr auto names = std::to_array<std::string_view>(
        {"kunde", "kundenr", "kund", "kundnr", "customer", "asiakas", "asiakasnr", "debitor", "debtor"});
    heading = trimmed(heading);
    if (words.size() > 1 && std::find(names.begin(), names.end(), words.front()) != names.end())
        heading = trimmed(heading.substr(std::min(heading.size(), heading.find_first_of(" :.") + 1)));
    HeadingCustomer out;
    const auto digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
    if (digits > 0 &&
        (digits == heading.size() || std::string_view(" -:,;").find(heading[digits]) != std::string_view::npos)) {
        out.number = heading.substr(0, digits);
        heading.remove_prefix(digits);
        while (!heading.empty() && std::string_view(" -:,;").find(heading.front()) != std::string_view::npos)
            heading.remove_prefix(1);
    }
    out.name = trimmed(heading);
    return out;
}

std::string norwegian_postal_code(std::string code) {
    if (code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; })) code.insert(0, 1, '0');
    return code;
}

}  // namespace frist::sheets
