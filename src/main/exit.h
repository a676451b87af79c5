// To leave, to come in again and to move to another engine, at the command line.
#pragma once
#include "main/program.h"
#include "office/verify.h"

namespace frist::program {

void add_export(CLI::App& app, Program& program);
void add_migrate_store(CLI::App& app, Program& program);
// import --all: what export --all made, into an empty installation. `letters`: the folder that the PDFs go into; empty for the
// usual one beside the database. Errors exit.*, store.*, db.missing.
Result<int> import_installation(const Program& program, const std::string& folder, const std::string& letters);

// What counting everything a second time brings: by creditor, and all that is wrong. Errors store.*.
struct Counted {
    std::vector<std::pair<std::string, office::Verified>> creditors;
    std::vector<Error> wrong;
};
Result<Counted> count_again(const Program& program);
// The first thing that is wrong, if any. Errors store.*, and those of verify.
Outcome in_order(const Program& program);
// Counts everything a second time and tells it. Errors store.*.
Result<int> verify_all(const Program& program);

}  // namespace frist::program
