#include "store/sandbox.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store {
namespace {

constexpr int patience_ms = 5000;

// What grows with the past and is not asked, and enclosures, whose bytes stay behind.
constexpr std::array<std::string_view, 6> left_behind{"event", "entry", "enclosure", "file", "note", "job"};
constexpr const char* enclosures =
    "INSERT INTO main.enclosure (creditor, invoice, sha256, name, on_day, bytes) "
    "SELECT creditor, invoice, sha256, name, on_day, zeroblob(0) FROM house.enclosure WHERE creditor = ?1";

Outcome run(Connection& connection, const std::string& words, office::Id creditor) {
    FRIST_TRY(Statement s, connection.composed(words));
    return s.bind(creditor).run();
}

Outcome copy(Connection& connection, office::Id creditor) {
    FRIST_TRY(std::vector<std::string> names, tables_of_creditors(connection));
    std::erase_if(names, [](const std::string& name) { return std::find(left_behind.begin(), left_behind.end(), name) != left_behind.end(); });
    // Begun by reading: the other database is never locked for writing.
    return connection.look([&]() -> Outcome {
        for (const std::string& name : names) FRIST_TRY_DONE(run(connection, fmt::format("INSERT INTO main.{0} SELECT * FROM house.{0} WHERE creditor = ?1", name), creditor));
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
