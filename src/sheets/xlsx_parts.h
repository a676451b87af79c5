// The parts of an XLSX file besides its rows: where the sheets are, which formats show days, the shared strings.
#pragma once
#include "sheets/container.h"
#include "sheets/workbook.h"

#include <string>
#include <vector>

namespace frist::sheets {

struct XlsxSheet {
    std::string name;
    std::string part;
    bool hidden = false;
};

struct XlsxBook {
    bool since_1904 = false;
    std::vector<XlsxSheet> sheets;      // as the workbook orders them
    std::vector<NumberFormat> formats;  // by a cell's style
    std::string strings;                // the part with the shared strings; empty when there is none
};

// Errors sheet.kind (no XLSX), sheet.part, sheet.form …
Result<XlsxBook> read_xlsx_book(const Container& container);

// The shared strings, their text kept in the sheet.
Result<std::vector<Cell>> read_shared_strings(const Container& container, const std::string& part, Sheet& sheet);

// "_x000D_" stands for a sign that XML cannot hold.
std::string without_escapes(std::string_view text);

}  // namespace frist::sheets
