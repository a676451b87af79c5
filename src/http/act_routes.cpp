#include "base/pch.h"
#include "http/act_wish.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/possible.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Act;

Result<Response> act(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const Wish wish, wish_of(body, call, For::one));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<office::CaseRow>()> work = [&]() -> Result<office::CaseRow> {
        FRIST_TRY(const office::CaseRow before, case_of(call));
        FRIST_TRY_DONE(still_the_same(call, case_etag(before)));
        return done_with(call, before, wish);
    };
    FRIST_TRY(const office::CaseRow row, noted(call, word_of_log(wish.act), fmt::format("case {}", id), work));
    Response response = json_response(json::object{{"case", id},
                                                   {"state", name_of(row.state.state())},
                                                   {"status", status_word(row.state)},
                                                   {"next_look", row.next_look ? json::value(text(*row.next_look)) : json::value(nullptr)},
                                                   {"undo", wish.undo}});
    response.with("ETag", case_etag(row));
    return response;
}

json::object possible_json(const office::Possible& one, const cases::Case& c) {
    json::object body{{"act", name_of(one.act)}, {"allowed", !one.refused}};
    if (one.kind) body["kind"] = name_of(*one.kind);
    if (one.letter != 0) body["letter"] = one.letter;
    if (one.other != 0) body["other"] = one.other;
    if (one.from) body["from"] = text(*one.from);
    if (one.refused) {
        body["reason"] = one.refused->message;
        body["remedy"] = one.refused->remedy;
    }
    // Giving one's own claim up costs nothing here; an agency's client pays by its agreement.
    if (one.act == Act::withdraw && c.mode == cases::Mode::self) body["cost"] = text(c.zero());
    return body;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const office::CaseRow row, case_of(call));
    FRIST_TRY(const auto acts, office::possible(call.desk(), row.state));
    json::array rows;
    for (const office::Possible& one : acts) rows.push_back(possible_json(one, row.state));
    return json_response(json::object{{"rows", std::move(rows)}});
}

}  // namespace

void add_act_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/acts", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/acts", Gate::right, access::Right::act_on_cases, Brings::json, act});
}

}  // namespace frist::http
