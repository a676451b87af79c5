// XLSX: the sheets of a workbook, row by row. Formulas give the value that was stored with them.
#pragma once
#include "sheets/container.h"
#include "sheets/workbook.h"

namespace frist::sheets {

// Errors sheet.kind, sheet.part, sheet.zip, sheet.form, sheet.doctype, sheet.columns, sheet.size.
Result<BookFacts> read_xlsx(const Container& container, const SheetTaker& take);

}  // namespace frist::sheets
