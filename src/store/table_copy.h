// Rows of one table as they are, from one database into another of the same shape, whichever engines the two have.
#pragma once
#include "store/connection.h"

namespace frist::store {

// A column of a table: what its bytes are, and its place in the primary key (from 1; 0: none).
struct TableColumn {
    enum class Kind { whole, text, bytes };
    std::string name;
    Kind kind = Kind::text;
    int key = 0;
};
// Every table of the newest shape with its columns, by name; made from the migrations.
Result<std::map<std::string, std::vector<TableColumn>>> tables_of_shape();

// What all rows of a table add up to: SHA-256 over every cell in the order of the primary key; the same on both engines.
Result<std::string> fingerprint(Connection& connection, const std::string& table, const std::vector<TableColumn>& columns);

class TableCopy {
public:
    TableCopy(Connection& from, Connection& into, std::string table, std::vector<TableColumn> columns)
        : from_(from), into_(into), table_(std::move(table)), columns_(std::move(columns)) {}

    // This column stays empty bytes.
    void leave_empty(const std::string& column) { empty_ = column; }
    // The rows of one creditor. Inside look() of the one and change() of the other.
    Outcome rows_of(std::int64_t creditor);
    // At most `limit` rows that come, by the primary key, after those that `into` has; tells how many they were.
    Result<std::int64_t> more_rows(int limit);

private:
    Result<std::int64_t> all_of(Statement& rows);
    void hand_over(Statement& row, Statement& to) const;

    Connection& from_;
    Connection& into_;
    std::string table_;
    std::vector<TableColumn> columns_;
    std::string empty_;
};

}  // namespace frist::store
