// The night over 100 000 due cases, and the same writes without any rule: the floor.
#include "portfolio.h"

#include "office/night.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

namespace frist::bench {
namespace {

constexpr int cases = 100'000;
const Date today = Date::of(2026, 3, 2);

void import(benchmark::State& state) {
    for (auto _ : state) Portfolio portfolio(cases, today);
    state.SetItemsProcessed(state.iterations() * cases);
}
BENCHMARK(import)->Name("ledger mirror, 100 000 typed rows into the store")->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime()->UseRealTime();

void start(benchmark::State& state) {
    const Portfolio portfolio(cases, today);
    for (auto _ : state) portfolio.start();
    state.SetItemsProcessed(state.iterations() * cases);
}
BENCHMARK(start)->Name("start, 100 000 cases")->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime()->UseRealTime();

void night(benchmark::State& state) {
    const Portfolio portfolio(cases, today);
    portfolio.start();
    int answered = 0;
    for (auto _ : state) answered += must(office::night(portfolio.desk(today))).cases;
    state.counters["answered"] = answered;
    state.SetItemsProcessed(answered);
}
BENCHMARK(night)->Name("night, 100 000 due cases")->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime()->UseRealTime();

// An update, an event row and an outbox row for each case in chunks of 10 000, WAL and FULL, no rule and no chain.
void floor(benchmark::State& state) {
    const std::string file = (std::filesystem::temp_directory_path() / ("frist-floor-" + std::to_string(::getpid()) + ".db")).string();
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    const auto run = [&](const char* sql) { if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort(); };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE c (id INTEGER PRIMARY KEY, next TEXT, body BLOB); CREATE TABLE e (id INTEGER, seq INTEGER, body TEXT, PRIMARY KEY (id, seq)) WITHOUT ROWID;"
        "CREATE TABLE o (id INTEGER PRIMARY KEY, body TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO c SELECT i, '2026-03-02', zeroblob(400) FROM n;");
    const auto prepared = [&](const char* sql) {
        sqlite3_stmt* s = nullptr;
        if (sqlite3_prepare_v2(db, sql, -1, &s, nullptr) != SQLITE_OK) std::abort();
        return s;
    };
    sqlite3_stmt* update = prepared("UPDATE c SET next = '2026-03-20', body = ?2 WHERE id = ?1");
    sqlite3_stmt* event = prepared("INSERT INTO e VALUES (?1, 1, ?2)");
    sqlite3_stmt* order = prepared("INSERT INTO o VALUES (?1, ?2)");
    const std::string body(400, 'x');
    for (auto _ : state) {
        for (int i = 1; i <= cases; ++i) {
            if (i % 10'000 == 1) run("BEGIN IMMEDIATE");
            for (sqlite3_stmt* s : {update, event, order}) {
                sqlite3_bind_int(s, 1, i);
                sqlite3_bind_text(s, 2, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
                sqlite3_step(s);
                sqlite3_reset(s);
            }
            if (i % 10'000 == 0) run("COMMIT");
        }
    }
    for (sqlite3_stmt* s : {update, event, order}) sqlite3_finalize(s);
    sqlite3_close(db);
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file + end);
    state.SetItemsProcessed(state.iterations() * cases);
}
BENCHMARK(floor)->Name("floor of the night: the bare writes")->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
}  // namespace frist::bench
