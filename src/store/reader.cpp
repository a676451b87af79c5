#include "store/reader.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "store/sqlite_error.h"

#include <filesystem>

namespace frist::store {

int newest_shape() {
    int newest = 0;
    for (const embedded::File& file : embedded::sql())
        if (!file.path.empty() && file.path.front() >= '0' && file.path.front() <= '9') newest = std::max(newest, std::stoi(std::string(file.path.substr(0, 4))));
    return newest;
}

Result<bool> Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return sqlite_error(sqlite3_db_handle(statement_), code);
}

Result<Reader> Reader::open(const std::string& file, int patience_ms) {
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown)) return Error{"store.missing", file, "there is no such database", "Make one with frist init, or name the right file with --db."};
    if (std::filesystem::is_directory(file, unknown)) return Error{"store.open", file, "is a folder", "Name a file in it with --db."};
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Reader reader(database);
    Outcome known = done;
    if (code != SQLITE_OK) known = sqlite_error(database, code);
    else {
        sqlite3_busy_timeout(database, patience_ms);
        known = reader.ours();
    }
    if (known.ok()) return reader;
    Error wrong = known.error();
    wrong.field = file;
    return wrong;
}

Outcome Reader::ours() {
    FRIST_TRY(const std::int64_t shape, whole("PRAGMA user_version"));
    FRIST_TRY(const std::int64_t tables, whole("SELECT count(*) FROM sqlite_master"));
    FRIST_TRY(const std::int64_t known, whole("SELECT count(*) FROM sqlite_master WHERE name IN ('creditor', 'case_row', 'event')"));
    if (tables == 0) return Error{"store.empty", "database", "is empty", "Make a database of it with frist init, or name the right one with --db."};
    if (known != 3) return Error{"store.foreign", "database", "is a database of another program", "Name another one with --db; this one is left as it is."};
    shape_ = static_cast<int>(shape);
    if (shape_ <= newest_shape()) return done;
    return Error{"store.newer", "database", fmt::format("was written by a newer version (shape {}, this program knows {})", shape, newest_shape()), "Use the newer frist, or restore a backup from before the upgrade."};
}

Result<Query> Reader::ask(std::string_view words) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), words.data(), static_cast<int>(words.size()), &statement, nullptr);
    if (code != SQLITE_OK) return sqlite_error(database_.get(), code);
    return Query(statement);
}

Result<std::int64_t> Reader::whole(std::string_view words) const {
    FRIST_TRY(Query query, ask(words));
    FRIST_TRY(const bool row, query.step());
    return row ? query.whole(0) : 0;
}

Outcome Reader::run(const char* words) const {
    const int code = sqlite3_exec(database_.get(), words, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Outcome(done) : sqlite_error(database_.get(), code);
}

Result<std::vector<std::string>> pages_wrong(const Reader& reader, bool thorough) {
    FRIST_TRY(Query query, reader.ask(thorough ? "PRAGMA integrity_check(10)" : "PRAGMA quick_check(10)"));
    std::vector<std::string> wrong;
    while (true) {
        const Result<bool> row = query.step();
        if (!row.ok() && row.error().code != "store.damaged") return row.error();
        if (!row.ok()) wrong.push_back("a page cannot be read");
        if (!row.ok() || !*row) return wrong;
        if (std::string said = query.word(0); said != "ok") wrong.push_back(std::move(said));
    }
}

}  // namespace frist::store
