#include "store/sandbox.h"

#include "base/pch.h"
#include "store/rows.h"
#include "store/table_copy.h"

namespace frist::store {
namespace {

constexpr int patience_ms = 5000;

// What grows with the past and is not asked, and enclosures, whose bytes stay behind.
constexpr std::array<std::string_view, 6> left_behind{"event", "entry", "enclosure", "file", "note", "job"};

Result<std::vector<std::string>> taken_along(Connection& connection) {
    FRIST_TRY(std::vector<std::string> names, tables_of_creditors(connection));
    std::erase_if(names, [](const std::string& name) { return std::find(left_behind.begin(), left_behind.end(), name) != left_behind.end(); });
    return names;
}

// From one file into memory, by SQLite itself.
class Attached {
public:
    Attached(Connection& connection, office::Id creditor) : connection_(connection), creditor_(creditor) {}

    Outcome copy(const std::string& file) {
        {
            FRIST_TRY(Statement attach, connection_.composed("ATTACH ?1 AS house"));
            FRIST_TRY_DONE(attach.bind(file).run());
        }
        FRIST_TRY(const std::vector<std::string> names, taken_along(connection_));
        // Begun by reading: the other database is never locked for writing.
        FRIST_TRY_DONE(connection_.look([&]() -> Outcome {
            for (const std::string& name : names) FRIST_TRY_DONE(run(fmt::format("INSERT INTO main.{0} SELECT * FROM house.{0} WHERE creditor = ?1", name)));
            return run("INSERT INTO main.enclosure (creditor, invoice, sha256, name, on_day, bytes) "
                       "SELECT creditor, invoice, sha256, name, on_day, zeroblob(0) FROM house.enclosure WHERE creditor = ?1");
        }));
        connection_.forget_composed();
        return connection_.execute("DETACH house");
    }

private:
    Outcome run(const std::string& words) {
        FRIST_TRY(Statement s, connection_.composed(words));
        return s.bind(creditor_).run();
    }
    Connection& connection_;
    office::Id creditor_;
};

// From a server, row by row.
Outcome fetched(const std::string& database, Connection& into, office::Id creditor) {
    FRIST_TRY(const std::shared_ptr<Connection> house, Connection::open(database, Open::existing, patience_ms));
    FRIST_TRY(std::vector<std::string> names, taken_along(into));
    names.emplace_back("enclosure");
    FRIST_TRY(const auto shape, tables_of_shape());
    return house->look([&]() -> Outcome {
        return into.change([&]() -> Outcome {
            for (const std::string& name : names) {
                TableCopy copy(*house, into, name, shape.at(name));
                if (name == "enclosure") copy.leave_empty("bytes");
                FRIST_TRY_DONE(copy.rows_of(creditor));
            }
            return done;
        });
    });
}

}  // namespace

Result<std::unique_ptr<office::Store>> sandbox_of(const std::string& database, office::Id creditor) {
    FRIST_TRY(std::shared_ptr<Connection> connection, Connection::open(":memory:", Open::make, patience_ms));
    FRIST_TRY_DONE(on_server(database) ? fetched(database, *connection, creditor) : Attached(*connection, creditor).copy(database));
    return office_on(std::move(connection));
}

}  // namespace frist::store
