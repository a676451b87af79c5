#include "access/links.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/session_cookie.h"
#include "http/who_json.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<Response> setup_state(Call& call) {
    FRIST_TRY(const bool owner, access::has_owner(call.porter));
    return json_response(json::object{{"wanted", owner ? "nothing" : "owner"}, {"version", call.world.version}, {"demo", call.world.demo}});
}

Result<Response> accept(Call& call, bool owner) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string token, body.text("token"));
    FRIST_TRY(const std::string name, body.text("name"));
    FRIST_TRY(const std::string password, body.text("password"));
    FRIST_TRY(const std::string language, body.text_or("language", "nb"));
    std::string email;
    if (owner) {
        FRIST_TRY(email, body.text("email"));
    }
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::NewSession session, access::accept_link(call.porter, {token, email, name, language, password, device_of(call)}, call.now));
    return entered(call, session);
}

Result<Response> become_owner(Call& call) { return accept(call, true); }
Result<Response> accept_invite(Call& call) { return accept(call, false); }

Result<Response> log_in(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string email, body.text("email"));
    FRIST_TRY(const std::string password, body.text("password"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::Entered came, access::log_in(call.porter, {email, password, call.request.from, device_of(call)}, call.now));
    if (came.session) return entered(call, *came.session);
    return json_response(json::object{{"ticket", came.ticket}}, 202);
}

Result<Response> second_factor(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string ticket, body.text("ticket"));
    FRIST_TRY(const std::string code, body.text("code"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::NewSession session, access::log_in_with_code(call.porter, {ticket, code, call.request.from, device_of(call)}, call.now));
    return entered(call, session);
}

// Only in a program that was started as a demo, which listens to its own machine alone.
Result<Response> enter_demo(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    if (!call.world.demo) return Error{"http.not_found", "path", "this is no demo", "Log in with e-mail and password."};
    FRIST_TRY(const access::Entered came, access::log_in(call.porter, {call.world.demo_email, call.world.demo_password, call.request.from, device_of(call)}, call.now));
    if (came.session) return entered(call, *came.session);
    return Error{"access.code", "path", "the owner of the demo has a second factor now", "Log in with e-mail, password and code."};
}

Result<Response> log_out(Call& call) {
    FRIST_TRY_DONE(access::log_out(call.porter, call.request.cookie(session_cookie(call.world)), call.now));
    Response response{204, {}, {}};
    response.with("Set-Cookie", session_cookie_line(call, "", 0)).with("Clear-Site-Data", "\"cache\"");
    return response;
}

Result<Response> look_at_link(Call& call) {
    FRIST_TRY(const access::OpenLink link, access::look_at_link(call.porter, call.at("token"), call.now));
    json::object body{{"kind", name_of(link.kind)}, {"expires", text(link.ends)}};
    if (link.kind == access::LinkKind::invite) {
        body["email"] = link.email;
        body["role"] = name_of(link.role);
    }
    return json_response(body);
}

Result<Response> use_password_link(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string token, body.text("token"));
    FRIST_TRY(const std::string password, body.text("password"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY_DONE(access::accept_password_link(call.porter, token, password, call.now));
    return Response{204, {}, {}};
}

}  // namespace

std::string_view device_of(const Call& call) { return call.request.header("User-Agent"); }

std::string session_cookie_line(const Call& call, std::string_view token, std::int64_t seconds) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", session_cookie(call.world), token, seconds, call.world.by_tls ? "; Secure" : "");
}

// Strict: no other site's link carries it along.
Response with_session(Response response, const Call& call, const access::NewSession& session) {
    response.with("Set-Cookie", session_cookie_line(call, session.token, (session.ends - call.now).count));
    return response;
}

Result<Response> entered(const Call& call, const access::NewSession& session) {
    FRIST_TRY(const access::Who who, access::who_of_session(call.porter, session.token, call.now));
    FRIST_TRY(const json::object me, me_json(call, who));
    return with_session(json_response(me), call, session);
}

Outcome from_our_page(const Call& call) {
    if (call.request.header("Frist-Request") == "1") return done;
    return Error{"access.forgery", "Frist-Request", "a call that begins a session carries this header", "Send Frist-Request: 1."};
}

void add_session_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/setup", Gate::open, {}, Brings::nothing, setup_state});
    table.push_back({"POST", "/setup", Gate::open, {}, Brings::json, become_owner});
    table.push_back({"POST", "/session", Gate::open, {}, Brings::json, log_in});
    table.push_back({"POST", "/session/second", Gate::open, {}, Brings::json, second_factor});
    table.push_back({"POST", "/session/demo", Gate::open, {}, Brings::nothing, enter_demo});
    table.push_back({"DELETE", "/session", Gate::person, {}, Brings::nothing, log_out});
    table.push_back({"POST", "/invites/accept", Gate::open, {}, Brings::json, accept_invite});
    table.push_back({"GET", "/links/{token}", Gate::open, {}, Brings::nothing, look_at_link});
    table.push_back({"POST", "/password-link", Gate::open, {}, Brings::json, use_password_link});
}

}  // namespace frist::http
