// All variables of a creditor as one page, and as one file.
#include "access/people.h"
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/settings.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<Response> list(Call& call) {
    FRIST_TRY(const auto settings, office::settings(call.desk(), call.record));
    std::vector<access::Id> people;
    for (const office::SettingRow& row : settings)
        if (row.set_by != 0) people.push_back(row.set_by);
    FRIST_TRY(const auto known, access::names(call.porter, call.who, people));
    const std::map<access::Id, std::string> names(known.begin(), known.end());
    json::array rows;
    for (const office::SettingRow& row : settings) {
        const auto name = names.find(row.set_by);
        rows.push_back(json::object{{"name", row.name},
                                    {"value", row.value},
                                    {"default", row.fallback},
                                    {"means", row.means},
                                    {"set_on", row.set_on ? json::value(text(*row.set_on)) : json::value(nullptr)},
                                    {"set_by", name == names.end() ? json::value(nullptr) : json::value(name->second)}});
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> file(Call& call) {
    FRIST_TRY(const json::object body, office::settings_file(call.desk(), call.record));
    Response response = json_response(body);
    response.with("ETag", etag_of(response.body));
    return response;
}

Outcome as_seen(const Call& call) {
    if (call.request.header("If-Match").empty()) return done;
    FRIST_TRY(const json::object body, office::settings_file(call.desk(), call.record));
    return still_the_same(call, etag_of(json::serialize(body)));
}

json::array reasons(const std::vector<Error>& errors) {
    json::array list;
    for (const Error& error : errors) list.push_back(reason_json(error));
    return list;
}

json::object taken_json(const office::SettingsTaken& taken) {
    json::array changes;
    for (const office::SettingChanged& one : taken.changes) changes.push_back(json::object{{"name", one.name}, {"before", one.before}, {"after", one.after}});
    return {{"changes", std::move(changes)}, {"left", reasons(taken.left)}, {"wrong", reasons(taken.wrong)}, {"cases_changed", taken.cases_changed}};
}

Result<Response> take(Call& call) {
    FRIST_TRY(const bool check, asked_truth(call, "check", false));
    FRIST_TRY(const bool company, asked_truth(call, "company", false));
    FRIST_TRY(const json::value body, parse_json(call.request.body));
    if (!body.is_object()) return Error{"json.type", "", "is no object", "Send the file as it was exported."};
    office::SettingsWish wish{body.as_object()};
    wish.check = check;
    wish.company = company;
    wish.person = call.who.person;
    std::optional<office::SettingsTaken> taken;
    const auto work = [&]() -> Outcome {
        FRIST_TRY_DONE(as_seen(call));
        FRIST_TRY(taken, office::take_settings(call.desk(), call.record, wish));
        return check || taken->wrong.empty() ? Outcome(done) : Outcome(taken->wrong.front());
    };
    const Outcome outcome = check ? work() : noted<Done>(call, "settings-import", "creditor", work);
    if (!check && taken && !taken->wrong.empty()) return problem(taken->wrong);
    if (!outcome.ok()) return outcome.error();
    return json_response(taken_json(*taken));
}

}  // namespace

void add_settings_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/settings", Gate::right, access::Right::read_settings, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/settings/file", Gate::right, access::Right::read_settings, Brings::nothing, file});
    table.push_back({"PUT", "/creditors/{creditor}/settings/file", Gate::right, access::Right::manage_creditor, Brings::json, take});
}

}  // namespace frist::http
