// Index rows as the register's tables hold them; statements in register.sql.
#pragma once
#include "office/register_row.h"
#include "store/connection.h"

namespace frist::store {

Outcome put_register_row(Connection& connection, office::Id creditor, const office::RegisterRow& row);
// The columns of case_index. Error store.damaged.
Result<office::RegisterRow> register_row_of(Statement& s);

// `version`: see Ends.
Outcome put_debtor_index(Connection& connection, office::Id creditor, const office::DebtorIndex& index, std::int64_t version);
office::DebtorIndex debtor_index_of(Statement& s);

Result<std::optional<office::RegisterRow>> register_row(Connection& connection, office::Id creditor,
                                                        office::Id case_id);
Result<std::optional<office::DebtorIndex>> debtor_index(Connection& connection, office::Id creditor, office::Id debtor);
Result<std::optional<office::RegisterMark>> register_mark(Connection& connection, office::Id creditor);

}  // namespace frist::store
