// Coming in by a login that somebody else runs (OpenID Connect). What its token says has been checked when it comes here.
// An account of the provider is linked to a person once, by an e-mail that the provider vouches for, to somebody who is
// here or invited; from then on its subject alone counts, whatever becomes of the e-mail.
#pragma once
#include "access/log_in.h"

namespace frist::access {

struct ProviderClaims {
    std::string issuer;
    std::string subject;
    std::string email;
    bool email_verified = false;
    std::string name;
};

struct ProviderVisit {
    ProviderClaims claims;
    std::string_view device;
};

// Who has a second factor here is asked for it all the same. Errors access.provider (nobody here has this account and
// nobody with its e-mail is here or invited; or the e-mail is not vouched for; or that person has another account of
// the provider).
Result<Entered> enter_by_provider(const Porter& porter, const ProviderVisit& visit, Instant now);

}  // namespace frist::access
