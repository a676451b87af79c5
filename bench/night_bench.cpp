// The night over due cases, and the same writes without any rule: the floor.
#include "measured.h"
#include "portfolio.h"
#include "raw.h"

#include "office/night.h"

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);

void play(const Portfolio& portfolio, int due) {
    measure(due, [&] {
        const office::NightReport report = must(office::night(portfolio.desk(today)));
        FRIST_CHECK(report.cases == due && report.trouble.empty());
        return std::string();
    });
}

void night(const Ask& ask) {
    const Folder folder;
    // An empty database of a server can be named instead.
    const Portfolio portfolio(ask.files.empty() ? folder.file("frist.db") : ask.file(), today);
    portfolio.add(ask.count);
    portfolio.start();
    play(portfolio, ask.count);
}

// COUNT open cases that have been answered and wait, for night-among.
void open_cases(const Ask& ask) {
    const Portfolio portfolio(ask.file(), today);
    portfolio.add(ask.count);
    portfolio.start();
    must(office::night(portfolio.desk(today)));
}

// COUNT due cases beside all the open ones of FILE, which keeps them.
void night_among(const Ask& ask) {
    const Portfolio portfolio(ask.file(), today);
    const auto number = must(portfolio.store->next_number(portfolio.creditor, "bench"));
    portfolio.add(ask.count, 1'000'000 + static_cast<int>(number) * ask.count);
    portfolio.start();
    play(portfolio, ask.count);
}

void start(const Ask& ask) {
    const Folder folder;
    const Portfolio portfolio(folder.file("frist.db"), today);
    portfolio.add(ask.count);
    measure(ask.count, [&] {
        portfolio.start();
        return std::string();
    });
}

// An update, an event row and an outbox row for each case in chunks of 10 000, WAL and FULL, no rule and no chain.
void floor(const Ask& ask) {
    const Folder folder;
    const Raw raw(folder.file("floor.db"));
    raw.run("CREATE TABLE c (id INTEGER PRIMARY KEY, next TEXT, body BLOB); CREATE TABLE e (id INTEGER, seq INTEGER, body TEXT, PRIMARY KEY (id, seq)) WITHOUT ROWID;"
            "CREATE TABLE o (id INTEGER PRIMARY KEY, body TEXT);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(ask.count) + ") INSERT INTO c SELECT i, '2026-03-02', zeroblob(400) FROM n;");
    const auto all = {raw.prepared("UPDATE c SET next = '2026-03-20', body = ?2 WHERE id = ?1"), raw.prepared("INSERT INTO e VALUES (?1, 1, ?2)"),
                      raw.prepared("INSERT INTO o VALUES (?1, ?2)")};
    const std::string body(400, 'x');
    measure(ask.count, [&] {
        for (int i = 1; i <= ask.count; ++i) {
            if (i % 10'000 == 1) raw.run("BEGIN IMMEDIATE");
            for (sqlite3_stmt* s : all) Bound{s}(i)(body).go();
            if (i % 10'000 == 0 || i == ask.count) raw.run("COMMIT");
        }
        return std::string();
    });
    for (sqlite3_stmt* s : all) sqlite3_finalize(s);
}

constexpr Part parts[] = {
    {"night", "due cases decided, events, entries, rows and letter orders stored", night},
    {"night-floor", "an update, an event row and an outbox row for each, in chunks", floor},
    {"night-open", "makes FILE with open cases of which none is due", open_cases},
    {"night-among", "due cases beside the open ones of FILE", night_among},
    {"start", "ledger rows made cases, a transaction for each debtor", start},
};

}  // namespace

std::span<const Part> night_parts() { return parts; }

}  // namespace frist::bench
