#include "store/connection.h"

#include "base/embedded.h"
#include "base/pch.h"

namespace frist::store {
namespace {

// Takes back a transaction that was not committed, also when an exception leaves it.
struct Undo {
    Engine& engine;
    ~Undo() {
        if (engine.in_transaction()) engine.roll_back();
    }
};
struct UndoPart {
    Engine& engine;
    std::uint64_t& moment;
    bool kept = false;
    ~UndoPart() {
        if (kept) return;
        ++moment;
        if (engine.in_transaction()) (void)engine.execute("ROLLBACK TO part; RELEASE part");
    }
};

bool is_migration(const embedded::File& file) {
    return !file.path.empty() && file.path.front() >= '0' && file.path.front() <= '9';
}
int number_of(const embedded::File& migration) {
    return std::stoi(std::string(migration.path.substr(0, 4)));
}

// "-- fits: 18" in a migration: programs that know no newer shape than 18 may go on working beside, until they are upgraded too.
// Without it only those that know this one.
int fits_of(const embedded::File& migration) {
    constexpr std::string_view mark = "-- fits: ";
    const std::size_t found = migration.bytes.find(mark);
    return found == std::string_view::npos ? number_of(migration) : std::stoi(std::string(migration.bytes.substr(found + mark.size(), 6)));
}

}  // namespace

bool on_server(std::string_view database) { return database.starts_with("postgres://") || database.starts_with("postgresql://"); }

std::string shown(std::string_view database) {
    if (!on_server(database)) return std::string(database);
    const std::size_t host = database.find("://") + 3;
    const std::size_t at = database.rfind('@');
    const std::string_view place = database.substr(at == std::string_view::npos ? host : at + 1);
    return fmt::format("postgres://{}", place.substr(0, place.find('?')));   // options may hold a password too
}

Result<std::shared_ptr<Connection>> Connection::open(const std::string& database, Open how, int patience_ms) {
    Result<std::unique_ptr<Engine>> engine = on_server(database) ? postgres_engine(database, how, patience_ms) : sqlite_engine(database, how, patience_ms);
    Error wrong;
    if (engine.ok()) {
        std::shared_ptr<Connection> opened(new Connection(std::move(engine).value()));
        const Outcome ready = opened->prepare_all(how);
        if (ready.ok()) return opened;
        wrong = ready.error();
    } else {
        wrong = engine.error();
    }
    wrong.field = shown(database);
    return wrong;
}

Outcome Connection::prepare_all(Open how) {
    FRIST_TRY_DONE(ours(how));
    FRIST_TRY_DONE(engine_->settle());
    FRIST_TRY_DONE(migrate());
    for (const embedded::File& file : embedded::sql())
        if (!is_migration(file)) FRIST_TRY_DONE(read_statements(file.bytes));
    return done;
}

Outcome Connection::change(const std::function<Outcome()>& work) {
    return in_transaction() ? part_of_change(work) : transaction(engine_->begin_change(), work);
}
Outcome Connection::look(const std::function<Outcome()>& work) {
    if (!in_transaction()) return transaction(engine_->begin_look(), work);
    FRIST_TRY_DONE(write_endings());
    return work();
}

Outcome Connection::transaction(const Outcome& begun, const std::function<Outcome()>& work) {
    FRIST_TRY_DONE(begun);
    ++moment_;
    const Undo undo{*engine_};
    Outcome outcome = work();
    if (outcome.ok()) outcome = write_endings();
    if (outcome.ok()) outcome = engine_->commit();
    return outcome;
}

Outcome Connection::write_endings() {
    std::erase_if(endings_, [](const Ending& ending) { return ending.owner.expired(); });
    for (const Ending& ending : endings_) FRIST_TRY_DONE(ending.write());
    return done;
}

Outcome Connection::part_of_change(const std::function<Outcome()>& work) {
    FRIST_TRY_DONE(write_endings());
    FRIST_TRY_DONE(execute("SAVEPOINT part"));
    UndoPart undo{*engine_, moment_};
    Outcome outcome = work();
    if (outcome.ok()) outcome = write_endings();
    if (outcome.ok()) outcome = execute("RELEASE part");
    undo.kept = outcome.ok();
    return outcome;
}

Statement Connection::use(std::string_view name) {
    const auto found = statements_.find(name);
    FRIST_CHECK(found != statements_.end());
    return Statement(*found->second);
}

Result<Statement> Connection::composed(const std::string& words, Rows rows) {
    auto found = composed_.find(words);
    if (found == composed_.end()) {
        FRIST_TRY(std::unique_ptr<Prepared> prepared, engine_->prepare(words, rows));
        found = composed_.emplace(words, std::move(prepared)).first;
    }
    return Statement(*found->second);
}

// Before a byte of it is changed: it is a Frist database of a shape that is known here, or an empty one that is to become
// one.
Outcome Connection::ours(Open how) {
    FRIST_TRY(const int at, engine_->shape());
    FRIST_TRY(const std::vector<std::string> tables, engine_->tables());
    std::size_t known = 0;
    for (const char* name : {"case_row", "creditor", "event"}) known += std::count(tables.begin(), tables.end(), name);
    if (!tables.empty() && known != 3)
        return Error{"store.foreign", "database", "is a database of another program", "Name another one with --db; this one is left as it is."};
    if (how != Open::half && std::find(tables.begin(), tables.end(), "moving") != tables.end())
        return Error{"store.moving", "database", "is being filled from another one and is not whole yet", "Run frist migrate-store again: it goes on where it was."};
    if (tables.empty() && how == Open::existing)
        return Error{"store.empty", "database", "is empty", "Make a database of it with frist init, or name the right one with --db."};
    int newest = 0;
    for (const embedded::File& file : embedded::sql())
        if (is_migration(file)) newest = std::max(newest, number_of(file));
    if (at <= newest) return done;
    FRIST_TRY(const int fits, engine_->fits());
    if (fits <= newest) return done;   // the newer program has come first, and this one goes on until it is its turn
    return Error{"store.newer", "database", fmt::format("was written by a newer version (shape {}, this program knows {})", at, newest),
                 "Use the newer frist, or restore a backup from before the upgrade."};
}

// Each file NNNN_name.sql once, in order, each in its own transaction.
Outcome Connection::migrate() {
    FRIST_TRY(int at, engine_->shape());
    bool moved = false;
    for (const embedded::File& file : embedded::sql()) {
        if (!is_migration(file) || number_of(file) <= at) continue;
        const int number = number_of(file);
        FRIST_TRY_DONE(change([&]() -> Outcome {
            FRIST_TRY(const int now, engine_->shape());
            if (now >= number) return done;  // another process was faster
            FRIST_TRY_DONE(engine_->migrate(file.bytes));
            return engine_->keep_shape(number, fits_of(file));
        }));
        at = number;
        moved = true;
    }
    return moved ? change([&] { return engine_->migrated(); }) : Outcome(done);
}

// "-- name: x", then the words of statement x, and so on. "-- name: x, many rows": so many that they must not stand in
// memory together.
Outcome Connection::read_statements(std::string_view words) {
    constexpr std::string_view mark = "-- name: ";
    constexpr std::string_view many = ", many rows";
    words.remove_prefix(std::min(words.find(mark), words.size()));
    while (words.starts_with(mark)) {
        words.remove_prefix(mark.size());
        const std::size_t line = words.find('\n');
        std::string_view name = words.substr(0, line);
        const Rows rows = name.ends_with(many) ? Rows::many : Rows::some;
        if (rows == Rows::many) name.remove_suffix(many.size());
        words.remove_prefix(line + 1);
        const std::size_t end = std::min(words.find(mark), words.size());
        FRIST_TRY(std::unique_ptr<Prepared> prepared, engine_->prepare(words.substr(0, end), rows));
        FRIST_CHECK(statements_.emplace(name, std::move(prepared)).second);
        words.remove_prefix(end);
    }
    return done;
}

}  // namespace frist::store
