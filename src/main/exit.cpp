// export --all and import --all: a whole installation as files that need no Frist, and back in.
#include "base/pch.h"
#include "main/exit.h"
#include "main/exports.h"
#include "store/exit.h"
#include "store/rooms.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct ExitWishes {
    bool all = false;
    bool without_missing = false;
    std::string out;
    std::vector<std::string> letters;
};


// "out/" and "out" are one folder.
std::string tidy(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

json::object json_of(const store::ExitTold& told) {
    json::array files;
    for (const store::Written& file : told.files) files.push_back(json::object{{"file", file.name}, {"rows", file.rows}, {"sha256", file.sha256}});
    return {{"files", std::move(files)}, {"papers", told.papers}, {"letters_missing", told.missing}, {"open_jobs", told.open_jobs}};
}

std::int64_t rows_of(const store::ExitTold& told) {
    std::int64_t rows = 0;
    for (const store::Written& file : told.files) rows += file.rows;
    return rows;
}

Result<int> export_installation(const Program& program, const ExitWishes& wishes) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE or FRIST_DB."};
    store::ExitWish wish;
    FRIST_TRY(wish.made, program.now());
    FRIST_TRY(const auto country, norway());
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    wish.folder = tidy(wishes.out);
    wish.letters = wishes.letters;
    if (wish.letters.empty()) {
        FRIST_TRY(const std::string usual, program.beside(".letters"));
        wish.letters.push_back(usual);
    }
    wish.program = FRIST_VERSION;
    wish.law = country->fingerprint();
    if (wishes.without_missing) wish.missing = [](const Error& error) { tell(Level::finding, error); };
    FRIST_TRY(const store::ExitTold told, store::export_all(*rooms.connection, wish));
    if (told.open_jobs > 0)
        tell(Level::warning, {"exit.jobs", "job", fmt::format("{} that somebody asked for is not done yet and stays", told.open_jobs), "Let the server end it and export again, or ask for it anew."});
    if (program.json) print_json(json_of(told));
    else std::cout << fmt::format("{}: {} rows in {} files, {} letters and enclosures. What people do afterwards: docs/operate/exit.md\n", wish.folder, rows_of(told), told.files.size(), told.papers);
    return exit_done;
}

}  // namespace

Result<int> import_installation(const Program& program, const std::string& folder, const std::string& letters) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one that is not there yet with --db FILE or FRIST_DB."};
    FRIST_TRY(const auto country, norway());
    FRIST_TRY(const std::string usual, program.beside(".letters"));
    const store::EntryWish wish{tidy(folder), program.database, letters.empty() ? usual : tidy(letters), *country, program.wait_seconds * 1000};
    FRIST_TRY(const store::ExitTold told, store::import_all(wish));
    if (program.json) {
        print_json(json_of(told));
        return exit_done;
    }
    std::cout << fmt::format("{} rows, {} letters and enclosures. Nobody has a password here yet: frist serve tells a link for the owner.\n", rows_of(told), told.papers);
    return verify_all(program);
}

void add_export(CLI::App& app, Program& program) {
    auto wishes = std::make_shared<ExitWishes>();
    CLI::App* out = app.add_subcommand("export", "Cases as a file, or the whole installation as files that need no Frist");
    out->require_subcommand(0, 1);
    out->add_flag("--all", wishes->all, "everything but what opens the door: no passwords, second factors or keys");
    out->add_option("--out", wishes->out, "the folder that is made");
    out->add_option("--letters", wishes->letters, "a folder of letters, more than once (beside the database when left out)");
    out->add_flag("--without-missing", wishes->without_missing, "also when the PDF of a letter that was sent is not there any more; each is told");
    add_export_cases(out, program);
    out->callback([&program, wishes, out] {
        if (!out->get_subcommands().empty()) return;
        if (!wishes->all) throw CLI::RequiredError("--all");
        if (wishes->out.empty()) throw CLI::RequiredError("--out");
        run(program, [&program, wishes] { return export_installation(program, *wishes); });
    });
}

}  // namespace frist::program
