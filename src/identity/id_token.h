// identity: a login that somebody else runs, by OpenID Connect. Here: the token that says who came (OpenID Connect Core,
// 3.1.3.7), as a pure function of its bytes, the provider's keys and the moment.
#pragma once
#include "access/provider_login.h"

#include <boost/json.hpp>

namespace frist::identity {

struct Expected {
    std::string issuer;
    std::string client;
    std::string nonce;
    access::Instant now;
};

// Errors oidc.token: not signed by one of the provider's keys with RS256 or ES256, from another issuer, for another
// client, too old, or of another login than ours; the field says which.
Result<access::ProviderClaims> read_id_token(std::string_view token, const boost::json::value& keys, const Expected& expected);

// Takes e-mail and name from an object of claims.
void take_claims(const boost::json::object& told, access::ProviderClaims& claims);

}  // namespace frist::identity
