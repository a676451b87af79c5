// What a body asks of a table that leaves as a file, whatever table it is: its form, its title, the words of the reader's language
// and what its second sheet tells.
#pragma once
#include "base/strict_json.h"
#include "http/router.h"
#include "office/sheet_out.h"

#include <map>

namespace frist::http {

inline constexpr std::size_t most_sheet_columns = 60;

using SheetWords = std::map<std::string, std::string, std::less<>>;

// The word of the reader's language; the program's own where none was brought.
std::string word(const SheetWords& words, std::string_view group, std::string_view name);

struct SheetWish {
    office::SheetForm form = office::SheetForm::xlsx;
    office::SheetPlan plan;      // without its columns
    SheetWords words;
};

// All but the columns. Errors json.*, http.choice.
Result<SheetWish> sheet_wish(JsonObject& body);

std::string_view media_type(office::SheetForm form);

// A file to keep, with the type its form has.
Response sheet_response(office::SheetForm form, office::PassingFile file);
Response sheet_response(office::SheetForm form, std::string bytes);

}  // namespace frist::http
