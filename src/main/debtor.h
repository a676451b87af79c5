// What the commands below `frist debtor KEY` share.
#pragma once
#include "main/program.h"

namespace frist::program {

// By the creditor's own number for the customer, or by its name. Error debtor.unknown.
Result<office::DebtorRow> debtor_of(const Session& session, const std::string& key);
Outcome put_debtor(const Session& session, const std::string& key, const office::DebtorRecord& debtor);

void add_look_up(CLI::App* one, Program& program, const std::string& key);

}  // namespace frist::program
