// Payment references and their check digits, as far as an invoice tells which rule holds.
#pragma once
#include <string>
#include <string_view>

namespace frist::invoices {

// What the check digit of `reference` says:
//   "rf", "viite", "fik"   it fits: an RF reference (ISO 11649), a Finnish one, a Danish payment id
//   "mod10", "mod11", "both", "none"   digits towards a Norwegian or Swedish account, and which modulus fits; the
//                          modulus is agreed with the payee's bank and may be neither, so "none" is no mistake
//   "wrong"                an RF, Finnish or Danish reference that fails its check digit
//   ""                     free text, or nothing
std::string reference_check(std::string_view reference, std::string_view account, std::string_view branch);

}  // namespace frist::invoices
