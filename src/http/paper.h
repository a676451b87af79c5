// A PDF on the wire.
#pragma once
#include "http/message.h"

namespace frist::http {

// A paper as it is printed, or its words.
enum class As { words, pdf };
constexpr auto names_of(As) { return std::to_array<std::string_view>({"words", "pdf"}); }

// Shown in the browser, under this name when it is saved.
Response pdf_response(std::string bytes, const std::string& name);

}  // namespace frist::http
