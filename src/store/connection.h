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

// Whether this names a database of a PostgreSQL server: postgres://… or postgresql://….
bool on_server(std::string_view database);
// The name of a database as people may see it: without who logs in, and how.
std::string shown(std::string_view database);

class Connection {
public:
    // Opens the file, or the database of a server, and brings it to the newest shape. Errors store.missing, store.open,
    // store.newer (it was written by a newer version), store.foreign (by another program), store.empty, store.damaged,
    // store.busy, store.full, store.lost (the server does not answer), store.moving (a move is filling it); the field is the database. Another writer is waited
    // for `patience_ms` milliseconds.
    static Result<std::shared_ptr<Connection>> open(const std::string& database, Open how, int patience_ms);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() = default;

    // Runs `work` in one transaction that may write: all of it is kept, or nothing. Inside another it is a part of that
    // one, and undone alone when it fails. Errors of the database are store.*. Whoever works on the same creditor, or on the
    // house, waits meanwhile: what was read inside is true until the end.
    Outcome change(const std::function<Outcome()>& work);
    // Runs `work` on the database as it is at one moment, whatever is written meanwhile. For reading only.
    Outcome look(const std::function<Outcome()>& work);

    // `write` is run before a change ends, and before and after each part of one: for what changes with every row and is written
    // once. As long as `owner` lives.
    void before_ends(std::weak_ptr<void> owner, std::function<Outcome()> write) { endings_.push_back({std::move(owner), std::move(write)}); }

    // The statement of this name in a file of src/store/sql that is no migration. An unknown name is a bug. A
    // statement is in use once at a time.
    [[nodiscard]] Statement use(std::string_view name);
    // Words that stand in no file because they are put together from what was asked; kept for the next time.
    [[nodiscard]] Result<Statement> composed(const std::string& words, Rows rows = Rows::some);
    // Lets go of them: what they spoke of goes away.
    void forget_composed() { composed_.clear(); }
    // One statement or several, without values.
    Outcome execute(const std::string& words) { return engine_->execute(words); }

    // Until it is called again: only this creditor's rows and the house's are seen and written; 0: all. Not inside a change. A wall of
    // the engine's, where it has one; who may see what is decided elsewhere.
    void narrow(std::int64_t creditor) { engine_->narrow(creditor); }

    // Rows that the last statement made, changed or removed.
    [[nodiscard]] std::int64_t changed() const { return engine_->changed(); }
    // The key that the last new row of a table with whole keys was given.
    [[nodiscard]] std::int64_t made() const { return engine_->made(); }
    // Another number whenever something was written, by this connection or another that has committed.
    [[nodiscard]] Result<std::int64_t> writes() { return engine_->writes(); }
    // The last statement failed because a row with this key is there.
    [[nodiscard]] bool taken() const { return engine_->taken(); }
    [[nodiscard]] bool in_transaction() const { return engine_->in_transaction(); }
    [[nodiscard]] bool is_far() const { return engine_->is_far(); }
    // What was read of what this change itself writes holds as long as this number: it is another one in each change, and after a
    // part of one was undone.
    [[nodiscard]] std::uint64_t moment() const { return moment_; }

    // What is known of the database itself.
    Engine& engine() { return *engine_; }

private:
    explicit Connection(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
    Outcome prepare_all(Open how);
    Outcome ours(Open how);
    Outcome migrate();
    Outcome read_statements(std::string_view words);
    Outcome part_of_change(const std::function<Outcome()>& work);
    Outcome transaction(const Outcome& begun, const std::function<Outcome()>& work);
    Outcome write_endings();

    struct Ending {
        std::weak_ptr<void> owner;
        std::function<Outcome()> write;
    };

    std::unique_ptr<Engine> engine_;
    std::uint64_t moment_ = 0;
    std::vector<Ending> endings_;
    std::map<std::string, std::unique_ptr<Prepared>, std::less<>> statements_;
    std::map<std::string, std::unique_ptr<Prepared>, std::less<>> composed_;
};

}  // namespace frist::store
