// exports: tables as files for other programs: spreadsheets (XLSX, ODS), CSV, JSON. Rows go through and are not kept, but for what a file
// needs to be one.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// A spreadsheet is written beside `scratch`, a path that nobody else uses, and is gone when this is. Error sheet.disk.
Result<std::unique_ptr<office::SheetOut>> sheet_out(office::SheetForm form, const office::SheetPlan& plan, const std::string& scratch);

}  // namespace frist::exports
