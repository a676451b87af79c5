#include "store/postgres_link.h"

#include "base/pch.h"
#include "store/postgres_text.h"

#include <endian.h>
#include <chrono>
#include <cstring>
#include <thread>

namespace frist::store {
namespace {

constexpr Oid whole_type = 20;   // bigint
constexpr Oid text_type = 25;
constexpr Oid bytes_type = 17;   // bytea

// Statements that are sent before the first of their answers is read; small answers, so that neither side waits for the other.
constexpr int most_together = 256;
// "Fris": our room among the advisory locks of a database.
constexpr std::int32_t lock_room = 0x46726973;
// Held with others by every change, and without others by one that is alone.
constexpr std::int32_t everybody = -1;

constexpr const char* again = "Run the command again; what was kept before is not done twice.";

}  // namespace

// ---------------------------------------------------------------- values

Values::Cell& Values::at(int place, Oid type) {
    const auto index = static_cast<std::size_t>(place);
    if (cells_.size() <= index) {
        cells_.resize(index + 1);
        types_.resize(index + 1, 0);
    }
    Cell& cell = cells_[index];
    cell.is_own = cell.is_nothing = false;
    cell.number = 0;
    if (type != 0) types_[index] = type;
    return cell;
}

void Values::whole(int place, std::int64_t value) {
    Cell& cell = at(place, whole_type);
    const std::uint64_t there = htobe64(static_cast<std::uint64_t>(value));
    cell.own.assign(reinterpret_cast<const char*>(&there), sizeof there);
    cell.is_own = true;
    cell.number = value;
}
void Values::text(int place, std::string_view value) {
    Cell& cell = at(place, text_type);
    if (is_utf8_without_zero(value)) {
        cell.given = value;
        return;
    }
    cell.own = wrapped(value);
    cell.is_own = true;
}
void Values::copy(int place, std::string_view value) {
    Cell& cell = at(place, text_type);
    cell.own = is_utf8_without_zero(value) ? std::string(value) : wrapped(value);
    cell.is_own = true;
}
void Values::bytes(int place, std::string_view value) { at(place, bytes_type).given = value; }
void Values::nothing(int place) { at(place, 0).is_nothing = true; }
void Values::clear() {
    cells_.clear();
    types_.clear();
}

void Values::lay_out() {
    const std::size_t count = cells_.size();
    pointers_.resize(count);
    sizes_.resize(count);
    forms_.assign(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const Cell& cell = cells_[i];
        const std::string_view bytes = cell.is_own ? std::string_view(cell.own) : cell.given;
        pointers_[i] = cell.is_nothing ? nullptr : bytes.data() == nullptr ? "" : bytes.data();
        sizes_[i] = static_cast<int>(bytes.size());
    }
}

std::int64_t Values::number_at(int place) const {
    const auto index = static_cast<std::size_t>(place);
    return index < cells_.size() ? cells_[index].number : 0;
}

// ---------------------------------------------------------------- the link

Result<std::unique_ptr<Link>> Link::open(const std::string& url, int patience_ms) {
    std::unique_ptr<Link> link(new Link(url, patience_ms));
    FRIST_TRY_DONE(link->connect());
    return link;
}

Link::~Link() { PQfinish(connection_); }

Outcome Link::connect() {
    PQfinish(connection_);
    connection_ = PQconnectdb(url_.c_str());
    ++generation_;
    waiting_ = 0;
    unless_one_.clear();
    locks_.clear();
    transaction_ = Transaction::none;
    if (PQstatus(connection_) == CONNECTION_OK) return settle();
    const std::string said = PQerrorMessage(connection_);
    if (said.find("does not exist") != std::string::npos && said.find("database") != std::string::npos)
        return Error{"store.missing", "database", "there is no such database on the server", "Make it with createdb, then frist init; or name the right one with --db."};
    if (said.find("authentication") != std::string::npos || said.find("password") != std::string::npos || said.find("role") != std::string::npos)
        return Error{"store.open", "database", "the server does not let this user in", "Name user and password in --db, in PGUSER and PGPASSWORD or in ~/.pgpass, and look into pg_hba.conf."};
    return Error{"store.lost", "database", "the server does not answer", "Start PostgreSQL, or name the right server with --db."};
}

Outcome Link::settle() {
    // A server that is told 0 waits for a lock for ever.
    return execute(fmt::format("SET client_encoding = 'UTF8'; SET client_min_messages = warning; SET lock_timeout = {}", std::max(1, patience_ms_)));
}

// Between transactions: notices that the server has gone, and waits for it to come back as long as for another writer.
Outcome Link::alive() {
    PQconsumeInput(connection_);
    return PQstatus(connection_) == CONNECTION_OK ? Outcome(done) : anew();
}

Outcome Link::anew() {
    constexpr int pause_ms = 100;
    Outcome outcome = connect();
    for (int waited = 0; !outcome.ok() && outcome.error().code == "store.lost" && waited < patience_ms_; waited += pause_ms) {
        std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
        outcome = connect();
    }
    return outcome;
}

Error Link::wrong(const PGresult* answer) {
    const char* const state = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const std::string code = state == nullptr ? "" : state;
    if (PQstatus(connection_) != CONNECTION_OK || code.starts_with("08") || code.starts_with("57P"))
        return {"store.lost", "database", "the server went away; what was under way is kept whole or not at all", again};
    taken_ = code == "23505";
    if (code == "55P03" || code == "40001" || code == "40P01" || code == "57014") return {"store.busy", "database", "another process is writing to it", "Wait until that command has ended and run this one again."};
    if (code == "53100") return {"store.full", "database", "the server's disk is full; nothing of this step was kept", "Free some space and run the command again."};
    if (code == "53300") return {"store.busy", "database", "the server has no room for one more connection", "Raise max_connections, or run fewer nodes."};
    if (code == "42501" || code == "25006") return {"store.readonly", "database", "may not be written to by this user", "Give the user who runs frist the rights on the database: docs/operate/scale.md."};
    if (code.starts_with("XX00")) return {"store.damaged", "database", "is damaged, says the server", "Restore the latest backup, then run frist verify."};
    // The server's words may hold a value; only those that cannot are told.
    const bool tells_values = code.empty() || code.starts_with("22");
    const char* const said = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    return {"store.failed", "database", tells_values || said == nullptr ? fmt::format("the server refused a value (SQLSTATE {})", code) : fmt::format("{} (SQLSTATE {})", said, code),
            "Nothing of this step was kept. Run frist verify."};
}

void Link::counted(const PGresult* answer) {
    const std::string_view said = PQcmdStatus(const_cast<PGresult*>(answer));
    if (!said.starts_with("INSERT") && !said.starts_with("UPDATE") && !said.starts_with("DELETE")) return;
    changed_ = std::strtoll(PQcmdTuples(const_cast<PGresult*>(answer)), nullptr, 10);
    all_changes_ += changed_;
}

Result<Answer> Link::judged(Answer answer) {
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        counted(answer.get());
        return answer;
    }
    return wrong(answer.get());
}

Outcome Link::execute(const std::string& words) {
    FRIST_TRY_DONE(flush());
    taken_ = false;
    FRIST_TRY([[maybe_unused]] const Answer answer, judged(Answer(PQexec(connection_, words.c_str()))));
    return done;
}

Result<Answer> Link::ask(const std::string& words, Values* values) {
    FRIST_TRY_DONE(flush());
    if (!in_transaction()) FRIST_TRY_DONE(alive());
    taken_ = false;
    if (values == nullptr) return judged(Answer(PQexecParams(connection_, words.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1)));
    values->lay_out();
    return judged(Answer(PQexecParams(connection_, words.c_str(), values->count(), values->types(), values->pointers(), values->sizes(), values->forms(), 1)));
}

// The types of the values are said, for the server cannot guess those of "?2 = 0"; a place that held nothing so far takes
// what the server thinks of it.
Outcome Link::make_ready(Ready& ready, const std::string& words, const Values& values) {
    const auto count = static_cast<std::size_t>(values.count());
    bool fits = ready.generation == generation_ && ready.types.size() == count;
    for (std::size_t i = 0; fits && i < count; ++i) fits = values.types()[i] == 0 || values.types()[i] == ready.types[i];
    if (fits) return done;
    if (ready.generation != generation_ || ready.types.size() != count) ready.types.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i)
        if (values.types()[i] != 0) ready.types[i] = values.types()[i];
    FRIST_TRY_DONE(flush());
    ready.name = fmt::format("s{}", ++named_);
    ready.generation = generation_;
    FRIST_TRY([[maybe_unused]] const Answer answer,
              judged(Answer(PQprepare(connection_, ready.name.c_str(), words.c_str(), static_cast<int>(count), ready.types.data()))));
    return done;
}

Outcome Link::before(Ready& ready, const std::string& words, const Values& values, Whose whose) {
    if (!in_transaction()) FRIST_TRY_DONE(alive());
    if (transaction_ == Transaction::change) FRIST_TRY_DONE(lock(whose == Whose::creditor ? values.number_at(0) : 0));
    return make_ready(ready, words, values);
}

Result<Answer> Link::run(Ready& ready, const std::string& words, Values& values, Whose whose) {
    const bool reads_alone = !in_transaction() && words.starts_with("SELECT");
    Outcome prepared = before(ready, words, values, whose);
    values.lay_out();
    taken_ = false;
    if (prepared.ok() && waiting_ == 0) {
        Result<Answer> answer = judged(Answer(PQexecPrepared(connection_, ready.name.c_str(), values.count(), values.pointers(), values.sizes(), values.forms(), 1)));
        if (answer.ok() || answer.error().code != "store.lost" || !reads_alone) return answer;
        prepared = answer.error();
    }
    if (!prepared.ok() && prepared.error().code == "store.lost" && reads_alone) {
        // What only reads, and alone, may be asked again.
        FRIST_TRY_DONE(anew());
        FRIST_TRY_DONE(before(ready, words, values, whose));
        return judged(Answer(PQexecPrepared(connection_, ready.name.c_str(), values.count(), values.pointers(), values.sizes(), values.forms(), 1)));
    }
    FRIST_TRY_DONE(prepared);
    FRIST_TRY_DONE(queue([&] { return PQsendQueryPrepared(connection_, ready.name.c_str(), values.count(), values.pointers(), values.sizes(), values.forms(), 1); }));
    return collect();
}

Outcome Link::soon(Ready& ready, const std::string& words, Values& values, Whose whose, const Error* unless_one) {
    FRIST_TRY_DONE(before(ready, words, values, whose));
    values.lay_out();
    if (transaction_ == Transaction::none) {
        FRIST_TRY([[maybe_unused]] const Answer answer, run(ready, words, values, whose));
        return unless_one == nullptr || changed_ == 1 ? Outcome(done) : Outcome(*unless_one);
    }
    FRIST_TRY_DONE(queue([&] { return PQsendQueryPrepared(connection_, ready.name.c_str(), values.count(), values.pointers(), values.sizes(), values.forms(), 1); }, unless_one));
    return waiting_ < most_together ? Outcome(done) : flush();
}

Outcome Link::queue(const std::function<int()>& send, const Error* unless_one) {
    if (waiting_ == 0 && PQenterPipelineMode(connection_) != 1) return wrong(nullptr);
    if (send() != 1) return wrong(nullptr);
    if (unless_one != nullptr) unless_one_.emplace_back(waiting_, *unless_one);
    ++waiting_;
    return done;
}

Outcome Link::queue_words(const std::string& words) {
    return queue([&] { return PQsendQueryParams(connection_, words.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1); });
}

Result<Answer> Link::collect() {
    waiting_ = 0;
    const std::vector<std::pair<int, Error>> unless_one = std::exchange(unless_one_, {});
    auto next = unless_one.begin();
    if (PQpipelineSync(connection_) != 1) return wrong(nullptr);
    Answer last;
    std::optional<Error> first;
    for (int place = 0;;) {
        Answer answer(PQgetResult(connection_));
        if (!answer) {
            if (PQstatus(connection_) != CONNECTION_OK) return wrong(nullptr);
            ++place;   // the end of one statement's answers
            continue;
        }
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_PIPELINE_SYNC) break;
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
            counted(answer.get());
            if (next != unless_one.end() && next->first == place) {
                if (changed_ != 1 && !first) first = next->second;
                ++next;
            }
            last = std::move(answer);
        } else if (status != PGRES_PIPELINE_ABORTED && !first) {
            first = wrong(answer.get());
        }
    }
    if (PQexitPipelineMode(connection_) != 1) return wrong(nullptr);
    if (first) return *first;
    return last;
}

Outcome Link::flush() {
    if (waiting_ == 0) return done;
    FRIST_TRY([[maybe_unused]] const Answer answer, collect());
    return done;
}

Outcome Link::lock(std::int64_t creditor) {
    if (transaction_ != Transaction::change || alone_) return done;
    if (!locks_.insert(creditor).second) return done;
    return queue_words(fmt::format("SELECT pg_advisory_xact_lock({}, {})", lock_room, creditor));
}

Outcome Link::alone() {
    FRIST_CHECK(transaction_ == Transaction::change && locks_.empty());
    roll_back();   // two that wait for each other's share of the lock would wait for ever
    FRIST_TRY_DONE(begin("BEGIN", Transaction::change));
    alone_ = true;
    return queue_words(fmt::format("SELECT pg_advisory_xact_lock({}, {})", lock_room, everybody));
}

Outcome Link::begin(const std::string& words, Transaction kind) {
    FRIST_TRY_DONE(queue_words(words));
    transaction_ = kind;
    locks_.clear();
    alone_ = false;
    return done;
}

Outcome Link::begin_change(bool anew_once) {
    FRIST_TRY_DONE(alive());
    FRIST_TRY_DONE(begin("BEGIN", Transaction::change));
    FRIST_TRY_DONE(queue_words(fmt::format("SELECT pg_advisory_xact_lock_shared({}, {})", lock_room, everybody)));
    // Waited for, so that nothing is done outside the database before it is known that something can be kept in it.
    const Outcome begun = flush();
    if (!begun.ok()) roll_back();
    if (begun.ok() || begun.error().code != "store.lost" || !anew_once) return begun;
    // The server had gone without a word. Nothing was begun.
    FRIST_TRY_DONE(anew());
    return begin_change(false);
}
Outcome Link::begin_look() {
    FRIST_TRY_DONE(alive());
    return begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", Transaction::look);
}

Outcome Link::commit() {
    Outcome flushed = flush();
    if (flushed.ok()) {
        const Answer answer(PQexec(connection_, "COMMIT"));
        transaction_ = Transaction::none;
        // A transaction in which something failed is taken back by COMMIT, and the server calls that a success.
        if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK && std::string_view(PQcmdStatus(answer.get())) == "COMMIT") return done;
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return wrong(answer.get());
        return Error{"store.failed", "database", "a statement of this step failed", "Nothing of this step was kept. Run frist verify."};
    }
    roll_back();
    return flushed;
}

void Link::roll_back() {
    const Outcome flushed = flush();
    if (!flushed.ok() && PQpipelineStatus(connection_) != PQ_PIPELINE_OFF) {
        // Left in the middle of its answers: a new link knows nothing of it, and the server takes it back.
        transaction_ = Transaction::none;
        (void)connect();
        return;
    }
    if (PQstatus(connection_) == CONNECTION_OK) PQclear(PQexec(connection_, "ROLLBACK"));
    transaction_ = Transaction::none;
}

}  // namespace frist::store
