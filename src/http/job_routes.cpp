// Long work as a job: a call that is kept with what it brings, made by one thread after the other, and told of to whoever
// listens. Work that is all or nothing ends in the transaction that does it, so that a stop at any moment leaves it undone
// and it is made anew; work in parts keeps each part with its place in the plan, and goes on there (docs/adr/0020-jobs.md).
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using access::JobRow;
using access::JobState;

// What a job may need of the headers it was asked with.
constexpr std::string_view kept_headers[] = {"Content-Type", "Frist-File-Name", "If-Match"};

JobBoard::Seen seen_of(const JobRow& row) { return {std::string(name_of(row.state)), row.count, row.total, row.ended.has_value(), false}; }

json::object progress_json(std::int64_t job, const JobBoard::Seen& seen) {
    return {{"job", job}, {"state", seen.state}, {"count", seen.count}, {"total", seen.total == 0 ? json::value(nullptr) : json::value(seen.total)}};
}

bool is_own(const Call& call, const JobRow& row) { return row.person == call.who.person; }

bool sees(const Call& call, const JobRow& row) {
    return row.creditor == call.creditor && (is_own(call, row) || access::may(call.who, access::Right::manage_creditor, call.creditor).ok());
}

// One's own, or any with manage_creditor. Error job.unknown.
Result<JobRow> job_in_path(const Call& call) {
    FRIST_TRY(const office::Id id, call.number("job"));
    FRIST_TRY(const auto row, call.rooms.jobs->job(id));
    if (row && sees(call, *row)) return *row;
    return Error{"job.unknown", fmt::format("job {}", id), "there is no such job", "Look at the list of jobs."};
}

Result<json::object> job_json(const Call& call, const JobRow& row) {
    const auto seen = call.world.board->at(row.id);
    const bool newer = seen && !row.ended && !seen->state.empty();
    json::object body = progress_json(row.id, newer ? *seen : seen_of(row));
    FRIST_TRY(const auto person, call.rooms.access->person(row.person));
    body["what"] = row.what;
    body["by"] = person ? person->name : "";
    body["mine"] = is_own(call, row);
    body["made"] = access::text(row.made);
    body["ended"] = row.ended ? json::value(access::text(*row.ended)) : json::value(nullptr);
    body["status"] = nullptr;
    body["answer"] = nullptr;
    if (!row.ended) return body;
    FRIST_TRY(const access::JobAnswer answer, call.rooms.jobs->job_answer(row.id));
    if (answer.status == 0) return body;
    body["status"] = answer.status;
    const Response response = response_of(answer.status, answer.headers, "");
    const bool file = !response.header("Content-Disposition").empty();
    if (!file && response.header("Content-Type").find("json") != std::string_view::npos) {
        FRIST_TRY(body["answer"], parse_json(answer.body));
    }
    return body;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto jobs, call.rooms.jobs->jobs(call.creditor, 50));
    json::array rows;
    for (const JobRow& row : jobs) {
        if (!sees(call, row)) continue;
        FRIST_TRY(json::object one, job_json(call, row));
        one.erase("answer");
        rows.push_back(std::move(one));
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> show(Call& call) {
    FRIST_TRY(const JobRow row, job_in_path(call));
    FRIST_TRY(const json::object body, job_json(call, row));
    return json_response(body);
}

Result<Response> answer_bytes(Call& call) {
    FRIST_TRY(const JobRow row, job_in_path(call));
    FRIST_TRY(access::JobAnswer answer, call.rooms.jobs->job_answer(row.id));
    if (answer.status < 200 || answer.status > 299 || answer.body.empty())
        return Error{"job.no_answer", fmt::format("job {}", row.id), "has brought no file", "See what became of it."};
    FRIST_TRY(std::optional<std::string> piece, call.rooms.jobs->job_piece(row, 1));
    if (!piece) return response_of(200, answer.headers, std::move(answer.body));
    FRIST_TRY(office::PassingFile file, call.world.passing_file());
    FRIST_TRY_DONE(file.append(answer.body));
    for (std::int64_t next = 2; piece; ++next) {
        FRIST_TRY_DONE(file.append(*piece));
        FRIST_TRY(piece, call.rooms.jobs->job_piece(row, next));
    }
    Response response = response_of(200, answer.headers, "");
    response.file = std::make_shared<const office::PassingFile>(std::move(file));
    return response;
}

// Every change as it comes, until the job has ended. A job that nobody speaks of waits, or is another process's.
Result<Response> events(Call& call) {
    FRIST_TRY(const JobRow row, job_in_path(call));
    const auto known = call.world.board->at(row.id);
    if (row.ended || !known || known->state.empty()) call.world.board->put(row.id, seen_of(row));
    Response response{200, {}, {}};
    response.with("Content-Type", "text/event-stream").with("X-Accel-Buffering", "no");
    response.follow = [board = call.world.board, id = row.id, told = std::optional<JobBoard::Seen>()]() mutable -> Piece {
        const auto seen = board->at(id);
        if (!seen) return {"", true};
        if (told && *told == *seen) return {};
        told = seen;
        return {fmt::format("event: {}\ndata: {}\n\n", seen->ended ? "end" : "progress", json::serialize(progress_json(id, *seen))), seen->ended};
    };
    return response;
}

// One that waits ends at once; one that runs is asked to stop.
Result<Response> cancel(Call& call) {
    FRIST_TRY(JobRow row, job_in_path(call));
    if (row.ended) return Error{"job.ended", fmt::format("job {}", row.id), "has ended already", "Look at what it did."};
    call.world.board->cancel(row.id);
    if (row.state == JobState::waiting) {
        row.state = JobState::cancelled;
        row.ended = call.now;
        bool ended = false;
        FRIST_TRY_DONE(call.rooms.jobs->change([&]() -> Outcome {
            FRIST_TRY(const auto now, call.rooms.jobs->job(row.id));
            if (!now || now->state != JobState::waiting) return done;
            FRIST_TRY(ended, call.rooms.jobs->end_job(row, {}));
            return done;
        }));
        if (ended) call.world.board->put(row.id, seen_of(row));
    }
    return Response{202, {}, {}};
}

Result<Request> asked(access::Jobs& jobs, office::Id job) {
    FRIST_TRY(access::JobCall kept, jobs.job_call(job));
    FRIST_TRY(const json::value value, parse_json(kept.words));
    const json::object& words = value.as_object();
    Request request;
    request.method = words.at("method").as_string().c_str();
    request.path = words.at("path").as_string().c_str();
    request.query = words.at("query").as_string().c_str();
    for (const auto& [name, header] : words.at("headers").as_object()) request.headers.emplace_back(std::string(name), std::string(header.as_string()));
    request.body = std::move(kept.body);
    return request;
}

class Place final : public JobPlace {
public:
    Place(JobBoard& board, access::Jobs& jobs, JobRow& row) : board_(board), jobs_(jobs), row_(row) { tell(); }

    bool go_on(std::int64_t count, std::int64_t total) override {
        row_.count = count;
        row_.total = total;
        tell();
        return !board_.cancelled(row_.id) && !board_.closed();
    }
    [[nodiscard]] const std::string& plan() const override { return row_.plan; }
    Outcome keep_plan(std::string plan, std::int64_t count, std::int64_t total) override {
        row_.plan = std::move(plan);
        row_.count = count;
        row_.total = total;
        return jobs_.set_job(row_);
    }

private:
    void tell() { board_.put(row_.id, seen_of(row_)); }

    JobBoard& board_;
    access::Jobs& jobs_;
    JobRow& row_;
};

// The kept call, through the same door as any other: who asked must still be one who may.
class Doing {
public:
    Doing(const World& world, Rooms& rooms, JobRow row) : world_(world), rooms_(rooms), row_(std::move(row)) {}

    Outcome run() {
        row_.state = JobState::running;
        FRIST_TRY_DONE(rooms_.jobs->change([&] { return rooms_.jobs->set_job(row_); }));
        FRIST_TRY(const Request request, asked(*rooms_.jobs, row_.id));
        const Result<Found> found = route_of(request.method, std::string_view(request.path).substr(4));
        if (!found.ok()) return end(found.error());
        Place place(*world_.board, *rooms_.jobs, row_);
        Call call{world_, request, rooms_, {*rooms_.access, *world_.hasher, world_.random, world_.seal}, world_.wall(), world_.now(), found->path, {}, {}, 0, {}, &place};
        call.query = query_fields(request.query).value_or(std::vector<Header>{});
        const Outcome entered = enter(call, *found->route);
        if (!entered.ok()) return end(entered.error());
        return found->route->lasts == Lasts::whole ? whole(call, *found->route) : parts(call, *found->route);
    }

private:
    Outcome enter(Call& call, const Route& route) {
        FRIST_TRY(call.who, access::who_again(call.porter, row_, call.now));
        return enter_creditor(call, route);
    }

    // What it did and that it has ended are one transaction; whoever asked it to stop in time has undone it.
    Outcome whole(Call& call, const Route& route) {
        std::optional<Error> refused;
        const Outcome kept = rooms_.jobs->change([&]() -> Outcome {
            const Result<Response> response = route.handle(call);
            if (response.ok() && !world_.board->cancelled(row_.id)) return done_with(*response, JobState::done);
            refused = response.ok() ? stopped() : response.error();
            return *refused;
        });
        if (kept.ok()) return told();
        return refused ? end(*refused) : kept;
    }

    Outcome parts(Call& call, const Route& route) {
        const Result<Response> response = route.handle(call);
        if (!response.ok()) return end(response.error());
        const JobState state = world_.board->cancelled(row_.id) ? JobState::cancelled : JobState::done;
        FRIST_TRY_DONE(rooms_.jobs->change([&] { return done_with(*response, state); }));
        return told();
    }

    [[nodiscard]] Error stopped() const { return {"job.cancelled", fmt::format("job {}", row_.id), "somebody asked for it to stop; nothing of it was kept", "Ask for it anew."}; }

    // A store that could not be asked now, and a server that ends, leave the job open: it is made again.
    Outcome end(const Error& error) {
        if (error.code == "store.busy" || (error.code == "job.cancelled" && !world_.board->cancelled(row_.id))) return error;
        const JobState state = error.code == "job.cancelled" ? JobState::cancelled : JobState::failed;
        FRIST_TRY_DONE(rooms_.jobs->change([&] { return done_with(problem(error), state); }));
        return told();
    }

    Outcome done_with(const Response& response, JobState state) {
        JobRow ended = row_;
        ended.state = state;
        ended.ended = world_.now();
        if (state == JobState::done && ended.total != 0) ended.count = ended.total;
        access::JobAnswer answer{response.status, header_lines(response), response.body};
        std::int64_t piece = 0;
        if (response.file) FRIST_TRY_DONE(response.file->each(office::piece_bytes, [&](std::string_view bytes) -> Outcome {
            if (piece++ != 0) return rooms_.jobs->add_job_piece(row_, piece - 1, bytes);
            answer.body = bytes;
            return done;
        }));
        FRIST_TRY([[maybe_unused]] const bool first, rooms_.jobs->end_job(ended, answer));
        ended_ = ended;
        return done;
    }

    Outcome told() {
        world_.board->put(row_.id, seen_of(ended_));
        return done;
    }

    const World& world_;
    Rooms& rooms_;
    JobRow row_;
    JobRow ended_;
};

}  // namespace

Result<Response> queue_job(Call& call, const Route& route) {
    json::object headers;
    for (const std::string_view name : kept_headers)
        if (const std::string_view value = call.request.header(name); !value.empty()) headers[name] = value;
    const json::object words{{"method", call.request.method}, {"path", call.request.path}, {"query", call.request.query}, {"headers", std::move(headers)}};
    JobRow row;
    row.creditor = call.creditor;
    row.person = call.who.person;
    row.key = call.who.key;
    row.what = route.pattern.substr(route.pattern.find('}') + 2);   // without /creditors/{creditor}/
    row.made = call.now;
    FRIST_TRY_DONE(call.rooms.jobs->change([&]() -> Outcome {
        FRIST_TRY(row.id, call.rooms.jobs->add_job(row, {json::serialize(words), call.request.body}));
        return done;
    }));
    call.world.board->put(row.id, seen_of(row));
    call.world.board->wake();
    FRIST_TRY(const json::object body, job_json(call, row));
    Response response = json_response(body, 202);
    response.with("Location", fmt::format("/api/creditors/{}/jobs/{}", call.record.org_number, row.id)).with("Preference-Applied", "respond-async");
    return response;
}

Result<bool> do_one_job(const World& world, Rooms& rooms) {
    FRIST_TRY(const auto row, rooms.jobs->open_job());
    if (!row) return false;
    FRIST_TRY_DONE(Doing(world, rooms, *row).run());
    return true;
}

void add_job_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/jobs", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/jobs/{job}", Gate::right, access::Right::read_cases, Brings::nothing, show});
    table.push_back({"DELETE", "/creditors/{creditor}/jobs/{job}", Gate::right, access::Right::read_cases, Brings::nothing, cancel});
    table.push_back({"GET", "/creditors/{creditor}/jobs/{job}/answer", Gate::right, access::Right::read_cases, Brings::nothing, answer_bytes});
    table.push_back({"GET", "/creditors/{creditor}/jobs/{job}/events", Gate::right, access::Right::read_cases, Brings::nothing, events});
}

}  // namespace frist::http
