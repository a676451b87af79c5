// Exports of other programs that are known by the names of their columns.
#pragma once
#include <string>
#include <vector>

namespace frist::sheets {

// The program and what it calls the list, for a person; empty when the names are not those of an export that is known. It says what
// the file is and changes nothing in how it is read: a program that renames a column is read as well as before.
std::string known_layout(const std::vector<std::string>& header);

}  // namespace frist::sheets
