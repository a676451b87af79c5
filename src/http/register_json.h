// The register's questions as a query says them, and its rows on the wire.
#pragma once
#include "http/router.h"
#include "office/register.h"

#include <boost/json.hpp>

namespace frist::http {

// Errors http.query, date.*, money.* with the field's name.
Result<office::CaseAsk> case_ask(const Call& call);
Result<office::Window> window_of(const Call& call);
// "up" or "down". Error http.query.
Result<bool> descending(const Call& call);

boost::json::object line_json(const office::CaseLine& line);
boost::json::array signs_json(const office::Signs& signs);
// Puts "debtor", "customer", "name" and "signs" into a row.
void add_label(boost::json::object& row, const office::DebtorLabel& debtor);

}  // namespace frist::http
