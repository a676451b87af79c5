// A batch for a print house: the PDFs, one PDF of them all and a manifest; and the receipts that come back.
#pragma once
#include "office/doors.h"

namespace frist::post {

// manifest.csv: a line for each letter, in the order of the batch. UTF-8, semicolons, a header line.
//   letter;file;sha256;pages;dated;recipient     (the lines of the address, parted by " | ")
std::string manifest(std::span<const office::Parcel> parcels, std::span<const int> pages);

// A receipt: UTF-8, semicolons, a header line with letter, posted_on, status and, when wanted, note; status is posted,
// refused or returned. What cannot be read is an error with its line: the file is looked at again next time.
// Errors receipt.header, receipt.line, receipt.day, receipt.status.
Result<std::vector<office::Receipt>> read_receipts(std::string_view bytes, const std::string& file);

}  // namespace frist::post
