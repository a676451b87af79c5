// export cases: cases as a file, one row each. export columns: what can be picked.
#include "access/passwords.h"
#include "base/pch.h"
#include "exports/exports.h"
#include "main/exports.h"
#include "main/passing.h"
#include "main/people.h"
#include "office/practice.h"
#include "reports/making_exports.h"
#include "reports/words.h"

#include <iostream>
#include <unistd.h>

namespace frist::program {
namespace {

namespace json = boost::json;

struct CasesWish {
    std::vector<std::string> creditors, status, columns;
    std::string cases, date, from, to, period, form, out, language;
    std::int64_t year = 0;
};

// The same body that the interface reads, so that both take and refuse the same.
Result<reports::CaseExport> ask_of(const CasesWish& wish) {
    const auto list = [](const std::vector<std::string>& words) { return json::array(words.begin(), words.end()); };
    const std::string form = wish.form.empty() ? ending_of(wish.out) : wish.form;
    const json::value told = json::object{{"cases", wish.cases}, {"status", list(wish.status)}, {"date", wish.date}, {"from", wish.from}, {"to", wish.to}, {"period", wish.period},
                                          {"year", wish.year}, {"columns", list(wish.columns)}, {"form", form}, {"language", wish.language}};
    FRIST_TRY(JsonObject body, JsonObject::of(told, ""));
    Result<reports::CaseExport> ask = reports::case_export(body);
    if (ask.ok()) return ask;
    Error error = ask.error();
    error.field.insert(0, "--");
    return error;
}

Result<std::vector<reports::ExportRoom>> rooms_of(const Session& session, const Program& program, const std::vector<std::string>& creditors) {
    std::vector<std::string> wanted = creditors;
    if (wanted.empty() && !program.creditor.empty()) wanted.push_back(program.creditor);
    FRIST_TRY(const std::vector<office::CreditorRow> rows, session.store->creditors());
    std::vector<reports::ExportRoom> rooms;
    const auto add = [&](const office::CreditorRow& row) -> Outcome {
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        rooms.push_back({{*session.store, *session.country, row.id, session.today}, row.org_number, record.name});
        return done;
    };
    if (wanted.empty())
        for (const office::CreditorRow& row : rows)   // practice stands on a clock of its own
            if (row.org_number != office::practice_number) FRIST_TRY_DONE(add(row));
    for (const std::string& number : wanted) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const office::CreditorRow& one) { return one.org_number == number; });
        if (row == rows.end()) return Error{"creditor.unknown", "--creditors", "there is no creditor with this organisation number", "See frist creditor show."};
        FRIST_TRY_DONE(add(*row));
    }
    if (rooms.empty()) return Error{"creditor.none", program.shown(), "there is no creditor yet", "Add one with frist creditor add."};
    return rooms;
}

Result<int> export_cases(const Program& program, const CasesWish& wish) {
    FRIST_TRY(reports::CaseExport ask, ask_of(wish));
    FRIST_TRY(const Session session, open_store(program, false));
    FRIST_TRY(const std::vector<reports::ExportRoom> rooms, rooms_of(session, program, wish.creditors));
    if (ask.language.empty()) ask.language = "en";
    FRIST_TRY(const auto out, exports::sheet_out(ask.form, reports::export_plan(ask, rooms), office::PassingFile(fmt::format("{}.{}", wish.out, ::getpid()))));
    FRIST_TRY(const std::int64_t count, reports::write_cases(ask, rooms, *out));
    FRIST_TRY(office::PassingFile file, out->finish());
    FRIST_TRY(const std::int64_t bytes, file.size());
    FRIST_TRY_DONE(std::move(file).become(wish.out));
    if (program.json) print_json(json::object{{"file", wish.out}, {"rows", count}, {"bytes", bytes}});
    else std::cout << fmt::format("{}: {} cases, {} bytes\n", wish.out, count, bytes);
    return exit_done;
}

Result<int> columns(const Program& program, const std::string& language) {
    json::array list;
    for (const reports::ExportColumn& one : reports::export_columns()) {
        const std::string head = reports::head_of(language, one);
        list.push_back(json::object{{"id", one.id}, {"head", head}, {"group", one.group}, {"kind", name_of(one.kind)}});
        if (!program.json) std::cout << fmt::format("{:<18}{:<10}{}\n", one.id, one.group, head);
    }
    if (program.json) print_json(json::object{{"columns", std::move(list)}});
    return exit_done;
}

}  // namespace

Result<int> make_exports(const Program& program) {
    FRIST_TRY(const Moment wall, program.now());
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const auto waiting, rooms.exports->by_themselves());
    if (waiting.empty()) return 0;
    FRIST_TRY(const auto country, norway());
    const auto hasher = access::argon2id();
    const access::Porter porter{*rooms.access, *hasher, chance, access::SealKey{}};   // nobody comes in here
    const auto sheet_of = [](office::SheetForm form, const office::SheetPlan& plan) -> Result<std::unique_ptr<office::SheetOut>> {
        FRIST_TRY(office::PassingFile file, passing_file());
        return exports::sheet_out(form, plan, std::move(file));
    };
    FRIST_TRY(const reports::MadeExports made, reports::make_due_exports({*rooms.office, *country, porter, *rooms.exports, sheet_of, wall, instant_now()}));
    for (const Error& error : made.failed) fail(error);
    return made.made;
}

void add_export_cases(CLI::App* below, Program& program) {
    auto wish = std::make_shared<CasesWish>();
    CLI::App* cases = below->add_subcommand("cases", "Cases as a file, one row each, of one creditor or several");
    cases->add_option("--creditors", wish->creditors, "by organisation number (all when left out)")->delimiter(',');
    cases->add_option("--cases", wish->cases, "all, ongoing, inactive or closed");
    cases->add_option("--status", wish->status, "only these states")->delimiter(',');
    cases->add_option("--date", wish->date, "by which day: registered, closed, invoiced or due");
    cases->add_option("--from", wish->from, "first day");
    cases->add_option("--to", wish->to, "last day");
    cases->add_option("--year", wish->year, "instead of them, a year");
    cases->add_option("--period", wish->period, "or last_week, last_month, last_quarter, last_year, this_month, this_year");
    cases->add_option("--columns", wish->columns, "in this order; frist export columns tells which there are (all when left out)")->delimiter(',');
    cases->add_option("--form", wish->form, "xlsx, ods, csv or json (as --out ends; xlsx without)");
    cases->add_option("--language", wish->language, "of the heads: nb, nn, en or sv (en)");
    cases->add_option("--out", wish->out, "the file it goes into")->required();
    cases->callback([&program, wish] { run(program, [&program, wish] { return export_cases(program, *wish); }); });
    auto language = std::make_shared<std::string>("en");
    CLI::App* told = below->add_subcommand("columns", "The columns of an export of cases");
    told->add_option("--language", *language, "nb, nn, en or sv (en)")->check(CLI::IsMember({"nb", "nn", "en", "sv"}));
    told->callback([&program, language] { run(program, [&program, language] { return columns(program, *language); }); });
}

}  // namespace frist::program
