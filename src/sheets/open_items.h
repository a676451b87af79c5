// A list of open items as accounting programs export it: which column is which field, and what each row claims.
// Nothing is guessed that would change a sum or a day: what the file does not settle becomes a question, which a map
// file answers. formats/csv_import.md holds the rules.
#pragma once
#include "base/date.h"
#include "base/result.h"
#include "money/money.h"
#include "party/kinds.h"
#include "sheets/fields.h"
#include "sheets/table.h"

#include <boost/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frist::sheets {

enum class Format : std::uint8_t { csv, xlsx, ods };
constexpr auto names_of(Format) {
    return std::to_array<std::string_view>({"csv", "xlsx", "ods"});
}

// A word that a list has for a letter, and what it is taken for: "reminder", "notice", "demand", "none"; empty when nobody knows.
struct StepWord {
    std::string word;
    std::string step;
    int rows = 0;
};

// How the file was read.
struct Layout {
    Format format = Format::csv;
    std::string sheet;                     // of a spreadsheet
    std::string encoding;                  // "windows-1252"; of text
    std::string encoding_sample;           // words with letters beyond A to Z, when the file is no UTF-8
    std::string separator;                 // ";", "\t"; of text
    bool quoted_separator = false;         // a cell holds the separator
    std::string decimal;                   // "," or "."
    std::string thousands;                 // "space", "no-break space", ".", ",", "'" or none
    std::string date;                      // form of the due dates: "DD.MM.YYYY"
    int header_row = 0;                    // its place in the file
    std::map<Field, std::string> columns;  // each field with the column's name as the file writes it
    std::vector<std::string> ageing;
    std::vector<std::string> header;   // all column names
    std::vector<std::string> unknown;  // those that are no field
    std::string header_hash;           // SHA-256 of the names: the same list comes again with the same hash
    std::vector<std::string> sheets;   // all that are shown
    std::string known;                 // the export that it looks like, by the program that makes it; empty: none
    std::vector<StepWord> steps;       // of the column that names letters sent before
    // For the eyes of who says which column is what: the first rows of the sheet as they stand, each with its place, and the
    // first cells under each name of `header` that hold something. A person's number stands as "privat".
    std::vector<std::pair<int, std::vector<std::string>>> top;
    std::vector<std::vector<std::string>> samples;
};

// Where lists come from that Frist reads: an export that is known by its columns, invoices, a case list of an agency, any other file.
inline constexpr std::string_view list_sources[] = {"24sevenoffice", "ehf", "agency", "file"};

// What a person says about a file; what is missing is found out.
struct Mapping {
    std::map<Field, std::string> columns;
    std::optional<char> decimal;
    std::optional<std::string> date;
    std::optional<char> separator;
    std::optional<std::string> encoding;
    std::optional<std::string> sheet;   // of a spreadsheet
    std::optional<int> header_row;      // its place in the file
    std::vector<std::string> unused;    // columns that are no field, whatever they are called
    std::map<std::string, std::string> steps;   // what words for letters mean: reminder, notice, demand, none
    std::string source;                 // of a template: the accounting system that the creditor's lists come from; changes nothing in how they are read
    bool operator==(const Mapping&) const = default;
};

// {"columns": {"open_amount": "Saldo"}, "decimal": ",", "date": "DD.MM.YYYY", "separator": ";", "encoding": "UTF-8",
// "sheet": "Ark1", "header_row": 5, "unused": ["Rest"], "steps": {"Sluttvarsel": "demand"}}
// `file` is the place named in errors. Errors json.*, map.field, map.decimal, map.date, map.separator, map.sheet,
// map.header_row, map.step, map.source, encoding.unknown.
Result<Mapping> read_mapping(std::string_view json, std::string_view file);
// The map file with which the list would be read as it was; and the one that says the same again.
boost::json::object to_map(const Layout& layout);
boost::json::object to_map(const Mapping& mapping);

// Something about a row or the file that a person should know. `row` is the place in the file, 0 for the file.
struct Fault {
    int row = 0;
    std::string column;
    std::string code;
    std::string reason;
    std::string remedy;
};

// A row that cannot be claimed, with its cells as they stand in the file.
struct RowFault {
    int row = 0;
    std::string column;
    std::string code;
    std::string reason;
    std::string remedy;
    std::vector<std::string> cells;
    std::vector<Kind> kinds = {};   // of the cells, as the file knows them
};

struct Earlier {
    std::string step;  // "reminder", "notice", "demand"
    Date sent;
    std::optional<Date> deadline;
    Money fee;
};

// Who owes, as a row of a list tells it.
struct Customer {
    int row = 0;
    std::string customer_number;
    std::string customer_name;
    std::string org_number;  // only with a check digit that agrees, as its register writes it; never a person's number
    std::optional<party::DebtorKind> kind;  // empty: the row does not say
    std::string street;
    std::string postal_code;
    std::string town;
    std::string country;  // as written
    std::string email;
    std::string phone;
    std::string language;  // "nb", "nn", "en", "sv", "da", "fi" or empty
    std::string group;     // the creditor's own word; empty: none
};

struct OpenItem : Customer {
    std::string invoice_number;
    std::optional<Date> invoiced;
    Date due;
    Money original;  // the open amount, when the list has no other
    Money open;
    std::string payment_reference;
    std::string text;
    std::string department;
    std::string project;
    std::vector<Earlier> earlier;
    std::vector<Fault> findings;
};

struct Total {
    Money claims;   // of `claims`
    Money credits;  // of `credits`, negative
};

enum class Verdict : std::uint8_t { accept, accept_with_findings, ask };
constexpr auto names_of(Verdict) {
    return std::to_array<std::string_view>({"accept", "accept_with_findings", "ask"});
}

struct OpenItems {
    Layout layout;
    std::vector<OpenItem> claims;
    std::vector<OpenItem> credits;   // negative rows: to be set off, never claimed
    int rows = 0;                    // of data: claims, credits, settled and rejected
    int settled = 0;                 // zero rows
    int totals_checked = 0;          // rows of sums that agree with the rows above them
    std::vector<RowFault> rejected;  // one a mistake; a row may have several
    std::vector<Fault> findings;     // of the file
    std::vector<Fault> questions;    // while there are any, nothing is claimed
    std::vector<Total> totals;       // one a currency
    Verdict verdict = Verdict::accept;
};

// Amounts without a currency column are in `fallback`, which also names the register of company numbers.
// Errors: encoding.*, csv.*, sheet.* (the container), header.missing, columns.missing, columns.named (a mapped column
// is not there), list.supplier, list.balance, list.empty.
Result<OpenItems> read_open_items(std::string_view bytes, std::string_view file_name, const Mapping& mapping = {},
                                  Currency fallback = Currency::nok());

// How a file looks that is no such list, for a person who says where its header is and which column is what: of the sheet that
// is named, or looks most like one. `columns` holds those that were found. Errors: those of the container.
Result<Layout> glance(std::string_view bytes, const Mapping& mapping = {});

// The rows with mistakes as they stood under `header`, and two more columns: the reason and the remedy. Can be read again when
// corrected. The names of the columns stand first.
struct GivenBack {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<Kind>> kinds;   // of their cells
};
GivenBack given_back(const std::vector<std::string>& header, const std::vector<RowFault>& rejected);
// The same as UTF-8 with its mark. Empty when no row was rejected.
std::string rejected_csv(const std::vector<std::string>& header, const std::vector<RowFault>& rejected);
inline std::string rejected_csv(const OpenItems& items) { return rejected_csv(items.layout.header, items.rejected); }

// What a person looks at before the list is taken: layout, counts, items, totals, rejected rows, findings, questions.
// The items hold names and addresses: for the eyes of the one who has the list, never for a log.
boost::json::object to_json(const OpenItems& items);

}  // namespace frist::sheets
