#include "office/creditor_check.h"

#include "base/pch.h"
#include "office/courses.h"
#include "party/account_number.h"
#include "party/contact.h"
#include "party/org_number.h"

namespace frist::office {
namespace {

// Where a field stands in the record.
const std::string in_address = "address.";
const std::string in_agency = "agency.";

Result<std::string> named(const Result<std::string>& result, const std::string& field) {
    if (result.ok()) return result;
    return Error{result.error().code, field, result.error().message, result.error().remedy};
}

bool four_digits(const std::string& code) {
    return code.size() == 4 && code.find_first_not_of("0123456789") == code.npos;
}

// Who writes "999 999 999 MVA" says that it is in the VAT register.
bool says_vat(std::string_view written) { return written.ends_with("MVA") || written.ends_with("mva"); }

// An agency signs its letters: it has a name, a number and an address, and its account is one.
Outcome settle_agency(AgencyRecord& agency) {
    if (agency.name.empty()) return done;
    if (says_vat(agency.org_number)) agency.vat_registered = true;
    FRIST_TRY(agency.org_number, named(party::read_org_number(agency.org_number), in_agency + "org_number"));
    if (!agency.account.empty()) {
        FRIST_TRY(agency.account, named(party::parse_account(agency.account), in_agency + "account"));
    }
    if (!agency.address.complete()) return Error{"creditor.agency", in_agency + in_address + "postal_code", "the agency has no postal address", "Give its postal code and post town."};
    return done;
}

Outcome check_courses(const CreditorRecord& record, const std::vector<std::string>& courses) {
    for (const auto& [course, field] : {std::pair(&record.course_person, "course_person"), std::pair(&record.course_business, "course_business")})
        if (std::find(courses.begin(), courses.end(), *course) == courses.end()) return course_unknown(*course, field, courses);
    return done;
}

}  // namespace

Outcome settle_creditor(CreditorRecord& record, const std::vector<std::string>& courses) {
    if (record.name.empty()) return Error{"creditor.name", "name", "the creditor has no name", "Give its name; it stands on every letter."};
    if (says_vat(record.org_number)) record.vat_registered = true;
    FRIST_TRY(record.org_number, named(party::read_org_number(record.org_number), "org_number"));
    if (record.account.empty()) return Error{"creditor.account", "account", "the creditor has no account", "Give the account where debtors pay; it stands on every letter."};
    FRIST_TRY(record.account, named(party::parse_account(record.account), "account"));
    if (!record.address.postal_code.empty() && record.address.country == "NO" && !four_digits(record.address.postal_code))
        return Error{"creditor.postal_code", in_address + "postal_code", "is no postal code: four digits", "Correct it; it stands on every letter."};
    if (!record.email.empty() && !party::email_shaped(record.email))
        return Error{"creditor.email", "email", "is no e-mail address", "Correct it; debtors write there to object."};
    if (!record.phone.empty() && !party::phone_shaped(record.phone))
        return Error{"creditor.phone", "phone", "is no telephone number", "Write 5 to 15 digits, or leave it empty; debtors call there."};
    if (!enum_of<letters::Language>(record.language))
        return Error{"creditor.language", "language", "\"" + record.language + "\" has no letters here", "Use nb, nn or en."};
    FRIST_TRY_DONE(settle_agency(record.agency));
    if (record.kid_length != 0 && (record.kid_length < 7 || record.kid_length > 25)) return Error{"creditor.kid_length", "kid_length", "must be 7 to 25", "Give the length agreed with the bank."};
    return check_courses(record, courses);
}

}  // namespace frist::office
