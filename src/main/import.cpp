// import FILE: open items, invoices or customers into the ledger mirror. imports: what was taken, and back again.
// import --all: a whole installation.
#include "base/pch.h"
#include "exports/exports.h"
#include "invoices/invoice.h"
#include "main/exit.h"
#include "office/imports.h"

#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string file, map, rejected, kind, sum, named_template, keep_as;
    std::string all, letters;   // a whole installation
    int count = -1;
    bool dry_run = false;
    bool complete = false;
    bool good_rows = false;
};

Result<office::ImportWish> wish_of(const Wish& wish, const Session& session) {
    office::ImportWish asked;
    if (!wish.map.empty()) {
        FRIST_TRY(const std::string bytes, bytes_of(wish.map));
        FRIST_TRY(asked.map, sheets::read_mapping(bytes, wish.map));
    }
    asked.named_template = wish.named_template;
    if (!wish.kind.empty()) asked.kind = wish.kind == "company" ? cases::DebtorKind::company : cases::DebtorKind::person;
    asked.complete = wish.complete;
    asked.good_rows = wish.good_rows;
    if (!wish.sum.empty()) {
        FRIST_TRY(asked.control_sum, money_of(wish.sum, "--control-sum", session.country->currency()));
    }
    if (wish.count >= 0) asked.control_count = wish.count;
    return asked;
}

// What it holds: "csv, 2 claims, 1 credits, 0 settled, 0 rejected, 300.00 NOK".
std::string counts_of(const office::Import& import) {
    const auto credits = std::count_if(import.lines.begin(), import.lines.end(), [](const office::LedgerLine& line) { return line.open.negative(); });
    std::string words = fmt::format("{}, {} claims, {} credits, {} settled, {} rejected", import.holds == office::Holds::invoices ? "xml" : name_of(import.layout.format), import.lines.size() - static_cast<std::size_t>(credits), credits,
                                    import.settled, import.rejected.size());
    std::map<std::string, Money> totals;
    for (const office::LedgerLine& line : import.lines)
        if (!line.open.negative()) totals.try_emplace(std::string(line.open.currency().code()), Money(0, line.open.currency())).first->second += line.open;
    for (const auto& [code, sum] : totals) words += fmt::format(", {} {}", text(sum), code);
    return words;
}

std::string place_of(const office::Import& import, const office::ImportFault& fault) {
    return (fault.file.empty() ? import.file : fault.file) + (fault.row > 0 ? fmt::format(":{}", fault.row) : "") + (fault.column.empty() ? "" : " " + fault.column);
}

void print(const office::Import& import) {
    if (import.holds == office::Holds::contacts) std::cout << fmt::format("{}: {} customers, {} rejected\n", import.file, import.rows, import.rejected.size());
    else std::cout << fmt::format("{}: {}\n", import.file, counts_of(import));
    if (!import.read_by.empty()) std::cout << fmt::format("  read by the template {}\n", import.read_by);
    if (!import.layout.known.empty()) std::cout << fmt::format("  looks like {}\n", import.layout.known);
    for (const auto& [field, column] : import.layout.columns) std::cout << fmt::format("  {:<20} {}\n", name_of(field), column);
    for (const sheets::StepWord& one : import.layout.steps) std::cout << fmt::format("  {:<20} \"{}\" in {} rows is {}\n", "letter", one.word, one.rows, one.step.empty() ? "not known: say it in the map's steps" : one.step);
    if (!import.layout.unknown.empty()) std::cout << fmt::format("  not used: {}\n", fmt::join(import.layout.unknown, ", "));
    for (const office::ImportFault& fault : import.findings)
        std::cout << fmt::format("  {}{}{}{}: {} — {}\n", fault.file.empty() ? "" : fault.file + " ", fault.row == 0 ? "" : fmt::format("row {} ", fault.row), fault.column,
                                 fault.row == 0 && fault.column.empty() ? fault.code : "", fault.reason, fault.remedy);
}

json::array faults_json(const std::vector<office::ImportFault>& faults) {
    json::array list;
    for (const office::ImportFault& fault : faults) {
        list.push_back(json::object{{"row", fault.row}, {"column", fault.column}, {"code", fault.code}, {"reason", fault.reason}, {"remedy", fault.remedy}});
        if (!fault.file.empty()) list.back().as_object()["file"] = fault.file;
    }
    return list;
}

json::object json_of(const office::Import& import) {
    json::object columns;
    for (const auto& [field, column] : import.layout.columns) columns[name_of(field)] = column;
    json::array steps;
    for (const sheets::StepWord& one : import.layout.steps) steps.push_back(json::object{{"word", one.word}, {"step", one.step.empty() ? json::value(nullptr) : json::value(one.step)}, {"rows", one.rows}});
    return {{"file", import.file},
            {"holds", name_of(import.holds)},
            {"template", import.read_by},
            {"known", import.layout.known},
            {"steps", std::move(steps)},
            {"rows", import.rows},
            {"settled", import.settled},
            {"known", import.known},
            {"open", text(import.open)},
            {"kind_unknown", import.kind_unknown},
            {"columns", std::move(columns)},
            {"rejected", faults_json(import.rejected)},
            {"findings", faults_json(import.findings)},
            {"questions", faults_json(import.questions)},
            {"stops", faults_json(import.stops)}};
}

Result<std::string> give_back(const office::Import& import, const Wish& wish) {
    const std::string out = wish.rejected.empty() ? fmt::format("{}.rejected.{}", wish.file, name_of(office::form_of(import))) : wish.rejected;
    FRIST_TRY(const std::string bytes, office::given_back(import, [&](office::SheetForm form, const office::SheetPlan& plan) { return exports::sheet_out(form, plan, office::PassingFile(fmt::format("{}.{}", out, ::getpid()))); }));
    FRIST_TRY_DONE(write_file(out, bytes));
    return out;
}

void print_end(const office::Import& import, const office::ImportDone& done, const Wish& wish) {
    if (import.holds == office::Holds::contacts) {
        std::cout << fmt::format("{} completed, {} as before, {} of whom the ledger knows nothing\n", done.contacts.completed, done.contacts.same, done.contacts.unknown);
        return;
    }
    const office::MirrorReport& ledger = done.ledger;
    std::cout << fmt::format("{} new, {} changed, {} as before{}\n", ledger.added, ledger.changed, ledger.same, ledger.paid_in_ledger == 0 ? "" : fmt::format(", {} paid in the ledger", ledger.paid_in_ledger));
    if (done.import != 0) std::cout << fmt::format("import {}: frist imports undo {} takes it back\n", done.import, done.import);
    if (import.kind_unknown > 0 && wish.kind.empty())
        std::cout << fmt::format("{} customers are neither known as persons nor as companies and will not start; say --kind person or --kind company, or add the column.\n", import.kind_unknown);
}

Outcome keep_template(const Session& session, const office::Import& import, const office::ImportWish& asked, const std::string& name) {
    const json::object map = asked.map == sheets::Mapping{} ? sheets::to_map(import.layout) : sheets::to_map(asked.map);
    return office::keep_template(session.desk(), {name, import.layout.header_hash, json::serialize(map), session.today, 0});
}

Result<int> import(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::string bytes, bytes_of(wish.file));
    if (invoices::is_ubl(bytes) && !wish.map.empty()) return Error{"import.map", "--map", "an invoice has no columns to name", "Leave --map out for an invoice."};
    if (invoices::is_ubl(bytes) && wish.complete) return Error{"import.complete", "--complete", "one invoice is no list of all open items", "Leave --complete out for an invoice."};
    FRIST_TRY(const office::ImportWish asked, wish_of(wish, session));
    FRIST_TRY(const office::Import import, office::understand(session.desk(), bytes, name_only(wish.file), asked));
    if (import.refused) return *import.refused;
    for (const auto* faults : {&import.questions, &import.rejected, &import.stops})
        for (const office::ImportFault& fault : *faults) fail({fault.code, place_of(import, fault), fault.reason, fault.remedy});
    if (!program.json) print(import);
    const bool taken = import.questions.empty() && import.stops.empty() && !wish.dry_run;
    json::object object = json_of(import);
    object["dry_run"] = wish.dry_run;
    object["stored"] = taken;
    std::string rejected_file;
    if (taken && office::can_give_back(import)) {
        FRIST_TRY(rejected_file, give_back(import, wish));
        object["rejected_file"] = rejected_file;
    }
    if (taken) {
        const auto done = office::take(session.desk(), import, asked);
        if (!done.ok()) {
            std::error_code ignored;   // nothing half done: no row is stored, so none has been given back either
            if (!rejected_file.empty()) std::filesystem::remove(rejected_file, ignored);
            return done.error();
        }
        if (!wish.keep_as.empty()) FRIST_TRY_DONE(keep_template(session, import, asked, wish.keep_as));
        object["import"] = json::object{{"number", done->import}, {"added", done->ledger.added}, {"changed", done->ledger.changed}, {"same", done->ledger.same}, {"paid_in_ledger", done->ledger.paid_in_ledger}};
        if (!program.json) print_end(import, *done, wish);
    } else if (wish.dry_run && !program.json && import.questions.empty()) {
        std::cout << "Nothing was stored: this was a dry run.\n";
    }
    if (program.json) print_json(object);
    else if (!rejected_file.empty()) std::cout << fmt::format("{} rows have mistakes; they wait in {} with their reasons\n", office::rejected_rows(import), rejected_file);
    return import.questions.empty() && import.rejected.empty() && import.stops.empty() ? exit_done : exit_failed;
}

// --- imports ---

Result<int> list(const Program& program) {
    constexpr int shown = 100;
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto rows, session.store->imports(session.creditor, 0, shown));
    json::array all;
    for (const office::ImportRow& row : rows) {
        json::object one{{"import", row.id}, {"file", row.file}, {"at", text(row.at)}, {"rows", row.rows}, {"rejected", row.rejected}, {"added", row.added}, {"changed", row.changed}, {"same", row.same}, {"paid_in_ledger", row.paid}, {"open", text(row.open)}};
        if (row.undone_at) one["undone_at"] = text(*row.undone_at);
        all.push_back(std::move(one));
        if (!program.json)
            std::cout << fmt::format("import {} of {}: {}, {} new, {} changed, {} as before, {} open{}\n", row.id, text(row.at), row.file, row.added, row.changed, row.same, text(row.open), row.undone_at ? ", taken back" : "");
    }
    if (program.json) print_json(json::object{{"rows", std::move(all)}});
    else if (rows.empty()) std::cout << "No file has been taken yet.\n";
    return exit_done;
}

Result<int> undo(const Program& program, office::Id number) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Undone undone, office::undo_import(session.desk(), number, 0));
    if (program.json) print_json(json::object{{"import", number}, {"removed", undone.removed}, {"restored", undone.restored}, {"withdrawn", undone.withdrawn}, {"taken_back", undone.taken_back}});
    else std::cout << fmt::format("import {} is taken back: {} invoices removed, {} as they were before, {} cases withdrawn, {} payments taken back\n", number, undone.removed, undone.restored, undone.withdrawn, undone.taken_back);
    return exit_done;
}

Result<int> templates(const Program& program, const std::string& dropped) {
    FRIST_TRY(const Session session, open_session(program));
    if (!dropped.empty()) {
        FRIST_TRY(const bool there, session.store->drop_template(session.creditor, dropped));
        if (!there) return Error{"template.unknown", dropped, "there is no template with this name", "See frist imports templates for the names."};
    }
    FRIST_TRY(const auto rows, session.store->templates(session.creditor));
    json::array all;
    for (const office::TemplateRow& row : rows) {
        all.push_back(json::object{{"name", row.name}, {"kept_on", text(row.kept_on)}, {"map", json::parse(row.map)}});
        if (!program.json) std::cout << fmt::format("{} of {}: {}\n", row.name, text(row.kept_on), row.map);
    }
    if (program.json) print_json(json::object{{"rows", std::move(all)}});
    else if (rows.empty()) std::cout << "No template is kept.\n";
    return exit_done;
}

}  // namespace

void add_import(CLI::App& app, Program& program) {
    auto wish = std::make_shared<Wish>();
    CLI::App* importing = app.add_subcommand("import", "What customers owe into the ledger mirror: a list, an invoice, a list of customers, or a zip of them; or a whole installation");
    importing->add_option("FILE", wish->file, "CSV, XLSX or ODS as the accounting program exports it, an EHF or UBL invoice, or a zip");
    importing->add_option("--map", wish->map, "a JSON file that says which column is what, for a list that cannot be recognised");
    importing->add_option("--template", wish->named_template, "read it by this template (the one that knows its columns when left out)")->excludes("--map");
    importing->add_option("--keep-template", wish->keep_as, "remember under this name how it was read");
    importing->add_option("--kind", wish->kind, "what customers are of whom the list does not tell")->check(CLI::IsMember({"person", "company"}));
    importing->add_option("--control-sum", wish->sum, "what the ledger says is open; the file must agree");
    importing->add_option("--control-count", wish->count, "and in how many rows")->check(CLI::NonNegativeNumber);
    importing->add_flag("--good-rows", wish->good_rows, "take the good rows, and give those with mistakes back in a file (nothing is taken when left out)");
    importing->add_option("--rejected", wish->rejected, "where the rows with mistakes go (FILE.rejected.csv, .xlsx or .ods, as the file is, when left out)");
    importing->add_flag("--dry-run", wish->dry_run, "show what would be imported, and store nothing");
    importing->add_flag("--complete", wish->complete, "the list holds all open items: what it no longer names was settled in the ledger");
    importing->add_option("--all", wish->all, "instead of a list: a whole installation, from the folder that frist export --all made, into a new database")->excludes("FILE");
    importing->add_option("--letters", wish->letters, "with --all: the folder that the letters' PDFs go into (beside the database when left out)")->needs("--all");
    importing->callback([&program, wish] {
        if (wish->file.empty() && wish->all.empty()) throw CLI::RequiredError("FILE");
        run(program, [&program, wish] { return wish->all.empty() ? import(program, *wish) : import_installation(program, wish->all, wish->letters); });
    });

    CLI::App* taken = app.add_subcommand("imports", "Files that were taken into the ledger, the latest first");
    auto number = std::make_shared<office::Id>(0);
    CLI::App* back = taken->add_subcommand("undo", "As if it had never been taken, as long as no letter left and nothing was paid");
    back->add_option("IMPORT", *number, "its number")->required();
    back->callback([&program, number] { run(program, [&program, number] { return undo(program, *number); }); });
    auto dropped = std::make_shared<std::string>();
    CLI::App* ways = taken->add_subcommand("templates", "How lists are read that come again");
    ways->add_option("--drop", *dropped, "this one goes");
    ways->callback([&program, dropped] { run(program, [&program, dropped] { return templates(program, *dropped); }); });
    taken->callback([&program, taken] {
        if (taken->get_subcommands().empty()) run(program, [&program] { return list(program); });
    });
}

}  // namespace frist::program
