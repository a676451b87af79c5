// Tables as files, 16 columns: a workbook of open items read and typed; workbooks and CSV written row by row. Peak memory stands
// beside each, since a million rows must not need memory in proportion when they leave.
#include "measured.h"
#include "portfolio.h"

#include "exports/exports.h"
#include "sheets/container.h"
#include "sheets/open_items.h"

#include <fstream>
#include <sys/resource.h>

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);

std::string peak() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return fmt::format("\"peak_mb\": {}", used.ru_maxrss / 1024);
}

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

office::SheetPlan plan() {
    using office::CellKind;
    office::SheetPlan plan;
    plan.title = "Poster";
    for (const auto& [head, kind] : std::initializer_list<std::pair<const char*, CellKind>>{
             {"Kundenr", CellKind::text}, {"Navn", CellKind::text}, {"Type", CellKind::text}, {"Adresse", CellKind::text}, {"Postnr", CellKind::text}, {"Poststed", CellKind::text},
             {"Land", CellKind::text}, {"E-post", CellKind::text}, {"Telefon", CellKind::text}, {"Fakturanr", CellKind::text}, {"Fakturadato", CellKind::day}, {"Forfallsdato", CellKind::day},
             {"Fakturabeløp", CellKind::money}, {"Restbeløp", CellKind::money}, {"KID", CellKind::text}, {"Tekst", CellKind::text}})
        plan.columns.push_back({head, head, kind, kind == CellKind::money});
    return plan;
}

// Rows of a ledger into the writer, one after the other; nothing of them is kept here.
office::PassingFile write(office::SheetOut& out, int count) {
    constexpr int chunk = 10'000;
    std::vector<office::SheetCell> cells(16);
    for (int from = 0; from < count; from += chunk)
        for (const office::LedgerLine& line : ledger(std::min(chunk, count - from), today - Days{20}, from)) {
            const int i = std::stoi(line.number.substr(1));
            cells = {line.customer, line.debtor.name, std::string(i % 3 == 0 ? "bedrift" : "privat"), line.debtor.address.street, std::string("5003"), std::string("Bergen"), std::string("NO"),
                     fmt::format("prove{}@example.org", i), fmt::format("+47 400 00 {:03}", i % 1000), line.number, *line.invoiced, line.due, line.amount, line.open, fmt::format("{:012}", i), std::string("Arbeid og materiell")};
            must(out.row(cells));
        }
    return must(out.finish());
}

void make(const Ask& ask) {
    const auto out = must(exports::sheet_out(office::SheetForm::xlsx, plan(), office::PassingFile(ask.file() + ".part")));
    must(write(*out, ask.count).become(ask.file()));
}

template <office::SheetForm form>
void written(const Ask& ask) {
    const Folder folder;
    measure(ask.count, [&] {
        const auto out = must(exports::sheet_out(form, plan(), office::PassingFile(folder.file("list"))));
        const std::int64_t size = must(write(*out, ask.count).size());
        return fmt::format("\"bytes\": {}, {}", size, peak());
    });
}

void read(const Ask& ask) {
    measure(ask.count, [&] {
        const std::string bytes = bytes_of(ask.file());
        const sheets::OpenItems items = must(sheets::read_open_items(bytes, "ledger.xlsx"));
        FRIST_CHECK(static_cast<int>(items.claims.size()) == ask.count && items.questions.empty());
        return peak();
    });
}

// The parts of the file inflated, and nothing made of them.
void inflate(const Ask& ask) {
    measure(ask.count, [&] {
        const std::string bytes = bytes_of(ask.file());
        const sheets::Container container = must(sheets::Container::open(bytes));
        std::size_t size = 0;
        for (const std::string& part : container.parts())
            must(container.read(part, [&](std::string_view piece) {
                size += piece.size();
                return true;
            }));
        return fmt::format("\"bytes\": {}, {}", size, peak());
    });
}

constexpr Part parts[] = {
    {"xlsx-make", "writes FILE with open items", make},
    {"xlsx-floor", "FILE inflated, and nothing made of it", inflate},
    {"xlsx-read", "FILE recognised, read and typed", read},
    {"xlsx-write", "typed rows into a workbook", written<office::SheetForm::xlsx>},
    {"csv-write", "typed rows into CSV", written<office::SheetForm::csv>},
};

}  // namespace

std::span<const Part> sheet_parts() { return parts; }

}  // namespace frist::bench
