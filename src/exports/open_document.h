// The form of LibreOffice and others who want a spreadsheet that is nobody's: ODS. minizip stays here.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// The same as a workbook: typed cells, a head that stays, sums below, and what was asked on a second sheet. Sums are written as
// decimals, not as binary fractions. `scratch` is a path that nobody else uses; the file there is gone when this is. Errors
// sheet.disk, sheet.rows.
Result<std::unique_ptr<office::SheetOut>> open_document_out(const office::SheetPlan& plan, const std::string& scratch);

}  // namespace frist::exports
