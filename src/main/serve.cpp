// serve: the application and its interface over HTTP, until the process is asked to end.
#include "access/links.h"
#include "access/notifications.h"
#include "access/passwords.h"
#include "access/second_factor.h"
#include "base/hash.h"
#include "base/pch.h"
#include "exports/exports.h"
#include "http/problem.h"
#include "http/router.h"
#include "http/transport.h"
#include "http/web_files.h"
#include "main/night_watch.h"
#include "main/passing.h"
#include "main/people.h"
#include "main/post_room.h"
#include "main/program.h"
#include "main/supervisor.h"
#include "main/web.h"
#include "office/night.h"
#include "office/practice.h"
#include "office/verify.h"
#include "post/zip_file.h"
#include "print/press.h"
#include "print/qr.h"
#include "print/report_paper.h"
#include "registers/enhetsregisteret.h"
#include "reports/making_exports.h"
#include "store/sandbox.h"
#include "store/rooms.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr std::string_view demo_email = "demo@frist.example";

struct ServeWish {
    std::string host = "127.0.0.1";
    int port = 8080;
    int workers = 0;
    std::string web;
    std::string letters;
    std::string key_file;
    std::string night = "04:00";
    std::string firms;   // where the register of firms is asked; empty: it is not
    http::TlsFiles tls;
    bool behind_tls = false;
    [[nodiscard]] bool own_tls() const { return !tls.certificate.empty(); }
    bool demo = false;
};

// Numbers since the start, by route and status; no path and no name is among them.
class Counters {
public:
    void count(std::string_view route, int status, std::int64_t microseconds) {
        const std::lock_guard lock(mutex_);
        Row& row = rows_[{std::string(route.empty() ? "other" : route), status}];
        ++row.count;
        row.microseconds += microseconds;
    }
    std::string text(const http::Traffic& traffic) {
        const std::lock_guard lock(mutex_);
        std::string out = fmt::format("# TYPE frist_connections_open gauge\nfrist_connections_open {}\n# TYPE frist_connections_total counter\nfrist_connections_total {}\n", traffic.open, traffic.connections);
        out += "# TYPE frist_requests_total counter\n";
        for (const auto& [key, row] : rows_) out += fmt::format("frist_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, row.count);
        out += "# TYPE frist_request_seconds_sum counter\n";
        for (const auto& [key, row] : rows_) out += fmt::format("frist_request_seconds_sum{{route=\"{}\",status=\"{}\"}} {}.{:06}\n", key.first, key.second, row.microseconds / 1'000'000, row.microseconds % 1'000'000);
        return out;
    }

private:
    struct Row {
        std::uint64_t count = 0;
        std::int64_t microseconds = 0;
    };
    std::mutex mutex_;
    std::map<std::pair<std::string, int>, Row> rows_;
};

// Everything the workers share, and what must outlive them.
struct House {
    std::unique_ptr<rules::no::Norway> country;
    std::unique_ptr<access::Hasher> hasher = access::argon2id();
    std::shared_ptr<office::Register> cases;
    std::unique_ptr<http::WebFiles> web;
    std::unique_ptr<office::Archive> archive;
    std::unique_ptr<identity::Provider> provider;   // a login that somebody else runs; none: not set up
    std::unique_ptr<office::BusinessRegister> firms;   // asked over HTTP; none: not set up
    std::mutex firms_busy;
    http::World world;
    Counters counters;
    bool log_lines = false;   // one JSON object a request on standard error
};

Result<http::Rooms> open_rooms(const Program& program, House& house, bool make, std::shared_ptr<store::Connection>* connection = nullptr) {
    auto own = std::make_shared<store::Rooms>();
    FRIST_TRY(*own, store::open_rooms(program.database, make ? store::Open::make : store::Open::existing, program.wait_seconds * 1000));
    http::Rooms rooms;
    rooms.office = own->office.get();
    rooms.access = own->access.get();
    rooms.answers = own->answers.get();
    rooms.index = own->index.get();
    rooms.jobs = own->jobs.get();
    rooms.reports = own->reports.get();
    rooms.exports = own->exports.get();
    rooms.personal = own->personal.get();
    rooms.cases = house.cases.get();
    rooms.keep = own;
    rooms.wall = [connection = own->connection](office::Id creditor) { connection->narrow(creditor); };
    if (connection != nullptr) *connection = own->connection;
    return rooms;
}

class Clerk final : public http::Worker {
public:
    Clerk(House& house, http::Rooms rooms) : house_(house), rooms_(std::move(rooms)) {}

    http::Response answer(const http::Request& request) override {
        const auto begun = std::chrono::steady_clock::now();
        http::Answered answered;
        if (request.path == "/api" || request.path.starts_with("/api/")) answered = http::answer_api(house_.world, rooms_, request);
        else if (request.method == "GET") answered = {house_.web->answer(request), "web", {}, {}};
        else answered = {http::problem(Error{"http.method", "method", "this cannot be done here", "The interface is below /api."}), "web", {}, {}};
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count();
        house_.counters.count(answered.route, answered.response.status, took);
        if (house_.log_lines) log(request, answered, took);
        return std::move(answered.response);
    }

private:
    // The route and not the path: a path may hold what somebody searched for.
    void log(const http::Request& request, const http::Answered& answered, std::int64_t microseconds) const {
        json::object line{{"at", text(house_.world.now())}, {"method", request.method}, {"route", answered.route.empty() ? std::string_view("none") : answered.route},
                                {"status", answered.response.status}, {"microseconds", microseconds}, {"bytes", answered.response.length()}};
        if (!answered.who.empty()) line["who"] = answered.who;
        if (!answered.code.empty()) line["code"] = answered.code;
        const std::string words = json::serialize(line) + "\n";
        [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words.data(), words.size());   // one write: lines of two workers do not mix
    }

    House& house_;
    http::Rooms rooms_;
};

Result<http::Printed> print_letters(const office::Desk& desk, const office::CreditorRecord& record, const std::string& folder) {
    FRIST_TRY(const WrittenLetters written, write_letters(desk, record, folder));
    http::Printed printed{written.count, ""};
    if (!written.batch.empty()) {
        FRIST_TRY(printed.pdf, bytes_of(written.batch));
    }
    return printed;
}

Result<std::string> kept_letter(const std::string& folder, const office::LetterRow& row) {
    const Result<std::string> bytes = bytes_of(folder + "/" + row.file);
    const std::string place = fmt::format("case {} letter {}", row.case_id, row.letter);
    if (!bytes.ok()) return Error{"letter.none", place, "its PDF does not lie in the folder of letters", "Start the server with --letters and the folder the letters were written to."};
    if (sha256(*bytes) != row.sha256) return Error{"letter.changed", place, "its PDF is not the one that was written", "Bring the folder of letters back from a backup."};
    return bytes;
}

// In a file of its own, because that is where zips are made.
Result<std::string> zip_of(const std::vector<office::EvidenceFile>& files) {
    FRIST_TRY(const office::PassingFile file, passing_file());
    std::vector<post::Packed> packed;
    packed.reserve(files.size());
    for (const office::EvidenceFile& one : files) packed.push_back({one.name, one.bytes});
    FRIST_TRY_DONE(post::write_zip(file.path(), packed));
    return file.bytes();
}

Result<std::unique_ptr<office::SheetOut>> sheet_of(office::SheetForm form, const office::SheetPlan& plan) {
    FRIST_TRY(office::PassingFile file, passing_file());
    return exports::sheet_out(form, plan, std::move(file));
}

// One look-up at a time, and none that is waited for long: who answers people is not kept by another machine.
Result<office::RegisteredFirm> firm_of(office::BusinessRegister& book, std::mutex& busy, const std::string& org_number) {
    const std::unique_lock alone(busy, std::try_to_lock);
    if (!alone.owns_lock()) return Error{"register.busy", "Enhetsregisteret", "another firm is being looked up right now", "Try again in a few seconds."};
    return office::looked_up(book, org_number);
}

void open_firms(House& house, const std::string& told) {
    if (told.empty()) return;
    house.firms = registers::enhetsregisteret(registers::address_of(told), {3, 6});
    house.world.firm = [&house](const std::string& org_number) { return firm_of(*house.firms, house.firms_busy, org_number); };
}

void furnish(House& house, const Program& program, const ServeWish& wish, const access::SealKey& seal) {
    http::World& world = house.world;
    world.wall = [program] { return *program.now(); };   // --today was understood when the program began
    world.now = instant_now;
    if (!program.today_text.empty()) world.later = access::days((world.wall().day - access::day_of(instant_now())).count);
    world.random = chance;
    world.seal = seal;
    world.hasher = house.hasher.get();
    world.country = house.country.get();
    world.version = FRIST_VERSION;
    world.demo = wish.demo;
    world.demo_email = demo_email;
    world.by_tls = wish.behind_tls || wish.own_tls();
    world.kid = kid_for;
    world.joined = [](const std::vector<std::string>& pdfs) { return print::joined(pdfs); };
    world.pages_of = print::pages_of;
    world.zip_of = zip_of;
    world.passing_file = passing_file;
    world.sheet_of = sheet_of;
    world.paper_of = [](const reports::Paper& paper) { return print::pdf_of(paper); };
    house.archive = letters_archive(wish.letters);
    world.archive = house.archive.get();
    world.sandbox = [file = program.database](office::Id creditor) { return store::sandbox_of(file, creditor); };
    world.qr = [](const std::string& words) {
        print::QrPicture picture = print::qr_of(words);
        return http::Picture{picture.size, std::move(picture.path)};
    };
    world.pdf_of = [](const letters::Letter& letter) { return print::pdf_of(letter); };
    world.print = [folder = wish.letters](const office::Desk& desk, const office::CreditorRecord& record) { return print_letters(desk, record, folder); };
    world.kept_letter = [folder = wish.letters](const office::LetterRow& row) { return kept_letter(folder, row); };
}

Outcome open_provider(House& house, http::Rooms& rooms) {
    FRIST_TRY(auto settings, provider_settings(*rooms.access));
    if (!settings) return done;
    house.provider = std::make_unique<identity::Provider>(std::move(*settings));
    identity::Provider& provider = *house.provider;
    house.world.provider_name = provider.name();
    house.world.authorize = [&provider](const std::string& state, const std::string& nonce, const std::string& challenge, access::Instant now) { return provider.authorize_address(state, nonce, challenge, now); };
    house.world.redeem = [&provider](const std::string& code, const std::string& verifier, const std::string& nonce, access::Instant now) { return provider.redeem(code, verifier, nonce, now); };
    return done;
}

// The demo's invented owner, whose password nobody knows and the server makes anew at each start.
Outcome enter_demo_owner(House& house, http::Rooms& rooms) {
    std::array<unsigned char, 24> bytes{};
    chance(bytes);
    house.world.demo_password = sha256(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    const access::Instant now = house.world.now();
    FRIST_TRY(const auto link, access::first_link(porter, now));
    if (link) {
        const auto made = access::accept_link(porter, {link->token, demo_email, "Lise Mønster", "nb", house.world.demo_password, "demo"}, now);
        return made.ok() ? Outcome(done) : made.error();
    }
    FRIST_TRY(const auto owner, rooms.access->person_of_email(std::string(demo_email)));
    if (!owner) return Error{"serve.demo", "--demo", "this database has an owner of its own", "Start the server without --demo and log in."};
    access::PersonRow row = *owner;
    ++row.version;
    row.password = house.hasher->hash(house.world.demo_password, house.world.random);
    return rooms.access->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const access::Id id, rooms.access->put_person(row));
        return done;
    });
}

// Where to begin: the one-time link of the first owner, or the address.
Outcome greet(const House& house, const http::Rooms& rooms, const http::Server& server, const ServeWish& wish) {
    const std::string host = wish.host.find(':') == std::string::npos ? wish.host : "[" + wish.host + "]";
    const std::string address = fmt::format("{}://{}:{}", wish.own_tls() ? "https" : "http", host, server.port());
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    FRIST_TRY(const auto link, access::first_link(porter, house.world.now()));
    std::cout << "Frist answers at " << address << "/\n";
    if (link) std::cout << "Nobody owns this installation yet. Within a day, open this once:\n  " << address << "/start#" << link->token << '\n';
    FRIST_TRY(const auto back, access::return_link(porter, house.world.now()));
    if (back) std::cout << "No owner has a password here. Within a day, open this once:\n  " << address << "/start#" << back->token << '\n';
    std::cout << std::flush;
    return done;
}

// One JSON object a line on standard error, as the calls are told; without --json only what went wrong, in words.
void tell_night(const House& house, const std::string& creditor, Date day, const office::NightReport& report) {
    if (house.log_lines) {
        const json::object line{{"at", text(house.world.now())}, {"night", text(day)}, {"creditor", creditor}, {"started", report.started}, {"cases", report.cases}, {"trouble", report.trouble.size()}};
        std::cerr << json::serialize(line) + "\n" << std::flush;
    }
    for (const Error& error : report.trouble) tell(Level::error, error);
}

Result<office::NightReport> night_of(const House& house, const http::Rooms& rooms, const office::CreditorRow& creditor, Date day) {
    FRIST_TRY(const office::CreditorRecord record, office::creditor_record(creditor.record));
    return office::whole_night({*rooms.office, *house.country, creditor.id, day}, record, house.world.make_kid_of_length(record.kid_length));
}

// Mails to the people who have asked for them.
void tell_people(const House& house, const http::Rooms& rooms, bool digests) {
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    const auto report = notify_people({porter, *rooms.office, *house.cases, *house.country, house.world.wall(), house.world.now()}, digests);
    if (!report.ok()) return tell(Level::error, report.error());
    for (const Error& error : report->trouble) tell(Level::error, error);
    if (!house.log_lines || report->sent + report->later + report->failed == 0) return;
    const json::object line{{"at", text(house.world.now())}, {"mails", report->sent}, {"later", report->later}, {"failed", report->failed}};
    std::cerr << json::serialize(line) + "\n" << std::flush;
}

// Exports that people have saved for this day.
void make_exports_of_night(const House& house, const http::Rooms& rooms) {
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    const auto made = reports::make_due_exports({*rooms.office, *house.country, porter, *rooms.exports, house.world.sheet_of, house.world.wall(), house.world.now()});
    if (!made.ok()) return tell(Level::error, made.error());
    for (const Error& error : made->failed) tell(Level::error, error);
}

// One of several servers on one database plays a night; the others look again later, and find it played, or its server dead and the
// night theirs.
class OnDuty {
public:
    OnDuty(std::shared_ptr<store::Connection> connection, store::Duty duty) : connection_(std::move(connection)), duty_(duty) {
        const Result<bool> taken = connection_->engine().take_duty(duty_, 0);
        if (!taken.ok()) tell(Level::error, taken.error());
        ours_ = taken.ok() && *taken;
    }
    OnDuty(const OnDuty&) = delete;
    OnDuty& operator=(const OnDuty&) = delete;
    ~OnDuty() {
        if (ours_) connection_->engine().end_duty(duty_, 0);
    }
    explicit operator bool() const { return ours_; }

private:
    std::shared_ptr<store::Connection> connection_;
    store::Duty duty_;
    bool ours_ = false;
};

void play_night(const House& house, const http::Rooms& rooms, Date day) {
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    const access::Instant now = house.world.now();
    if (const Outcome forgotten = access::forget_ended(porter, now); !forgotten.ok()) tell(Level::error, forgotten.error());
    if (const Outcome forgotten = rooms.answers->change([&] { return rooms.answers->forget_answers(now - access::answer_life); }); !forgotten.ok()) tell(Level::error, forgotten.error());
    if (const Outcome forgotten = rooms.jobs->change([&] { return rooms.jobs->forget_jobs(now - access::job_life); }); !forgotten.ok()) tell(Level::error, forgotten.error());
    const auto creditors = rooms.office->creditors();
    if (!creditors.ok()) return tell(Level::error, creditors.error());
    for (const office::CreditorRow& creditor : *creditors) {
        if (creditor.org_number == office::practice_number) continue;   // it has a clock of its own
        const Result<office::NightReport> report = night_of(house, rooms, creditor, day);
        if (report.ok()) tell_night(house, creditor.org_number, day, *report);
        else tell(Level::error, report.error());
    }
    make_exports_of_night(house, rooms);
    tell_people(house, rooms, true);
}

// Between two nights: mails that could not leave, and what is told at once.
void between_nights(const House& house, const http::Rooms& rooms) {
    const access::Porter porter{*rooms.access, *house.hasher, house.world.random, house.world.seal};
    const auto urgent = access::somebody_wants_at_once(porter);
    const auto waiting = rooms.access->open_mails();
    if (!urgent.ok() || !waiting.ok()) return tell(Level::error, urgent.ok() ? waiting.error() : urgent.error());
    if (*urgent || !waiting->empty()) tell_people(house, rooms, false);
}

// Nothing when the nights are somebody else's, or the clock stands still.
Result<std::unique_ptr<NightWatch>> watch_nights(const House& house, const Program& program, const ServeWish& wish, const http::Rooms& rooms, const std::shared_ptr<store::Connection>& connection) {
    if (wish.night == "never" || !program.today_text.empty()) return std::unique_ptr<NightWatch>{};
    FRIST_TRY(const int minute, minute_of_day(wish.night));
    const auto play = [&house, &rooms, connection](Date day) {
        const OnDuty duty(connection, store::Duty::night);
        if (duty) play_night(house, rooms, day);
        return static_cast<bool>(duty);
    };
    const auto between = [&house, &rooms, connection] {
        if (const OnDuty duty(connection, store::Duty::night); duty) between_nights(house, rooms);
    };
    return std::make_unique<NightWatch>(house.world.wall, minute, play, between);
}

// Makes the jobs that were asked for, one after the other; one that an earlier process left open goes on.
class JobWorker {
public:
    JobWorker(House& house, http::Rooms rooms, std::shared_ptr<store::Connection> connection)
        : house_(house), rooms_(std::move(rooms)), connection_(std::move(connection)), thread_([this] { work(); }) {}
    JobWorker(const JobWorker&) = delete;
    JobWorker& operator=(const JobWorker&) = delete;
    ~JobWorker() {
        house_.world.board->close();
        thread_.join();
    }

private:
    void work() {
        http::JobBoard& board = *house_.world.board;
        while (!board.closed()) {
            const Result<bool> worked = one();
            if (board.closed()) return;
            if (!worked.ok()) tell(Level::error, worked.error());
            if (!worked.ok() || !*worked) board.wait(between_looks);
        }
    }

    // A job is one server's; what it left when it died, the next one's.
    Result<bool> one() {
        const OnDuty duty(connection_, store::Duty::jobs);
        return duty ? http::do_one_job(house_.world, rooms_) : Result<bool>(false);
    }

    static constexpr std::chrono::milliseconds between_looks{1000};

    House& house_;
    http::Rooms rooms_;
    std::shared_ptr<store::Connection> connection_;
    std::thread thread_;
};

std::size_t workers_for(const ServeWish& wish) {
    if (wish.workers > 0) return static_cast<std::size_t>(wish.workers);
    return std::max<std::size_t>(2, std::thread::hardware_concurrency());
}

// What is said to who cannot be understood.
http::Response refusal(int status) {
    switch (status) {
        case 413: return http::problem(Error{"http.too_large", "body", "what was sent is larger than this place takes", "Send less at once."});
        case 431: return http::problem(Error{"http.header", "headers", "the headers are longer than 16 kB", "Send fewer cookies and shorter headers."});
        default: return http::problem(Error{"http.request", "request", "this is no request that can be understood", "Send HTTP/1.1 with a Host header."});
    }
}

Outcome check_tls(const ServeWish& wish) {
    if (wish.tls.certificate.empty() && !wish.tls.key.empty()) return Error{"serve.certificate", "--tls-cert", "the certificate of the key is missing", "Name its file with --tls-cert."};
    if (!wish.tls.certificate.empty() && wish.tls.key.empty()) return Error{"serve.tls_key", "--tls-key", "the key of the certificate is missing", "Name its file with --tls-key."};
    if (wish.own_tls() && wish.behind_tls) return Error{"serve.tls", "--behind-tls", "TLS is brought either by a proxy or by this server", "Leave out --behind-tls, or --tls-cert and --tls-key."};
    return done;
}

// Takes the port: before anything is made, so that a second server beside the first changes nothing.
Result<std::unique_ptr<http::Server>> listen(const ServeWish& wish) {
    const bool only_here = wish.host == "127.0.0.1" || wish.host == "::1";
    if (wish.demo && !only_here) return Error{"serve.demo", "--host", "a demo is open to everybody who reaches it", "Let it listen to 127.0.0.1."};
    FRIST_TRY_DONE(check_tls(wish));
    http::Listen listen;
    if (wish.own_tls()) listen.tls = wish.tls;
    listen.by_tls = wish.own_tls() || wish.behind_tls;
    listen.tls_read = [](const Outcome& read) {
        if (!read.ok()) tell(Level::error, read.error());
    };
    listen.host = wish.host;
    listen.port = static_cast<std::uint16_t>(wish.port);
    listen.most_bytes = http::most_bytes;
    listen.refusal = refusal;
    return http::Server::open(listen);
}

Result<std::unique_ptr<http::WebFiles>> web_of(const ServeWish& wish) {
    if (!wish.web.empty()) return http::web_folder(wish.web);
    return http::web_files(embedded_web());
}

Result<std::vector<std::unique_ptr<http::Worker>>> clerks_for(const Program& program, House& house, const ServeWish& wish) {
    std::vector<std::unique_ptr<http::Worker>> clerks;
    for (std::size_t i = 0; i < workers_for(wish); ++i) {
        FRIST_TRY(http::Rooms rooms, open_rooms(program, house, false));
        clerks.push_back(std::make_unique<Clerk>(house, std::move(rooms)));
    }
    return clerks;
}

Result<int> serve(const Program& program, ServeWish wish) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE or FRIST_DB."};
    if (wish.letters.empty()) {
        FRIST_TRY(wish.letters, program.beside(".letters"));
    }
    if (wish.key_file.empty()) {
        FRIST_TRY(wish.key_file, program.beside(".key"));
    }
    if (wish.night != "never") {
        FRIST_TRY([[maybe_unused]] const int minute, minute_of_day(wish.night));
    }
    House house;
    FRIST_TRY(house.web, web_of(wish));
    FRIST_TRY(const std::unique_ptr<http::Server> server, listen(wish));
    FRIST_TRY(house.country, norway());
    FRIST_TRY(const access::SealKey seal, seal_key(wish.key_file));
    furnish(house, program, wish, seal);
    house.world.metrics = [&house, &server] { return house.counters.text(server->traffic()); };
    open_firms(house, wish.firms);
    house.log_lines = program.json;
    FRIST_TRY(http::Rooms front, open_rooms(program, house, true));   // first: it makes the file
    FRIST_TRY_DONE(front.reports->look([&front] { return office::chain_ends_fit(*front.office); }));   // of one moment: others may write
    FRIST_TRY_DONE(open_provider(house, front));
    FRIST_TRY(house.world.factor_required, access::factor_required(*front.access));
    FRIST_TRY(house.cases, store::open_register(program.database, *house.country, program.wait_seconds * 1000));
    if (wish.demo) FRIST_TRY_DONE(enter_demo_owner(house, front));
    FRIST_TRY(auto clerks, clerks_for(program, house, wish));
    server->stop_on_signals();
    FRIST_TRY_DONE(greet(house, front, *server, wish));
    std::shared_ptr<store::Connection> night;
    FRIST_TRY(const http::Rooms of_the_night, open_rooms(program, house, false, &night));
    FRIST_TRY(const std::unique_ptr<NightWatch> watch, watch_nights(house, program, wish, of_the_night, night));
    std::shared_ptr<store::Connection> working;
    FRIST_TRY(http::Rooms of_the_jobs, open_rooms(program, house, false, &working));
    const JobWorker jobs(house, std::move(of_the_jobs), working);
    tell_supervisor("READY=1");   // who comes between this and the next line waits in the queue of the port
    server->run(std::move(clerks));
    tell_supervisor("STOPPING=1");   // a night or a job that goes on is played to its end
    return exit_done;
}

}  // namespace

void add_serve(CLI::App& app, Program& program) {
    auto wish = std::make_shared<ServeWish>();
    CLI::App* serving = app.add_subcommand("serve", "The application in the browser, and its interface for programs");
    serving->add_option("--host", wish->host, "the address to listen on (127.0.0.1)")->envname("FRIST_HOST");
    serving->add_option("--port", wish->port, "the port (8080); 0: any that is free")->check(CLI::Range(0, 65535))->envname("FRIST_PORT");
    serving->add_option("--workers", wish->workers, "how many questions are answered at once (as many as there are cores)")->check(CLI::Range(1, 256))->envname("FRIST_WORKERS");
    serving->add_option("--web", wish->web, "a folder with the built web application, instead of the one in the program");
    serving->add_option("--letters", wish->letters, "the folder for the PDFs of letters (beside the database)")->envname("FRIST_LETTERS");
    serving->add_option("--key-file", wish->key_file, "the file with the key that seals second factors (beside the database)")->envname("FRIST_KEY_FILE");
    serving->add_option("--night", wish->night, "when the cases take their next step each day (04:00), or never; with --today never")->envname("FRIST_NIGHT");
    serving->add_option("--register", wish->firms, "where firms are looked up: brreg for data.brreg.no, or another address of Enhetsregisteret; nowhere when left out")->envname("FRIST_BRREG");
    serving->add_option("--tls-cert", wish->tls.certificate, "a certificate (PEM, with those that vouch for it): the server speaks TLS; SIGHUP reads it again")->envname("FRIST_TLS_CERT");
    serving->add_option("--tls-key", wish->tls.key, "the key of the certificate (PEM, without a password)")->envname("FRIST_TLS_KEY");
    serving->add_flag("--behind-tls", wish->behind_tls, "a proxy brings everybody by TLS: cookies go by TLS only")->envname("FRIST_BEHIND_TLS");
    serving->add_flag("--demo", wish->demo, "anybody who reaches this server comes in as the demo's invented owner; only on this machine");
    serving->callback([&program, wish] { run(program, [&program, wish] { return serve(program, *wish); }); });
}

}  // namespace frist::program
