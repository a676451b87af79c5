// The provider itself: where it lets people log in, and what it says of who came. Asked over HTTPS; libcurl stays here.
#pragma once
#include "identity/id_token.h"

#include <memory>
#include <mutex>

namespace frist::identity {

struct Settings {
    std::string name;       // for the button: "Firmaets innlogging"
    std::string issuer;     // "https://login.firma.example"
    std::string client;     // what we are called there
    std::string secret;     // empty: a public client
    std::string ca_file;    // for a certificate that this machine does not know
    std::string redirect;   // where it sends people back to
};

// One for all threads; what it learns of the provider is remembered for ten minutes.
class Provider {
public:
    explicit Provider(Settings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] const std::string& name() const { return settings_.name; }
    // Where the browser is sent. `challenge` is PKCE's (S256). Errors oidc.unreachable, oidc.answer.
    Result<std::string> authorize_address(const std::string& state, const std::string& nonce, const std::string& challenge, access::Instant now);
    // Who came back with this code. Errors oidc.unreachable, oidc.answer, oidc.code, oidc.token.
    Result<access::ProviderClaims> redeem(const std::string& code, const std::string& verifier, const std::string& nonce, access::Instant now);

private:
    struct Places {
        std::string authorize, token, keys, userinfo;
        access::Instant read;
    };
    Result<Places> places(access::Instant now);

    Settings settings_;
    std::mutex reading_;
    std::optional<Places> places_;
};

// Whether it may be asked at all: https, or http on this machine.
bool is_safe_address(std::string_view address);

}  // namespace frist::identity
