// ODS, the spreadsheets of LibreOffice: the tables of content.xml, row by row.
#pragma once
#include "sheets/container.h"
#include "sheets/workbook.h"

namespace frist::sheets {

// Whether the container says that it is an OpenDocument file.
bool is_open_document(const Container& container);
// Errors sheet.kind (another document), sheet.encrypted, sheet.part, sheet.zip, sheet.form, sheet.doctype,
// sheet.columns, sheet.size.
Result<BookFacts> read_ods(const Container& container, const SheetTaker& take);

}  // namespace frist::sheets
