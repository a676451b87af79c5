#include "access/second_factor.h"
#include "access/settings.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/who_json.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<Response> me(Call& call) {
    FRIST_TRY(const json::object body, me_json(call, call.who));
    return json_response(body);
}

Result<Response> change_me(Call& call) {
    FRIST_TRY(const access::Person person, access::person(call.porter, call.who, call.who.person));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    access::OwnAccount account{person.version, person.name, person.language};
    FRIST_TRY(account.name, body.text_or("name", account.name));
    FRIST_TRY(account.language, body.text_or("language", account.language));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY_DONE(access::set_own_account(call.porter, call.who, account, call.now));
    return me(call);
}

Result<std::string> only(Call& call, const char* field) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(std::string word, body.text(field));
    FRIST_TRY_DONE(body.finish());
    return word;
}

Result<Response> change_password(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string before, body.text("password"));
    FRIST_TRY(const std::string after, body.text("new_password"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY_DONE(access::change_password(call.porter, call.who, before, after, call.now));
    return Response{204, {}, {}};
}

Result<Response> begin_factor(Call& call) {
    FRIST_TRY(const std::string password, only(call, "password"));
    FRIST_TRY(const access::Enrolment enrolment, access::begin_factor(call.porter, call.who, password, call.now));
    const Picture qr = call.world.qr(enrolment.uri);
    return json_response(json::object{{"secret", enrolment.secret}, {"uri", enrolment.uri}, {"qr", json::object{{"size", qr.size}, {"path", qr.path}}}});
}

Result<Response> confirm_factor(Call& call) {
    FRIST_TRY(const std::string code, only(call, "code"));
    FRIST_TRY(const auto codes, access::confirm_factor(call.porter, call.who, code, call.now));
    return json_response(json::object{{"codes", json::array(codes.begin(), codes.end())}});
}

Result<Response> drop_factor(Call& call) {
    FRIST_TRY(const std::string password, only(call, "password"));
    FRIST_TRY_DONE(access::drop_factor(call.porter, call.who, password, call.now));
    return Response{204, {}, {}};
}

Result<Response> sessions(Call& call) {
    FRIST_TRY(const auto rows, access::my_sessions(call.porter, call.who, call.now));
    json::array list;
    for (const access::SessionSeen& row : rows)
        list.push_back(json::object{{"session", std::to_string(row.session)}, {"begun", text(row.made)}, {"last_used", text(row.seen)}, {"here", row.this_one}, {"client", row.device}});
    return json_response(json::object{{"rows", std::move(list)}});
}

Result<Response> end_session(Call& call) {
    FRIST_TRY(const office::Id session, call.number("session"));
    FRIST_TRY_DONE(access::end_session(call.porter, call.who, session, call.now));
    return Response{204, {}, {}};
}

Result<Response> end_other_sessions(Call& call) {
    FRIST_TRY_DONE(access::end_other_sessions(call.porter, call.who, call.now));
    return Response{204, {}, {}};
}

Result<Response> settings(Call& call) {
    FRIST_TRY(const auto rows, access::my_settings(call.porter, call.who));
    json::object body;
    for (const access::Setting& row : rows) {
        FRIST_TRY(body[row.name], parse_json(row.value));
    }
    return json_response(body);
}

Result<Response> keep_setting(Call& call) {
    FRIST_TRY(const json::value value, parse_json(call.request.body));
    FRIST_TRY_DONE(access::put_my_setting(call.porter, call.who, {call.at("name"), value.is_null() ? std::string() : json::serialize(value)}));
    return Response{204, {}, {}};
}

}  // namespace

void add_me_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/me", Gate::person, {}, Brings::nothing, me});
    table.push_back({"PATCH", "/me", Gate::person, {}, Brings::json, change_me});
    table.push_back({"POST", "/me/password", Gate::person, {}, Brings::json, change_password, Lasts::moment, Keeps::nothing});
    table.push_back({"POST", "/me/second-factor", Gate::person, {}, Brings::json, begin_factor, Lasts::moment, Keeps::nothing});
    table.push_back({"PUT", "/me/second-factor", Gate::person, {}, Brings::json, confirm_factor, Lasts::moment, Keeps::nothing});
    table.push_back({"DELETE", "/me/second-factor", Gate::person, {}, Brings::json, drop_factor, Lasts::moment, Keeps::nothing});
    table.push_back({"GET", "/me/sessions", Gate::person, {}, Brings::nothing, sessions});
    table.push_back({"DELETE", "/me/sessions", Gate::person, {}, Brings::nothing, end_other_sessions});
    table.push_back({"DELETE", "/me/sessions/{session}", Gate::person, {}, Brings::nothing, end_session});
    table.push_back({"GET", "/me/settings", Gate::person, {}, Brings::nothing, settings});
    table.push_back({"PUT", "/me/settings/{name}", Gate::person, {}, Brings::json, keep_setting});
}

}  // namespace frist::http
