#include "access/notifications.h"
#include "access/secrets.h"
#include "access/signatures.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "http/problem.h"
#include "http/session_cookie.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr access::Seconds visit_life = access::minutes(10);

std::string_view visit_cookie(const World& world) { return world.by_tls ? "__Host-frist_visit" : "frist_visit"; }

// Lax and not strict: the provider sends the browser back from its own site.
std::string visit_cookie_line(const Call& call, std::string_view value, std::int64_t seconds) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}", visit_cookie(call.world), value, seconds, call.world.by_tls ? "; Secure" : "");
}

// What this browser took along to the provider: sealed in its own cookie, so that nothing is kept here for who never
// comes back, and nobody can finish a login that another browser began.
struct Visit {
    std::string state;
    std::string nonce;
    std::string verifier;
};

std::string sealed(const Call& call, const Visit& visit) {
    const std::string words = json::serialize(json::object{{"state", visit.state}, {"nonce", visit.nonce}, {"verifier", visit.verifier}, {"ends", (call.now + visit_life).second}});
    return access::seal(call.porter.seal, 0, words, call.porter.random);
}

Result<Visit> opened(const Call& call) {
    const Error over{"oidc.visit", "state", "this login was not begun in this browser, or more than ten minutes ago", "Begin again."};
    const auto words = access::unseal(call.porter.seal, 0, call.request.cookie(visit_cookie(call.world)));
    if (!words.ok()) return over;
    const auto value = parse_json(*words);
    if (!value.ok() || !value->is_object()) return over;
    const json::object& told = value->as_object();
    if (told.at("ends").as_int64() <= call.now.second) return over;
    return Visit{std::string(told.at("state").as_string()), std::string(told.at("nonce").as_string()), std::string(told.at("verifier").as_string())};
}

Result<Response> providers(Call& call) {
    json::array rows;
    if (!call.world.provider_name.empty()) rows.push_back(json::object{{"provider", "oidc"}, {"name", call.world.provider_name}});
    FRIST_TRY(const std::string address, access::site_address(call.porter.store));
    return json_response(json::object{{"rows", std::move(rows)}, {"passkeys", !address.empty()}});
}

Outcome there_is_one(const Call& call) {
    if (!call.world.provider_name.empty()) return done;
    return Error{"http.not_found", "path", "no other login is set up", "Log in with e-mail and password."};
}

Result<Response> leave(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    FRIST_TRY_DONE(there_is_one(call));
    const Visit visit{access::new_token(call.porter.random), access::new_token(call.porter.random), access::new_token(call.porter.random)};
    FRIST_TRY(const std::string address, call.world.authorize(visit.state, visit.nonce, access::base64url(access::digest_of(visit.verifier)), call.now));
    Response response = json_response(json::object{{"address", address}});
    response.with("Set-Cookie", visit_cookie_line(call, sealed(call, visit), visit_life.count));
    return response;
}

Response redirect(const Call& call, const std::string& place) {
    Response response{303, {}, {}};
    response.with("Location", place).with("Set-Cookie", visit_cookie_line(call, "", 0)).with("Referrer-Policy", "no-referrer");
    return response;
}

Result<access::Entered> came_back(Call& call) {
    FRIST_TRY(const Visit visit, opened(call));
    if (!access::same(visit.state, call.asked("state"))) return Error{"oidc.visit", "state", "this answer belongs to another login", "Begin again."};
    if (!call.asked("error").empty() || call.asked("code").empty()) return Error{"oidc.refused", "error", "the login was broken off, or the provider refused it", "Begin again, or log in with e-mail and password."};
    FRIST_TRY(const access::ProviderClaims claims, call.world.redeem(std::string(call.asked("code")), visit.verifier, visit.nonce, call.now));
    return access::enter_by_provider(call.porter, {claims, device_of(call)}, call.now);
}

// The browser itself is here and no script of ours: it is sent on, also with what went wrong.
Result<Response> come_back(Call& call) {
    FRIST_TRY_DONE(there_is_one(call));
    const Result<access::Entered> came = came_back(call);
    if (!came.ok()) return redirect(call, "/#login-trouble=" + came.error().code);
    if (!came->session) return redirect(call, "/#second-factor=" + came->ticket);
    return with_session(redirect(call, "/"), call, *came->session);
}

}  // namespace

void add_provider_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/session/providers", Gate::open, {}, Brings::nothing, providers});
    table.push_back({"POST", "/session/oidc", Gate::open, {}, Brings::nothing, leave});
    table.push_back({"GET", "/session/oidc/callback", Gate::open, {}, Brings::nothing, come_back});
}

}  // namespace frist::http
