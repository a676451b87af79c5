// What every table of a letter is written with.
#pragma once
#include "letters/letter.h"
#include "letters/words.h"

namespace frist::letters {

struct Pen {
    const Facts& facts;
    const Texts& texts;
    [[nodiscard]] const std::string& label(std::string_view key) const { return texts.label(facts.language, key); }
    [[nodiscard]] std::string sum(Money m) const { return figure(m, facts.language); }
    [[nodiscard]] std::string day(Date d) const { return in_table(d, facts.language); }
    [[nodiscard]] std::string section(const std::string& reason) const { return texts.section(facts.language, reason); }
};

// Words over all columns but the last, which has the sum.
inline Row labelled(Row::Style style, std::string words, std::string second, std::string sum, int columns) {
    return {style, {{std::move(words), columns - 1, std::move(second)}, {std::move(sum), 1, {}}}};
}

}  // namespace frist::letters
