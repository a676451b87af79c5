// A PDF on the wire.
#pragma once
#include "http/message.h"

namespace frist::http {

// Shown in the browser, under this name when it is saved.
Response pdf_response(std::string bytes, const std::string& name);

}  // namespace frist::http
