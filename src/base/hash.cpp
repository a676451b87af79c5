#include "base/hash.h"

#include "base/hash_of_pieces.h"
#include "base/pch.h"
#include "base/result.h"

#include <sodium.h>

namespace frist {
namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string hex_of(const Digest& digest) {
    std::string hex(2 * digest.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

void need_sodium() {
    static const bool ready = sodium_init() >= 0;
    FRIST_CHECK(ready);
}

crypto_hash_sha256_state* state_in(std::array<unsigned char, 128>& bytes) { return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data()); }

}  // namespace

std::string sha256(std::string_view bytes) {
    need_sodium();
    Digest digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hex_of(digest);
}

Sha256::Sha256() {
    static_assert(sizeof(crypto_hash_sha256_state) <= sizeof state_);
    need_sodium();
    crypto_hash_sha256_init(state_in(state_));
}

void Sha256::add(std::string_view bytes) { crypto_hash_sha256_update(state_in(state_), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()); }

std::string Sha256::text() {
    Digest digest;
    crypto_hash_sha256_final(state_in(state_), digest.data());
    return hex_of(digest);
}

}  // namespace frist
