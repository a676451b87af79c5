#include "base/pch.h"
#include "http/problem.h"
#include "http/router.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<Response> health(Call& call) { return json_response(json::object{{"status", "ok"}, {"version", call.world.version}}); }

Result<Response> ready(Call& call) {
    FRIST_TRY([[maybe_unused]] const auto creditors, call.rooms.office->creditors());
    return health(call);
}

// Numbers of the process, for a collector on this machine; through a proxy nobody asks for them.
Result<Response> metrics(Call& call) {
    const bool from_here = call.request.from == "127.0.0.1" || call.request.from == "::1";
    if (!from_here || !call.request.header("X-Forwarded-For").empty() || !call.request.header("Forwarded").empty())
        return Error{"http.not_found", "path", "there is nothing here", "Ask from the machine itself."};
    Response response{200, {}, call.world.metrics()};
    response.with("Content-Type", "text/plain; version=0.0.4");
    return response;
}

}  // namespace

void add_server_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/health", Gate::open, {}, Brings::nothing, health});
    table.push_back({"GET", "/ready", Gate::open, {}, Brings::nothing, ready});
    table.push_back({"GET", "/metrics", Gate::open, {}, Brings::nothing, metrics});
}

}  // namespace frist::http
