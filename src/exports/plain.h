// The two forms that are plain text.
#pragma once
#include "office/sheet_out.h"

namespace frist::exports {

// Both are written to `file` as they come. Errors sheet.disk, here and from what is made.

// Lines with CR LF, with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would run as a formula gets an
// apostrophe before it, which our own import takes away again.
Result<std::unique_ptr<office::SheetOut>> csv_out(const office::SheetPlan& plan, office::PassingFile file);

// An array of objects, one a line; sums as texts "1234.50", days as "2026-03-02", what is empty null.
Result<std::unique_ptr<office::SheetOut>> json_out(const office::SheetPlan& plan, office::PassingFile file);

}  // namespace frist::exports
