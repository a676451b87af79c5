// What an authenticator says (WebAuthn, level 2), as a pure function of its bytes: CBOR, authenticator data, COSE keys.
#pragma once
#include "access/signatures.h"

namespace frist::access {

struct AuthenticatorData {
    std::string site_digest;   // SHA-256 of the site's host
    bool present = false;      // somebody touched it
    bool verified = false;     // and proved who they are: PIN, finger, face
    std::uint32_t count = 0;
    std::string credential;    // of a new one: its id, as bytes
    std::string key;           // and its public key, as COSE
};

// Error passkey.data: too short, or not written as it should be.
Result<AuthenticatorData> read_authenticator_data(std::string_view bytes);
// The authenticator data within an attestation object; who vouches for it is not looked at.
Result<std::string> authenticator_data_of(std::string_view attestation);
// ES256, RS256 or EdDSA. Errors passkey.data, signature.key.
Result<PublicKey> cose_key(std::string_view bytes);

}  // namespace frist::access
