// Text for a database that keeps UTF-8 only. SQLite keeps whatever bytes came; so that both give back the same, bytes that are
// no UTF-8, or hold a zero, are kept in base64 behind a mark that no text begins with.
#pragma once
#include <string>
#include <string_view>

namespace frist::store {

bool is_utf8_without_zero(std::string_view text);
// Whether what the database holds is marked.
bool is_wrapped(std::string_view kept);
std::string wrapped(std::string_view bytes);
std::string unwrapped(std::string_view kept);

}  // namespace frist::store
