// An open database: its shape brought up to date, statements by name, and transactions. Every store of this folder
// stands on one; several may share it. One thread uses a connection at a time; a program with several threads opens one
// for each, and they wait for each other's writing.
#pragma once
#include "store/statement.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace frist::store {

enum class Open { make, existing };

class Connection {
public:
    // Opens the file and brings it to the newest shape. Errors store.missing, store.open, store.newer (the file was
    // written by a newer version), store.foreign (by another program), store.empty, store.damaged, store.busy,
    // store.full; the field is the file. Another writer is waited for `patience_ms` milliseconds.
    static Result<std::shared_ptr<Connection>> open(const std::string& file, Open how, int patience_ms);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    // Runs `work` in one transaction that may write: all of it is kept, or nothing. Inside another it is a part of that
    // one, and undone alone when it fails. Errors of the database are store.*.
    Outcome change(const std::function<Outcome()>& work);
    // Runs `work` on the database as it is at one moment, whatever is written meanwhile. For reading only.
    Outcome look(const std::function<Outcome()>& work);

    // The statement of this name in a file of src/store/sql that is no migration. An unknown name is a bug. A
    // statement is in use once at a time.
    [[nodiscard]] Statement use(std::string_view name);
    // Words that stand in no file because they are put together from what was asked; kept for the next time.
    [[nodiscard]] Result<Statement> composed(const std::string& words);
    // Lets go of them: what they spoke of goes away.
    void forget_composed();
    // One statement or several, without values.
    Outcome execute(const char* words);

    // Rows that the last statement made, changed or removed.
    [[nodiscard]] std::int64_t changed() const { return sqlite3_changes(database_); }
    // The key that the last new row of a table with whole keys was given.
    [[nodiscard]] std::int64_t made() const { return sqlite3_last_insert_rowid(database_); }
    // Another number whenever something was written, by this connection or another that has committed.
    [[nodiscard]] Result<std::int64_t> writes();
    // The last statement failed because a row with this key is there.
    [[nodiscard]] bool taken() const { return sqlite3_errcode(database_) == SQLITE_CONSTRAINT; }
    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

private:
    explicit Connection(sqlite3* database) : database_(database) {}
    Outcome prepare_all(Open how);
    Outcome ours(Open how);
    Outcome migrate();
    Outcome read_statements(std::string_view words);
    Outcome part_of_change(const std::function<Outcome()>& work);
    Outcome transaction(const char* begin, const std::function<Outcome()>& work);
    Result<sqlite3_stmt*> prepared(std::string_view words);
    Result<int> whole(const char* question);
    Result<int> shape() { return whole("PRAGMA user_version"); }

    sqlite3* database_;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
    std::map<std::string, sqlite3_stmt*, std::less<>> composed_;
};

}  // namespace frist::store
