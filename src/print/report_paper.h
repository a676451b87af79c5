// A report on paper: A4 across, the definition above the table, the heads again on each page, tagged for readers that speak.
#pragma once
#include "reports/paper.h"

namespace frist::print {

// The same report is the same bytes. Errors print.fonts, print.glyph (a character that the fonts do not have), print.too_tall,
// print.pdf.
Result<std::string> pdf_of(const reports::Paper& paper);

}  // namespace frist::print
