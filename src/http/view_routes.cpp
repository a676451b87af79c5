#include "access/views.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using access::ViewOf;

// Views that everybody has. The screen names them, in its language.
struct ReadyView {
    ViewOf of;
    std::string_view name;
    std::string_view body;   // JSON, as saved ones have it
};
constexpr ReadyView ready_views[] = {
    {ViewOf::cases, "approval", R"({"filter":{"status":["approval"]},"sort":"next","direction":"up"})"},
    {ViewOf::cases, "on_hold", R"({"filter":{"tab":"inactive"},"sort":"next","direction":"up"})"},
    {ViewOf::cases, "this_week", R"({"filter":{"next_within_days":7},"sort":"next","direction":"up"})"},
    {ViewOf::cases, "legal", R"({"filter":{"status":["legal"]},"sort":"next","direction":"up"})"},
    {ViewOf::cases, "paid_this_month", R"({"filter":{"tab":"closed","status":["paid"],"closed_this_month":true},"sort":"case","direction":"down"})"},
    {ViewOf::cases, "largest", R"({"filter":{"min_open":"10000.00"},"sort":"open","direction":"down"})"},
    {ViewOf::ledger, "ready", R"({"filter":{"show":"ready"},"sort":"due","direction":"up"})"},
    {ViewOf::ledger, "warned", R"({"filter":{"show":"warned"},"sort":"due","direction":"up"})"},
    {ViewOf::ledger, "largest", R"({"filter":{"show":"overdue"},"sort":"open","direction":"down"})"},
    {ViewOf::debtors, "largest", R"({"filter":{"running":true},"sort":"open","direction":"down"})"},
    {ViewOf::debtors, "no_address", R"({"filter":{"address_missing":true},"sort":"name","direction":"up"})"},
};

// The words of a view: its filter, order and direction. Errors json.*.
Result<ListWords> words_of_view(JsonObject& body, ViewOf of) {
    FRIST_TRY(ListWords words, words_of_filter(body, list_of(of)));
    FRIST_TRY(words.words["sort"], body.text_or("sort", ""));
    FRIST_TRY(words.words["direction"], body.text_or("direction", ""));
    return words;
}

// How many rows it shows today. Errors those of case_ask, ledger_ask and debtor_ask, and store.*.
Result<std::size_t> count_of(const Call& call, const ListWords& words, ViewOf of) {
    constexpr office::Window one{0, 1, std::nullopt};
    if (of == ViewOf::cases) {
        FRIST_TRY(const office::CaseAsk ask, case_ask(call, words));
        FRIST_TRY(const office::CasePage page, call.rooms.cases->page(ask, one));
        return page.count;
    }
    if (of == ViewOf::ledger) {
        FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, words));
        FRIST_TRY(const office::LedgerPage page, call.rooms.cases->ledger(ask, one));
        return page.count;
    }
    FRIST_TRY(const office::DebtorAsk ask, debtor_ask(call, words));
    FRIST_TRY(const office::DebtorPage page, call.rooms.cases->debtors(ask, one));
    return page.count;
}

// A body that an older program has saved may say what this one does not know: the view is shown, without its count.
Result<json::object> view_json(const Call& call, ViewOf of, std::string_view body) {
    FRIST_TRY(json::value value, parse_json(body));
    FRIST_TRY(JsonObject object, JsonObject::of(value, ""));
    const json::value none(nullptr);
    json::object shown{{"list", name_of(of)}, {"count", none}, {"columns", none}};
    const Result<ListWords> words = words_of_view(object, of);
    const Result<std::size_t> count = words.ok() ? count_of(call, *words, of) : Result<std::size_t>(words.error());
    if (count.ok()) shown["count"] = *count;
    else if (count.error().code.starts_with("store.")) return count.error();
    for (auto& [name, field] : value.as_object()) shown[name] = field;
    return shown;
}

Result<json::object> ready_json(const Call& call, const ReadyView& view) {
    FRIST_TRY(json::object shown, view_json(call, view.of, view.body));
    for (const char* const field : {"view", "by", "version"}) shown[field] = json::value(nullptr);
    shown["ready"] = view.name;
    shown["name"] = "";
    shown["mine"] = false;
    shown["shared"] = true;
    return shown;
}

Result<json::object> saved_json(const Call& call, const access::View& view) {
    FRIST_TRY(json::object shown, view_json(call, view.row.of, view.row.body));
    shown["view"] = view.row.id;
    shown["version"] = view.row.version;
    shown["ready"] = json::value(nullptr);
    shown["name"] = view.row.name;
    shown["mine"] = view.mine;
    shown["shared"] = view.row.shared;
    shown["by"] = view.mine ? json::value(nullptr) : json::value(view.by);
    return shown;
}

Result<Response> list(Call& call) {
    const std::string_view word = call.asked("list");
    const auto only = enum_of<ViewOf>(word);
    if (!word.empty() && !only) return Error{"http.query", "list", "\"" + std::string(word) + "\" is not known", "Use cases, ledger or debtors."};
    json::array rows;
    for (const ReadyView& view : ready_views) {
        if (only && view.of != *only) continue;
        FRIST_TRY(json::object shown, ready_json(call, view));
        rows.push_back(std::move(shown));
    }
    FRIST_TRY(const auto saved, access::views(call.porter, call.who));
    for (const access::View& view : saved) {
        if (only && view.row.of != *only) continue;
        FRIST_TRY(json::object shown, saved_json(call, view));
        rows.push_back(std::move(shown));
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

// A search may name a person, and a debtor's number means another one at every creditor.
Outcome may_be_saved(const ListWords& words, bool shared) {
    if (!words.at("debtor").empty())
        return Error{"view.debtor", "filter.debtor", "one debtor is no view: a view is the same for every creditor", "Save the view without the debtor."};
    if (shared && !words.at("search").empty())
        return Error{"view.search", "filter.search", "a search may name a person, and colleagues may not see that creditor", "Share the view without the search, or keep it for yourself."};
    return done;
}

Result<json::value> columns_of(JsonObject& body) {
    if (!body.has("columns")) return json::value(nullptr);
    FRIST_TRY(const auto list, body.list("columns"));
    json::array columns;
    for (const auto& [value, place] : list) {
        if (!value->is_string()) return Error{"json.type", place, "is no text", "Give names of columns."};
        columns.push_back(*value);
    }
    return json::value(std::move(columns));
}

Result<access::ViewRow> wanted(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    access::ViewRow row;
    FRIST_TRY(row.name, body.text("name"));
    FRIST_TRY(const auto of, choice_or_none<ViewOf>(body, "list"));
    if (!of) return body.missing("list", "Say cases, ledger or debtors.");
    row.of = *of;
    FRIST_TRY(row.shared, body.truth_or("shared", false));
    FRIST_TRY(const ListWords words, words_of_view(body, row.of));
    FRIST_TRY_DONE(may_be_saved(words, row.shared));
    if (row.of == ViewOf::cases) FRIST_TRY_DONE(case_ask(call, words));
    else if (row.of == ViewOf::ledger) FRIST_TRY_DONE(ledger_ask(call, words));
    else FRIST_TRY_DONE(debtor_ask(call, words));
    FRIST_TRY(json::value columns, columns_of(body));
    FRIST_TRY_DONE(body.finish());
    json::object kept{{"filter", body.has("filter") ? *body.find("filter") : json::value(json::object{})}, {"columns", std::move(columns)}};
    for (const char* const field : {"sort", "direction"})
        if (body.has(field)) kept[field] = *body.find(field);
    row.body = json::serialize(kept);
    return row;
}

json::object told(const access::ViewRow& row) {
    return {{"view", row.id}, {"version", row.version}};
}

Result<Response> save(Call& call) {
    FRIST_TRY(access::ViewRow row, wanted(call));
    FRIST_TRY(row.id, access::put_view(call.porter, call.who, row));
    return json_response(told(row), 201);
}

// Of which version the change is made: that of If-Match, else that which is there.
Result<Response> change(Call& call) {
    FRIST_TRY(access::ViewRow row, wanted(call));
    FRIST_TRY(row.id, call.number("view"));
    FRIST_TRY(const auto before, call.rooms.access->view(row.id));
    if (before) {
        FRIST_TRY_DONE(still_the_same(call, fmt::format("\"{}\"", before->version)));
        row.version = before->version + 1;
    }
    FRIST_TRY(row.id, access::put_view(call.porter, call.who, row));
    return json_response(told(row));
}

Result<Response> drop(Call& call) {
    FRIST_TRY(const office::Id view, call.number("view"));
    FRIST_TRY_DONE(access::drop_view(call.porter, call.who, view));
    return Response{204, {}, {}};
}

}  // namespace

void add_view_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/views", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/views", Gate::person, {}, Brings::json, save});
    table.push_back({"PUT", "/views/{view}", Gate::person, {}, Brings::json, change});
    table.push_back({"DELETE", "/views/{view}", Gate::person, {}, Brings::nothing, drop});
}

}  // namespace frist::http
