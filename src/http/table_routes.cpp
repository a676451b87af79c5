// A table that the screen holds whole, as a file: its cells come with the question, typed, and a workbook goes back. What a list
// knows by its rows (cases, ledger, debtors) is written by sheet_routes instead.
#include "base/pch.h"
#include "http/noting.h"
#include "http/reading.h"
#include "http/sheet_wish.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::CellKind;
using office::SheetCell;

constexpr std::size_t most_rows = 20'000;

Outcome take_columns(JsonObject& body, office::SheetPlan& plan) {
    FRIST_TRY(const auto list, body.list("columns"));
    if (list.empty() || list.size() > most_sheet_columns) return body.wrong("columns", "names no column, or too many", fmt::format("Name 1 to {}.", most_sheet_columns));
    for (const auto& [value, place] : list) {
        FRIST_TRY(JsonObject one, JsonObject::of(*value, place));
        office::SheetColumn column;
        FRIST_TRY(column.id, one.text("id"));
        FRIST_TRY(column.head, one.text_or("head", column.id));
        FRIST_TRY(const auto kind, choice_or_none<CellKind>(one, "kind"));
        column.kind = kind.value_or(CellKind::text);
        FRIST_TRY(column.summed, one.truth_or("summed", false));
        FRIST_TRY_DONE(one.finish());
        if (column.summed && column.kind != CellKind::money && column.kind != CellKind::whole) return one.wrong("summed", "only sums and whole numbers are added up", "Leave it out.");
        plan.columns.push_back(std::move(column));
    }
    return done;
}

Result<SheetCell> cell_of(const Call& call, const json::value& value, CellKind kind, const std::string& place) {
    if (value.is_null()) return SheetCell();
    if (kind == CellKind::whole && value.is_int64()) return SheetCell(value.as_int64());
    if (kind == CellKind::whole || !value.is_string()) return Error{"json.type", place, "is not what its column holds", kind == CellKind::whole ? "Give a whole number, or null." : "Give a text, or null."};
    const std::string_view told = value.as_string();
    if (kind == CellKind::text) return SheetCell(std::string(told));
    if (kind == CellKind::money) {
        const Result<Money> sum = Money::parse(told, call.world.country->currency());
        if (!sum.ok()) return Error{sum.error().code, place, sum.error().message, sum.error().remedy};
        return SheetCell(*sum);
    }
    const Result<Date> day = Date::parse(told);
    if (!day.ok()) return Error{day.error().code, place, day.error().message, day.error().remedy};
    return SheetCell(*day);
}

Outcome write_rows(const Call& call, JsonObject& body, const office::SheetPlan& plan, office::SheetOut& out) {
    FRIST_TRY(const auto rows, body.list("rows"));
    if (rows.size() > most_rows) return body.wrong("rows", fmt::format("holds {} rows, and at most {} are taken", rows.size(), most_rows), "Ask for less at a time.");
    std::vector<SheetCell> cells(plan.columns.size());
    for (const auto& [row, place] : rows) {
        if (!row->is_array() || row->as_array().size() != cells.size()) return Error{"json.type", place, "has not as many cells as there are columns", fmt::format("Give a list of {}.", cells.size())};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            FRIST_TRY(cells[i], cell_of(call, row->as_array()[i], plan.columns[i].kind, fmt::format("{}[{}]", place, i)));
        }
        FRIST_TRY_DONE(out.row(cells));
    }
    return done;
}

Result<Response> table(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(SheetWish wish, sheet_wish(body));
    FRIST_TRY_DONE(take_columns(body, wish.plan));
    FRIST_TRY(const auto out, call.world.sheet_of(wish.form, wish.plan));
    FRIST_TRY_DONE(write_rows(call, body, wish.plan, *out));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(office::PassingFile file, out->finish());
    FRIST_TRY([[maybe_unused]] const Done told, noted<Done>(call, "list-export", "creditor", [] { return Result<Done>(done); }));
    return sheet_response(wish.form, std::move(file));
}

}  // namespace

void add_table_routes(std::vector<Route>& list) {
    list.push_back({"POST", "/creditors/{creditor}/sheet", Gate::right, access::Right::export_data, Brings::json, table});
}

}  // namespace frist::http
