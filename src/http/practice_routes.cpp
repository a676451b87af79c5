// Practice: invented cases on a clock of their own.
#include "access/people.h"
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/practice.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr int kid_length = 0;   // as short as it may be

office::PracticeRoom room_of(const Call& call) { return {*call.world.archive, call.world.pdf_of, call.world.make_kid_of_length(kid_length)}; }

json::object practice_json(std::string_view org_number, Date today) { return {{"org_number", org_number}, {"today", text(today)}}; }

Result<Response> begin(Call& call) {
    const Date today = call.wall.day;
    const std::function<Result<office::Id>()> work = [&]() -> Result<office::Id> {
        FRIST_TRY(const office::Id creditor, office::begin_practice(call.desk(), room_of(call)));
        FRIST_TRY_DONE(access::see_new_creditor(call.porter, call.who, creditor));
        return creditor;
    };
    const auto made = noted(call, "practice-begin", "creditor", work);
    if (!made.ok()) return made.error();
    return json_response(practice_json(office::practice_number, today), 201);
}

Result<Response> go_on(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::int64_t days, body.whole_or("days", 1));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<Date>()> work = [&] { return office::practice_days(call.desk(), call.record, static_cast<int>(std::clamp<std::int64_t>(days, 0, 1000)), room_of(call)); };
    FRIST_TRY(const Date today, noted(call, "practice-days", "creditor", work));
    return json_response(practice_json(call.record.org_number, today));
}

Result<Response> end(Call& call) {
    const auto ended = noted<Done>(call, "practice-end", "creditor", [&]() -> Outcome {
        FRIST_TRY_DONE(access::forget_creditor(call.porter, call.creditor));
        return office::end_practice(call.desk(), call.record, *call.world.archive);
    });
    if (!ended.ok()) return ended.error();
    return Response{204, {}, {}};
}

}  // namespace

void add_practice_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/practice", Gate::right, access::Right::add_creditor, Brings::nothing, begin});
    table.push_back({"POST", "/creditors/{creditor}/practice/days", Gate::right, access::Right::act_on_cases, Brings::json, go_on});
    table.push_back({"DELETE", "/creditors/{creditor}/practice", Gate::right, access::Right::add_creditor, Brings::nothing, end});
}

}  // namespace frist::http
