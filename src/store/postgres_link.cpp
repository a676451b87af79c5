#include "store/postgres_link.h"

#include "base/pch.h"

#include <chrono>
#include <thread>

namespace frist::store {
namespace {

// Statements that are sent before the first of their answers is read; small answers, so that neither side waits for the other.
constexpr int most_together = 256;
// "Fris": our room among the advisory locks of a database.
constexpr std::int32_t lock_room = 0x46726973;
// Held with others by every change, and without others by one that is alone.
constexpr std::int32_t everybody = -1;

constexpr const char* again = "Run the command again; what was kept before is not done twice.";

}  // namespace

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
    narrowed_ = 0;
    waiting_ = 0;
    expected_.clear();
    forget_gathered();
    ahead_.clear();
    locks_.clear();
    transaction_ = Transaction::none;
    // Its words may hold values, and what matters comes as an error.
    if (connection_ != nullptr) PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
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
    if (PQstatus(connection_) != CONNECTION_OK) FRIST_TRY_DONE(anew());
    return narrow_ == narrowed_ ? Outcome(done) : tell_narrow();
}

void Link::narrow(std::int64_t creditor) {
    FRIST_CHECK(!in_transaction());
    narrow_ = creditor;
}
Outcome Link::tell_narrow() {
    FRIST_TRY_DONE(execute(fmt::format("SET frist.creditors = '{}'", narrow_ == 0 ? "" : std::to_string(narrow_))));
    narrowed_ = narrow_;
    return done;
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
    const bool changes_rows = !words.starts_with("SAVEPOINT") && !words.starts_with("RELEASE") && !words.starts_with("ANALYZE");
    if (changes_rows) ahead_.clear();
    if (words.starts_with("ROLLBACK TO")) {
        // Whatever would still go wrong in this part goes with it.
        forget_gathered();
        (void)drain();
    }
    FRIST_TRY_DONE(flush());
    taken_ = false;
    FRIST_TRY([[maybe_unused]] const Answer answer, judged(Answer(PQexec(connection_, words.c_str()))));
    return done;
}

Result<Answer> Link::ask(const std::string& words, Values* values) {
    ahead_.written(words);
    FRIST_TRY_DONE(flush());
    if (!in_transaction()) FRIST_TRY_DONE(alive());
    taken_ = false;
    if (values == nullptr) return judged(Answer(PQexecParams(connection_, words.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1)));
    values->lay_out();
    return judged(Answer(PQexecParams(connection_, words.c_str(), values->count(), values->types(), values->pointers(), values->sizes(), values->forms(), 1)));
}

// The types of the values are said, for the server cannot guess those of "?2 = 0"; a place that held nothing so far takes
// what the server thinks of it.
Outcome Link::make_ready(Ready& ready, const std::string& words, int count, const Oid* types) {
    const auto size = static_cast<std::size_t>(count);
    bool fits = ready.generation == generation_ && ready.types.size() == size;
    for (std::size_t i = 0; fits && i < size; ++i) fits = types[i] == 0 || types[i] == ready.types[i];
    if (fits) return done;
    if (ready.generation != generation_ || ready.types.size() != size) ready.types.assign(size, 0);
    for (std::size_t i = 0; i < size; ++i)
        if (types[i] != 0) ready.types[i] = types[i];
    FRIST_TRY_DONE(drain());
    ready.name = fmt::format("s{}", ++named_);
    ready.generation = generation_;
    FRIST_TRY([[maybe_unused]] const Answer answer, judged(Answer(PQprepare(connection_, ready.name.c_str(), words.c_str(), count, ready.types.data()))));
    return done;
}

Outcome Link::before(Ready& ready, const std::string& words, const Values& values, Whose whose) {
    if (!in_transaction()) FRIST_TRY_DONE(alive());
    if (!to_look_at_.empty() && transaction_ != Transaction::look) FRIST_TRY_DONE(look_at_grown());
    ahead_.written(words);
    FRIST_TRY_DONE(send_gathered(words));
    if (transaction_ == Transaction::change) FRIST_TRY_DONE(lock(whose == Whose::creditor ? values.number_at(0) : 0));
    return make_ready(ready, words, values.count(), values.types());
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
    FRIST_TRY_DONE(queue([&] { return PQsendQueryPrepared(connection_, ready.name.c_str(), values.count(), values.pointers(), values.sizes(), values.forms(), 1); }));
    if (unless_one != nullptr) expect({*unless_one}, false);
    return waiting_ < most_together ? Outcome(done) : drain();
}

Outcome Link::gather(const std::shared_ptr<Gathered>& gathered, const Values& values, Whose whose, const Error* unless_one) {
    ahead_.written(gathered->batch.words(), values);
    if (transaction_ == Transaction::change) FRIST_TRY_DONE(lock(whose == Whose::creditor ? values.number_at(0) : 0));
    if (gathered->types.empty()) FRIST_TRY_DONE(know_types(*gathered));
    // Rows of one table are written in the order in which they came.
    bool is_known = false;
    for (std::size_t i = 0; i < gathered_.size(); ++i) {
        const std::shared_ptr<Gathered> other = gathered_[i];
        is_known = is_known || other == gathered;
        if (other != gathered && other->batch.words().table == gathered->batch.words().table) FRIST_TRY_DONE(send(*other));
    }
    if (!is_known) gathered_.push_back(gathered);
    if (!gathered->batch.add(values)) {
        FRIST_TRY_DONE(send(*gathered));
        FRIST_CHECK(gathered->batch.add(values));
    }
    gathered->batch.unless_changed().push_back(unless_one == nullptr ? std::nullopt : std::optional<Error>(*unless_one));
    return gathered->batch.is_full() ? send(*gathered) : Outcome(done);
}

Outcome Link::know_types(Gathered& gathered) {
    const SetWords& set = gathered.batch.words();
    FRIST_TRY(const Answer answer, ask(fmt::format("SELECT attname::text, atttypid::bigint, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = '{}'::regclass AND attnum > 0", set.table)));
    std::vector<std::string> names;
    for (const std::string& column : set.columns) {
        for (int row = 0; row < PQntuples(answer.get()); ++row) {
            if (PQgetvalue(answer.get(), row, 0) != column) continue;
            gathered.types.push_back(static_cast<Oid>(whole_of(PQgetvalue(answer.get(), row, 1))));
            names.emplace_back(PQgetvalue(answer.get(), row, 2));
        }
    }
    FRIST_CHECK(names.size() == set.columns.size());
    gathered.many = set.said(names);
    return done;
}

// A single row is said as it always was: that is the less work for the server.
Outcome Link::send(Gathered& gathered) {
    Batch& batch = gathered.batch;
    if (batch.rows() == 0) return done;
    const bool one = batch.rows() == 1;
    Ready& ready = one ? gathered.ready_one : gathered.ready_many;
    const auto count = static_cast<int>(gathered.types.size());
    const std::vector<Oid> as_cast(gathered.types.size(), 0);
    FRIST_TRY_DONE(make_ready(ready, one ? gathered.one : gathered.many, count, one ? gathered.types.data() : as_cast.data()));
    if (one) batch.lay_out_one();
    else batch.lay_out(gathered.types);
    const std::vector<int> forms(gathered.types.size(), 1);
    const Outcome sent = queue([&] { return PQsendQueryPrepared(connection_, ready.name.c_str(), count, batch.pointers().data(), batch.sizes().data(), forms.data(), 1); });
    if (sent.ok() && batch.words().updates) expect(std::move(batch.unless_changed()), !one);
    batch.clear();
    FRIST_TRY_DONE(sent);
    return waiting_ < most_together ? Outcome(done) : drain();
}

Outcome Link::send_gathered(std::string_view words) {
    Outcome outcome = done;
    std::vector<std::shared_ptr<Gathered>> later;
    for (const std::shared_ptr<Gathered>& gathered : std::exchange(gathered_, {})) {
        if (!words.empty() && !speaks_of(words, gathered->batch.words().table)) {
            later.push_back(gathered);
            continue;
        }
        if (outcome.ok()) outcome = send(*gathered);
        gathered->batch.clear();
    }
    gathered_.insert(gathered_.begin(), later.begin(), later.end());
    return outcome;
}

void Link::forget_gathered() {
    for (const std::shared_ptr<Gathered>& gathered : std::exchange(gathered_, {})) gathered->batch.clear();
}

void Link::grew(const std::string& table) {
    constexpr int until_next = 8;
    Growth& growth = grown_[table];
    if (++growth.rows < growth.look_at) return;
    growth.look_at *= until_next;
    to_look_at_.insert(table);
}

// Somebody else who looks at it just now is enough.
Outcome Link::look_at_grown() {
    for (const std::string& table : std::exchange(to_look_at_, {})) FRIST_TRY_DONE(execute(fmt::format("ANALYZE (SKIP_LOCKED) {}", table)));
    return done;
}

Outcome Link::queue(const std::function<int()>& send) {
    if (waiting_ == 0 && PQenterPipelineMode(connection_) != 1) return wrong(nullptr);
    if (send() != 1) return wrong(nullptr);
    ++waiting_;
    return done;
}

void Link::expect(std::vector<std::optional<Error>> unless, bool tells_places) {
    if (std::any_of(unless.begin(), unless.end(), [](const auto& error) { return error.has_value(); })) expected_.push_back({waiting_ - 1, std::move(unless), tells_places});
}

std::optional<Error> Link::unmet(const Expected& expected, const PGresult* answer) const {
    if (!expected.tells_places) return changed_ == 1 ? std::nullopt : expected.unless.front();
    std::vector<bool> there(expected.unless.size(), false);
    for (int row = 0; row < PQntuples(answer); ++row) there[static_cast<std::size_t>(whole_of(PQgetvalue(answer, row, 0)) - 1)] = true;
    for (std::size_t i = 0; i < there.size(); ++i)
        if (!there[i] && expected.unless[i]) return expected.unless[i];
    return std::nullopt;
}

Outcome Link::queue_words(const std::string& words) {
    return queue([&] { return PQsendQueryParams(connection_, words.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1); });
}

Result<Answer> Link::collect() {
    waiting_ = 0;
    const std::vector<Expected> expected = std::exchange(expected_, {});
    auto next = expected.begin();
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
            if (next != expected.end() && next->place == place) {
                if (!first) first = unmet(*next, answer.get());
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

Outcome Link::drain() {
    if (waiting_ == 0) return done;
    FRIST_TRY([[maybe_unused]] const Answer answer, collect());
    return done;
}
Outcome Link::flush() {
    FRIST_TRY_DONE(send_gathered({}));
    return drain();
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
    ahead_.clear();
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
    ahead_.clear();
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
    ahead_.clear();
    forget_gathered();
    const Outcome flushed = drain();
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
