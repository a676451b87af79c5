// The cells of the program's own tables: comma-separated lines, quotes double inside quotes, no line breaks in cells.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace frist::law {

std::vector<std::string> cells_of(std::string_view line);

// The next line of `rest`, without its end, and `rest` behind it.
std::string_view take_line(std::string_view& rest);

}  // namespace frist::law
