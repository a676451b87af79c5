// The rows of a recognised list: claims, credits, settled rows, mistakes and sums.
#pragma once
#include "sheets/amounts.h"
#include "sheets/dates.h"
#include "sheets/recognise.h"

namespace frist::sheets {

// How amounts and days are written, as the whole columns tell.
struct Forms {
    char decimal = ',';
    std::array<DateForm, field_count> date{};
};

// What the file does not settle becomes a question of `out`; fills the layout's decimal, thousands and date.
Forms settle_forms(const Sheet& sheet, const Recognised& recognised, const Mapping& mapping, OpenItems& out);

// Reads all rows under the header. With questions open, rows are only counted.
void read_rows(const Sheet& sheet, const Recognised& recognised, const Forms& forms, Currency fallback, OpenItems& out);

}  // namespace frist::sheets
