// A prepared statement of SQLite that binds and reads our own types.
#pragma once
#include "base/date.h"
#include "base/result.h"
#include "money/money.h"

#include <sqlite3.h>
#include <optional>
#include <string_view>
#include <vector>

namespace frist::store {

class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement(Statement&& other) noexcept
        : database_(other.database_),
          statement_(std::exchange(other.statement_, nullptr)),
          bound_(other.bound_),
          read_(other.read_) {}
    // Ready for the next use; the values bound are let go.
    ~Statement() {
        if (statement_ == nullptr) return;
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

    Statement& bind(std::int64_t value) {
        sqlite3_bind_int64(statement_, ++bound_, value);
        return *this;
    }
    // The text must live until the statement has run.
    Statement& bind(std::string_view value) {
        sqlite3_bind_text(statement_, ++bound_, value.data() == nullptr ? "" : value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        return *this;
    }
    Statement& bind_blob(std::string_view value) {
        sqlite3_bind_blob(statement_, ++bound_, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        return *this;
    }
    Statement& bind(Date value) {
        const std::string day = text(value);
        sqlite3_bind_text(statement_, ++bound_, day.data(), static_cast<int>(day.size()), SQLITE_TRANSIENT);
        return *this;
    }
    Statement& bind(const std::optional<Date>& value) {
        if (value) return bind(*value);
        sqlite3_bind_null(statement_, ++bound_);
        return *this;
    }
    Statement& bind(Money value) {
        const Currency currency = value.currency();   // keeps the letters that the code is a view of
        const std::string_view code = currency.code();
        sqlite3_bind_text(statement_, ++bound_, code.data(), static_cast<int>(code.size()), SQLITE_TRANSIENT);
        return bind(value.minor());
    }

    Statement& bind_nothing() {
        sqlite3_bind_null(statement_, ++bound_);
        return *this;
    }

    // True when there is a row. Errors store.full, store.busy, store.disk.
    Result<bool> step();
    // For a statement that gives no rows.
    Outcome run();

    // Whether the next column holds nothing; it is still the next one.
    [[nodiscard]] bool nothing() const { return sqlite3_column_type(statement_, read_) == SQLITE_NULL; }
    // Passes over the next column.
    void skip() { ++read_; }
    std::int64_t whole() { return sqlite3_column_int64(statement_, read_++); }
    std::string_view view() {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, read_));
        return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, read_++))};
    }
    std::string word() { return std::string(view()); }
    Date date() { return maybe_date().value_or(Date{}); }
    std::optional<Date> maybe_date();
    // Currency, then minor units. A sum without a currency column: money_in.
    Money money() {
        const std::string_view code = view();
        return money_in(Currency::parse(code).ok() ? *Currency::parse(code) : Currency{});
    }
    Money money_in(Currency currency) { return {whole(), currency}; }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
    int read_ = 0;
};

// Every row that the statement gives, each read by `read`.
template <class Row, class Read>
Result<std::vector<Row>> all(Statement& s, const Read& read) {
    std::vector<Row> rows;
    while (true) {
        FRIST_TRY(const bool row, s.step());
        if (!row) return rows;
        rows.push_back(read());
    }
}

// The first row, or nothing.
template <class Row, class Read>
Result<std::optional<Row>> first(Statement& s, const Read& read) {
    FRIST_TRY(const bool row, s.step());
    if (!row) return std::optional<Row>{};
    return std::optional<Row>(read());
}

// What went wrong in the database, in our words.
Error store_error(sqlite3* database, int code);

}  // namespace frist::store
