#include "office/told_debtor.h"

#include "base/pch.h"
#include "letters/facts.h"

namespace frist::office {
namespace {

bool means_norway(std::string written) {
    for (char& c : written)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return written.empty() || written == "no" || written == "nor" || written == "norge" || written == "noreg" || written == "norway";
}

}  // namespace

DebtorRecord told_debtor(const sheets::Customer& customer) {
    DebtorRecord debtor;
    debtor.name = customer.customer_name;
    debtor.org_number = customer.org_number;
    debtor.kind_known = customer.kind.has_value();
    debtor.kind = customer.kind.value_or(cases::DebtorKind::person);
    switch (debtor.kind) {
        case cases::DebtorKind::person:
        case cases::DebtorKind::sole_trader: debtor.relation = cases::Relation::consumer; break;
        case cases::DebtorKind::company:
        case cases::DebtorKind::public_body: debtor.relation = cases::Relation::business; break;
    }
    debtor.address = {customer.street, "", customer.postal_code, customer.town, "NO"};
    if (!means_norway(customer.country)) debtor.address.country = customer.country;
    debtor.email = customer.email;
    debtor.phone = customer.phone;
    debtor.group = customer.group;
    if (enum_of<letters::Language>(customer.language)) debtor.language = customer.language;
    return debtor;
}

}  // namespace frist::office
