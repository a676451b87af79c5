// import FILE: a list of open items, or an invoice, into the ledger mirror.
#include "base/hash.h"
#include "base/pch.h"
#include "main/program.h"
#include "office/take_files.h"
#include "office/take_invoice.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct ImportWish {
    std::string file, map, rejected, kind;
    bool dry_run = false;
    bool complete = false;
};

Result<sheets::Mapping> mapping_of(const std::string& file) {
    if (file.empty()) return sheets::Mapping{};
    FRIST_TRY(const std::string bytes, bytes_of(file));
    return sheets::read_mapping(bytes, file);
}

void print_import(const sheets::OpenItems& items, const ImportWish& wish) {
    std::cout << fmt::format("{}: {}\n", name_only(wish.file), items_in_words(items));
    for (const auto& [field, column] : items.layout.columns) std::cout << fmt::format("  {:<20} {}\n", name_of(field), column);
    if (!items.layout.unknown.empty()) std::cout << fmt::format("  not used: {}\n", fmt::join(items.layout.unknown, ", "));
    for (const sheets::Fault& fault : items.findings)
        std::cout << fmt::format("  {}{}{}: {} — {}\n", fault.row == 0 ? "" : fmt::format("row {} ", fault.row), fault.column, fault.row == 0 && fault.column.empty() ? fault.code : "", fault.reason, fault.remedy);
}

// How many customers nobody has said of whether they are persons or companies, before the person at the keyboard does.
int settle_kinds(std::vector<office::LedgerLine>& lines, const std::string& kind) {
    const auto unknown = std::count_if(lines.begin(), lines.end(), [](const office::LedgerLine& line) { return !line.debtor.kind_known; });
    if (!kind.empty()) office::settle_kinds(lines, kind == "company" ? cases::DebtorKind::company : cases::DebtorKind::person);
    return static_cast<int>(unknown);
}

json::object json_of(const office::MirrorReport& report) {
    return {{"added", report.added}, {"changed", report.changed}, {"same", report.same}, {"paid_in_ledger", report.paid_in_ledger}};
}

void print_end(const office::MirrorReport& report, const ImportWish& wish, int unknown_kind) {
    if (wish.dry_run) std::cout << "Nothing was stored: this was a dry run.\n";
    else std::cout << fmt::format("{} new, {} changed, {} as before{}\n", report.added, report.changed, report.same, report.paid_in_ledger == 0 ? "" : fmt::format(", {} paid in the ledger", report.paid_in_ledger));
    if (unknown_kind > 0 && wish.kind.empty())
        std::cout << fmt::format("{} customers are neither known as persons nor as companies and will not start; say --kind person or --kind company, or add the column.\n", unknown_kind);
}

Result<int> import_invoice(const Program& program, const Session& session, const std::string& bytes, const ImportWish& wish) {
    if (!wish.map.empty()) return Error{"import.map", "--map", "an invoice has no columns to name", "Leave --map out for an invoice."};
    if (wish.complete) return Error{"import.complete", "--complete", "one invoice is no list of all open items", "Leave --complete out for an invoice."};
    const invoices::InvoiceFile file = invoices::read_ubl(bytes);
    for (const Error& finding : file.findings) tell(Level::finding, finding, name_only(wish.file));
    std::vector<office::LedgerLine> lines;
    FRIST_TRY(office::LedgerLine line, office::ledger_line(file, session.record.org_number, session.country->currency(), name_only(wish.file)));
    lines.push_back(std::move(line));
    const int unknown_kind = settle_kinds(lines, wish.kind);
    office::MirrorReport report;
    if (!wish.dry_run) {
        FRIST_TRY(report, office::mirror_ledger(session.desk(), lines, sha256(bytes), false));
    }
    if (program.json) {
        json::object object = invoices::to_json(file);
        object["file"] = name_only(wish.file);
        object["dry_run"] = wish.dry_run;
        object["kind_unknown"] = unknown_kind;
        if (!wish.dry_run) object["import"] = json_of(report);
        print_json(object);
        return exit_done;
    }
    std::cout << fmt::format("{}: {} {}, {} {}\n", name_only(wish.file), name_of(file.kind), lines.front().number, text(lines.front().open), lines.front().open.currency().code());
    print_end(report, wish, unknown_kind);
    return exit_done;
}

Result<int> import(const Program& program, const ImportWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::string bytes, bytes_of(wish.file));
    if (invoices::is_ubl(bytes)) return import_invoice(program, session, bytes, wish);
    FRIST_TRY(const sheets::Mapping mapping, mapping_of(wish.map));
    FRIST_TRY(const sheets::OpenItems items, sheets::read_open_items(bytes, name_only(wish.file), mapping, session.country->currency()));
    std::vector<office::LedgerLine> lines = office::ledger_lines(items, name_only(wish.file));
    const int unknown_kind = settle_kinds(lines, wish.kind);
    const auto place = [&](int row, const std::string& column) {
        return name_only(wish.file) + (row > 0 ? fmt::format(":{}", row) : "") + (column.empty() ? "" : " " + column);
    };
    for (const sheets::Fault& question : items.questions) fail({question.code, place(0, question.column), question.reason, question.remedy});
    for (const sheets::RowFault& fault : items.rejected) fail({fault.code, place(static_cast<int>(fault.row), fault.column), fault.reason, fault.remedy});
    if (!program.json) print_import(items, wish);
    if (!items.questions.empty()) return exit_failed;
    std::string rejected_file;
    if (!items.rejected.empty() && !wish.dry_run) {
        rejected_file = wish.rejected.empty() ? wish.file + ".rejected.csv" : wish.rejected;
        FRIST_TRY_DONE(write_file(rejected_file, sheets::rejected_csv(items)));
    }
    office::MirrorReport report;
    if (!wish.dry_run) {
        const auto mirrored = office::mirror_ledger(session.desk(), lines, sha256(bytes), wish.complete && items.rejected.empty());
        if (!mirrored.ok()) {
            std::error_code ignored;   // nothing half done: no row is stored, so none has been turned away either
            if (!rejected_file.empty()) std::filesystem::remove(rejected_file, ignored);
            return mirrored.error();
        }
        report = *mirrored;
    }
    if (program.json) {
        json::object object = sheets::to_json(items);
        object["file"] = name_only(wish.file);
        object["dry_run"] = wish.dry_run;
        object["kind_unknown"] = unknown_kind;
        if (!wish.dry_run) object["import"] = json_of(report);
        if (!rejected_file.empty()) object["rejected_file"] = rejected_file;
        print_json(object);
    } else {
        print_end(report, wish, unknown_kind);
        if (!rejected_file.empty()) std::cout << fmt::format("{} rows have mistakes; they wait in {} with their reasons\n", items.rejected.size(), rejected_file);
    }
    return items.rejected.empty() ? exit_done : exit_failed;
}

}  // namespace

void add_import(CLI::App& app, Program& program) {
    auto wish = std::make_shared<ImportWish>();
    CLI::App* importing = app.add_subcommand("import", "Open items into the ledger mirror: a list, or an invoice");
    importing->add_option("FILE", wish->file, "CSV, XLSX or ODS as the accounting program exports it, or an EHF or UBL invoice")->required();
    importing->add_option("--map", wish->map, "a JSON file that says which column is what, for a list that cannot be recognised");
    importing->add_option("--kind", wish->kind, "what customers are of whom the list does not tell")->check(CLI::IsMember({"person", "company"}));
    importing->add_option("--rejected", wish->rejected, "where the rows with mistakes go (FILE.rejected.csv when left out)");
    importing->add_flag("--dry-run", wish->dry_run, "show what would be imported, and store nothing");
    importing->add_flag("--complete", wish->complete, "the list holds all open items: what it no longer names was settled in the ledger");
    importing->callback([&program, wish] { run(program, [&program, wish] { return import(program, *wish); }); });
}

}  // namespace frist::program
