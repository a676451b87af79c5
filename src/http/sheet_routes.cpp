// A list as one sees it, as a file: the same rows, order and columns. The words of people (heads, steps, states) come with the
// question, because only the screen knows its reader's language; the rows never leave the server but as the file.
#include "base/pch.h"
#include "http/noting.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "http/sheet_wish.h"

#include <span>

namespace frist::http {
namespace {

namespace json = boost::json;
using office::CellKind;
using office::SheetCell;

constexpr std::size_t rows_at_once = 10'000;   // ledger and debtors are put in order anew for each window

template <class Line>
struct Known {
    std::string_view id;
    CellKind kind = CellKind::text;
    bool summed = false;
    SheetCell (*cell)(const Line&, const SheetWords&) = nullptr;
};

SheetCell or_empty(const std::optional<Date>& day) { return day ? SheetCell(*day) : SheetCell(); }
SheetCell or_empty(const std::optional<Money>& sum) { return sum ? SheetCell(*sum) : SheetCell(); }

std::string signs_in_words(const office::Signs& signs, const SheetWords& words) {
    std::string all;
    for (std::size_t i = 0; i < names_of(office::Sign{}).size(); ++i)
        if (signs.has(static_cast<office::Sign>(i))) all += (all.empty() ? "" : ", ") + word(words, "sign", names_of(office::Sign{})[i]);
    return all;
}

using office::CaseLine;
using office::LedgerItem;

constexpr Known<CaseLine> of_cases[] = {
    {"case", CellKind::whole, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.case_id); }},
    {"name", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.debtor.name); }},
    {"customer", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.debtor.customer); }},
    {"org_number", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.debtor.org_number); }},
    {"group", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.debtor.group); }},
    {"kind", CellKind::text, false, [](const CaseLine& line, const SheetWords& words) { return SheetCell(word(words, "kind", name_of(line.kind))); }},
    {"invoice", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.invoice); }},
    {"invoices", CellKind::whole, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(std::int64_t{line.invoices}); }},
    {"kid", CellKind::text, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.kid); }},
    {"step", CellKind::text, false, [](const CaseLine& line, const SheetWords& words) { return SheetCell(word(words, "step", line.step ? name_of(*line.step) : "none")); }},
    {"status", CellKind::text, false, [](const CaseLine& line, const SheetWords& words) { return SheetCell(word(words, "status", name_of(line.status))); }},
    {"next", CellKind::day, false, [](const CaseLine& line, const SheetWords&) { return or_empty(line.next.on); }},
    {"days", CellKind::whole, false, [](const CaseLine& line, const SheetWords&) { return SheetCell(std::int64_t{line.days_over}); }},
    {"due", CellKind::day, false, [](const CaseLine& line, const SheetWords&) { return or_empty(line.oldest_due); }},
    {"principal", CellKind::money, true, [](const CaseLine& line, const SheetWords&) { return SheetCell(line.principal); }},
    {"open", CellKind::money, true, [](const CaseLine& line, const SheetWords&) { return or_empty(line.open); }},
};

constexpr Known<LedgerItem> of_ledger[] = {
    {"invoice", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.number); }},
    {"name", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.debtor.name.empty() ? line.debtor.customer : line.debtor.name); }},
    {"customer", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.debtor.customer); }},
    {"org_number", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.debtor.org_number); }},
    {"group", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.debtor.group); }},
    {"signs", CellKind::text, false, [](const LedgerItem& line, const SheetWords& words) { return SheetCell(signs_in_words(line.debtor.signs, words)); }},
    {"kid", CellKind::text, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.kid); }},
    {"invoiced", CellKind::day, false, [](const LedgerItem& line, const SheetWords&) { return or_empty(line.invoiced); }},
    {"due", CellKind::day, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.due); }},
    {"days", CellKind::whole, false, [](const LedgerItem& line, const SheetWords&) { return SheetCell(std::int64_t{line.days_over}); }},
    {"amount", CellKind::money, true, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.amount); }},
    {"open", CellKind::money, true, [](const LedgerItem& line, const SheetWords&) { return SheetCell(line.open); }},
};

// A debtor of the list, with its record.
struct Debtor {
    office::DebtorLine line;
    office::DebtorRecord record;
};

constexpr Known<Debtor> of_debtors[] = {
    {"name", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.line.debtor.name); }},
    {"customer", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.line.debtor.customer); }},
    {"org_number", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.line.debtor.org_number); }},
    {"group", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.line.debtor.group); }},
    {"kind", CellKind::text, false, [](const Debtor& one, const SheetWords& words) { return SheetCell(one.record.kind_known ? word(words, "kind", name_of(one.record.kind)) : std::string()); }},
    {"place", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(fmt::format("{}", fmt::join(one.record.address.lines(), ", "))); }},
    {"email", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.record.email); }},
    {"phone", CellKind::text, false, [](const Debtor& one, const SheetWords&) { return SheetCell(one.record.phone); }},
    {"signs", CellKind::text, false, [](const Debtor& one, const SheetWords& words) { return SheetCell(signs_in_words(one.line.debtor.signs, words)); }},
    {"cases", CellKind::whole, false, [](const Debtor& one, const SheetWords&) { return SheetCell(std::int64_t{one.line.cases}); }},
    {"running", CellKind::whole, false, [](const Debtor& one, const SheetWords&) { return SheetCell(std::int64_t{one.line.running}); }},
    {"open", CellKind::money, true, [](const Debtor& one, const SheetWords&) { return or_empty(one.line.open); }},
};

template <class Line>
Result<std::vector<const Known<Line>*>> columns_of(JsonObject& body, std::span<const Known<Line>> known, office::SheetPlan& plan) {
    std::vector<const Known<Line>*> columns;
    FRIST_TRY(const auto list, body.list("columns"));
    if (list.empty() || list.size() > most_sheet_columns) return body.wrong("columns", "names no column, or too many", fmt::format("Name 1 to {}.", most_sheet_columns));
    for (const auto& [value, place] : list) {
        FRIST_TRY(JsonObject one, JsonObject::of(*value, place));
        FRIST_TRY(const std::string id, one.text("id"));
        FRIST_TRY(const std::string head, one.text_or("head", id));
        FRIST_TRY_DONE(one.finish());
        const auto found = std::find_if(known.begin(), known.end(), [&](const Known<Line>& column) { return column.id == id; });
        if (found == known.end()) return Error{"http.choice", one.at("id"), "\"" + id + "\" is not known", "See api/openapi.yaml for the columns of this list."};
        columns.push_back(&*found);
        plan.columns.push_back({id, head, found->kind, found->summed});
    }
    return columns;
}

// The words by which a list is asked for: its filter, and its order.
Result<ListWords> list_words(JsonObject& body, ListOf of) {
    FRIST_TRY(ListWords words, words_of_filter(body, of));
    for (const char* const name : {"sort", "direction"}) {
        FRIST_TRY(const std::string told, body.text_or(name, ""));
        if (!told.empty()) words.words.emplace(name, told);
    }
    return words;
}

// `ask` reads what is asked of the list from the body and answers with what reads a window of it. The windows go through one
// after the other.
template <class Line, class Ask>
Result<Response> written(Call& call, std::span<const Known<Line>> known, const Ask& ask) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(SheetWish wish, sheet_wish(body));
    FRIST_TRY(const auto columns, columns_of<Line>(body, known, wish.plan));
    FRIST_TRY(const auto page, ask(body));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const auto out, call.world.sheet_of(wish.form, wish.plan));
    std::vector<SheetCell> cells(columns.size());
    for (std::size_t offset = 0;; offset += rows_at_once) {
        FRIST_TRY(const std::vector<Line> rows, page(office::Window{offset, rows_at_once, std::nullopt}));
        for (const Line& line : rows) {
            for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = columns[i]->cell(line, wish.words);
            FRIST_TRY_DONE(out->row(cells));
        }
        if (rows.size() < rows_at_once) break;
    }
    FRIST_TRY(office::PassingFile file, out->finish());
    FRIST_TRY([[maybe_unused]] const Done told, noted<Done>(call, "list-export", "creditor", [] { return Result<Done>(done); }));
    return sheet_response(wish.form, std::move(file));
}

template <class Line>
using Page = std::function<Result<std::vector<Line>>(const office::Window&)>;

Result<Response> cases(Call& call) {
    return written<CaseLine>(call, of_cases, [&](JsonObject& body) -> Result<Page<CaseLine>> {
        FRIST_TRY(const ListWords words, list_words(body, ListOf::cases));
        FRIST_TRY(const office::CaseAsk ask, case_ask(call, words));
        return Page<CaseLine>([&call, ask](const office::Window& window) -> Result<std::vector<CaseLine>> {
            FRIST_TRY(office::CasePage page, call.rooms.cases->page(ask, window, *call.rooms.office, *call.rooms.index));
            return std::move(page.rows);
        });
    });
}

Result<Response> ledger(Call& call) {
    return written<LedgerItem>(call, of_ledger, [&](JsonObject& body) -> Result<Page<LedgerItem>> {
        FRIST_TRY(const ListWords words, list_words(body, ListOf::ledger));
        FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, words));
        return Page<LedgerItem>([&call, ask](const office::Window& window) -> Result<std::vector<LedgerItem>> {
            FRIST_TRY(office::LedgerPage page, call.rooms.cases->ledger(ask, window));
            return std::move(page.rows);
        });
    });
}

Result<std::vector<Debtor>> with_records(const Call& call, std::vector<office::DebtorLine> lines) {
    std::vector<Debtor> rows;
    rows.reserve(lines.size());
    for (office::DebtorLine& line : lines) {
        FRIST_TRY(const auto row, call.rooms.office->debtor(call.creditor, line.debtor.debtor));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(office::DebtorRecord record, office::debtor_record(row->record));
        rows.push_back({std::move(line), std::move(record)});
    }
    return rows;
}

Result<Response> debtors(Call& call) {
    return written<Debtor>(call, of_debtors, [&](JsonObject& body) -> Result<Page<Debtor>> {
        FRIST_TRY(const ListWords words, list_words(body, ListOf::debtors));
        FRIST_TRY(const office::DebtorAsk ask, debtor_ask(call, words));
        return Page<Debtor>([&call, ask](const office::Window& window) -> Result<std::vector<Debtor>> {
            FRIST_TRY(office::DebtorPage page, call.rooms.cases->debtors(ask, window));
            return with_records(call, std::move(page.rows));
        });
    });
}

}  // namespace

void add_sheet_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/cases/sheet", Gate::right, access::Right::export_data, Brings::json, cases});
    table.push_back({"POST", "/creditors/{creditor}/ledger/sheet", Gate::right, access::Right::export_data, Brings::json, ledger});
    table.push_back({"POST", "/creditors/{creditor}/debtors/sheet", Gate::right, access::Right::export_data, Brings::json, debtors});
}

}  // namespace frist::http
