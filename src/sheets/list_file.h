// The bytes of a list, whatever its format: CSV, XLSX or ODS, one sheet after the other.
#pragma once
#include "sheets/open_items.h"
#include "sheets/workbook.h"

#include <functional>

namespace frist::sheets {

// Tells first how the file is read, then shows each visible sheet until `take` says that it is the one; a text file has
// one. Returns how many sheets were hidden. Errors sheet.* (the container), list.empty, encoding.*, csv.*.
Result<int> each_sheet(std::string_view bytes, const Mapping& mapping, const std::function<void(Layout)>& read_as, const SheetTaker& take);

}  // namespace frist::sheets
