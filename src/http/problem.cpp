#include "http/problem.h"

#include "base/pch.h"

namespace frist::http {
namespace {

namespace json = boost::json;

struct Row {
    std::string_view code;   // whole, or a beginning that ends with a point
    int status;
};

// The first row that fits counts; a code without a row is a refusal by the law or the case: 422.
constexpr Row table[] = {
    {"http.method", 405},   {"http.not_found", 404}, {"http.too_large", 413},  {"http.header", 431},     {"http.precondition", 412},
    {"http.web_missing", 404}, {"http.", 400},        {"json.", 400},
    {"access.session", 401}, {"access.login", 401},  {"access.key", 401},      {"access.ticket", 401},   {"access.code", 401},
    {"access.wait", 429},   {"access.denied", 403},  {"access.forgery", 403},  {"access.link", 404},     {"access.last_owner", 409},
    {"person.unknown", 404}, {"person.known", 409},  {"factor.known", 409},    {"factor.none", 409},     {"key.unknown", 404},
    {"session.unknown", 404}, {"link.unknown", 404}, {"mandate.unknown", 404}, {"mandate.seen", 409},
    {"creditor.unknown", 404}, {"case.unknown", 404}, {"debtor.unknown", 404}, {"suspense.unknown", 404}, {"letter.none", 404},
    {"preview.none", 404},    {"enclosure.none", 404}, {"text.kind", 404},   {"text.language", 404},
    {"forget.open", 409},     {"forget.kept", 409},    {"course.changed", 409}, {"practice.known", 409}, {"course.in_use", 409}, {"course.none", 404}, {"course.built_in", 409},
    {"view.unknown", 404},  {"note.unknown", 404},   {"note.other", 403},    {"bulk.changed", 409},
    {"job.unknown", 404},   {"job.no_answer", 404},  {"job.ended", 409},     {"job.cancelled", 409},   {"automation.not_ready", 409},
    {"store.conflict", 409}, {"creditor.known", 409}, {"idempotency.", 409},   {"store.busy", 503},      {"store.", 500},
    {"access.provider", 403}, {"access.factor", 403}, {"passkey.refused", 401}, {"passkey.challenge", 401}, {"passkey.unknown", 404}, {"passkey.known", 409}, {"passkey.many", 409},
    {"passkey.address", 409}, {"terms.unknown", 404}, {"oidc.unreachable", 503}, {"oidc.answer", 503},
    {"register.unreachable", 503}, {"register.answer", 503}, {"register.busy", 503}, {"register.off", 409}, {"integration.none", 404},
    {"export.unknown", 404}, {"export.file", 404}, {"export.name", 422}, {"export.many", 422}, {"export.", 400},
    {"report.unknown", 404}, {"report.", 400}, {"date.", 400},         {"money.", 400},
};

}  // namespace

int status_of(std::string_view code) {
    for (const Row& row : table)
        if (row.code.ends_with('.') ? code.starts_with(row.code) : code == row.code) return row.status;
    return 422;
}

std::string_view title_of(int status) {
    switch (status) {
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 503: return "Service Unavailable";
        default: return "Internal Server Error";
    }
}

json::object reason_json(const Error& error) { return {{"code", error.code}, {"field", error.field}, {"detail", error.message}, {"remedy", error.remedy}}; }

Response problem(const Error& error) { return problem(std::vector<Error>{error}); }

Response problem(const std::vector<Error>& errors) {
    FRIST_CHECK(!errors.empty());
    const Error& first = errors.front();
    const int status = status_of(first.code);
    json::object body{{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}};
    for (auto& [name, value] : reason_json(first)) body[name] = value;
    if (errors.size() > 1) {
        json::array all;
        for (const Error& error : errors) all.push_back(reason_json(error));
        body["errors"] = std::move(all);
    }
    Response response{status, {}, json::serialize(body)};
    response.with("Content-Type", "application/problem+json");
    if (status == 401) response.with("WWW-Authenticate", "Bearer");
    return response;
}

Response json_response(const json::value& value, int status) {
    Response response{status, {}, json::serialize(value)};
    response.with("Content-Type", "application/json");
    return response;
}

}  // namespace frist::http
