// A row of a leaving table as a line of JSON, and back.
#pragma once
#include "base/result.h"
#include "store/exit_tables.h"
#include "store/statement.h"

#include <boost/json.hpp>

#include <string>

namespace frist::store {

// The row on which `s` stands; its columns are those of `table`, in that order. Error exit.damaged when what is stored has
// not the form of its column; the field is the column.
Result<std::string> line_of(const Leaving& table, Statement& s);

// The values of one line, ready for a table.
struct Cell {
    bool nothing = false;
    std::int64_t number = 0;
    std::string words;
};
// `shape` is that of the installation which the line is from. Error exit.row: no JSON object, a field that is missing, unknown, or of
// another form; the field is `place` and its name.
Result<std::vector<Cell>> cells_of(const Leaving& table, std::string_view line, const std::string& place, int shape);

void bind_cells(const Leaving& table, const std::vector<Cell>& cells, Statement& s);

}  // namespace frist::store
