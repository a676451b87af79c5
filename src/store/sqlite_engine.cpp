#include "base/pch.h"
#include "store/engine.h"
#include "store/file_duties.h"
#include "store/sqlite_error.h"

#include <filesystem>

namespace frist::store {
namespace {

constexpr const char* how_it_is_worked_with = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536";

class SqlitePrepared final : public Prepared {
public:
    SqlitePrepared(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
    ~SqlitePrepared() override { sqlite3_finalize(statement_); }

    void bind_whole(int place, std::int64_t value) override { sqlite3_bind_int64(statement_, place + 1, value); }
    void bind_text(int place, std::string_view value) override {
        sqlite3_bind_text(statement_, place + 1, value.data() == nullptr ? "" : value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void bind_copy(int place, std::string_view value) override {
        sqlite3_bind_text(statement_, place + 1, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
    void bind_bytes(int place, std::string_view value) override {
        sqlite3_bind_blob(statement_, place + 1, value.data() == nullptr ? "" : value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void bind_nothing(int place) override { sqlite3_bind_null(statement_, place + 1); }

    Result<bool> step() override {
        const int code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        return sqlite_error(database_, code);
    }
    Outcome soon(const Error* unless_one) override {
        FRIST_TRY(const bool row, step());
        FRIST_CHECK(!row);
        return unless_one == nullptr || sqlite3_changes(database_) == 1 ? Outcome(done) : Outcome(*unless_one);
    }
    [[nodiscard]] bool nothing(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t whole(int column) const override { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string_view bytes(int column) const override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    void reset() override {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
};

class SqliteEngine final : public Engine {
public:
    SqliteEngine(sqlite3* database, const std::string& file, int patience_ms) : database_(database), duties_(file), patience_ms_(patience_ms) {}
    ~SqliteEngine() override { sqlite3_close(database_); }

    Result<std::unique_ptr<Prepared>> prepare(std::string_view words, Rows /*they are read one by one*/) override {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v3(database_, words.data(), static_cast<int>(words.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) return sqlite_error(database_, code);
        return std::unique_ptr<Prepared>(std::make_unique<SqlitePrepared>(database_, statement));
    }
    Outcome execute(const std::string& words) override {
        const int code = sqlite3_exec(database_, words.c_str(), nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) return done;
        return sqlite_error(database_, code);
    }

    Outcome begin_change() override { return execute("BEGIN IMMEDIATE"); }
    Outcome begin_look() override { return execute("BEGIN"); }
    Outcome alone() override { return done; }   // a change is
    Outcome commit() override { return execute("COMMIT"); }
    void roll_back() override { sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr); }
    [[nodiscard]] bool in_transaction() const override { return sqlite3_get_autocommit(database_) == 0; }

    [[nodiscard]] std::int64_t changed() const override { return sqlite3_changes(database_); }
    [[nodiscard]] std::int64_t made() const override { return sqlite3_last_insert_rowid(database_); }
    [[nodiscard]] bool taken() const override { return sqlite3_errcode(database_) == SQLITE_CONSTRAINT; }
    Result<std::int64_t> writes() override {
        FRIST_TRY(const std::int64_t others, whole("PRAGMA data_version"));
        constexpr int own_bits = 40;
        return others << own_bits ^ sqlite3_total_changes64(database_);
    }

    // Two that make the same empty file a database at the same time step on each other's lock, and SQLite does not wait for this one.
    Outcome settle() override {
        constexpr int pause_ms = 5;
        Outcome outcome = execute(how_it_is_worked_with);
        for (int waited = 0; !outcome.ok() && outcome.error().code == "store.busy" && waited < patience_ms_; waited += pause_ms) {
            sqlite3_sleep(pause_ms);
            outcome = execute(how_it_is_worked_with);
        }
        return outcome;
    }

    Result<int> shape() override {
        FRIST_TRY(const std::int64_t number, whole("PRAGMA user_version"));
        return static_cast<int>(number);
    }
    // One program works on a file; an older one is no part of an upgrade.
    Result<int> fits() override { return shape(); }
    Outcome keep_shape(int number, int /*fits*/) override { return execute("PRAGMA user_version = " + std::to_string(number)); }
    Outcome migrate(std::string_view words) override { return execute(std::string(words)); }
    Outcome migrated() override { return done; }

    Result<std::vector<std::string>> tables() override {
        return words_of("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    }
    Result<std::vector<std::string>> tables_of_creditors() override {
        return words_of("SELECT m.name FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'creditor' "
                        "WHERE m.type = 'table' ORDER BY m.name");
    }
    Result<std::vector<Series>> series() override {
        FRIST_TRY(const auto s, prepare("SELECT name, seq FROM sqlite_sequence ORDER BY name", Rows::some));
        std::vector<Series> all;
        while (true) {
            FRIST_TRY(const bool row, s->step());
            if (!row) return all;
            all.push_back({std::string(s->bytes(0)), s->whole(1)});
        }
    }
    Outcome keep_series(const Series& series) override {
        for (const char* words : {"DELETE FROM sqlite_sequence WHERE name = ?1", "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)"}) {
            FRIST_TRY(const auto s, prepare(words, Rows::some));
            s->bind_text(0, series.table);
            if (words[0] == 'I') s->bind_whole(1, series.last);
            FRIST_TRY_DONE(s->soon(nullptr));
        }
        return done;
    }

    Outcome filled() override { return done; }

    Result<bool> take_duty(Duty duty, std::int64_t creditor) override { return duties_.take(place_of(duty, creditor)); }
    void end_duty(Duty duty, std::int64_t creditor) override { duties_.end(place_of(duty, creditor)); }

    Result<std::vector<std::string>> broken() override {
        FRIST_TRY(std::vector<std::string> found, words_of("PRAGMA integrity_check"));
        std::erase(found, "ok");
        return found;
    }

private:
    static std::int64_t place_of(Duty duty, std::int64_t creditor) { return (static_cast<std::int64_t>(duty) << 40) + creditor; }
    Result<std::int64_t> whole(std::string_view question) {
        FRIST_TRY(const auto s, prepare(question, Rows::some));
        FRIST_TRY(const bool row, s->step());
        return row ? s->whole(0) : 0;
    }
    Result<std::vector<std::string>> words_of(std::string_view question) {
        FRIST_TRY(const auto s, prepare(question, Rows::some));
        std::vector<std::string> all;
        while (true) {
            FRIST_TRY(const bool row, s->step());
            if (!row) return all;
            all.emplace_back(s->bytes(0));
        }
    }

    sqlite3* database_;
    FileDuties duties_;
    int patience_ms_;
};

}  // namespace

Error sqlite_error(sqlite3* database, int code) {
    const std::string said = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
    switch (code & 0xff) {
        case SQLITE_FULL: return {"store.full", "database", "the disk is full; nothing of this step was kept", "Free some space and run the command again."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {"store.busy", "database", "another process is writing to it", "Wait until that command has ended and run this one again."};
        case SQLITE_READONLY: return {"store.readonly", "database", "may not be written to", "Give the user who runs frist the right to write the file and its folder."};
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT: return {"store.damaged", "database", "is damaged or is no Frist database: " + said, "Restore the latest backup, then run frist verify."};
        case SQLITE_CANTOPEN: return {"store.open", "database", "cannot be opened", "Check the name of the file and the rights of its folder, or make one with frist init."};
        case SQLITE_IOERR:
            // A quota and a limit on the size of files end like a broken disk, and SQLite does not keep the system's word:
            // what cannot be written is called full until somebody has looked.
            if (const int why = database == nullptr ? 0 : sqlite3_extended_errcode(database); why == SQLITE_IOERR_WRITE || why == SQLITE_IOERR_SHMSIZE || why == SQLITE_IOERR_TRUNCATE)
                return {"store.full", "database", "cannot grow: the disk, a quota or a limit on files is full; nothing of this step was kept", "Free some space or lift the limit, and run the command again."};
            return {"store.disk", "database", "the disk failed: " + said, "Check the disk; nothing of this step was kept."};
        default: return {"store.failed", "database", said, "Nothing of this step was kept. Run frist verify."};
    }
}

Result<std::unique_ptr<Engine>> sqlite_engine(const std::string& file, Open how, int patience_ms) {
    if (how == Open::existing && !std::filesystem::exists(file))
        return Error{"store.missing", file, "there is no such database", "Make one with frist init, or name the right file with --db."};
    std::error_code unknown;
    if (std::filesystem::is_directory(file, unknown)) return Error{"store.open", file, "is a folder", "Name a file in it with --db."};
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
    std::unique_ptr<Engine> engine = std::make_unique<SqliteEngine>(database, file, patience_ms);
    if (code != SQLITE_OK) return sqlite_error(database, code);
    sqlite3_busy_timeout(database, patience_ms);
    return engine;
}

}  // namespace frist::store
