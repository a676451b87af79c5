// Every sum of every open case recomputed from the store. Peer: set SQL in the same database. Floor: two cursors.
#include "measured.h"
#include "portfolio.h"
#include "raw.h"

#include "office/night.h"
#include "office/verify.h"

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);

// Asks for FILE, which is made when it is not there: cases with one night behind them.
Portfolio open_cases(const Ask& ask) {
    const bool fresh = !std::filesystem::exists(ask.file());
    Portfolio portfolio(ask.file(), today);
    if (fresh) {
        portfolio.add(ask.count);
        portfolio.start();
        must(office::night(portfolio.desk(today)));
    }
    return portfolio;
}

void verify(const Ask& ask) {
    const Portfolio portfolio = open_cases(ask);
    const law::Book book = must(law::Book::read("no", embedded::law()));
    measure(ask.count, [&] {
        const office::Verified found = must(office::verify(portfolio.desk(today), book));
        FRIST_CHECK(found.wrong.empty() && found.cases == ask.count);
        return fmt::format("\"events\": {}", found.events);
    });
}

// Principal from the books, interest from the ledger rows and the rates of the law; no chain, no events, no rows.
void set_sql(const Ask& ask) {
    { const Portfolio portfolio = open_cases(ask); }
    const Raw raw(ask.file());
    raw.run("CREATE TEMP TABLE rate (from_day TEXT, to_day TEXT, millionths INTEGER)");
    const law::Book book = must(law::Book::read("no", embedded::law()));
    for (const law::Row& row : *must(book.rows("late_interest")))
        raw.run(fmt::format("INSERT INTO rate VALUES ('{}', '{}', {})", text(*row.from), text(row.to ? row.to->next() : Date::of(2199, 1, 1)), must(Rate::parse(row.value)).millionths()));
    sqlite3_stmt* s = raw.prepared(
        "SELECT c.case_id, (SELECT SUM(amount) FROM entry e WHERE e.creditor = c.creditor AND e.case_id = c.case_id AND e.account = 'receivable_principal'),"
        " (SELECT SUM(CAST(ROUND(i.open_at_start * r.millionths * (julianday(MIN(r.to_day, ?1)) - julianday(MAX(r.from_day, i.due))) / 365000000.0) AS INTEGER))"
        "  FROM item i JOIN rate r ON r.from_day < ?1 AND r.to_day > i.due WHERE i.creditor = c.creditor AND i.case_id = c.case_id)"
        " FROM case_row c WHERE c.creditor = 1 AND c.state <> 'closed'");
    const std::string day = text(today);
    sqlite3_bind_text(s, 1, day.c_str(), -1, SQLITE_STATIC);
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        int cases = 0;
        for (; sqlite3_step(s) == SQLITE_ROW; ++cases) sum += sqlite3_column_int64(s, 1) + sqlite3_column_int64(s, 2);
        FRIST_CHECK(cases == ask.count);
        return fmt::format("\"sum\": {}", sum);
    });
    sqlite3_finalize(s);
}

// The rows of the cases and of the books side by side in the order of their keys.
void floor(const Ask& ask) {
    { const Portfolio portfolio = open_cases(ask); }
    const Raw raw(ask.file());
    sqlite3_stmt* rows = raw.prepared("SELECT case_id, seq FROM case_row WHERE creditor = 1 ORDER BY case_id");
    sqlite3_stmt* lines = raw.prepared("SELECT case_id, amount FROM entry WHERE creditor = 1 AND account = 'receivable_principal' ORDER BY case_id, seq");
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        bool more = sqlite3_step(lines) == SQLITE_ROW;
        int cases = 0;
        for (; sqlite3_step(rows) == SQLITE_ROW; ++cases) {
            const std::int64_t id = sqlite3_column_int64(rows, 0);
            std::int64_t principal = 0;
            for (; more && sqlite3_column_int64(lines, 0) == id; more = sqlite3_step(lines) == SQLITE_ROW) principal += sqlite3_column_int64(lines, 1);
            sum += principal + (principal * 120'000 * 30 + 182'500'000) / 365'000'000;
        }
        FRIST_CHECK(cases == ask.count);
        return fmt::format("\"sum\": {}", sum);
    });
    sqlite3_finalize(rows);
    sqlite3_finalize(lines);
}

constexpr Part parts[] = {
    {"verify", "chain, events, rows, books and a second count of every sum", verify},
    {"verify-sql", "the sums by set SQL", set_sql},
    {"verify-floor", "two ordered cursors merged", floor},
};

}  // namespace

std::span<const Part> verify_parts() { return parts; }

}  // namespace frist::bench
