// The form that a spreadsheet program calls its own.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// Typed cells, a head that stays, sums below, and what was asked on a second sheet. Error sheet.disk.
Result<std::unique_ptr<office::SheetOut>> workbook_out(const office::SheetPlan& plan, office::PassingFile file);

}  // namespace frist::exports
