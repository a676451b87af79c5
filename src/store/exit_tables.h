// Which tables of the shape leave with an installation, under which names and in which form, and which stay, with the
// reason. tests/store_contract holds this against the shape: nothing is forgotten. docs/operate/exit.md tells it to people.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frist::store {

// How the value of a column is written.
enum class Form {
    whole,    // a number
    yes_no,
    text,     // bytes that are no UTF-8 are written as {"base64": …}
    day,      // "2026-07-06"
    moment,   // "2026-07-06T14:05", by the creditor's clock
    instant,  // "2026-07-06T14:05:09Z"
    money,    // "1250.00", of the row's currency
    json,     // an object or a list; words that are written otherwise than we do stay words
};
constexpr auto names_of(Form) {
    return std::to_array<std::string_view>({"whole", "yes_no", "text", "day", "moment", "instant", "money", "json"});
}

// What stands in the table where there is no value; null in the file.
enum class Without { never, null, blank };

struct Column {
    std::string_view name;         // of the table and in the file
    Form form = Form::text;
    Without without = Without::never;
    bool (*fits)(std::string_view) = nullptr;   // which words may stand there; any
    int since = 0;                 // the first shape that has it; lines of older ones are blank there
};

// A column that stays: what stands there after the way back in, as SQL, and why.
struct Withheld {
    std::string_view name;
    std::string_view instead;
    std::string_view why;
};

struct Leaving {
    std::string_view table;
    std::string_view file;         // "events": events.jsonl
    std::string_view order;        // columns
    std::vector<Column> columns;
    std::vector<Withheld> withheld = {};
    int since = 17;                // the first shape that has the table
};
// In the order in which they go out and come in.
const std::vector<Leaving>& leaving_tables();

struct Staying {
    std::string_view table;
    std::string_view why;
    bool made_anew = false;        // by the way back in
};
const std::vector<Staying>& staying_tables();

}  // namespace frist::store
