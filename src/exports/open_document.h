// The form of LibreOffice and others who want a spreadsheet that is nobody's: ODS. minizip stays here.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// The same as a workbook: typed cells, a head that stays, sums below, and what was asked on a second sheet. Sums are written as
// decimals, not as binary fractions. Errors sheet.disk, sheet.rows.
Result<std::unique_ptr<office::SheetOut>> open_document_out(const office::SheetPlan& plan, office::PassingFile file);

}  // namespace frist::exports
