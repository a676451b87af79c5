#include "base/hash.h"
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
#include "office/take_files.h"
#include "office/take_invoice.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::size_t rows_shown = 20;   // of a file before it is stored

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

// --- a file ---

template <class FaultRow>
json::array faults_json(const std::vector<FaultRow>& faults) {
    json::array list;
    for (const auto& fault : faults) list.push_back(json::object{{"code", fault.code}, {"row", fault.row}, {"column", fault.column}, {"detail", fault.reason}, {"remedy", fault.remedy}});
    return list;
}

json::object result_json(const Call& call, bool stored) {
    return {{"file", file_name(call)},     {"stored", stored},           {"rows", 0},                   {"rejected", json::array{}},
            {"questions", json::array{}}, {"findings", json::array{}}, {"columns", json::array{}}, {"kind_unknown", 0}};
}

void add_report(json::object& body, const office::MirrorReport& report) {
    body["added"] = report.added;
    body["changed"] = report.changed;
    body["same"] = report.same;
    body["paid_in_ledger"] = report.paid_in_ledger;
    body["open"] = text(report.open_sum);
}

json::array preview_json(const std::vector<office::LedgerLine>& lines) {
    json::array list;
    for (const office::LedgerLine& line : lines) {
        if (list.size() == rows_shown) break;
        list.push_back(json::object{{"customer", line.customer}, {"name", line.debtor.name}, {"invoice", line.number}, {"due", text(line.due)}, {"amount", text(line.amount)}, {"open", text(line.open)}, {"warning", line.warning}});
    }
    return list;
}

// Customers of whom the file does not say whether they are persons or companies, after the person who brings it has.
Result<int> settle_kinds(const Call& call, std::vector<office::LedgerLine>& lines) {
    const std::string_view kind = call.asked("kind");
    if (!kind.empty() && kind != "person" && kind != "company") return Error{"http.query", "kind", "\"" + std::string(kind) + "\" is not known", "Use person or company."};
    int unknown = 0;
    for (office::LedgerLine& line : lines) unknown += !line.debtor.kind_known;
    if (!kind.empty()) office::settle_kinds(lines, kind == "company" ? cases::DebtorKind::company : cases::DebtorKind::person);
    return kind.empty() ? unknown : 0;
}

Result<office::MirrorReport> mirror(const Call& call, const std::vector<office::LedgerLine>& lines, bool complete) {
    const std::function<Result<office::MirrorReport>()> work = [&] { return office::mirror_ledger(call.desk(), lines, sha256(call.request.body), complete); };
    return noted(call, "ledger-import", "ledger", work);
}

Result<Response> take_invoice(Call& call, bool dry_run) {
    const invoices::InvoiceFile file = invoices::read_ubl(call.request.body);
    FRIST_TRY(office::LedgerLine line, office::ledger_line(file, call.record.org_number, call.world.country->currency(), file_name(call)));
    std::vector<office::LedgerLine> lines{std::move(line)};
    json::object body = result_json(call, !dry_run);
    FRIST_TRY(body["kind_unknown"], settle_kinds(call, lines));
    body["rows"] = 1;
    body["preview"] = preview_json(lines);
    json::array findings;
    for (const Error& finding : file.findings) findings.push_back(json::object{{"code", finding.code}, {"row", 0}, {"column", finding.field}, {"detail", finding.message}, {"remedy", finding.remedy}});
    body["findings"] = std::move(findings);
    if (!dry_run) {
        FRIST_TRY(const office::MirrorReport report, mirror(call, lines, false));
        add_report(body, report);
    }
    return json_response(body);
}

Result<Response> import(Call& call) {
    FRIST_TRY(const bool dry_run, asked_truth(call, "dry_run", false));
    FRIST_TRY(const bool complete, asked_truth(call, "complete", false));
    const std::string& bytes = call.request.body;
    if (invoices::is_ubl(bytes)) return take_invoice(call, dry_run);
    FRIST_TRY(const sheets::OpenItems items, sheets::read_open_items(bytes, file_name(call), sheets::Mapping{}, call.world.country->currency()));
    std::vector<office::LedgerLine> lines = office::ledger_lines(items, file_name(call));
    const bool store = !dry_run && items.questions.empty();
    json::object body = result_json(call, store);
    FRIST_TRY(body["kind_unknown"], settle_kinds(call, lines));
    body["rows"] = items.rows;
    body["rejected"] = faults_json(items.rejected);
    body["questions"] = faults_json(items.questions);
    body["findings"] = faults_json(items.findings);
    json::array columns;
    for (const auto& [field, column] : items.layout.columns) columns.push_back(json::object{{"field", name_of(field)}, {"column", column}});
    body["columns"] = std::move(columns);
    body["preview"] = preview_json(lines);
    if (!items.rejected.empty()) body["rejected_csv"] = sheets::rejected_csv(items);
    Money open(0, call.world.country->currency());
    for (const sheets::Total& total : items.totals)
        if (total.claims.currency() == open.currency()) open += total.claims;
    body["open"] = text(open);
    if (store) {
        FRIST_TRY(const office::MirrorReport report, mirror(call, lines, complete && items.rejected.empty()));
        add_report(body, report);
    }
    return json_response(body);
}

}  // namespace

void add_ledger_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/ledger", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/ledger/import", Gate::right, access::Right::import_ledger, Brings::file, import, Lasts::whole});
    table.push_back({"POST", "/creditors/{creditor}/starts", Gate::right, access::Right::act_on_cases, Brings::json, start, Lasts::whole});
}

}  // namespace frist::http
