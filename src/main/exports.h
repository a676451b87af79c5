// Exports of cases at the command line.
#pragma once
#include "main/program.h"

namespace frist::program {

// Below `frist export`.
void add_export_cases(CLI::App* below, Program& program);
// Makes the saved exports that are due on the program's day; how many were made. What could not be is told. Errors store.*.
Result<int> make_exports(const Program& program);

}  // namespace frist::program
