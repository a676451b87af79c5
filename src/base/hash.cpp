#include "base/hash.h"

#include "base/pch.h"
#include "base/result.h"

#include <sodium.h>

namespace frist {

std::string sha256(std::string_view bytes) {
    static const bool ready = sodium_init() >= 0;
    FRIST_CHECK(ready);
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string hex(2 * sizeof digest + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
    hex.pop_back();
    return hex;
}

}  // namespace frist
