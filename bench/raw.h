// Bare SQLite for the floors: no rule, no hash, no type, only what the engine needs to keep the rows.
#pragma once
#include "base/embedded.h"
#include "base/pch.h"

#include <sqlite3.h>
#include <string>

namespace frist::bench {

class Raw {
public:
    explicit Raw(const std::string& file) {
        if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) std::abort();
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
    }
    ~Raw() { sqlite3_close(db_); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    void run(const std::string& sql) const {
        if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(db_));
        std::abort();
    }
    // The tables as Frist makes them.
    void shape() const {
        for (const embedded::File& file : embedded::sql())
            if (file.path.ends_with(".sql") && file.path.front() == '0') run(std::string(file.bytes));
    }
    [[nodiscard]] sqlite3_stmt* prepared(const std::string& sql) const {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) return statement;
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(db_));
        std::abort();
    }

private:
    sqlite3* db_ = nullptr;
};

// Runs the statement with these words and numbers.
struct Bound {
    sqlite3_stmt* statement;
    int at = 0;
    Bound& operator()(std::int64_t value) {
        sqlite3_bind_int64(statement, ++at, value);
        return *this;
    }
    Bound& operator()(std::string_view value) {
        sqlite3_bind_text(statement, ++at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        return *this;
    }
    void go() {
        if (sqlite3_step(statement) != SQLITE_DONE) std::abort();
        sqlite3_reset(statement);
        at = 0;
    }
};

}  // namespace frist::bench
