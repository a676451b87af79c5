// Finds the header row of a list and which column is which field.
#pragma once
#include "sheets/open_items.h"
#include "sheets/table.h"

#include <array>
#include <vector>

namespace frist::sheets {

struct Columns {
    Columns() { at.fill(-1); }
    std::array<int, field_count> at{};
    std::vector<int> ageing;
    [[nodiscard]] int of(Field field) const { return at[static_cast<std::size_t>(field)]; }
    [[nodiscard]] bool has(Field field) const { return of(field) >= 0; }
};

struct Recognised {
    std::size_t header = 0;  // a row of the sheet
    Columns columns;
    bool headings = false;  // the customer stands in a line of its own above its invoices
    std::map<std::string, std::string> steps;  // what a person says that words for letters mean, by the folded word
};

// The row that the mapping names; else the first of the first 30 rows with three known names and no number or day, or with all
// names of the mapping.
std::optional<std::size_t> find_header(const Sheet& sheet, const Mapping& mapping);

// Fills the layout's header, columns, ageing, unknown and header_hash, also where an error follows.
// Errors columns.named, columns.missing, list.supplier, list.balance.
Result<Recognised> recognise(const Sheet& sheet, std::size_t header, const Mapping& mapping, Layout& layout);

// Fills the layout's top and samples, the header being known.
void show_top(const Sheet& sheet, std::size_t header, Layout& layout);

// Whether a customer is a person or a company, in the words of five languages.
std::optional<party::DebtorKind> kind_word(std::string_view cell);

}  // namespace frist::sheets
