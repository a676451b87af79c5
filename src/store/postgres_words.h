// The words of src/store/sql as PostgreSQL understands them. SQLite's words are the ones that are written; what is the same
// in both is the rule, and this is the list of what is not.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace frist::store {

// ?1 is $1; INTEGER is BIGINT, BLOB is BYTEA, and TEXT is compared byte by byte; a whole key is given by an identity; an index
// that is named, an order of a join that is asked for, STRICT and WITHOUT ROWID are left out, triggers too; instr is strpos;
// json_extract(column, '$.name') is ->>; x'00' is a bytea.
std::string postgres_words(std::string_view words);

// Whose rows a statement works on: one creditor's, which it names with its first value, or the house's.
enum class Whose { creditor, house };
Whose whose(std::string_view words);

// Whether this stands in the name of a table or column.
bool of_name(char c);

// Where the name stands, as a whole word, from this place on; npos: nowhere.
std::size_t find_name(std::string_view words, std::string_view name, std::size_t from = 0);

// Whether a statement reads or writes rows of this table: it stands behind FROM, JOIN, INTO or UPDATE, for no statement of ours names
// several tables with commas (tests/tools/statements_test.py). A column may be called as a table is.
bool speaks_of(std::string_view words, std::string_view table);

// The table of "INSERT INTO table", or nothing.
std::string_view table_of_insert(std::string_view words);

// The column of this table in which whole keys are given (INTEGER PRIMARY KEY in the migrations); empty when there is none.
// `lasting`: a key is given once, also when its row has gone (AUTOINCREMENT).
struct WholeKey {
    std::string_view column;
    bool lasting = false;
};
WholeKey whole_key_of(std::string_view table);

}  // namespace frist::store
