// Errors on the wire: problem details (RFC 9457), their status from one table of codes.
#pragma once
#include "base/result.h"
#include "http/message.h"

#include <boost/json.hpp>

#include <vector>

namespace frist::http {

// The status of an error: what one may not see is not there (404), what has changed meanwhile (409, 412), what was
// written wrongly (400), what the law or the case refuses (422), what is our own trouble (500, 503).
int status_of(std::string_view code);

// The words of a status: "Not Found".
std::string_view title_of(int status);

Response problem(const Error& error);
// Several things are wrong; the first one leads.
Response problem(const std::vector<Error>& errors);

// {"code", "field", "detail", "remedy"}
boost::json::object reason_json(const Error& error);

// An answer with a JSON body.
Response json_response(const boost::json::value& value, int status = 200);

}  // namespace frist::http
