// Answers made smaller on the way.
#pragma once
#include "http/message.h"

namespace frist::http {

// Whether the header Accept-Encoding names gzip and does not turn it away.
bool accepts_gzip(std::string_view accept_encoding);

// Packs a body of text that is worth it and not packed yet. What sets a cookie
// carries a secret and stays as it is.
void compress(Response& response);

}  // namespace frist::http
