// SHA-256, as lower-case hexadecimal text.
#pragma once
#include <string>
#include <string_view>

namespace frist {

std::string sha256(std::string_view bytes);   // 64 characters

}  // namespace frist
