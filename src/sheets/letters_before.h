// Letters that were sent before a claim came here, as the columns and words of other systems name them.
#pragma once
#include "sheets/open_items.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace frist::sheets {

// "reminder", "notice" or "demand" for what other systems call those letters, in five languages; "none" for words that say that no
// letter has left; empty for other words.
std::string_view step_word(std::string_view word);
// What a person says counts first.
std::string_view step_of(std::string_view cell, const std::map<std::string, std::string>& said);

// A letter that has columns of its own.
struct LetterColumns {
    std::string_view step;
    Field sent;
    Field deadline;
    Field fee;
};
inline constexpr LetterColumns letters_with_columns[] = {
    {"reminder", Field::reminder_sent, Field::reminder_deadline, Field::reminder_fee},
    {"reminder", Field::second_reminder_sent, Field::second_reminder_deadline, Field::second_reminder_fee},
    {"notice", Field::notice_sent, Field::notice_deadline, Field::notice_fee},
    {"demand", Field::demand_sent, Field::demand_deadline, Field::demand_fee},
};
constexpr bool is_of_a_letter(Field field) {
    for (const LetterColumns& one : letters_with_columns)
        if (field == one.sent || field == one.deadline || field == one.fee) return true;
    return field == Field::earlier_step || field == Field::earlier_sent || field == Field::earlier_deadline || field == Field::earlier_fee;
}

// A column as far as it matters here.
struct NamedColumn {
    std::size_t column = 0;
    std::string_view name;
    bool days = false;      // its cells are days; or it is empty
    bool amounts = false;
};
struct LetterField {
    Field field;
    std::size_t column;
};
// The columns of a list that tells several letters of one claim, each with its day: "Purring sendt", "Inkassovarsel sendt",
// "Inkassovarsel frist", "Gebyr inkassovarsel". Empty when there is no such letter but one.
std::vector<LetterField> letter_fields(const std::vector<NamedColumn>& columns);

}  // namespace frist::sheets
