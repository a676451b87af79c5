#include "office/address_doubts.h"

#include "base/pch.h"
#include "office/authorities.h"
#include "party/contact.h"
#include "party/org_number.h"

namespace frist::office {
namespace {

// As letters for the eye, without case: the register writes OSLO, a ledger Oslo. Æ, ø and å have two bytes.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            out += text[i - 1];
            out += static_cast<char>(next >= 0x80 && next <= 0x9E ? next + 0x20 : next);
        } else {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
    }
    return out;
}

bool has_digit(std::string_view s) { return s.find_first_of("0123456789") != s.npos; }

// " AS", " ASA", " ANS" and their like at the end of a name.
bool firm_name(std::string_view name) {
    const auto blank = name.rfind(' ');
    if (blank == name.npos) return false;
    constexpr auto forms = std::to_array<std::string_view>({"as", "asa", "ans", "da", "sa", "nuf", "enk", "ba", "ab", "aps", "oy", "ltd", "gmbh"});
    const std::string last = folded(name.substr(blank + 1));
    return std::find(forms.begin(), forms.end(), last) != forms.end();
}

void look_at_place(const PostalAddress& address, const law::Offices& offices, std::vector<AddressDoubt>& all) {
    const auto place = offices.place_of(address.postal_code);
    if (!place) all.push_back({"postal_code", "the register has no postal code " + address.postal_code, "Correct the code, or name the country when the address is abroad."});
    else if (folded(*place) != folded(address.place)) all.push_back({"place", address.postal_code + " is " + *place + " in the register, and another place stands here", "Correct the code or the place."});
}

void look_at_street(const PostalAddress& address, std::vector<AddressDoubt>& all) {
    if (address.street.empty() && address.street2.empty()) all.push_back({"street", "there is no street or box", "Fine in a small place where the post knows everyone; else ask for it."});
    else if (!has_digit(address.street) && !has_digit(address.street2)) all.push_back({"street", "the street has no number", "Look the debtor up."});
}

}  // namespace

std::vector<AddressDoubt> address_doubts(const DebtorRecord& debtor, const law::Offices& offices) {
    std::vector<AddressDoubt> all;
    const PostalAddress& address = debtor.address;
    if (debtor.protected_address) all.push_back({"protected", "the address is protected", "A person sends the letter by the register's own forwarding."});
    else if (address.lines().empty()) all.push_back({"street", "there is no postal address", "Add it in the ledger, or with frist debtor KEY set."});
    else if (address.country == "NO" || address.country.empty()) {
        look_at_place(address, offices, all);
        look_at_street(address, all);
    }
    if (debtor.address_doubtful) all.push_back({"doubtful", "a person called the address doubtful", "Look the debtor up, then frist debtor KEY checked."});
    if (!debtor.email.empty() && !party::email_shaped(debtor.email)) all.push_back({"email", "the e-mail address is not one", "Correct it, or take it away with frist debtor KEY set --email no."});
    if (debtor.email_bounced_on) all.push_back({"email", "e-mail came back on " + text(*debtor.email_bounced_on), "Give another address."});
    if (debtor.kind == cases::DebtorKind::person && firm_name(debtor.name)) all.push_back({"name", "the name is a firm's, and the debtor is kept as a person", "Correct the kind in the ledger and import again."});
    if (!debtor.org_number.empty() && !party::read_org_number(debtor.org_number).ok()) all.push_back({"number", "the organisation number's check digit is wrong", "Correct it in the ledger."});
    return all;
}

Result<std::vector<DoubtfulDebtor>> before_the_first_letter(const Desk& desk) {
    FRIST_TRY(const law::Offices* const table, offices());
    std::vector<DoubtfulDebtor> list;
    CaseFilter filter;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> rows, desk.store.cases(desk.creditor, filter));
        for (const CaseRow& row : rows) {
            if (!row.state.letters.empty()) continue;
            FRIST_TRY(const auto debtor, desk.store.debtor(desk.creditor, row.state.debtor));
            FRIST_CHECK(debtor.has_value());
            FRIST_TRY(const DebtorRecord record, debtor_record(debtor->record));
            std::vector<AddressDoubt> doubts = address_doubts(record, *table);
            if (!doubts.empty()) list.push_back({row.state.id, debtor->key, std::move(doubts)});
        }
        if (static_cast<int>(rows.size()) < filter.limit) break;
        filter.after = rows.back().state.id;
    }
    std::stable_sort(list.begin(), list.end(), [](const DoubtfulDebtor& a, const DoubtfulDebtor& b) { return a.doubts.size() > b.doubts.size(); });
    return list;
}

}  // namespace frist::office
