// Passwords as OWASP ASVS 5 wants them: length counts and nothing else, what is commonly chosen is refused, and what is
// kept costs an attacker 19 MiB of memory and two passes for each guess (Argon2id).
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::size_t shortest_password = 12;  // characters, not bytes
inline constexpr std::size_t longest_password = 256;
inline constexpr std::size_t argon_memory = std::size_t{19} * 1024 * 1024;  // bytes
inline constexpr unsigned long long argon_passes = 2;

// Whether a person may choose it. `email` and `name` are theirs: a password made of them is refused. Errors
// password.text (no UTF-8), password.short, password.long, password.common.
Outcome check_password(std::string_view password, std::string_view email, std::string_view name);

// Argon2id by libsodium, as text of the usual form ($argon2id$v=19$m=…).
std::unique_ptr<Hasher> argon2id();

}  // namespace frist::access
