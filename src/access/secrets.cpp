#include "access/secrets.h"

#include "base/pch.h"

#include <sodium.h>

namespace frist::access {
namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string owner_of(Id person) {
    return fmt::format("person {}", person);
}

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t mark_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == std::tuple_size_v<SealKey>);

}  // namespace

std::string chance_bytes(const Random& random, std::size_t count) {
    std::string bytes(count, '\0');
    random({bytes_of(bytes), count});
    return bytes;
}

std::string chance_text(const Random& random, std::string_view alphabet, std::size_t count) {
    // Bytes above the last whole round of the alphabet would make its first letters likelier.
    const std::size_t usable = 256 / alphabet.size() * alphabet.size();
    std::string made;
    while (made.size() < count)
        for (const char byte : chance_bytes(random, count))
            if (const auto value = static_cast<unsigned char>(byte); value < usable && made.size() < count)
                made += alphabet[value % alphabet.size()];
    return made;
}

std::string new_token(const Random& random) {
    const std::string bytes = chance_bytes(random, 32);
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), form), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), form);
    text.pop_back();
    return text;
}

std::string seal(const SealKey& key, Id person, std::string_view bytes, const Random& random) {
    const std::string nonce = chance_bytes(random, nonce_size);
    const std::string owner = owner_of(person);
    std::string sealed(bytes.size() + mark_size, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed), nullptr, bytes_of(bytes), bytes.size(),
                                               bytes_of(std::string_view(owner)), owner.size(), nullptr,
                                               bytes_of(std::string_view(nonce)), key.data());
    const std::string all = nonce + sealed;
    std::string hex(2 * all.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes_of(std::string_view(all)), all.size());
    hex.pop_back();
    return hex;
}

Result<std::string> unseal(const SealKey& key, Id person, std::string_view sealed) {
    const Error wrong{"factor.sealed", owner_of(person),
                      "the second factor cannot be read: the seal key is another one, or the row was changed",
                      "Start the program with the seal key it was first started with."};
    std::string all(sealed.size() / 2, '\0');
    std::size_t size = 0;
    if (sodium_hex2bin(bytes_of(all), all.size(), sealed.data(), sealed.size(), nullptr, &size, nullptr) != 0)
        return wrong;
    if (size != all.size() || size < nonce_size + mark_size) return wrong;
    const std::string owner = owner_of(person);
    const std::string_view rest = std::string_view(all).substr(nonce_size);
    std::string bytes(rest.size() - mark_size, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes_of(bytes), nullptr, nullptr, bytes_of(rest), rest.size(), bytes_of(std::string_view(owner)), owner.size(),
        bytes_of(std::string_view(all)), key.data());
    if (opened != 0) return wrong;
    return bytes;
}

std::string keyed_mark(const SealKey& key, std::string_view words) {
    std::array<unsigned char, 16> mark{};
    crypto_generichash(mark.data(), mark.size(), bytes_of(words), words.size(), key.data(), key.size());
    std::string hex(2 * mark.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), mark.data(), mark.size());
    hex.pop_back();
    return hex;
}

bool same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace frist::access
