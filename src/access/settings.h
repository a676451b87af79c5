// What a person has set for themselves: columns, density, notifications. JSON by name; what
// it says is the screen's affair.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::size_t longest_setting = std::size_t{16} * 1024;  // bytes
inline constexpr std::size_t most_settings = 200;          // of one person

// By name. Error access.denied for a key.
Result<std::vector<Setting>> my_settings(const Porter& porter, const Who& who);
// An empty value takes it away. Errors setting.name (a to z, digits, point, hyphen, underscore, 64 at most),
// setting.value (no JSON, or too long), setting.many, access.denied for a key.
Outcome put_my_setting(const Porter& porter, const Who& who, const Setting& setting);

}  // namespace frist::access
