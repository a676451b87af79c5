// The web application that travels in the program.
#pragma once
#include "http/web_files.h"

namespace frist::program {

// Its packed files; none when the build had no web application (web/dist/web.bin).
std::span<const http::WebFile> embedded_web();

}  // namespace frist::program
