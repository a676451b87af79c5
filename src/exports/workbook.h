// The form that a spreadsheet program calls its own.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// Typed cells, a head that stays, sums below, and what was asked on a second sheet. `scratch` is a path that nobody else uses;
// the file there is gone when this is. Error sheet.disk.
Result<std::unique_ptr<office::SheetOut>> workbook_out(const office::SheetPlan& plan, const std::string& scratch);

}  // namespace frist::exports
