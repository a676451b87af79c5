// Which field a column's name stands for, in Norwegian, Swedish, Danish, Finnish and English.
#pragma once
#include "sheets/fields.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frist::sheets {

// The words of a name in small letters without accents; "nummer", "number", "nro" … are "nr".
std::vector<std::string> folded_words(std::string_view text);
// The same in one: "Kunde-nummer:" is "kundenr".
std::string folded(std::string_view text);

// A field with the names it goes by, the usual one first. A weak name counts only when it is the whole column name:
// "beløp" is an amount, "beløpsgrense" is nothing.
struct Synonyms {
    Field field;
    bool weak;
    std::vector<std::string_view> names;
};
std::span<const Synonyms> synonyms();

struct Guess {
    Field field;
    int score;  // exact above prefix above contained word, longer above shorter, usual above unusual
};
// Best first; empty when the name is unknown.
std::vector<Guess> guesses(std::string_view column_name);

// "31-60 dager", "over 90", ">90", "ylitys<30pv", "ikke forfalt".
bool is_ageing(std::string_view column_name);
// Names of a list of what we owe, not of what is owed to us.
bool is_supplier_name(std::string_view column_name);
// The first word of a row of sums: "Sum", "Totalt", "Yhteensä", "I alt" …
bool is_total_word(std::string_view cell);

}  // namespace frist::sheets
