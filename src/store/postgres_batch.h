// Statements that change one row each and whose outcome nobody waits for, gathered and said to the server as one statement for
// many rows: the words for one row made into those for a set, and the values laid side by side as arrays.
#pragma once
#include "base/result.h"
#include "store/postgres_values.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace frist::store {

// How a statement is said for many rows. None when it is not of one of the two forms
//   INSERT INTO table (columns) VALUES (?1, ?2, …) [ON CONFLICT (key) DO UPDATE SET … | ON CONFLICT DO NOTHING]
//   UPDATE table SET column = ?n, … WHERE column = ?n AND …
struct SetWords {
    std::string table;
    std::vector<std::string> columns;   // by the places of the values: whose column it is
    std::vector<int> key;               // places that say which row is meant; two rows of one set must not mean the same one
    bool updates = false;               // gives back the places in the set, from 1, of the rows that were there
    // The words, once the types of the columns are known: "bigint", "text", "bytea".
    [[nodiscard]] std::string said(const std::vector<std::string>& types) const;

    std::string head;   // what stands before and behind the values
    std::string tail;
};
std::optional<SetWords> set_words(std::string_view words);

// The rows gathered so far.
class Batch {
public:
    explicit Batch(SetWords words) : words_(std::move(words)), columns_(words_.columns.size()) {}

    [[nodiscard]] const SetWords& words() const { return words_; }
    [[nodiscard]] int rows() const { return rows_; }
    // Enough that one statement more would not make a row cheaper.
    [[nodiscard]] bool is_full() const { return rows_ >= most_rows || bytes_ >= most_bytes; }
    // False: a row with the same key is there already, and this one is not taken.
    bool add(const Values& values);
    // What is wrong when the row is not changed, for each in its order.
    std::vector<std::optional<Error>>& unless_changed() { return unless_changed_; }

    // The values as arrays, one for each column; valid until clear.
    void lay_out(const std::vector<Oid>& types);
    // The values of the only row, as they are.
    void lay_out_one();
    [[nodiscard]] const std::vector<const char*>& pointers() const { return pointers_; }
    [[nodiscard]] const std::vector<int>& sizes() const { return sizes_; }
    void clear();

private:
    static constexpr int most_rows = 64;
    static constexpr std::size_t most_bytes = 262144;
    struct Column {
        std::string cells;
        bool has_nothing = false;
    };
    SetWords words_;
    std::vector<Column> columns_;
    std::unordered_set<std::string> keys_;
    std::vector<std::optional<Error>> unless_changed_;
    int rows_ = 0;
    std::size_t bytes_ = 0;
    std::vector<std::string> arrays_;
    std::vector<const char*> pointers_;
    std::vector<int> sizes_;
};

}  // namespace frist::store
