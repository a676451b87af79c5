// What is made by chance and told once, and how it is kept: as its SHA-256, or sealed when it must be read again.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::string_view base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
// Without what is mistaken for something else on paper.
inline constexpr std::string_view readable = "abcdefghjkmnpqrstuvwxyz23456789";

std::string chance_bytes(const Random& random, std::size_t count);
// So many letters of the alphabet, each as likely as the others.
std::string chance_text(const Random& random, std::string_view alphabet, std::size_t count);
// 256 bits as 43 characters that may stand in an address.
std::string new_token(const Random& random);

// Seals bytes for one person, so that they open nothing in another person's row. In hexadecimal.
std::string seal(const SealKey& key, Id person, std::string_view bytes, const Random& random);
// Error factor.sealed: sealed with another key, for another person, or damaged.
Result<std::string> unseal(const SealKey& key, Id person, std::string_view sealed);

// A mark that only the key makes of these words: 128 bits in hexadecimal.
std::string keyed_mark(const SealKey& key, std::string_view words);

bool same(std::string_view one, std::string_view other);  // in a time that tells nothing of where they differ

}  // namespace frist::access
