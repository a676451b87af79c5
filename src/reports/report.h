// What can be asked, and what is answered: a table whose figures are sums of lines, and the lines themselves.
#pragma once
#include "office/answer_case.h"
#include "reports/source.h"

#include <limits>

namespace frist::reports {

// By what the figures of a table are parted. A case's own (customer, status …), its invoices' (department, project) and a line's
// own (part, month, the person of an act …).
enum class By { part, case_id, customer, group, status, step, kind, registered, month, week, day, band, reason, account, code, letter, department, project, person, act };
constexpr auto names_of(By) {
    return std::to_array<std::string_view>({"part", "case", "customer", "group", "status", "step", "kind", "registered", "month", "week", "day", "band", "reason", "account", "code", "letter", "department", "project", "person", "act"});
}

// What the two days `from` and `to` mean to a report.
enum class Span {
    happened,     // what happened between them, and what stood at the end of the last
    standing,     // what stood at the end of `to`; there is no first day
    registered,   // of the cases registered between them, what has become of them
    falls,        // what falls on these days, which lie ahead
};
constexpr auto names_of(Span) { return std::to_array<std::string_view>({"happened", "standing", "registered", "falls"}); }

enum class Kind {
    whole,   // a number of something
    money,   // minor units
    share,   // of two figures of the same row, in percent
    days,    // the mean of days: a weighted sum of them, over its weights
    part_of, // a sum of money times a share of the same row; below it the sum of the rows
};

// A figure is summed from lines and can be asked for them; the others follow from figures of the same row.
struct Column {
    std::string_view id;
    Kind kind = Kind::money;
    bool shown = true;                // else it only serves others
    std::string_view over = {};       // share, days, part_of: of this figure …
    std::string_view under = {};      // … divided by this one
    std::string_view of = {};         // part_of: times this one
    bool lined = true;                // a figure that has lines
    bool across = true;               // its sum over rows says something
    [[nodiscard]] bool has_lines() const { return figure() && lined; }
    [[nodiscard]] bool figure() const { return kind == Kind::whole || kind == Kind::money; }
};

struct Definition {
    std::string_view name;
    Span span = Span::happened;
    std::span<const Column> columns;
    std::span<const By> by;           // when nobody says otherwise
    std::span<const By> may;          // what can be chosen, up to three
};

// All of them, in the order in which they are listed.
std::span<const Definition> definitions();
// Error report.unknown.
Result<const Definition*> definition(std::string_view name);

struct Ask {
    std::string name;
    std::optional<Date> from;
    std::optional<Date> to;           // as_of when left out
    Date as_of;                       // what was known at the end of this day
    std::vector<By> by;               // empty: as the definition says
    // Narrowed down to. Empty: to nothing.
    std::vector<office::Status> status;
    std::optional<Id> customer;       // the debtor's number in the store
    std::optional<std::string> group;
};

// One value that parts a table: a number by which it is ordered, and a name. `label` is for people, when it is not a word
// of the program: a customer's name.
struct Key {
    std::int64_t number = 0;
    std::string name;
    std::string label = {};
    bool operator==(const Key& other) const { return number == other.number && name == other.name; }
    bool operator<(const Key& other) const { return number != other.number ? number < other.number : name < other.name; }
};
using Keys = std::vector<Key>;
// "part~1001": what names the row in a question for its lines. "%": its one name is empty.
std::string token(const Keys& keys);

// A figure of which nothing can be said yet.
inline constexpr std::int64_t untold = std::numeric_limits<std::int64_t>::min();

struct Row {
    Keys keys;
    std::vector<std::int64_t> figures;   // one per column; 0 where none is summed
};

// What a column shows of a row. Nothing: it would be divided by zero.
struct Shown {
    std::optional<std::int64_t> value;   // whole, minor units; hundredths of a percent; tenths of a day
};

struct Table {
    const Definition* definition = nullptr;
    Ask ask;                             // with every day and key filled in
    std::int64_t known_until = 0;        // link of the chain
    std::vector<Row> rows;               // those of the window
    std::size_t count = 0;               // of all rows
    Row sum;                             // of all rows; of part_of columns too
    [[nodiscard]] Shown shown(const Row& row, std::size_t column) const;
};

struct Line {
    Id case_id = 0;                      // 0: an act on no case
    Id debtor = 0;                       // 0: on no debtor either
    std::string customer;                // the creditor's own number
    std::string name;
    std::optional<Date> day;
    std::string what;                    // "payment", "claim", "case-pause" …: a word of the program
    std::string reference;               // an invoice, the number of a letter or payment
    std::int64_t value = 0;              // in the column's kind
    std::int64_t index = 0;              // among the lines of its case
};

struct Lines {
    Kind kind = Kind::money;
    std::vector<Line> rows;
    std::optional<std::string> next;     // for LinesAsk::after
    std::string about;                   // the figure's column
};

// Lines of one figure of one row. `row` as token() names it; empty: of all rows.
struct LinesAsk {
    Ask ask;
    std::string row;
    std::string column;
    std::string after;                   // where the page before ended
    std::size_t limit = 100;
};

struct Window {
    std::size_t offset = 0;
    std::size_t limit = 1000;
};

// Whose numbers, by which law, on which day.
struct Room {
    office::Desk desk;
    Source& source;
};

// The question with every choice made, as a table without rows. Errors report.unknown, report.by, report.days,
// report.as_of, report.filter.
Result<Table> full_ask(const Room& room, const Ask& ask);
// Errors as above, store.*, interest.rate_missing.
Result<Table> table(const Room& room, const Ask& ask, const Window& window);
// Every row in order, none kept; answers with the table without its rows. Errors as above, and those of `see`.
Result<Table> each_row(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see);
// Errors as above, and report.row, report.column, report.after.
Result<Lines> lines(const Room& room, const LinesAsk& ask);

}  // namespace frist::reports
