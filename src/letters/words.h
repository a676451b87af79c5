// How sums, days and numbers are written in a letter. Nowhere else are they made into text.
#pragma once
#include "letters/facts.h"

namespace frist::letters {

constexpr bool norwegian(Language language) { return language != Language::en; }

// "10 389,55" / "10,389.55", always with the currency's decimals, a true minus (U+2212), no-break spaces.
std::string figure(Money amount, Language language);
// "10 389,55 kr" / "NOK 10,389.55"; other currencies by their code.
std::string in_words(Money amount, Language language);
// "6. juli 2026" / "6 July 2026"
std::string in_words(Date date, Language language);
// "06.07.2026" / "6 Jul 2026": for tables.
std::string in_table(Date date, Language language);
// "12,25" / "12.25"
std::string figure(Rate rate, Language language);
// "1234 56 78903" with no-break spaces; anything but eleven digits is given back as it is.
std::string account_text(std::string_view account);
// "923 609 016", and " MVA" when registered for VAT.
std::string org_no_text(const Sender& sender);

}  // namespace frist::letters
