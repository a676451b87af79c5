#include "base/pch.h"
#include "http/act_wish.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/explain.h"
#include "office/foresee.h"
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

json::object sums_json(const rules::Balance& balance) {
    json::object body;
    office::add_sums(body, balance);
    return body;
}

json::array costs_json(const std::vector<rules::CostRow>& costs) {
    json::array rows;
    for (const rules::CostRow& row : costs) rows.push_back(json::object{{"on", text(row.on)}, {"kind", row.kind}, {"amount", text(row.amount)}, {"rule", row.rule}, {"says", row.says}});
    return rows;
}

json::object foreseen_json(const office::Foreseen& seen, const cases::Case& c) {
    const json::value none(nullptr);
    json::object body{{"refused", none}, {"before", sums_json(seen.before)}, {"after", none}, {"costs", costs_json(seen.costs)}, {"written_off", none}, {"instalments", json::array()}, {"because", office::json_of(seen.because)}};
    if (seen.refused) {
        body["refused"] = reason_json(*seen.refused);
        return body;
    }
    json::object after = sums_json(seen.after);
    after["state"] = name_of(seen.then.state());
    after["status"] = status_word(seen.then);
    after["next"] = office::json_of(seen.next);
    body["after"] = std::move(after);
    if (seen.then.closing && !c.closing) {
        const cases::Closing& closing = *seen.then.closing;
        body["written_off"] = json::object{{"principal", text(closing.principal)}, {"interest", text(closing.interest)}, {"costs", text(closing.costs)}, {"total", text(closing.principal + closing.interest + closing.costs)}};
    }
    json::array instalments;
    if (seen.then.plan && seen.then.plan != c.plan)
        for (const cases::Instalment& part : seen.then.plan->instalments) instalments.push_back(json::object{{"due", text(part.due)}, {"amount", text(part.amount)}});
    body["instalments"] = std::move(instalments);
    return body;
}

// What it would cost, and what would come of it; nothing is done.
Result<Response> check(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const Wish wish, wish_of(body, call, For::one));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const office::CaseRow row, case_of(call));
    FRIST_TRY(const auto command, command_for(row.state, wish));
    if (!command) return Error{"act.no_check", "act", "joining and parting cost nothing and are not tried beforehand", "Do it; it can be taken back."};
    FRIST_TRY(const office::Foreseen seen, office::foresee(call.desk(), row.state, *command));
    return json_response(foreseen_json(seen, row.state));
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
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/acts/check", Gate::right, access::Right::act_on_cases, Brings::json, check});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/acts", Gate::right, access::Right::act_on_cases, Brings::json, act});
}

}  // namespace frist::http
