#include "access/terms.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/router.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// Every version, the one that holds today, and whether this person has accepted it for this creditor.
Result<Response> shown(Call& call) {
    FRIST_TRY(const auto all, access::all_terms(call.porter.store));
    json::array rows;
    for (const access::TermsRow& row : all) {
        FRIST_TRY(const auto at, access::accepted_at(call.porter, call.who, row.version, call.creditor));
        rows.push_back(json::object{{"version", row.version}, {"from", text(row.starts)}, {"title", row.title}, {"text", row.text}, {"accepted", at ? json::value(text(*at)) : json::value(nullptr)}});
    }
    const auto now = access::terms_on(all, call.wall.day);
    json::object body{{"rows", std::move(rows)}, {"current", nullptr}, {"waiting", false}};
    if (now) {
        FRIST_TRY(const auto at, access::accepted_at(call.porter, call.who, now->version, call.creditor));
        body["current"] = now->version;
        body["waiting"] = !at.has_value();
    }
    return json_response(body);
}

Result<Response> accept(Call& call) {
    FRIST_TRY(const office::Id version, call.number("version"));
    FRIST_TRY_DONE(access::accept_terms(call.porter, call.who, version, call.creditor, call.now));
    return shown(call);
}

}  // namespace

void add_terms_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/terms", Gate::right, access::Right::read_reports, Brings::nothing, shown});
    table.push_back({"POST", "/creditors/{creditor}/terms/{version}/acceptance", Gate::right, access::Right::read_reports, Brings::nothing, accept});
}

}  // namespace frist::http
