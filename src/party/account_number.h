// Bank account numbers: the Norwegian one (BBAN, 11 digits, modulus 11) and the international one (IBAN, ISO 13616,
// modulus 97). Inside, a Norwegian account is always its 11 digits, however a bank or a person wrote it.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace frist::party {

// Eleven digits whose check digit fits: weights 5,4,3,2,7,6,5,4,3,2; a remainder that asks for 10 fits no digit.
bool valid_bban(std::string_view digits);

// Capital letters and digits without blanks: the two check digits fit, and the length is the country's where it is
// known (the Nordic and Baltic countries and Germany), else 15 to 34.
bool valid_iban(std::string_view plain);

// What a person types, "1234.56.78903", "1234 56 78903" or a Norwegian IBAN, as eleven digits. Errors account.form,
// account.check_digit; their texts do not repeat the number.
Result<std::string> parse_account(std::string_view written);

// One spelling for the same account, for comparing: blanks, dots and hyphens taken away, letters made capitals, and a
// valid Norwegian IBAN as its eleven digits. What is no account at all comes back without its blanks.
std::string same_spelling(std::string_view written);

// "NO9386011117947". `bban` must be valid.
std::string iban_of(std::string_view bban);

// "1234.56.78903" for letters; anything but eleven digits comes back as it is.
std::string dotted(std::string_view bban);

}  // namespace frist::party
