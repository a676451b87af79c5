// A SQLite file that is only looked at: no migration, no setting, no write, whatever its shape. For backups and for who asks
// how an installation is doing (frist doctor).
#pragma once
#include "base/result.h"

#include <sqlite3.h>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frist::store {

class Query {
public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}
    ~Query() { sqlite3_finalize(statement_); }

    Query& bind(std::int64_t value) {
        sqlite3_bind_int64(statement_, ++bound_, value);
        return *this;
    }
    Query& bind(std::string_view value) {
        sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    // From the beginning, with other values.
    Query& again() {
        sqlite3_reset(statement_);
        bound_ = 0;
        return *this;
    }
    // True when there is a row. Errors store.*.
    Result<bool> step();
    [[nodiscard]] std::int64_t whole(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string word(int column) const {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

private:
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

class Reader {
public:
    // Errors store.missing, store.open, store.damaged, store.foreign, store.empty, store.newer, store.busy; the field is the file.
    static Result<Reader> open(const std::string& file, int patience_ms);
    [[nodiscard]] Result<Query> ask(std::string_view words) const;
    // The first column of the first row; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> whole(std::string_view words) const;
    Outcome run(const char* words) const;
    [[nodiscard]] sqlite3* database() const { return database_.get(); }
    [[nodiscard]] int shape() const { return shape_; }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    explicit Reader(sqlite3* database) : database_(database) {}
    Outcome ours();
    std::unique_ptr<sqlite3, Close> database_;
    int shape_ = 0;
};

// The newest shape that this program knows.
int newest_shape();

// What SQLite itself finds wrong with the pages of a file, at most ten sentences; `thorough` also counts every index against its
// table, which takes minutes where the quick look takes seconds. Errors store.*.
Result<std::vector<std::string>> pages_wrong(const Reader& reader, bool thorough);

}  // namespace frist::store
