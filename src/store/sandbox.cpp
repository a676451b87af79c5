#include "store/sandbox.h"

#include "base/pch.h"

namespace frist::store {
namespace {

constexpr int patience_ms = 5000;

// Every table that belongs to a creditor, but for what grows with the past and is not asked.
constexpr const char* tables =
    "SELECT m.name FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'creditor' WHERE m.type = 'table' "
    "AND m.name NOT IN ('event', 'entry', 'enclosure', 'act', 'file', 'note', 'job') ORDER BY m.name";
constexpr const char* enclosures =
    "INSERT INTO main.enclosure (creditor, invoice, sha256, name, on_day, bytes) "
    "SELECT creditor, invoice, sha256, name, on_day, zeroblob(0) FROM house.enclosure WHERE creditor = ?1";

Outcome run(Connection& connection, const std::string& words, office::Id creditor) {
    FRIST_TRY(Statement s, connection.composed(words));
    return s.bind(creditor).run();
}

Outcome copy(Connection& connection, office::Id creditor) {
    std::vector<std::string> names;
    {
        FRIST_TRY(Statement s, connection.composed(tables));
        FRIST_TRY(names, all<std::string>(s, [&] { return s.word(); }));
    }
    // Begun by reading: the other database is never locked for writing.
    return connection.look([&]() -> Outcome {
        for (const std::string& name : names) FRIST_TRY_DONE(run(connection, "INSERT INTO main." + name + " SELECT * FROM house." + name + " WHERE creditor = ?1", creditor));
        return run(connection, enclosures, creditor);
    });
}

}  // namespace

Result<std::unique_ptr<office::Store>> sandbox_of(const std::string& file, office::Id creditor) {
    FRIST_TRY(std::shared_ptr<Connection> connection, Connection::open(":memory:", Open::make, patience_ms));
    {
        FRIST_TRY(Statement attach, connection->composed("ATTACH ?1 AS house"));
        FRIST_TRY_DONE(attach.bind(file).run());
    }
    FRIST_TRY_DONE(copy(*connection, creditor));
    connection->forget_composed();
    FRIST_TRY_DONE(connection->execute("DETACH house"));
    return office_on(std::move(connection));
}

}  // namespace frist::store
