#include "http/paper.h"

#include "base/pch.h"

namespace frist::http {

Response pdf_response(std::string bytes, const std::string& name) {
    Response response{200, {}, std::move(bytes)};
    response.with("Content-Type", "application/pdf").with("Content-Disposition", "inline; filename=\"" + name + "\"");
    // The viewer of the browser draws with styles of its own.
    response.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf; frame-ancestors 'self'");
    return response;
}

}  // namespace frist::http
