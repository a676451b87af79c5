#include "base/pch.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "office/night.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<Response> list(Call& call) {
    FRIST_TRY(const office::CaseAsk ask, case_ask(call, words_of_query(call)));
    FRIST_TRY(const office::Window window, window_of(call));
    FRIST_TRY(const office::CasePage page, call.rooms.cases->page(ask, window, *call.rooms.office, *call.rooms.index));
    json::array rows;
    for (const office::CaseLine& line : page.rows) rows.push_back(line_json(line));
    json::object statuses;
    for (std::size_t i = 0; i < page.counts.status.size(); ++i) statuses[name_of(static_cast<office::Status>(i))] = page.counts.status[i];
    json::array exact;
    for (const office::ExactHit& hit : page.exact) exact.push_back(json::object{{"case", hit.case_id}, {"by", name_of(hit.by)}});
    return json_response(json::object{{"rows", std::move(rows)},
                                      {"count", page.count},
                                      {"tabs", json::object{{"ongoing", page.counts.of(office::Tab::ongoing)}, {"inactive", page.counts.of(office::Tab::inactive)}, {"closed", page.counts.of(office::Tab::closed)}}},
                                      {"statuses", std::move(statuses)},
                                      {"exact", std::move(exact)}});
}

Result<Response> sums(Call& call) {
    FRIST_TRY(const office::CaseAsk ask, case_ask(call, words_of_query(call)));
    FRIST_TRY(const office::Sum sum, call.rooms.cases->total(ask));
    return json_response(json::object{{"count", sum.count}, {"open", text(sum.open)}});
}

Result<Response> show(Call& call) {
    FRIST_TRY(const office::CaseRow row, case_of(call));
    FRIST_TRY(const auto day, asked_day(call, "on"));
    FRIST_TRY(const json::object body, case_json(call, row, day.value_or(call.wall.day)));
    Response response = json_response(body);
    response.with("ETag", case_etag(row));
    return response;
}

json::object night_json(Date on, const office::NightReport& report) {
    json::object steps;
    for (const auto& [what, count] : report.steps) steps[what] = count;
    json::array trouble;
    for (const Error& error : report.trouble) trouble.push_back(reason_json(error));
    return {{"on", text(on)}, {"started", report.started}, {"cases", report.cases}, {"steps", std::move(steps)}, {"trouble", std::move(trouble)}};
}

// Not in one transaction: the office keeps a night in batches, so that a long one that is cut off goes on where it was.
Result<Response> night(Call& call) {
    FRIST_TRY(const office::NightReport report, office::whole_night(call.desk(), call.record, call.world.make_kid_of_length(call.record.kid_length)));
    const auto kept = noted<Done>(call, "night", "creditor", [] { return Result<Done>(done); });
    if (!kept.ok()) return kept.error();
    return json_response(night_json(call.wall.day, report));
}

}  // namespace

void add_case_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/cases", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/cases/sums", Gate::right, access::Right::read_cases, Brings::nothing, sums});
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}", Gate::right, access::Right::read_cases, Brings::nothing, show});
    table.push_back({"POST", "/creditors/{creditor}/nights", Gate::right, access::Right::run_night, Brings::nothing, night, Lasts::parts});
}

}  // namespace frist::http
