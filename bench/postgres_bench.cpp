// The night's writes on a PostgreSQL server without any rule: set statements for a chunk (the floor), and a prepared statement and
// a round trip for each row (what a program with an object mapper does: the peer). FILE is the address of an empty database.
#include "measured.h"

#include <libpq-fe.h>

namespace frist::bench {
namespace {

class Server {
public:
    explicit Server(const std::string& url) : connection_(PQconnectdb(url.c_str())) {}
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() { PQfinish(connection_); }

    void run(const std::string& words) { check(PQexec(connection_, words.c_str())); }
    void prepare(const char* name, const char* words) { check(PQprepare(connection_, name, words, 0, nullptr)); }
    void go(const char* name, const std::string& number, const std::string& body) {
        const char* const values[] = {number.c_str(), body.c_str()};
        check(PQexecPrepared(connection_, name, 2, values, nullptr, nullptr, 0));
    }
    void tables(int count) {
        run("DROP TABLE IF EXISTS c, e, o; CREATE TABLE c (id BIGINT PRIMARY KEY, next TEXT, body BYTEA); CREATE TABLE e (id BIGINT, seq BIGINT, body TEXT, PRIMARY KEY (id, seq)); "
            "CREATE TABLE o (id BIGINT PRIMARY KEY, body TEXT); INSERT INTO c SELECT i, '2026-03-02', repeat('x', 400)::bytea FROM generate_series(1, " + std::to_string(count) + ") AS i");
    }

private:
    static void check(PGresult* answer) {
        const ExecStatusType status = PQresultStatus(answer);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            std::fprintf(stderr, "%s\n", PQresultErrorMessage(answer));
            std::abort();
        }
        PQclear(answer);
    }
    PGconn* connection_;
};

constexpr int chunk = 10'000;

void floor(const Ask& ask) {
    Server server(ask.file());
    server.tables(ask.count);
    measure(ask.count, [&] {
        for (int from = 1; from <= ask.count; from += chunk) {
            const std::string rows = fmt::format("generate_series({}, {}) AS i", from, std::min(from + chunk - 1, ask.count));
            server.run(fmt::format("BEGIN; UPDATE c SET next = '2026-03-20', body = repeat('y', 400)::bytea FROM {0} WHERE c.id = i; INSERT INTO e SELECT i, 1, repeat('x', 400) FROM {0}; "
                                   "INSERT INTO o SELECT i, repeat('x', 400) FROM {0}; COMMIT", rows));
        }
        return std::string();
    });
}

void peer(const Ask& ask) {
    Server server(ask.file());
    server.tables(ask.count);
    server.prepare("u", "UPDATE c SET next = '2026-03-20', body = $2::text::bytea WHERE id = $1");
    server.prepare("e", "INSERT INTO e VALUES ($1, 1, $2)");
    server.prepare("o", "INSERT INTO o VALUES ($1, $2)");
    const std::string body(400, 'x');
    measure(ask.count, [&] {
        for (int i = 1; i <= ask.count; ++i) {
            if (i % chunk == 1) server.run("BEGIN");
            for (const char* name : {"u", "e", "o"}) server.go(name, std::to_string(i), body);
            if (i % chunk == 0 || i == ask.count) server.run("COMMIT");
        }
        return std::string();
    });
}

constexpr Part parts[] = {
    {"night-floor-server", "the same writes as set statements on a server", floor},
    {"night-peer-server", "the same writes, a round trip for each row", peer},
};

}  // namespace

std::span<const Part> server_parts() { return parts; }

}  // namespace frist::bench
