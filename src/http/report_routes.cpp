// Reports: which there are, a table, the lines behind a figure, the table as a file.
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/sheet_wish.h"
#include "reports/json.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::int64_t most_rows = 1000;

Error unknown(std::string_view field, std::string_view word, const std::string& known) { return {"http.choice", std::string(field), fmt::format("\"{}\" is not known", word), "Use one of " + known + "."}; }

// Names of an enumeration with commas between them. Error http.choice.
template <class E>
Result<std::vector<E>> asked_choices(const Call& call, std::string_view name) {
    std::vector<E> chosen;
    std::string_view rest = call.asked(name);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const auto value = enum_of<E>(rest.substr(0, end));
        if (!value) {
            std::string known;
            for (const std::string_view one : names_of(E{})) known += (known.empty() ? "" : ", ") + std::string(one);
            return unknown(name, rest.substr(0, end), known);
        }
        chosen.push_back(*value);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return chosen;
}

Result<std::string> language_of(const Call& call) {
    const std::string language(call.asked("language").empty() ? std::string_view(call.record.language) : call.asked("language"));
    if (!reports::has_language(language)) return unknown("language", language, "nb, nn, en, sv");
    return language;
}

Result<reports::Ask> ask_of(const Call& call) {
    reports::Ask ask;
    ask.name = call.at("report");
    FRIST_TRY(ask.from, asked_day(call, "from"));
    FRIST_TRY(ask.to, asked_day(call, "to"));
    FRIST_TRY(const std::optional<Date> as_of, asked_day(call, "as_of"));
    ask.as_of = as_of.value_or(call.wall.day);
    FRIST_TRY(ask.by, asked_choices<reports::By>(call, "by"));
    // Who did what is for those who may read the log.
    if (std::find(ask.by.begin(), ask.by.end(), reports::By::person) != ask.by.end()) FRIST_TRY_DONE(access::may(call.who, access::Right::read_log, call.creditor == 0 ? std::optional<access::Id>{} : call.creditor));
    FRIST_TRY(ask.status, asked_choices<office::Status>(call, "status"));
    if (!call.asked("customer").empty()) {
        FRIST_TRY(ask.customer, asked_whole(call, "customer", 0, 1, std::numeric_limits<std::int64_t>::max()));
    }
    if (!call.asked("group").empty()) ask.group = std::string(call.asked("group"));
    return ask;
}

reports::Room room_of(const Call& call) { return {call.desk(), *call.rooms.reports}; }

Result<Response> list(Call& call) {
    FRIST_TRY(const std::string language, language_of(call));
    json::array rows;
    const bool people = access::may(call.who, access::Right::read_log, call.creditor).ok();
    for (reports::Definition one : reports::definitions()) {
        std::vector<reports::By> may(one.may.begin(), one.may.end());
        if (!people) std::erase(may, reports::By::person);
        one.may = may;
        rows.push_back(reports::json_of(one, language));
    }
    const std::size_t count = rows.size();
    return json_response(json::object{{"rows", std::move(rows)}, {"count", count}});
}

Result<Response> table(Call& call) {
    FRIST_TRY(const std::string language, language_of(call));
    FRIST_TRY(const reports::Ask ask, ask_of(call));
    FRIST_TRY(const std::int64_t offset, asked_whole(call, "offset", 0, 0, std::numeric_limits<std::int32_t>::max()));
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 200, 1, most_rows));
    const auto from = static_cast<std::size_t>(offset);
    FRIST_TRY(const reports::Table found, reports::table(room_of(call), ask, {from, static_cast<std::size_t>(limit)}));
    return json_response(reports::json_of(found, language, call.world.country->currency(), from));
}

// A report of every creditor that one may see, side by side: the sums of each.
Result<Response> over_all(Call& call) {
    FRIST_TRY(const std::string language, language_of(call));
    FRIST_TRY(const reports::Ask ask, ask_of(call));
    FRIST_TRY(reports::Table all, reports::full_ask(room_of(call), ask));
    all.sum.figures.assign(all.definition->columns.size(), 0);
    const Currency currency = call.world.country->currency();
    const access::Reach reach = access::reach_for(call.who, access::Right::read_reports);
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    json::array rows;
    for (const office::CreditorRow& creditor : creditors) {
        if (!access::covers(reach, creditor.id)) continue;
        FRIST_TRY(call.record, office::creditor_record(creditor.record));
        if (call.record.practice_today) continue;   // it stands on a clock of its own
        call.creditor = creditor.id;
        FRIST_TRY(const reports::Table one, reports::each_row(room_of(call), ask, [](const reports::Row&) -> Outcome { return done; }));
        for (std::size_t i = 0; i < all.sum.figures.size(); ++i) all.sum.figures[i] += one.sum.figures[i];
        rows.push_back(json::object{{"creditor", creditor.org_number}, {"name", call.record.name}, {"figures", reports::figures_json(one, one.sum, currency)}});
    }
    call.creditor = 0;
    json::object body = reports::head_json(all, language);
    body["count"] = rows.size();
    body["rows"] = std::move(rows);
    body["sum"] = reports::figures_json(all, all.sum, currency);
    return json_response(body);
}

Result<Response> lines(Call& call) {
    FRIST_TRY(const std::string language, language_of(call));
    reports::LinesAsk wish;
    FRIST_TRY(wish.ask, ask_of(call));
    wish.row = std::string(call.asked("row"));
    wish.column = std::string(call.asked("column"));
    wish.after = std::string(call.asked("after"));
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 100, 1, most_rows));
    wish.limit = static_cast<std::size_t>(limit);
    FRIST_TRY(const reports::Lines found, reports::lines(room_of(call), wish));
    return json_response(reports::json_of(found, language, call.world.country->currency()));
}

Result<std::string> on_paper(const Call& call, const reports::Ask& ask, const std::string& language) {
    FRIST_TRY(const reports::Paper paper, reports::paper(room_of(call), ask, language, call.record.name));
    return call.world.paper_of(paper);
}

Result<Response> sheet(Call& call) {
    FRIST_TRY(const std::string language, language_of(call));
    FRIST_TRY(const reports::Ask ask, ask_of(call));
    const std::string_view told = call.asked("form").empty() ? "xlsx" : call.asked("form");
    const auto form = enum_of<office::SheetForm>(told);
    if (!form && told != "pdf") return unknown("form", told, "xlsx, ods, csv, json, pdf");
    Response response;
    if (form) {
        FRIST_TRY(office::PassingFile file, reports::write_sheet(room_of(call), ask, language, call.record.name, *form, call.world.sheet_of));
        response.file = std::make_shared<const office::PassingFile>(std::move(file));
    } else {
        FRIST_TRY(response.body, on_paper(call, ask, language));
    }
    FRIST_TRY([[maybe_unused]] const Done kept, noted<Done>(call, "report-export", "report " + ask.name, [] { return Result<Done>(done); }));
    response.with("Content-Type", std::string(form ? media_type(*form) : "application/pdf")).with("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", ask.name, text(ask.as_of), told));
    return response;
}

}  // namespace

void add_report_routes(std::vector<Route>& table_of_routes) {
    const auto route = [&](std::string_view pattern, access::Right right, Result<Response> (*handle)(Call&)) { table_of_routes.push_back({"GET", pattern, Gate::right, right, Brings::nothing, handle}); };
    table_of_routes.push_back({"GET", "/reports/{report}", Gate::who, {}, Brings::nothing, over_all});
    route("/creditors/{creditor}/reports", access::Right::read_reports, list);
    route("/creditors/{creditor}/reports/{report}", access::Right::read_reports, table);
    route("/creditors/{creditor}/reports/{report}/lines", access::Right::read_reports, lines);
    route("/creditors/{creditor}/reports/{report}/sheet", access::Right::export_data, sheet);
}

}  // namespace frist::http
