// What a call that begins or ends a session answers with.
#pragma once
#include "http/router.h"

namespace frist::http {

// What the browser calls itself.
std::string_view device_of(const Call& call);

// `seconds` 0 takes it away.
std::string session_cookie_line(const Call& call, std::string_view token, std::int64_t seconds);

// The browser keeps the token and shows it to no script.
Response with_session(Response response, const Call& call, const access::NewSession& session);

// Who has come in, and the cookie.
Result<Response> entered(const Call& call, const access::NewSession& session);

// These calls come before there is a session, so the header is asked for here. Error access.forgery.
Outcome from_our_page(const Call& call);

}  // namespace frist::http
