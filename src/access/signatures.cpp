#include "access/signatures.h"

#include "base/pch.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <sodium.h>

namespace frist::access {
namespace {

constexpr int least_rsa_bits = 2048;
constexpr std::size_t p256_bytes = 32;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <class T, auto free>
struct Freed {
    void operator()(T* what) const { free(what); }
};
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using Build = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM, OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;

Number number(std::string_view bytes) {
    return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

Error no_key() {
    ERR_clear_error();
    return {"signature.key", "key", "is no public key of a kind that is known here",
            "Known are RSA of 2048 bits or more, P-256 and Ed25519."};
}

std::shared_ptr<EVP_PKEY> built(const char* kind, OSSL_PARAM_BLD* build) {
    const Params params(OSSL_PARAM_BLD_to_param(build));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    std::shared_ptr<EVP_PKEY> made(key, EVP_PKEY_free);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? made : nullptr;
}

}  // namespace

Result<PublicKey> PublicKey::rsa(std::string_view modulus, std::string_view exponent) {
    const Build build(OSSL_PARAM_BLD_new());
    const Number n = number(modulus);
    const Number e = number(exponent);
    FRIST_CHECK(build && n && e);
    if (BN_num_bits(n.get()) < least_rsa_bits || modulus.size() > 1024) return no_key();
    OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    auto key = built("RSA", build.get());
    if (!key) return no_key();
    return PublicKey(Signing::rs256, std::move(key));
}

Result<PublicKey> PublicKey::p256(std::string_view x, std::string_view y) {
    if (x.size() != p256_bytes || y.size() != p256_bytes) return no_key();
    const Build build(OSSL_PARAM_BLD_new());
    const std::string point = "\x04" + std::string(x) + std::string(y);
    OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    auto key = built("EC", build.get());
    if (!key) return no_key();
    return PublicKey(Signing::es256, std::move(key));
}

Result<PublicKey> PublicKey::ed25519(std::string_view bytes) {
    std::shared_ptr<EVP_PKEY> key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(bytes), bytes.size()), EVP_PKEY_free);
    if (!key) return no_key();
    return PublicKey(Signing::ed25519, std::move(key));
}

bool PublicKey::fits(std::string_view message, std::string_view signature) const {
    const Digest digest(EVP_MD_CTX_new());
    const EVP_MD* hash = signing_ == Signing::ed25519 ? nullptr : EVP_sha256();
    const bool right = EVP_DigestVerifyInit(digest.get(), nullptr, hash, nullptr, key_.get()) == 1 &&
                       EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(message),
                                        message.size()) == 1;
    ERR_clear_error();
    return right;
}

bool PublicKey::fits_two_numbers(std::string_view message, std::string_view signature) const {
    if (signing_ != Signing::es256) return fits(message, signature);
    if (signature.size() != 2 * p256_bytes) return false;
    const Pair pair(ECDSA_SIG_new());
    Number r = number(signature.substr(0, p256_bytes));
    Number s = number(signature.substr(p256_bytes));
    if (ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return false;
    [[maybe_unused]] const BIGNUM* const given[] = {r.release(), s.release()};   // the pair has them now
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0) return false;
    const std::string form(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return fits(message, form);
}

std::string digest_of(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), bytes_of(bytes), bytes.size());
    return digest;
}

std::string base64url(std::string_view bytes) {
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), form), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), form);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace frist::access
