// Signatures of others, checked with their public keys: RS256, ES256 and Ed25519. OpenSSL stays here.
#pragma once
#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;   // OpenSSL's; its headers stay out of ours

namespace frist::access {

enum class Signing { rs256, es256, ed25519 };

// A public key. The numbers are bytes, big-endian.
class PublicKey {
public:
    // Error signature.key: no numbers of such a key, or an RSA key below 2048 bits.
    static Result<PublicKey> rsa(std::string_view modulus, std::string_view exponent);
    static Result<PublicKey> p256(std::string_view x, std::string_view y);
    static Result<PublicKey> ed25519(std::string_view bytes);

    [[nodiscard]] Signing signing() const { return signing_; }
    // ES256 has two forms: DER (WebAuthn) and two numbers of 32 bytes (JSON Web Tokens).
    [[nodiscard]] bool fits(std::string_view message, std::string_view signature) const;
    [[nodiscard]] bool fits_two_numbers(std::string_view message, std::string_view signature) const;

private:
    PublicKey(Signing signing, std::shared_ptr<evp_pkey_st> key) : signing_(signing), key_(std::move(key)) {}
    Signing signing_;
    std::shared_ptr<evp_pkey_st> key_;
};

// SHA-256 as 32 bytes.
std::string digest_of(std::string_view bytes);
// Base64 for addresses, without padding (RFC 4648, 5). Nothing when it is not so written.
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace frist::access
