// The records of creditors and debtors as the store keeps them: additive JSON, so that old ones can be read.
#pragma once
#include "base/fields.h"
#include "cases/case.h"

#include <map>

namespace frist::office {

struct PostalAddress {
    std::string street;
    std::string street2;
    std::string postal_code;
    std::string place;
    std::string country = "NO";
    [[nodiscard]] bool complete() const { return !postal_code.empty() && !place.empty(); }
    // "Street", "1234 Place" and the country when it is abroad.
    [[nodiscard]] std::vector<std::string> lines() const;
};
template <class Visit>
void fields(Visit& visit, PostalAddress& a) {
    visit("street", a.street);
    visit("street2", a.street2);
    visit("postal_code", a.postal_code);
    visit("place", a.place);
    visit("country", a.country);
}

struct CreditorRecord {
    std::string org_number;
    std::string name;
    PostalAddress address;
    std::string email;
    std::string phone;
    std::string account;                 // eleven digits: where debtors pay
    cases::Mode mode = cases::Mode::self;
    bool vat_deductible = true;
    bool vat_registered = true;
    std::string language = "nb";
    std::string course_person = "no.standard";
    std::string course_business = "no.debet.business";
    int kid_length = 0;                  // 0: as long as needed
};
template <class Visit>
void fields(Visit& visit, CreditorRecord& c) {
    visit("org_number", c.org_number);
    visit("name", c.name);
    visit("address", c.address);
    visit("email", c.email);
    visit("phone", c.phone);
    visit("account", c.account);
    visit("mode", c.mode);
    visit("vat_deductible", c.vat_deductible);
    visit("vat_registered", c.vat_registered);
    visit("language", c.language);
    visit("course_person", c.course_person);
    visit("course_business", c.course_business);
    visit("kid_length", c.kid_length);
}

struct DebtorRecord {
    std::string name;
    cases::DebtorKind kind = cases::DebtorKind::person;
    cases::Relation relation = cases::Relation::consumer;
    std::string org_number;
    PostalAddress address;
    std::string email;
    std::string phone;
    std::string language;                // empty: the creditor's
    bool kind_known = true;              // false: nobody has said whether this is a person or a company
};
template <class Visit>
void fields(Visit& visit, DebtorRecord& d) {
    visit("name", d.name);
    visit("kind", d.kind);
    visit("relation", d.relation);
    visit("org_number", d.org_number);
    visit("address", d.address);
    visit("email", d.email);
    visit("phone", d.phone);
    visit("language", d.language);
    visit("kind_known", d.kind_known);
}

template <class Record>
std::string stored(const Record& record) {
    return boost::json::serialize(to_json(record));
}
Result<CreditorRecord> creditor_record(const std::string& stored);
Result<DebtorRecord> debtor_record(const std::string& stored);

}  // namespace frist::office
