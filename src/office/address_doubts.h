// What looks wrong in a debtor's address or e-mail before the first letter goes there: hints for a person, no law.
#pragma once
#include "law/offices.h"
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

struct AddressDoubt {
    std::string what;     // "postal_code", "place", "street", "box", "email", "name", "number", "checked"
    std::string says;
    std::string remedy;
};

// In a fixed order; none: nothing looks wrong.
std::vector<AddressDoubt> address_doubts(const DebtorRecord& debtor, const law::Offices& offices);

struct DoubtfulDebtor {
    Id case_id = 0;
    std::string key;
    std::vector<AddressDoubt> doubts;
};
// The debtors of cases whose first letter has not left, those with most doubts first. Errors store.*, law.row.
Result<std::vector<DoubtfulDebtor>> before_the_first_letter(const Desk& desk);

}  // namespace frist::office
