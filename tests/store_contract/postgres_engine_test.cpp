#include "store_contract/postgres_engine.h"

#include "base/pch.h"
#include "store/postgres_words.h"
#include "store/rooms.h"
#include "store_contract/world.h"

#include <libpq-fe.h>
#include <cstdlib>
#include <unistd.h>

namespace frist::test {
namespace {

struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Free {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, Free>;

// Straight to the server, as somebody who is not the store.
class Guest {
public:
    explicit Guest(const std::string& url) : connection_(PQconnectdb(url.c_str())) { EXPECT_EQ(PQstatus(connection_.get()), CONNECTION_OK) << PQerrorMessage(connection_.get()); }
    Answer run(const std::string& sql) {
        Answer answer(PQexec(connection_.get(), sql.c_str()));
        const ExecStatusType status = PQresultStatus(answer.get());
        EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) << sql << ": " << PQerrorMessage(connection_.get());
        return answer;
    }
    std::vector<std::string> lines(const std::string& sql) {
        const Answer answer = run(sql);
        std::vector<std::string> all;
        for (int row = 0; row < PQntuples(answer.get()); ++row) {
            std::string line;
            for (int column = 0; column < PQnfields(answer.get()); ++column) line += fmt::format("[{}]", PQgetvalue(answer.get(), row, column));
            all.push_back(std::move(line));
        }
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    std::unique_ptr<PGconn, Close> connection_;
};

// postgres://user@/?host=… and a name between the two.
std::string with_database(const std::string& server, const std::string& name) {
    const std::size_t options = std::min(server.find('?'), server.size());
    return server.substr(0, options) + name + server.substr(options);
}

// One database with all tables and no rows, which the others are copies of: making the tables is what takes time.
const std::string& model() {
    static const std::string name = [] {
        std::string made = fmt::format("frist_model_{}", ::getpid());
        Guest(with_database(server_for_tests(), "postgres")).run("CREATE DATABASE " + made);
        const auto store = must(store::open_rooms(with_database(server_for_tests(), made), store::Open::make, 0));
        return made;
    }();
    return name;
}

}  // namespace

std::string server_for_tests() {
    const char* const said = std::getenv("FRIST_TEST_POSTGRES");
    return said == nullptr ? "" : said;
}

PostgresEngine::PostgresEngine() {
    static int count = 0;
    name_ = fmt::format("frist_test_{}_{}", ::getpid(), ++count);
    url_ = with_database(server_for_tests(), name_);
    Guest(with_database(server_for_tests(), "postgres")).run(fmt::format("CREATE DATABASE {} TEMPLATE {}", name_, model()));
}
PostgresEngine::~PostgresEngine() {
    Guest(with_database(server_for_tests(), "postgres")).run(fmt::format("DROP DATABASE {} WITH (FORCE)", name_));
}

Result<std::unique_ptr<office::Store>> PostgresEngine::open() {
    return store::open_office(url_, store::Open::make, 0);
}

std::string PostgresEngine::dump() {
    Guest guest(url_);
    std::string all;
    for (const std::string& bracketed : guest.lines("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        const std::string table = bracketed.substr(1, bracketed.size() - 2);
        all += fmt::format("{}\n{}\n", table, fmt::join(guest.lines("SELECT * FROM " + table), "\n"));
    }
    return all;
}

void PostgresEngine::execute(const std::string& sql) {
    constexpr std::string_view shape = "PRAGMA user_version = ";
    std::string words = store::postgres_words(sql);
    const std::size_t at = words.find(shape);
    if (at != std::string::npos) words.replace(at, shape.size(), "UPDATE shape SET number = ");
    Guest(url_).run(words);
}
void PostgresEngine::cut_links() { Guest(url_).run("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"); }
void PostgresEngine::make_newer() { Guest(url_).run("UPDATE shape SET number = 9999, fits = 9999"); }

std::shared_ptr<void> PostgresEngine::other_writer() {
    auto writer = std::make_shared<Guest>(url_);
    writer->run("BEGIN");
    writer->run("SELECT pg_advisory_xact_lock(1181903219, -1)");
    return writer;
}

}  // namespace frist::test
