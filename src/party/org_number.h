// Numbers of companies in the public registers of the Nordic countries: form and check digit. Nobody is asked
// whether the company exists.
#pragma once
#include "base/result.h"
#include "party/kinds.h"

#include <optional>
#include <string>
#include <string_view>

namespace frist::party {

enum class Register { norway, sweden, finland, denmark };
constexpr auto names_of(Register) {
    return std::to_array<std::string_view>({"NO", "SE", "FI", "DK"});
}

// The bare number as the register writes it: "974760673", "2120000142", "0112038-9", "25992180". Blanks, points,
// hyphens and the forms for VAT ("NO974760673MVA", "FI01120389", "DK25992180", "SE212000014201") are understood.
// Errors org_number.form, org_number.length, org_number.check_digit; none repeats the number.
Result<std::string> read_org_number(std::string_view written, Register kept_by = Register::norway);

// Person or company, by the number's form and check digits alone; empty when the number is neither. A sole trader
// has an organisation number too and looks like a company here.
std::optional<DebtorKind> kind_by_number(std::string_view written, Register kept_by = Register::norway);

}  // namespace frist::party
