// What the words and numbers of single cells mean, where no column settles it.
#pragma once
#include "money/money.h"
#include "party/kinds.h"
#include "party/org_number.h"

#include <string>
#include <string_view>

namespace frist::sheets {

// 1,23457E+13: the spreadsheet kept a rounded number and threw the rest away.
bool is_scientific(std::string_view text);
// "nb", "nn", "en", "sv", "da", "fi", or empty.
std::string language_of(std::string_view cell);
// A credit note or a payment that may be written without a minus.
bool is_credit_word(std::string_view cell);
// A fee or interest that stands as a row of its own, as if it were an invoice.
bool is_cost_word(std::string_view cell);
// What stands at the top of a printed page.
bool is_page_word(std::string_view cell);

// The register of company numbers: of the currency's country, unless the row names a country.
party::Register register_of(Currency currency);
party::Register register_in(std::string_view country, party::Register usual);
// A number cell has lost the zero of 0150 Oslo; Norwegian postal codes have four digits.
std::string norwegian_postal_code(std::string code);

// "10001 Testbygg AS", "Kunde: 10001 - Testbygg AS".
struct HeadingCustomer {
    std::string number;
    std::string name;
};
HeadingCustomer customer_in_heading(std::string_view heading);

}  // namespace frist::sheets
