#include "access/passkeys.h"
#include "access/people.h"
#include "access/secrets.h"
#include "access/signatures.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/session_cookie.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr int timeout = 300'000;   // milliseconds, as long as a challenge lives

json::array credentials(const std::vector<std::string>& known) {
    json::array list;
    for (const std::string& id : known) list.push_back(json::object{{"type", "public-key"}, {"id", id}});
    return list;
}

// A field of bytes, as base64url.
Result<std::string> bytes_in(JsonObject& body, const char* name) {
    FRIST_TRY(const std::string text, body.text(name));
    const auto bytes = access::from_base64url(text);
    if (!bytes) return Error{"passkey.data", name, "is not written as base64url", "Send the bytes as base64url, without padding."};
    return *bytes;
}

Result<std::string> password_in(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(std::string password, body.text("password"));
    FRIST_TRY_DONE(body.finish());
    return password;
}

// As PublicKeyCredential.parseCreationOptionsFromJSON takes it.
Result<Response> begin(Call& call) {
    FRIST_TRY(const std::string password, password_in(call));
    FRIST_TRY(const access::PasskeyBegun begun, access::begin_passkey(call.porter, call.who, password, call.now));
    FRIST_TRY(const access::Person person, access::person(call.porter, call.who, call.who.person));
    const std::string handle = access::base64url(access::keyed_mark(call.porter.seal, fmt::format("passkey user {}", person.id)));
    json::array kinds;
    for (const int kind : {-7, -8, -257}) kinds.push_back(json::object{{"type", "public-key"}, {"alg", kind}});
    return json_response(json::object{{"challenge", begun.challenge},
                                      {"rp", json::object{{"id", begun.site.host}, {"name", "Frist"}}},
                                      {"user", json::object{{"id", handle}, {"name", person.email}, {"displayName", person.name}}},
                                      {"pubKeyCredParams", std::move(kinds)},
                                      {"excludeCredentials", credentials(begun.known)},
                                      {"authenticatorSelection", json::object{{"residentKey", "preferred"}, {"userVerification", "preferred"}}},
                                      {"attestation", "none"},
                                      {"timeout", timeout}});
}

Result<Response> add(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string name, body.text("name"));
    FRIST_TRY(const std::string client_data, bytes_in(body, "client_data"));
    FRIST_TRY(const std::string attestation, bytes_in(body, "attestation"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::PasskeyAdded added, access::add_passkey(call.porter, call.who, {name, client_data, attestation}, call.now));
    return json_response(json::object{{"passkey", added.passkey}, {"codes", json::array(added.codes.begin(), added.codes.end())}}, 201);
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto rows, access::my_passkeys(call.porter, call.who));
    json::array all;
    for (const access::PasskeyRow& row : rows)
        all.push_back(json::object{{"passkey", row.id}, {"name", row.name}, {"made", text(row.made)}, {"last_used", row.used ? json::value(text(*row.used)) : json::value(nullptr)}});
    return json_response(json::object{{"rows", std::move(all)}});
}

Result<Response> drop(Call& call) {
    FRIST_TRY(const office::Id passkey, call.number("passkey"));
    FRIST_TRY(const std::string password, password_in(call));
    FRIST_TRY_DONE(access::drop_passkey(call.porter, call.who, passkey, password, call.now));
    return Response{204, {}, {}};
}

// As PublicKeyCredential.parseRequestOptionsFromJSON takes it.
Result<Response> begin_login(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string ticket, body.text_or("ticket", ""));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::PasskeyBegun begun, access::begin_passkey_login(call.porter, ticket, call.request.from, call.now));
    return json_response(json::object{{"challenge", begun.challenge},
                                      {"rpId", begun.site.host},
                                      {"allowCredentials", credentials(begun.known)},
                                      {"userVerification", ticket.empty() ? "required" : "preferred"},
                                      {"timeout", timeout}});
}

Result<Response> log_in(Call& call) {
    FRIST_TRY_DONE(from_our_page(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string credential, body.text("credential"));
    FRIST_TRY(const std::string client_data, bytes_in(body, "client_data"));
    FRIST_TRY(const std::string data, bytes_in(body, "authenticator_data"));
    FRIST_TRY(const std::string signature, bytes_in(body, "signature"));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::NewSession session, access::log_in_with_passkey(call.porter, {credential, client_data, data, signature, call.request.from, device_of(call)}, call.now));
    return entered(call, session);
}

}  // namespace

void add_passkey_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/me/passkeys", Gate::person, {}, Brings::nothing, list});
    table.push_back({"POST", "/me/passkeys/options", Gate::person, {}, Brings::json, begin, Lasts::moment, Keeps::nothing});
    table.push_back({"POST", "/me/passkeys", Gate::person, {}, Brings::json, add, Lasts::moment, Keeps::nothing});
    table.push_back({"DELETE", "/me/passkeys/{passkey}", Gate::person, {}, Brings::json, drop, Lasts::moment, Keeps::nothing});
    table.push_back({"POST", "/session/passkey/options", Gate::open, {}, Brings::json, begin_login});
    table.push_back({"POST", "/session/passkey", Gate::open, {}, Brings::json, log_in});
}

}  // namespace frist::http
