// What a row of a list tells of a customer. `Row` is sheets::OpenItem or sheets::Contact, whose names are the same.
#pragma once
#include "letters/facts.h"
#include "office/people.h"

#include <optional>

namespace frist::office {

inline bool means_norway(std::string written) {
    for (char& c : written)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return written.empty() || written == "no" || written == "nor" || written == "norge" || written == "noreg" || written == "norway";
}

template <class Row>
DebtorRecord told_debtor(const Row& row) {
    DebtorRecord debtor;
    debtor.name = row.customer_name;
    debtor.org_number = row.org_number;
    debtor.kind_known = row.kind.has_value();
    debtor.kind = row.kind.value_or(cases::DebtorKind::person);
    switch (debtor.kind) {
        case cases::DebtorKind::person:
        case cases::DebtorKind::sole_trader: debtor.relation = cases::Relation::consumer; break;
        case cases::DebtorKind::company:
        case cases::DebtorKind::public_body: debtor.relation = cases::Relation::business; break;
    }
    debtor.address = {row.street, "", row.postal_code, row.town, "NO"};
    if (!means_norway(row.country)) debtor.address.country = row.country;
    debtor.email = row.email;
    debtor.phone = row.phone;
    if (enum_of<letters::Language>(row.language)) debtor.language = row.language;
    return debtor;
}

}  // namespace frist::office
