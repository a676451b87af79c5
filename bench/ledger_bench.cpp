// A list of open items, 16 columns: read and typed, and brought into the store.
#include "measured.h"
#include "portfolio.h"
#include "raw.h"

#include "office/take_files.h"
#include "sheets/open_items.h"

#include <fstream>

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);

std::string csv(int count) {
    std::string out = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Land;E-post;Telefon;Fakturanr;Fakturadato;Forfallsdato;Fakturabeløp;Restbeløp;KID;Tekst\r\n";
    const auto day = [](Date d) { return fmt::format("{:02}.{:02}.{:04}", d.day(), d.month(), d.year()); };
    const auto kroner = [](std::int64_t minor) { return minor < 100'000 ? fmt::format("{},{:02}", minor / 100, minor % 100)
                                                                         : fmt::format("{} {:03},{:02}", minor / 100'000, minor / 100 % 1000, minor % 100); };
    for (const office::LedgerLine& line : ledger(count, today - Days{20})) {
        const std::int64_t amount = line.amount.minor();
        const int i = std::stoi(line.number.substr(1));
        out += fmt::format("{};{};{};{};5003;Bergen;NO;prove{}@example.org;+47 400 00 {:03};{};{};{};{};{};;{}\r\n", line.customer, line.debtor.name, i % 3 == 0 ? "bedrift" : "privat",
                           line.debtor.address.street, i, i % 1000, line.number, day(*line.invoiced), day(line.due), kroner(amount), kroner(amount - amount / 7 * (i % 2)),
                           i % 9 == 0 ? "\"Levering; \"\"del 2\"\"\"" : "Arbeid og materiell");
    }
    return out;
}

void make(const Ask& ask) { std::ofstream(ask.file(), std::ios::binary) << csv(ask.count); }

// One pass over the bytes: fields found, whole numbers and dates read, nothing kept.
void floor(const Ask& ask) {
    const std::string bytes = csv(ask.count);
    measure(ask.count, [&] {
        std::int64_t sum = 0;
        std::int64_t number = 0;
        std::size_t fields = 0;
        bool quoted = false;
        for (const char c : bytes) {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
            else if (c == ';' || c == '\n') {
                sum ^= number;
                number = 0;
                ++fields;
            }
        }
        return fmt::format("\"fields\": {}, \"sum\": {}", fields, sum & 0xffff);
    });
}

void read(const Ask& ask) {
    const std::string bytes = csv(ask.count);
    measure(ask.count, [&] {
        const sheets::OpenItems items = must(sheets::read_open_items(bytes, "ledger.csv"));
        FRIST_CHECK(static_cast<int>(items.claims.size()) == ask.count && items.questions.empty());
        return std::string();
    });
}

void import(const Ask& ask) {
    const Folder folder;
    const Portfolio portfolio(folder.file("frist.db"), today);
    const std::string bytes = csv(ask.count);
    measure(ask.count, [&] {
        const sheets::OpenItems items = must(sheets::read_open_items(bytes, "ledger.csv"));
        const office::MirrorReport report = must(office::mirror_ledger(portfolio.desk(today), office::ledger_lines(items, "ledger.csv"), "bench", false));
        FRIST_CHECK(report.added == ask.count);
        return std::string();
    });
}

// The same debtors and invoices put into the same tables, with nothing read and nothing asked.
void insert(const Ask& ask) {
    const Folder folder;
    const Raw raw(folder.file("floor.db"));
    raw.shape();
    const std::string bytes = csv(ask.count);
    const auto lines = office::ledger_lines(must(sheets::read_open_items(bytes, "ledger.csv")), "ledger.csv");
    std::vector<std::string> records;
    for (const office::LedgerLine& line : lines) records.push_back(office::stored(line.debtor));
    sqlite3_stmt* debtor = raw.prepared("INSERT INTO debtor VALUES (1, ?1, ?2, ?3)");
    sqlite3_stmt* item = raw.prepared("INSERT INTO item VALUES (1, ?1, ?2, ?1, 'NOK', ?3, ?4, ?5, ?6, ?7, '[]', 0, 0, '', ?8)");
    measure(ask.count, [&] {
        raw.run("BEGIN IMMEDIATE");
        std::int64_t id = 0;
        for (const office::LedgerLine& line : lines) {
            ++id;
            Bound{debtor}(id)(line.customer)(records[static_cast<std::size_t>(id) - 1]).go();
            const std::string invoiced = text(*line.invoiced);
            const std::string due = text(line.due);
            Bound{item}(id)(line.number)(line.amount.minor())(line.open.minor())(invoiced)(due)(line.kid)(line.what).go();
        }
        raw.run("COMMIT");
        return std::string();
    });
    sqlite3_finalize(debtor);
    sqlite3_finalize(item);
}

constexpr Part parts[] = {
    {"csv-make", "writes FILE with open items", make},
    {"csv-floor", "one plain pass over the list", floor},
    {"csv-read", "the list recognised, read and typed", read},
    {"import", "read, checked, put into the ledger mirror and committed", import},
    {"import-floor", "the same rows put into the same tables", insert},
};

}  // namespace

std::span<const Part> ledger_parts() { return parts; }

}  // namespace frist::bench
