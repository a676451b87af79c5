// exports: tables as files for other programs: spreadsheets (XLSX, ODS), CSV, JSON. Rows go through and are not kept, but for what a file
// needs to be one.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// It becomes what `file` names, which is gone with what writes it unless it was finished. Error sheet.disk.
Result<std::unique_ptr<office::SheetOut>> sheet_out(office::SheetForm form, const office::SheetPlan& plan, office::PassingFile file);

}  // namespace frist::exports
