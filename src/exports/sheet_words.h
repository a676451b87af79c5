// What the two kinds of spreadsheets have in common.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

constexpr std::size_t most_rows = 1'048'574;   // of a sheet, without its head and its sums
constexpr std::size_t longest_text = 32'767;   // characters of a cell

Error too_many_rows();
// Of a column, in characters.
double width_of(const office::SheetColumn& column);
// The first characters of UTF-8, whole ones.
std::string first_characters(std::string_view words, std::size_t most);
// What a spreadsheet takes as a sheet's name; `otherwise` when nothing of it is left.
std::string sheet_name(std::string_view title, const char* otherwise);

}  // namespace frist::exports
