#include "store/connection.h"

#include "base/embedded.h"
#include "base/pch.h"

#include <filesystem>

namespace frist::store {
namespace {

// Takes back a transaction that was not committed, also when an exception leaves it.
struct Undo {
    sqlite3* database;
    const char* words;
    bool kept = false;
    ~Undo() {
        if (!kept && sqlite3_get_autocommit(database) == 0) sqlite3_exec(database, words, nullptr, nullptr, nullptr);
    }
};

bool is_migration(const embedded::File& file) {
    return !file.path.empty() && file.path.front() >= '0' && file.path.front() <= '9';
}
int number_of(const embedded::File& migration) {
    return std::stoi(std::string(migration.path.substr(0, 4)));
}

}  // namespace

Result<std::shared_ptr<Connection>> Connection::open(const std::string& file, Open how, int patience_ms) {
    if (how == Open::existing && !std::filesystem::exists(file))
        return Error{"store.missing", file, "there is no such database",
                     "Make one with frist init, or name the right file with --db."};
    std::error_code unknown;
    if (std::filesystem::is_directory(file, unknown))
        return Error{"store.open", file, "is a folder", "Name a file in it with --db."};
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
    std::shared_ptr<Connection> opened(new Connection(database));
    Error wrong;
    if (code != SQLITE_OK) {
        wrong = store_error(database, code);
    } else {
        sqlite3_busy_timeout(database, patience_ms);
        const Outcome ready = opened->prepare_all(how);
        if (ready.ok()) return opened;
        wrong = ready.error();
    }
    wrong.field = file;
    return wrong;
}

Connection::~Connection() {
    for (const auto& [name, statement] : statements_) sqlite3_finalize(statement);
    forget_composed();
    sqlite3_close(database_);
}

void Connection::forget_composed() {
    for (const auto& [words, statement] : composed_) sqlite3_finalize(statement);
    composed_.clear();
}

Outcome Connection::prepare_all(Open how) {
    FRIST_TRY_DONE(ours(how));
    FRIST_TRY_DONE(execute("PRAGMA journal_mode = WAL"));
    FRIST_TRY_DONE(execute("PRAGMA synchronous = FULL"));
    FRIST_TRY_DONE(execute("PRAGMA cache_size = -65536"));
    FRIST_TRY_DONE(migrate());
    for (const embedded::File& file : embedded::sql())
        if (!is_migration(file)) FRIST_TRY_DONE(read_statements(file.bytes));
    return done;
}

Outcome Connection::change(const std::function<Outcome()>& work) {
    return in_transaction() ? part_of_change(work) : transaction("BEGIN IMMEDIATE", work);
}
Outcome Connection::look(const std::function<Outcome()>& work) {
    return in_transaction() ? work() : transaction("BEGIN", work);
}

Outcome Connection::transaction(const char* begin, const std::function<Outcome()>& work) {
    FRIST_TRY_DONE(execute(begin));
    const Undo undo{database_, "ROLLBACK"};
    Outcome outcome = work();
    if (outcome.ok()) outcome = execute("COMMIT");
    return outcome;
}

Outcome Connection::part_of_change(const std::function<Outcome()>& work) {
    FRIST_TRY_DONE(execute("SAVEPOINT part"));
    Undo undo{database_, "ROLLBACK TO part; RELEASE part"};
    Outcome outcome = work();
    if (outcome.ok()) outcome = execute("RELEASE part");
    undo.kept = outcome.ok();
    return outcome;
}

Statement Connection::use(std::string_view name) {
    const auto found = statements_.find(name);
    FRIST_CHECK(found != statements_.end());
    return {database_, found->second};
}

Result<Statement> Connection::composed(const std::string& words) {
    auto found = composed_.find(words);
    if (found == composed_.end()) {
        FRIST_TRY(sqlite3_stmt * statement, prepared(words));
        found = composed_.emplace(words, statement).first;
    }
    return Statement(database_, found->second);
}

Result<std::int64_t> Connection::writes() {
    FRIST_TRY(Statement s, composed("PRAGMA data_version"));
    FRIST_TRY(const bool there, s.step());
    FRIST_CHECK(there);
    constexpr int own_bits = 40;
    return s.whole() << own_bits ^ sqlite3_total_changes64(database_);
}

Outcome Connection::execute(const char* words) {
    const int code = sqlite3_exec(database_, words, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return done;
    return store_error(database_, code);
}

// Before a byte of it is changed: the file is a Frist database of a shape that is known here, or an empty one that
// is to become one.
Outcome Connection::ours(Open how) {
    FRIST_TRY(const int at, shape());
    FRIST_TRY(const int tables, whole("SELECT count(*) FROM sqlite_master"));
    FRIST_TRY(const int known,
              whole("SELECT count(*) FROM sqlite_master WHERE name IN ('creditor', 'case_row', 'event')"));
    if (tables > 0 && known != 3)
        return Error{"store.foreign", "database", "is a database of another program",
                     "Name another file with --db; this one is left as it is."};
    if (tables == 0 && how == Open::existing)
        return Error{"store.empty", "database", "is empty",
                     "Make a database of it with frist init, or name the right file with --db."};
    int newest = 0;
    for (const embedded::File& file : embedded::sql())
        if (is_migration(file)) newest = std::max(newest, number_of(file));
    if (at <= newest) return done;
    return Error{"store.newer", "database",
                 fmt::format("was written by a newer version (shape {}, this program knows {})", at, newest),
                 "Use the newer frist, or restore a backup from before the upgrade."};
}

Result<int> Connection::whole(const char* question) {
    FRIST_TRY(sqlite3_stmt * statement, prepared(question));
    const int stepped = sqlite3_step(statement);
    const int answer = stepped == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
    sqlite3_finalize(statement);
    if (stepped != SQLITE_ROW) return store_error(database_, stepped);
    return answer;
}

// Each file NNNN_name.sql once, in order, each in its own transaction.
Outcome Connection::migrate() {
    FRIST_TRY(int at, shape());
    for (const embedded::File& file : embedded::sql()) {
        if (!is_migration(file) || number_of(file) <= at) continue;
        const int number = number_of(file);
        const std::string script(file.bytes);
        const std::string mark = "PRAGMA user_version = " + std::to_string(number);
        FRIST_TRY_DONE(change([&]() -> Outcome {
            FRIST_TRY(const int now, shape());
            if (now >= number) return done;  // another process was faster
            FRIST_TRY_DONE(execute(script.c_str()));
            return execute(mark.c_str());
        }));
        at = number;
    }
    return done;
}

// "-- name: x", then the words of statement x, and so on.
Outcome Connection::read_statements(std::string_view words) {
    constexpr std::string_view mark = "-- name: ";
    words.remove_prefix(std::min(words.find(mark), words.size()));
    while (words.starts_with(mark)) {
        words.remove_prefix(mark.size());
        const std::size_t line = words.find('\n');
        const std::string name(words.substr(0, line));
        words.remove_prefix(line + 1);
        const std::size_t end = std::min(words.find(mark), words.size());
        FRIST_TRY(sqlite3_stmt * statement, prepared(words.substr(0, end)));
        FRIST_CHECK(statements_.emplace(name, statement).second);
        words.remove_prefix(end);
    }
    return done;
}

Result<sqlite3_stmt*> Connection::prepared(std::string_view words) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database_, words.data(), static_cast<int>(words.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return store_error(database_, code);
    return statement;
}

}  // namespace frist::store
