// Files with what customers owe, on their way into the ledger: lists of open items, electronic invoices, lists of customers, or a zip of
// them. A file is first understood, with everything a person should know before it is taken; then it is taken whole, or not at all.
#pragma once
#include "office/mirror_ledger.h"
#include "office/sheet_out.h"
#include "office/take_contacts.h"
#include "sheets/open_items.h"

namespace frist::office {

// What a person says about a file.
struct ImportWish {
    sheets::Mapping map;
    std::string named_template;               // the template to read it by; empty: the one that knows the names of its columns, if any
    std::optional<cases::DebtorKind> kind;    // of customers of whom the file does not tell
    bool complete = false;                    // it holds all open items: what it no longer names was settled
    bool good_rows = false;                   // rows with mistakes are given back, and the others are taken; else nothing is
    std::optional<Money> control_sum;         // what the ledger says is open, credits taken off
    std::optional<int> control_count;         // and in how many rows that are not settled
    Id person = 0;                            // 0: the command line
};

enum class Holds { open_items, invoices, contacts };
constexpr auto names_of(Holds) { return std::to_array<std::string_view>({"open_items", "invoices", "contacts"}); }

// Something about a file, or about one within it.
struct ImportFault : sheets::Fault {
    std::string file;
};

struct Import {
    std::string file;
    std::string sha256;
    Holds holds = Holds::open_items;
    sheets::Layout layout;                    // of the first list in it
    int lists = 0;                            // that were understood
    std::string read_by;                      // the template
    int rows = 0;
    int settled = 0;                          // rows of nothing
    std::vector<LedgerLine> lines;
    sheets::Contacts contacts;
    Money open;                               // of the lines in the country's currency
    int known = 0;                            // lines of invoices that the ledger knows
    int kind_unknown = 0;                     // customers neither known as persons nor as companies
    std::vector<ImportFault> rejected;
    std::vector<sheets::RowFault> rejected_rows;   // of a list, with their cells
    std::vector<ImportFault> findings;        // to be looked at; nothing stops
    std::vector<ImportFault> questions;       // what the file leaves open: nothing is taken before they are answered
    std::vector<ImportFault> stops;           // why it would not be taken as the wish is
    std::optional<Error> refused;             // the first question, when the file as a whole could not be read
};

// Understands a file; nothing is stored. A file that is no list becomes a question when a person could say which column is what.
// Errors: what the container refuses (sheet.*, encoding.*, csv.*), list.supplier, list.balance, list.empty, zip.empty (nothing
// in it is such a file), template.unknown, store.*; invoice.* of a single invoice.
Result<Import> understand(const Desk& desk, std::string_view bytes, const std::string& file, const ImportWish& wish);

// Rows that have one mistake or more.
int rejected_rows(const Import& import);

// They can be given back as a file, of the kind they came in: XLSX, ODS or text.
bool can_give_back(const Import& import);
SheetForm form_of(const Import& import);
using SheetMaker = std::function<Result<std::unique_ptr<SheetOut>>(SheetForm, const SheetPlan&)>;
// Its bytes, with the reason and the remedy behind each row; what was a day or a number is one. Errors sheet.disk, file.read.
Result<std::string> given_back(const Import& import, const SheetMaker& make);

struct ImportDone {
    Id import = 0;                            // its number; 0: it changed nothing that could be taken back
    MirrorReport ledger;
    ContactsReport contacts;
};

// Takes what was understood, in one transaction. Nothing is taken while there are questions or stops: a caller looks first.
// Errors import.open (there are), mirror.twice, store.*, law.*.
Result<ImportDone> take(const Desk& desk, const Import& import, const ImportWish& wish);

struct Undone {
    int removed = 0;                          // invoices that the file had brought
    int restored = 0;                         // invoices as they were before it
    int withdrawn = 0;                        // cases that were made of them
    int taken_back = 0;                       // payments that only the ledger had told
};

// As if the file had never been taken, as long as no letter left and nothing was paid. Errors import.unknown, import.undone,
// import.followed (a later file or payment stands on it), import.letter_left, import.paid, import.case_shared (its case also
// collects another invoice), import.started, store.*.
Result<Undone> undo_import(const Desk& desk, Id import, Id person);

// How lists are read that come again. Errors template.name, map.*.
Outcome keep_template(const Desk& desk, const TemplateRow& row);

}  // namespace frist::office
