// Backups at the command line, and what the doctor asks of the same files.
#pragma once
#include "main/program.h"

namespace frist::program {

void add_backup(CLI::App& app, Program& program);
void add_doctor(CLI::App& app, Program& program);

// The folders that letters of this database are written to by themselves, as far as they are there. Error home.missing.
Result<std::vector<std::string>> letter_folders(const Program& program);
// SQLite finds nothing wrong with any page, table or index. Errors store.*.
Outcome whole_pages(const std::string& database);

}  // namespace frist::program
