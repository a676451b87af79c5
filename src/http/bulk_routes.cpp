// One act for many cases: those of a list, or all that match a filter. Each by itself: one that refuses leaves the others
// done, and says why.
#include "base/pch.h"
#include "http/act_wish.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "office/explain.h"
#include "office/foresee.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::size_t batch_size = 100;      // cases in one commit
constexpr std::size_t most_cases = 10'000;   // of one call
constexpr std::size_t most_shown = 200;      // of what would come of each

Result<std::vector<office::Id>> named(JsonObject& body) {
    FRIST_TRY(const auto list, body.list("cases"));
    std::vector<office::Id> ids;
    for (const auto& [value, place] : list) {
        if (!value->is_int64() || value->as_int64() < 1) return Error{"json.type", place, "is no number of a case", "Give numbers of cases."};
        ids.push_back(value->as_int64());
    }
    return ids;
}

// Each once, in the order given.
void leave_out_twice(std::vector<office::Id>& ids) {
    std::set<office::Id> seen;
    std::erase_if(ids, [&](office::Id id) { return !seen.insert(id).second; });
}

Result<std::vector<office::Id>> meant(const Call& call, JsonObject& body) {
    if (body.has("cases") == body.has("filter")) return Error{"http.bulk", "filter", "say either which cases or a filter", "Give cases, or a filter; an empty filter is all ongoing ones."};
    std::vector<office::Id> ids;
    if (body.has("cases")) {
        FRIST_TRY(ids, named(body));
        leave_out_twice(ids);
    } else {
        FRIST_TRY(const ListWords words, words_of_filter(body, ListOf::cases));
        FRIST_TRY(const office::CaseAsk ask, case_ask(call, words));
        FRIST_TRY(ids, call.rooms.cases->ids(ask));
    }
    if (ids.size() > most_cases) return Error{"http.bulk", "filter", fmt::format("{} cases match, and at most {} are taken at once", ids.size(), most_cases), "Narrow the filter and go on with the rest."};
    if (call.job != nullptr && !call.job->plan().empty()) {   // it was compared when the job began
        FRIST_TRY([[maybe_unused]] const std::int64_t then, body.whole_or("count", 0));
        return ids;
    }
    FRIST_TRY(const std::int64_t seen, body.whole_or("count", static_cast<std::int64_t>(ids.size())));
    if (static_cast<std::size_t>(seen) != ids.size()) return Error{"bulk.changed", "count", fmt::format("{} cases match now, and {} were seen", ids.size(), seen), "Look at the list again; nothing was done."};
    return ids;
}

struct Report {
    std::vector<office::Id> ids;
    std::size_t next = 0;      // of ids: the first that was not looked at
    json::array done;
    json::array refused;
};

// A job that was cut off goes on with the cases that were meant when it began.
Outcome take_up(const Call& call, Report& report) {
    if (call.job == nullptr || call.job->plan().empty()) return done;
    FRIST_TRY(json::value value, parse_json(call.job->plan()));
    json::object& plan = value.as_object();
    report.ids.clear();
    for (const json::value& id : plan.at("ids").as_array()) report.ids.push_back(id.as_int64());
    report.next = static_cast<std::size_t>(plan.at("next").as_int64());
    report.done = std::move(plan.at("done").as_array());
    report.refused = std::move(plan.at("refused").as_array());
    return done;
}

Outcome keep_place(const Call& call, const Report& report) {
    if (call.job == nullptr) return done;
    const json::object plan{{"ids", json::array(report.ids.begin(), report.ids.end())}, {"next", report.next}, {"done", report.done}, {"refused", report.refused}};
    return call.job->keep_plan(json::serialize(plan), static_cast<std::int64_t>(report.next), static_cast<std::int64_t>(report.ids.size()));
}

Outcome one(const Call& call, office::Id id, const Wish& wish, Report& report) {
    const std::function<Result<office::CaseRow>()> work = [&]() -> Result<office::CaseRow> {
        FRIST_TRY(const office::CaseRow row, office::case_row(call.desk(), id));
        return done_with(call, row, wish);
    };
    const Result<office::CaseRow> row = noted(call, word_of_log(wish.act), fmt::format("case {}", id), work);
    if (row.ok()) {
        report.done.push_back(id);
        return done;
    }
    if (row.error().code.starts_with("store.")) return row.error();
    json::object refusal = reason_json(row.error());
    refusal["case"] = id;
    report.refused.push_back(std::move(refusal));
    return done;
}

// The next cases, in one transaction with how far it has come.
Outcome part(const Call& call, const Wish& wish, Report& report) {
    return call.rooms.office->change([&]() -> Outcome {
        for (const std::size_t to = std::min(report.next + batch_size, report.ids.size()); report.next < to; ++report.next)
            FRIST_TRY_DONE(one(call, report.ids[report.next], wish, report));
        return keep_place(call, report);
    });
}

// What the act would do with each; nothing is done.
Result<Response> check(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const Wish wish, wish_of(body, call, For::many));
    FRIST_TRY(const std::vector<office::Id> ids, meant(call, body));
    FRIST_TRY_DONE(body.finish());
    const Money none(0, call.world.country->currency());
    Money before = none;
    Money after = none;
    Money costs = none;
    std::int64_t allowed = 0;
    json::array rows;
    json::array refused;
    for (const office::Id id : ids) {
        FRIST_TRY(const office::CaseRow row, office::case_row(call.desk(), id));
        const auto command = command_for(row.state, wish);
        office::Foreseen seen;
        if (command.ok()) {
            FRIST_CHECK(command->has_value());   // what is done with many is a command
            FRIST_TRY(seen, office::foresee(call.desk(), row.state, **command));
        } else {
            seen.refused = command.error();
        }
        if (seen.refused) {
            json::object refusal = reason_json(*seen.refused);
            refusal["case"] = id;
            refused.push_back(std::move(refusal));
            continue;
        }
        ++allowed;
        before += seen.before.total();
        after += seen.after.total();
        for (const rules::CostRow& cost : seen.costs) costs += cost.amount;
        if (rows.size() >= most_shown) continue;
        FRIST_TRY(const auto next, rules::ahead(row.state, call.desk().country));
        rows.push_back(json::object{{"case", id}, {"before", office::json_of(next)}, {"after", office::json_of(seen.next)}, {"status", status_word(seen.then)}});
    }
    return json_response(json::object{{"count", ids.size()}, {"allowed", allowed}, {"before", text(before)}, {"after", text(after)}, {"costs", text(costs)}, {"rows", std::move(rows)}, {"refused", std::move(refused)}});
}

Result<Response> act(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const Wish wish, wish_of(body, call, For::many));
    FRIST_TRY(const std::vector<office::Id> ids, meant(call, body));
    FRIST_TRY_DONE(body.finish());
    Report report;
    report.ids = ids;
    FRIST_TRY_DONE(take_up(call, report));
    const std::size_t count = report.ids.size();
    while (report.next < count) {
        if (call.job != nullptr && !call.job->go_on(static_cast<std::int64_t>(report.next), static_cast<std::int64_t>(count))) {
            if (call.world.board->closed()) return Error{"job.cancelled", "job", "the server ends", "It goes on when the server is started again."};
            break;
        }
        FRIST_TRY_DONE(part(call, wish, report));
    }
    return json_response(json::object{{"count", count}, {"done", std::move(report.done)}, {"refused", std::move(report.refused)}, {"undo", wish.undo}});
}

}  // namespace

void add_bulk_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/acts/check", Gate::right, access::Right::act_on_cases, Brings::json, check});
    table.push_back({"POST", "/creditors/{creditor}/acts", Gate::right, access::Right::act_on_cases, Brings::json, act, Lasts::parts});
}

}  // namespace frist::http
