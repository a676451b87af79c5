// What a database program does for a store, whichever it is: SQLite inside (sqlite_engine.cpp) or a PostgreSQL server
// (postgres_engine.cpp). All words are written once, in src/store/sql, as SQLite understands them; postgres_words.h says
// what is said otherwise to the other.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frist::store {

// make: an empty one becomes ours. half: that, or one that a move has not filled yet.
enum class Open { make, existing, half };

// Values that take turns in one place of a statement.
using Keys = std::variant<std::span<const std::int64_t>, std::span<const std::string>>;

// A statement that is ready to run. Places of values and columns count from 0.
class Prepared {
public:
    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    virtual ~Prepared() = default;

    virtual void bind_whole(int place, std::int64_t value) = 0;
    // The bytes must live until the statement has run; those of bind_copy are taken along.
    virtual void bind_text(int place, std::string_view value) = 0;
    virtual void bind_copy(int place, std::string_view value) = 0;
    virtual void bind_bytes(int place, std::string_view value) = 0;
    virtual void bind_nothing(int place) = 0;

    // True when there is a row, which is then the one that is read. Errors store.*.
    virtual Result<bool> step() = 0;
    // For a statement that gives no rows and whose outcome nobody waits for: it may run together with later ones, and what
    // goes wrong is told by one of those, at the latest by the end of the change, which then keeps nothing.
    // `unless_one`: it must change one row; with none, or more, this is what is told.
    virtual Outcome soon(const Error* unless_one) = 0;
    // A hint, inside a transaction: it will be asked with each of these keys at `place`, and with the other values as they are bound. Where a
    // question costs a way to a server they are asked together, and each is answered from that later, unless what it
    // speaks of was written meanwhile.
    virtual Outcome ask_ahead(int /*place*/, const Keys& /*keys*/) { return done; }
    [[nodiscard]] virtual bool nothing(int column) const = 0;
    [[nodiscard]] virtual std::int64_t whole(int column) const = 0;
    // As long as the row is read.
    [[nodiscard]] virtual std::string_view bytes(int column) const = 0;
    // Ready for the next use; the values are let go.
    virtual void reset() = 0;
};

// How many rows a statement may give: some, or so many that they must not stand in memory together.
enum class Rows { some, many };

// A series of numbers of which none is given twice.
struct Series {
    std::string table;
    std::int64_t last = 0;
};

// What only one process does at a time, on whichever machine it runs.
enum class Duty { night = 1, jobs = 2, dispatch = 3 };

class Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    virtual Result<std::unique_ptr<Prepared>> prepare(std::string_view words, Rows rows) = 0;
    // One statement or several, without values.
    virtual Outcome execute(const std::string& words) = 0;

    // A change that keeps everybody else's writing to the same creditor waiting, or a look at one moment.
    virtual Outcome begin_change() = 0;
    virtual Outcome begin_look() = 0;
    // Inside a change, before anything else: waits for everybody, and keeps everybody waiting until its end. For what moves
    // the whole house.
    virtual Outcome alone() = 0;
    virtual Outcome commit() = 0;
    virtual void roll_back() = 0;
    [[nodiscard]] virtual bool in_transaction() const = 0;

    // Whether every question is a way to a server and back.
    [[nodiscard]] virtual bool is_far() const { return false; }

    // See Connection.
    virtual void narrow(std::int64_t /*creditor*/) {}
    [[nodiscard]] virtual std::int64_t changed() const = 0;
    [[nodiscard]] virtual std::int64_t made() const = 0;
    [[nodiscard]] virtual bool taken() const = 0;
    virtual Result<std::int64_t> writes() = 0;

    // Once it is known to be ours: how it is worked with.
    virtual Outcome settle() = 0;

    // The number of the newest migration that was run; 0 in an empty database. `fits` is the oldest shape whose programs
    // may go on working beside.
    virtual Result<int> shape() = 0;
    virtual Result<int> fits() = 0;
    virtual Outcome keep_shape(int number, int fits) = 0;
    // Runs the words of a migration.
    virtual Outcome migrate(std::string_view words) = 0;
    // After the last migration.
    virtual Outcome migrated() = 0;

    // The tables of the store, by name, and the whole database's, ours or not.
    virtual Result<std::vector<std::string>> tables() = 0;
    // Those with a column `creditor`.
    virtual Result<std::vector<std::string>> tables_of_creditors() = 0;
    // The series that have given a number; and the way back in.
    virtual Result<std::vector<Series>> series() = 0;
    virtual Outcome keep_series(const Series& series) = 0;
    // After rows came in with the keys they had.
    virtual Outcome filled() = 0;

    // Whether the duty (for one creditor, or 0) is ours now. It stays ours until it is given back or this connection ends, also by a
    // kill; then somebody else has it.
    virtual Result<bool> take_duty(Duty duty, std::int64_t creditor) = 0;
    virtual void end_duty(Duty duty, std::int64_t creditor) = 0;

    // Reads the whole database for what is broken; what was found, in words, or nothing.
    virtual Result<std::vector<std::string>> broken() = 0;
};

// Opens what `database` names: a file, ":memory:", or a server and its database as postgres://…. Nothing is made or changed
// in it but what an empty SQLite file needs. Errors are those of Connection::open.
Result<std::unique_ptr<Engine>> sqlite_engine(const std::string& file, Open how, int patience_ms);
Result<std::unique_ptr<Engine>> postgres_engine(const std::string& url, Open how, int patience_ms);

}  // namespace frist::store
