// A report as JSON, the same at every door.
#pragma once
#include "reports/words.h"

#include <boost/json.hpp>

namespace frist::reports {

// What can be asked: {"name", "title", "about", "span", "by", "may", "columns"}.
boost::json::object json_of(const Definition& definition, std::string_view language);
// {"report", …, "rows": [{"row", "keys", "figures"}], "sum", "count", "next"}. `offset`: of the first of its rows.
boost::json::object json_of(const Table& table, std::string_view language, Currency currency, std::size_t offset);
// What the report is and was asked: "report", "title", "about", "from", "to", "as_of", "by", "columns".
boost::json::object head_json(const Table& table, std::string_view language);
// By the id of each shown column. `row`: of the table's rows, or its sum.
boost::json::object figures_json(const Table& table, const Row& row, Currency currency);
boost::json::object json_of(const Lines& lines, std::string_view language, Currency currency);

}  // namespace frist::reports
