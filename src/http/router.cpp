#include "http/router.h"

#include "base/hash.h"
#include "base/pch.h"
#include "http/problem.h"

#include <charconv>

namespace frist::http {
namespace {

constexpr int noon = 12 * 60;
constexpr std::size_t small = std::size_t{256} * 1024;
constexpr std::size_t large = std::size_t{64} * 1024 * 1024;

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);   // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

struct Parted {
    const Route* route;
    std::vector<std::string_view> parts;
};

// A word in braces fits whatever stands there; plain words come first, so that "/cases/sums" is no number.
const std::vector<Parted>& parted() {
    static const std::vector<Parted> table = [] {
        std::vector<Parted> all;
        for (const Route& route : routes()) all.push_back({&route, segments(route.pattern)});
        std::stable_sort(all.begin(), all.end(), [](const Parted& a, const Parted& b) {
            return std::count(a.route->pattern.begin(), a.route->pattern.end(), '{') < std::count(b.route->pattern.begin(), b.route->pattern.end(), '{');
        });
        return all;
    }();
    return table;
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& words) {
    if (pattern.size() != words.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].empty() || (pattern[i].front() != '{' && pattern[i] != words[i])) return false;
    return true;
}

Error no_such_place() { return {"http.not_found", "path", "there is nothing here", "See api/openapi.yaml for what can be asked."}; }

bool changes(std::string_view method) { return method != "GET"; }

// A browser sends its cookie along whoever made it ask; a header of ours only our own page sends.
Outcome no_forgery(const Request& request) {
    if (!changes(request.method) || request.header("Frist-Request") == "1") return done;
    return Error{"access.forgery", "Frist-Request", "a call with a session that changes something carries this header", "Send Frist-Request: 1."};
}

Result<access::Who> who_asks(const Call& call) {
    const std::string_view authorization = call.request.header("Authorization");
    if (authorization.starts_with("Bearer ")) return access::who_of_key(call.porter, authorization.substr(7), call.now);
    FRIST_TRY(access::Who who, access::who_of_session(call.porter, call.request.cookie(session_cookie(call.world)), call.now));
    FRIST_TRY_DONE(no_forgery(call.request));
    return who;
}

Outcome enter(Call& call, const Route& route) {
    if (route.gate == Gate::open) return done;
    FRIST_TRY(call.who, who_asks(call));
    if (route.gate == Gate::person && call.who.key != 0)
        return Error{"access.denied", "Authorization", "a key has no account of its own", "Log in as a person."};
    if (route.gate != Gate::person && call.world.factor_required && call.who.key == 0 && !call.who.second_factor)
        return Error{"access.factor", "session", "this installation wants a second factor of everybody", "Set one up under My account: the codes of an app, or a passkey."};
    return route.gate == Gate::right ? enter_creditor(call, route) : Outcome(done);
}

Outcome fit_body(const Call& call, const Route& route) {
    if (route.brings != Brings::json) return done;
    const std::string_view type = call.request.header("Content-Type");
    if (type.starts_with("application/json")) return done;
    return Error{"http.content_type", "Content-Type", "what is brought must be JSON", "Send Content-Type: application/json."};
}

access::AnswerRow row_of(const Call& call, const std::string& words, const Response& response) {
    access::AnswerRow row;
    row.who = call.who.key != 0 ? fmt::format("key {}", call.who.key) : fmt::format("person {}", call.who.person);
    row.key = call.request.header("Idempotency-Key");
    row.words = words;
    row.given = call.now;
    row.status = response.status;
    row.headers = header_lines(response);
    row.body = response.body;
    return row;
}

// Now, or as a job when who asks would rather not wait.
Result<Response> perform(Call& call, const Route& route) {
    const bool later = route.lasts != Lasts::moment && call.request.header("Prefer").find("respond-async") != std::string_view::npos;
    return later ? queue_job(call, route) : route.handle(call);
}

// With an Idempotency-Key: what is done and the answer to it are kept together, and the same question again gets that
// answer. What failed has changed nothing and is tried again.
Result<Response> once(Call& call, const Route& route) {
    const std::string_view key = call.request.header("Idempotency-Key");
    if (key.empty() || route.gate == Gate::open || route.keeps == Keeps::nothing || route.method == "GET") return perform(call, route);
    if (key.size() < 8 || key.size() > 100) return Error{"http.idempotency_key", "Idempotency-Key", "is shorter than 8 or longer than 100 characters", "Use a random one for each thing that shall be done."};
    const std::string words = sha256(fmt::format("{} {}?{}\n{}", call.request.method, call.request.path, call.request.query, call.request.body));
    std::optional<Result<Response>> response;
    const Outcome kept = call.rooms.answers->change([&]() -> Outcome {
        const access::AnswerRow asked = row_of(call, words, {});
        FRIST_TRY(const auto known, call.rooms.answers->answer(asked.who, asked.key));
        if (known && known->words != words)
            return Error{"idempotency.other", "Idempotency-Key", "this key was sent with another question before", "Use a new key for a new question."};
        if (known && route.keeps == Keeps::that_it_was)
            return Error{"idempotency.told", "Idempotency-Key", "this was done, and what it made was told then and is kept nowhere", "Look at the list; take back what was made, and make a new one."};
        if (known) {
            response = response_of(known->status, known->headers, known->body);
            return done;
        }
        response = perform(call, route);
        if (!response->ok()) return response->error();
        if ((*response)->file) return done;
        return call.rooms.answers->put_answer(row_of(call, words, route.keeps == Keeps::answer ? **response : Response{(*response)->status, {}, {}}));
    });
    if (!kept.ok()) return kept.error();
    return std::move(*response);
}

Result<Response> go_through(Call& call, const Route& route) {
    auto query = query_fields(call.request.query);
    if (!query) return Error{"http.query", "query", "a percent sign is not followed by two hexadecimal digits", "Encode the query as the address of a page is."};
    call.query = std::move(*query);
    FRIST_TRY_DONE(enter(call, route));
    FRIST_TRY_DONE(fit_body(call, route));
    return once(call, route);
}

void add_common(Response& response, const World& world) {
    response.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff").with("Frist-Version", world.version);
    if (response.header("Referrer-Policy").empty()) response.with("Referrer-Policy", "no-referrer");
    if (response.header("Content-Security-Policy").empty()) response.with("Content-Security-Policy", "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
}

}  // namespace

// The creditor of the path, when it is one that who asks may see; else the same answer as for one there is not.
Outcome enter_creditor(Call& call, const Route& route) {
    const auto number = call.path.find("creditor");
    if (number == call.path.end()) return access::may(call.who, route.right, std::nullopt);
    FRIST_TRY(const auto row, call.rooms.office->creditor_of_number(number->second));
    if (!row) return access::creditor_unknown();
    FRIST_TRY_DONE(access::may(call.who, route.right, row->id));
    call.creditor = row->id;
    if (route.spans == Spans::creditor) call.rooms.wall(row->id);
    FRIST_TRY(call.record, office::creditor_record(row->record));
    if (call.record.practice_today) call.wall = Moment{*call.record.practice_today, noon};   // its own clock
    return done;
}

std::string header_lines(const Response& response) {
    std::string lines;
    for (const auto& [name, value] : response.headers) lines += fmt::format("{}: {}\n", name, value);
    return lines;
}

Response response_of(int status, std::string_view lines, std::string body) {
    Response response{status, {}, std::move(body)};
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        const std::size_t colon = line.find(": ");
        response.with(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
        lines.remove_prefix(end + 1);
    }
    return response;
}

std::string_view Call::asked(std::string_view name) const {
    for (const auto& [known, value] : query)
        if (known == name) return value;
    return {};
}

Result<office::Id> Call::number(std::string_view name) const {
    const std::string& word = at(name);
    office::Id id = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), id);
    if (wrong != std::errc{} || end != word.data() + word.size() || id < 1) return no_such_place();
    return id;
}

const std::vector<Route>& routes() {
    static const std::vector<Route> table = [] {
        std::vector<Route> all;
        add_server_routes(all);
        add_session_routes(all);
        add_me_routes(all);
        add_notification_routes(all);
        add_provider_routes(all);
        add_passkey_routes(all);
        add_terms_routes(all);
        add_people_routes(all);
        add_key_routes(all);
        add_creditor_routes(all);
        add_today_routes(all);
        add_decision_routes(all);
        add_case_routes(all);
        add_act_routes(all);
        add_new_case_routes(all);
        add_ledger_routes(all);
        add_import_routes(all);
        add_debtor_routes(all);
        add_debtor_check_routes(all);
        add_payment_routes(all);
        add_letter_routes(all);
        add_course_routes(all);
        add_dry_run_routes(all);
        add_paper_routes(all);
        add_text_routes(all);
        add_view_routes(all);
        add_note_routes(all);
        add_bulk_routes(all);
        add_job_routes(all);
        add_automation_routes(all);
        add_practice_routes(all);
        add_mandate_routes(all);
        add_sheet_routes(all);
        add_refund_routes(all);
        add_table_routes(all);
        add_settings_routes(all);
        add_report_routes(all);
        add_export_routes(all);
        return all;
    }();
    return table;
}

Result<Found> route_of(std::string_view method, std::string_view path) {
    if (path.empty() || path.front() != '/') return no_such_place();
    const std::vector<std::string_view> words = segments(path);
    bool other_method = false;
    for (const Parted& one : parted()) {
        if (!fits(one.parts, words)) continue;
        if (one.route->method != method) {
            other_method = true;
            continue;
        }
        Found found{one.route, {}};
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (one.parts[i].front() != '{') continue;
            auto word = percent_decoded(words[i]);
            if (!word) return no_such_place();
            found.path.emplace(one.parts[i].substr(1, one.parts[i].size() - 2), std::move(*word));
        }
        return found;
    }
    if (other_method) return Error{"http.method", "method", "this cannot be done here", "See api/openapi.yaml for what can be asked."};
    return no_such_place();
}

std::size_t most_bytes(std::string_view method, std::string_view path) {
    if (!path.starts_with("/api")) return 0;
    const Result<Found> found = route_of(method, path.substr(4));
    if (!found.ok() || found->route->brings == Brings::nothing) return small;   // the answer says what is wrong
    return found->route->brings == Brings::file ? large : small;
}

Answered answer_api(const World& world, Rooms& rooms, const Request& request) {
    Answered answered;
    const Result<Found> found = route_of(request.method, std::string_view(request.path).substr(4));
    if (!found.ok()) {
        answered.response = problem(found.error());
    } else {
        answered.route = found->route->pattern;
        Call call{world, request, rooms, {*rooms.access, *world.hasher, world.random, world.seal}, world.wall(), world.now(), found->path, {}, {}, 0, {}, nullptr};
        Result<Response> response = go_through(call, *found->route);
        if (call.who.person != 0) answered.who = call.who.key != 0 ? fmt::format("key {}", call.who.key) : fmt::format("person {}", call.who.person);
        if (response.ok()) {
            answered.response = std::move(*response);
        } else {
            answered.code = response.error().code;
            answered.response = problem(response.error());
            if (const auto wait = access::wait_seconds(response.error())) answered.response.with("Retry-After", std::to_string(wait->count));
        }
    }
    add_common(answered.response, world);
    return answered;
}

}  // namespace frist::http
