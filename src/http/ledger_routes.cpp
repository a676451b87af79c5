#include "base/pch.h"
#include "http/criteria_json.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "http/start_json.h"
#include "office/automation.h"
#include "office/courses.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::array reasons_json(const std::vector<Error>& reasons) {
    json::array list;
    for (const Error& reason : reasons) list.push_back(reason_json(reason));
    return list;
}

// Whether the night would start it, and if not, by which rule; null when cases are started by hand here.
json::value automatic_json(const Call& call, const office::Automation& rules, const office::ItemRow& item, const office::DebtorRecord& debtor, const std::vector<Error>& hindrances) {
    const office::Level level = office::start_level(rules, item.debtor);
    if (level == office::Level::off) return json::value(nullptr);
    json::object body{{"level", name_of(level)}, {"reason", json::value(nullptr)}, {"on", json::value(nullptr)}};
    const auto verdict = office::against(rules, item, debtor, call.wall.day);
    if (verdict) {
        body["reason"] = reason_json(verdict->reason);
        if (verdict->passes_on) body["on"] = text(*verdict->passes_on);
    } else if (!hindrances.empty()) {
        body["reason"] = reason_json(hindrances.front());
    }
    return body;
}

Result<json::object> row_json(const Call& call, Debtors& debtors, const office::Automation& rules, const office::LedgerItem& row) {
    FRIST_TRY(const auto item, call.rooms.office->item(call.creditor, row.number));
    FRIST_TRY(const Known* const debtor, debtors.of(row.debtor.debtor));
    std::vector<Error> reasons;
    if (item) reasons = office::hindrances(call.desk(), call.record, debtor->record, *item);
    const bool ready = reasons.empty();
    json::value automatic = item ? automatic_json(call, rules, *item, debtor->record, reasons) : json::value(nullptr);
    std::erase_if(reasons, [](const Error& reason) { return reason.code == "start.not_due"; });   // the days say so
    json::object body{{"invoice", row.number}, {"due", text(row.due)}, {"days_over", row.days_over}, {"amount", text(row.amount)}, {"open", text(row.open)},
                      {"ready", ready},        {"warnings", reasons_json(reasons)}, {"automatic", std::move(automatic)}};
    add_label(body, row.debtor);
    return body;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, words_of_query(call)));
    FRIST_TRY(const office::Window window, window_of(call));
    FRIST_TRY(const office::LedgerPage page, call.rooms.cases->ledger(ask, window));
    FRIST_TRY(const office::AutomationNow automation, office::automation(call.desk()));
    Debtors debtors(call);
    json::array rows;
    for (const office::LedgerItem& row : page.rows) {
        FRIST_TRY(json::object one, row_json(call, debtors, automation.rules, row));
        rows.push_back(std::move(one));
    }
    return json_response(json::object{{"rows", std::move(rows)}, {"count", page.count}, {"open", text(page.open)}, {"warned", page.warned}});
}

Result<std::vector<std::string>> invoices_of(const Call& call, JsonObject& body) {
    FRIST_TRY(const auto list, body.list("invoices"));
    std::vector<std::string> invoices;
    for (const auto& [value, place] : list) {
        if (!value->is_string()) return Error{"json.type", place, "is no text", "Give invoice numbers."};
        invoices.emplace_back(value->as_string());
    }
    FRIST_TRY(const bool all, body.truth_or("all", false));
    FRIST_TRY(const std::string search, body.text_or("search", ""));
    const bool filtered = body.has("filter");
    FRIST_TRY(ListWords words, words_of_filter(body, ListOf::ledger));
    if (int{all} + int{!invoices.empty()} + int{filtered} != 1) return Error{"http.start", "all", "say either all, or which invoices, or a filter", "Give invoices, or all: true, or a filter."};
    if (!filtered && (!all || search.empty())) return invoices;
    if (!filtered) words.words = {{"search", search}, {"show", "overdue"}};
    FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, words));
    FRIST_TRY(const office::LedgerPage page, call.rooms.cases->ledger(ask, {0, std::numeric_limits<std::size_t>::max(), std::nullopt}));
    for (const office::LedgerItem& row : page.rows) invoices.push_back(row.number);
    return invoices;
}

Result<Response> start(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::StartAsk ask;
    FRIST_TRY(ask.invoices, invoices_of(call, body));
    FRIST_TRY(const std::string search, body.text_or("search", ""));
    FRIST_TRY(const bool everything, body.truth_or("all", false));
    const bool all = everything && search.empty();
    FRIST_TRY(const std::string course, body.text_or("course", ""));
    if (!course.empty()) {
        FRIST_TRY(const office::KeptCourse kept, office::course_named(call.desk(), course, "course"));
        ask.course = kept.course;
    }
    if (body.has("criteria")) {
        FRIST_TRY(JsonObject criteria, body.object("criteria"));
        FRIST_TRY(ask.criteria, criteria_of(criteria, call));
        FRIST_TRY_DONE(criteria.finish());
    }
    FRIST_TRY_DONE(body.finish());
    if (ask.invoices.empty() && !all) return json_response(start_json({}));   // nothing matches, so nothing is asked for
    const std::function<Result<std::vector<office::StartRow>>()> work = [&] { return office::start_cases(call.desk(), ask, call.record, call.world.make_kid_of_length(call.record.kid_length)); };
    FRIST_TRY(const auto rows, noted(call, "cases-start", "ledger", work));
    return json_response(start_json(rows));
}

}  // namespace

void add_ledger_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/ledger", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/starts", Gate::right, access::Right::act_on_cases, Brings::json, start, Lasts::whole});
}

}  // namespace frist::http
