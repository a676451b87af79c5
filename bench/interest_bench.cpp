// Sums with their rows in memory on one core. Floor: the textbook loop over rate periods. Peer: set SQL in SQLite.
#include "measured.h"
#include "portfolio.h"

#include "cases/evolve.h"
#include "office/course_file.h"
#include "rules/balance.h"
#include "rules/decide.h"
#include "rules/opening.h"

#include <sqlite3.h>

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);
const Date last_due = Date::of(2025, 5, 1);

std::vector<cases::Case> portfolio_in_memory(const rules::Country& country, int count) {
    std::vector<cases::Case> all;
    all.reserve(static_cast<std::size_t>(count));
    const cases::Course course = must(office::builtin_course("no.standard", "course", country.currency()));
    for (const office::LedgerLine& line : ledger(count, last_due)) {
        rules::NewCase wish;
        wish.id = static_cast<std::int64_t>(all.size()) + 1;
        wish.debtor = wish.id;
        wish.claims.push_back({line.number, line.open, line.invoiced, line.due, {}});
        wish.course = course;
        cases::Case c;
        for (const cases::Event& event : must(rules::open_case(wish, today, country))) cases::evolve(c, event);
        all.push_back(std::move(c));
    }
    return all;
}

void interest(const Ask& ask) {
    const auto country = norway();
    const auto all = portfolio_in_memory(*country, ask.count);
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        std::size_t rows = 0;
        for (const cases::Case& c : all) {
            const rules::Balance balance = must(rules::balance_on(c, today, *country));
            sum += balance.interest.minor();
            rows += balance.interest_rows.size();
        }
        return fmt::format("\"sum\": {}, \"rows\": {}", sum, rows);
    });
}

void decide(const Ask& ask) {
    const auto country = norway();
    const auto all = portfolio_in_memory(*country, ask.count);
    measure(ask.count, [&] {
        std::size_t events = 0;
        for (const cases::Case& c : all) events += must(rules::decide_clock(c, today, *country)).size();
        return fmt::format("\"events\": {}", events);
    });
}

struct Claim {
    std::int64_t principal;
    int due;
};
struct Period {
    int from, to;
    std::int64_t rate;   // millionths
};

// From the day on which they bear interest, which is not the due date when that is no banking day.
std::vector<Claim> claims_of(int count) {
    std::vector<Claim> claims;
    claims.reserve(static_cast<std::size_t>(count));
    const auto country = norway();
    for (const cases::Case& c : portfolio_in_memory(*country, count)) claims.push_back({c.claims[0].amount.minor(), c.claims[0].late_from.days_since_1970()});
    return claims;
}

// The half-years of the law tables that the portfolio meets. No leap year is among them: 365 days.
std::vector<Period> periods() {
    const law::Book book = must(law::Book::read("no", embedded::law()));
    std::vector<Period> all;
    for (const law::Row& row : *must(book.rows("late_interest"))) {
        const Date to = row.to.value_or(Date::of(2199, 1, 1)).next();
        if (to > last_due - Days{90} && row.from && *row.from <= today)
            all.push_back({row.from->days_since_1970(), to.days_since_1970(), must(Rate::parse(row.value)).millionths()});
    }
    return all;
}

void textbook(const Ask& ask) {
    const std::vector<Claim> claims = claims_of(ask.count);
    const std::vector<Period> rates = periods();
    const int until = today.days_since_1970();
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        for (const Claim& claim : claims)
            for (const Period& rate : rates) {
                const int days = std::min(rate.to, until) - std::max(rate.from, claim.due);
                if (days > 0) sum += (claim.principal * rate.rate * days + 182'500'000) / 365'000'000;
            }
        return fmt::format("\"sum\": {}", sum);
    });
}

void set_sql(const Ask& ask) {
    sqlite3* db = nullptr;
    sqlite3_open(":memory:", &db);
    const auto run = [&](const std::string& sql) {
        if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
    };
    run("CREATE TABLE claim (case_id INTEGER PRIMARY KEY, principal INTEGER, due INTEGER);"
        "CREATE TABLE rate (from_day INTEGER, to_day INTEGER, millionths INTEGER); BEGIN");
    int id = 0;
    for (const Claim& c : claims_of(ask.count)) run(fmt::format("INSERT INTO claim VALUES ({}, {}, {})", ++id, c.principal, c.due));
    for (const Period& p : periods()) run(fmt::format("INSERT INTO rate VALUES ({}, {}, {})", p.from, p.to, p.rate));
    run("COMMIT");
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db,
                       "SELECT c.case_id, SUM((c.principal * r.millionths * (MIN(r.to_day, ?1) - MAX(r.from_day, c.due)) + 182500000) / 365000000)"
                       " FROM claim c JOIN rate r ON r.from_day < ?1 AND r.to_day > c.due GROUP BY c.case_id",
                       -1, &statement, nullptr);
    sqlite3_bind_int(statement, 1, today.days_since_1970());
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) sum += sqlite3_column_int64(statement, 1);
        return fmt::format("\"sum\": {}", sum);
    });
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

constexpr Part parts[] = {
    {"interest", "sums with their explained, rounded rows, cases in memory", interest},
    {"interest-floor", "the textbook loop over rate periods", textbook},
    {"interest-sql", "the same sums by set SQL in SQLite", set_sql},
    {"decide", "what the clock does to each case, one night", decide},
};

}  // namespace

std::span<const Part> interest_parts() { return parts; }

}  // namespace frist::bench
