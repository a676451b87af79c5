#include "identity/id_token.h"

#include "access/signatures.h"
#include "base/pch.h"
#include "base/strict_json.h"

namespace frist::identity {
namespace {

namespace json = boost::json;
using access::PublicKey;

constexpr std::int64_t clocks_apart = 60;   // seconds that the two clocks may differ
constexpr std::size_t longest_subject = 255;

Error wrong(std::string field, std::string why) { return {"oidc.token", std::move(field), std::move(why), "Log in again; if it happens again, show this to whoever runs the login."}; }

std::string word(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<std::int64_t> second(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_number()) return std::nullopt;
    boost::system::error_code inexact;
    const auto whole = value->to_number<std::int64_t>(inexact);
    return inexact ? std::nullopt : std::optional(whole);
}

Result<json::object> part_of(std::string_view text, const char* field) {
    const auto bytes = access::from_base64url(text);
    if (!bytes) return wrong(field, "is not written as a token is");
    const Result<json::value> value = parse_json(*bytes);
    if (!value.ok() || !value->is_object()) return wrong(field, "is no JSON object");
    return value->as_object();
}

Result<PublicKey> key_of(const json::object& told) {
    const auto bytes = [&](std::string_view name) { return access::from_base64url(word(told, name)).value_or(""); };
    if (word(told, "kty") == "RSA") return PublicKey::rsa(bytes("n"), bytes("e"));
    if (word(told, "kty") == "EC" && word(told, "crv") == "P-256") return PublicKey::p256(bytes("x"), bytes("y"));
    return wrong("keys", "a key is of another kind than RS256 and ES256 use");
}

// Whether one of the provider's keys that may sign so has signed this. A token that names a key is held against that one.
bool signed_by_one(std::string_view message, std::string_view signature, const json::object& head, const json::value& keys) {
    const std::string algorithm = word(head, "alg");
    if ((algorithm != "RS256" && algorithm != "ES256") || !keys.is_object()) return false;
    const json::value* list = keys.as_object().if_contains("keys");
    if (list == nullptr || !list->is_array()) return false;
    for (const json::value& one : list->as_array()) {
        if (!one.is_object()) continue;
        const json::object& told = one.as_object();
        if (told.contains("use") && word(told, "use") != "sig") continue;
        if (told.contains("alg") && word(told, "alg") != algorithm) continue;
        if (head.contains("kid") && word(told, "kid") != word(head, "kid")) continue;
        const Result<PublicKey> key = key_of(told);
        if (!key.ok() || (key->signing() == access::Signing::rs256) != (algorithm == "RS256")) continue;
        if (key->fits_two_numbers(message, signature)) return true;
    }
    return false;
}

bool is_for(const json::object& claims, const std::string& client) {
    const json::value* audience = claims.if_contains("aud");
    if (audience == nullptr) return false;
    if (audience->is_string()) return std::string_view(audience->as_string()) == client;
    if (!audience->is_array()) return false;
    const json::array& all = audience->as_array();
    const bool among = std::any_of(all.begin(), all.end(), [&](const json::value& one) { return one.is_string() && std::string_view(one.as_string()) == client; });
    return among && (all.size() == 1 || word(claims, "azp") == client);
}

Outcome check(const json::object& claims, const Expected& expected) {
    if (word(claims, "iss") != expected.issuer) return wrong("iss", "is not the provider that was asked");
    if (!is_for(claims, expected.client)) return wrong("aud", "is for another program");
    const auto ends = second(claims, "exp");
    const auto made = second(claims, "iat");
    if (!ends || *ends + clocks_apart < expected.now.second) return wrong("exp", "is over");
    if (!made || *made - clocks_apart > expected.now.second) return wrong("iat", "was made in the future: the clocks of the two machines do not agree");
    if (const auto from = second(claims, "nbf"); from && *from - clocks_apart > expected.now.second) return wrong("nbf", "does not hold yet");
    if (word(claims, "nonce") != expected.nonce) return wrong("nonce", "belongs to another login");
    const std::string subject = word(claims, "sub");
    if (subject.empty() || subject.size() > longest_subject) return wrong("sub", "does not say who came");
    return done;
}

}  // namespace

void take_claims(const json::object& told, access::ProviderClaims& claims) {
    claims.email = word(told, "email");
    const json::value* verified = told.if_contains("email_verified");
    claims.email_verified = verified != nullptr && verified->is_bool() && verified->as_bool();
    claims.name = word(told, "name");
}

Result<access::ProviderClaims> read_id_token(std::string_view token, const json::value& keys, const Expected& expected) {
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (first == token.npos || first == last || token.find('.', first + 1) != last) return wrong("token", "is not of three parts");
    FRIST_TRY(const json::object head, part_of(token.substr(0, first), "header"));
    FRIST_TRY(const json::object told, part_of(token.substr(first + 1, last - first - 1), "claims"));
    const auto signature = access::from_base64url(token.substr(last + 1));
    if (!signature || head.contains("crit") || !signed_by_one(token.substr(0, last), *signature, head, keys)) return wrong("signature", "is not the provider's");
    FRIST_TRY_DONE(check(told, expected));
    access::ProviderClaims claims;
    claims.issuer = expected.issuer;
    claims.subject = word(told, "sub");
    take_claims(told, claims);
    return claims;
}

}  // namespace frist::identity
