// Copies of invoices, kept with their invoice for courts and offices.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

inline constexpr std::size_t largest_enclosure = 10'000'000;   // bytes

// Keeps a PDF as the copy of an invoice that is in the ledger or in a case. The SHA-256 is its name from then on.
// Errors enclosure.pdf (no PDF, or one that cannot be read), enclosure.size, enclosure.invoice, store.*.
Result<EnclosureRow> enclose(const Desk& desk, const std::string& invoice, const std::string& name, std::string_view bytes, const std::function<Result<int>(const std::string&)>& pages);

// Error enclosure.none.
Outcome take_out(const Desk& desk, const std::string& invoice, const std::string& sha256);

}  // namespace frist::office
