// The register's questions as a query says them, and its rows on the wire.
#pragma once
#include "access/rows.h"
#include "base/strict_json.h"
#include "http/router.h"
#include "office/register.h"

#include <boost/json.hpp>

namespace frist::http {

// What a list is narrowed to and ordered by, as words by name: those of a query, or those of the `filter` that a body
// brings. A list in a body is joined by commas, as a query has it.
struct ListWords {
    std::map<std::string, std::string, std::less<>> words;
    std::string place;   // stands before a field's name in an error: "filter."
    [[nodiscard]] std::string_view at(std::string_view name) const;
    [[nodiscard]] std::string field(std::string_view name) const { return place + std::string(name); }
};
ListWords words_of_query(const Call& call);
// The lists that a filter narrows.
enum class ListOf { cases, ledger, debtors };
ListOf list_of(access::ViewOf view);
// The field "filter" of a body; none is an empty one. Errors json.*, json.unknown_field for one this list does not know.
Result<ListWords> words_of_filter(JsonObject& body, ListOf list);

// Errors http.query, date.*, money.* with the field's name.
Result<office::CaseAsk> case_ask(const Call& call, const ListWords& words);
Result<office::LedgerAsk> ledger_ask(const Call& call, const ListWords& words);
Result<office::DebtorAsk> debtor_ask(const Call& call, const ListWords& words);
Result<office::Window> window_of(const Call& call);

boost::json::object line_json(const office::CaseLine& line);
boost::json::array signs_json(const office::Signs& signs);
// Puts "debtor", "customer", "name", "group" and "signs" into a row.
void add_label(boost::json::object& row, const office::DebtorLabel& debtor);

}  // namespace frist::http
