#include "identity/provider.h"

#include "base/pch.h"
#include "base/strict_json.h"

#include <curl/curl.h>
#include <sodium.h>

namespace frist::identity {
namespace {

namespace json = boost::json;

constexpr access::Seconds places_live = access::minutes(10);
constexpr std::size_t most_bytes = std::size_t{512} * 1024;
constexpr const char* remedy = "Try again in a while, or log in with e-mail and password.";

struct Ended {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Body {
    std::string bytes;
    bool too_large = false;
};

std::size_t take(char* bytes, std::size_t /*one*/, std::size_t count, void* to) {
    auto* body = static_cast<Body*>(to);
    body->too_large = body->bytes.size() + count > most_bytes;
    if (body->too_large) return 0;
    body->bytes.append(bytes, count);
    return count;
}

struct Asked {
    std::string address;
    std::string form;                          // empty: GET
    std::string user, secret;                  // Basic; empty: none
    std::string bearer;
};
struct Told {
    long status = 0;
    json::object object;
};

// The field is the host and what was asked there, never a code, a token or a secret.
Result<Told> ask(const Asked& asked, const std::string& ca_file) {
    if (!is_safe_address(asked.address)) return Error{"oidc.answer", "address", "the provider names an address without TLS", "Look at the settings of the provider."};
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, Ended> easy(begun == CURLE_OK ? curl_easy_init() : nullptr);
    FRIST_CHECK(easy != nullptr);
    CURL* c = easy.get();
    Body body;
    std::unique_ptr<curl_slist, Ended> headers(curl_slist_append(nullptr, "Accept: application/json"));
    if (!asked.bearer.empty()) headers.reset(curl_slist_append(headers.release(), ("Authorization: Bearer " + asked.bearer).c_str()));
    curl_easy_setopt(c, CURLOPT_URL, asked.address.c_str());
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 5L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(c, CURLOPT_USERAGENT, "frist");
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, &body);
    if (!ca_file.empty()) curl_easy_setopt(c, CURLOPT_CAINFO, ca_file.c_str());
    if (!asked.user.empty()) {
        curl_easy_setopt(c, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(c, CURLOPT_USERNAME, asked.user.c_str());
        curl_easy_setopt(c, CURLOPT_PASSWORD, asked.secret.c_str());
    }
    if (!asked.form.empty()) curl_easy_setopt(c, CURLOPT_POSTFIELDS, asked.form.c_str());
    const CURLcode code = curl_easy_perform(c);
    if (body.too_large) return Error{"oidc.answer", "provider", "the provider's answer is too long", remedy};
    if (code != CURLE_OK) return Error{"oidc.unreachable", "provider", fmt::format("the provider cannot be reached: {}", curl_easy_strerror(code)), remedy};
    Told told;
    curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &told.status);
    const Result<json::value> value = parse_json(body.bytes);
    if (!value.ok() || !value->is_object()) return Error{"oidc.answer", "provider", fmt::format("the provider answered {} and no JSON object", told.status), remedy};
    told.object = value->as_object();
    return told;
}

std::string word(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::string encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace

bool is_safe_address(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://127.0.0.1:") || address.starts_with("http://localhost:");
}

Result<Provider::Places> Provider::places(access::Instant now) {
    const std::lock_guard lock(reading_);
    if (places_ && now - places_->read < places_live) return *places_;
    std::string issuer = settings_.issuer;
    if (issuer.ends_with('/')) issuer.pop_back();
    FRIST_TRY(const Told told, ask({issuer + "/.well-known/openid-configuration", {}, {}, {}, {}}, settings_.ca_file));
    Places places{word(told.object, "authorization_endpoint"), word(told.object, "token_endpoint"), word(told.object, "jwks_uri"), word(told.object, "userinfo_endpoint"), now};
    if (word(told.object, "issuer") != settings_.issuer || !is_safe_address(places.authorize) || places.token.empty() || places.keys.empty())
        return Error{"oidc.answer", "issuer", "the provider does not describe itself as the issuer that is set up", "Write the issuer exactly as the provider does: frist site set --oidc-issuer."};
    places_ = places;
    return places;
}

Result<std::string> Provider::authorize_address(const std::string& state, const std::string& nonce, const std::string& challenge, access::Instant now) {
    FRIST_TRY(const Places at, places(now));
    const char* joint = at.authorize.find('?') == std::string::npos ? "?" : "&";
    return fmt::format("{}{}response_type=code&scope=openid%20email%20profile&client_id={}&redirect_uri={}&state={}&nonce={}&code_challenge={}&code_challenge_method=S256", at.authorize, joint,
                       encoded(settings_.client), encoded(settings_.redirect), encoded(state), encoded(nonce), encoded(challenge));
}

Result<access::ProviderClaims> Provider::redeem(const std::string& code, const std::string& verifier, const std::string& nonce, access::Instant now) {
    FRIST_TRY(const Places at, places(now));
    Asked asked;
    asked.address = at.token;
    asked.form = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}", encoded(code), encoded(settings_.redirect), encoded(verifier));
    if (settings_.secret.empty()) {
        asked.form += "&client_id=" + encoded(settings_.client);
    } else {
        asked.user = encoded(settings_.client);
        asked.secret = encoded(settings_.secret);
    }
    FRIST_TRY(const Told told, ask(asked, settings_.ca_file));
    if (told.status != 200) return Error{"oidc.code", "code", fmt::format("the provider does not take the code back ({})", told.status), "Log in again; if it happens again, look at client and secret: frist site show."};
    FRIST_TRY(const Told keys, ask({at.keys, {}, {}, {}, {}}, settings_.ca_file));
    FRIST_TRY(access::ProviderClaims claims, read_id_token(word(told.object, "id_token"), keys.object, {settings_.issuer, settings_.client, nonce, now}));
    if (!claims.email.empty() || at.userinfo.empty()) return claims;
    Asked more;
    more.address = at.userinfo;
    more.bearer = word(told.object, "access_token");
    FRIST_TRY(const Told person, ask(more, settings_.ca_file));
    if (person.status == 200 && word(person.object, "sub") == claims.subject) take_claims(person.object, claims);
    return claims;
}

}  // namespace frist::identity
