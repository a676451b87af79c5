#include "office/authorities.h"

#include "base/pch.h"

namespace frist::office {
namespace {

constexpr std::string_view say_it = "Say which municipality it is, with frist debtor KEY set --municipality NUMBER.";

Error unclear(std::string message) { return Error{"office.address", "debtor", std::move(message), std::string(say_it)}; }

// "Postboks 12", "Pb. 7", "P.b. 3", "Boks 4": mail is fetched there, and nobody lives or works there.
bool box(std::string_view street) {
    std::string word;
    for (const char c : street) {
        if (c == ' ' || (c >= '0' && c <= '9')) break;
        if (c != '.') word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return word == "postboks" || word == "pb" || word == "boks" || word == "pboks";
}

// A court has one row for its whole district, so that an address told for one municipality is its address in all.
bool same_office(const OfficeAddress& told, law::OfficeRole role, const law::Office& office, const law::Offices& offices, Date day) {
    if (told.role != role) return false;
    if (told.municipality == office.municipality.number) return true;
    const auto other = offices.office(role, told.municipality, day);
    return other.ok() && other->name == office.name;
}

}  // namespace

Result<const law::Offices*> offices() {
    static const Result<law::Offices> all = law::Offices::read("no", embedded::law());
    if (!all.ok()) return all.error();
    return &*all;
}

Result<Whereabouts> whereabouts(const DebtorRecord& debtor, const law::Offices& offices) {
    if (!debtor.municipality.empty()) {
        FRIST_TRY(law::Municipality known, offices.municipality(debtor.municipality));
        return Whereabouts{std::move(known), "told for this debtor"};
    }
    if (debtor.protected_address) return unclear("the address is protected and is not kept here");
    if (debtor.address.postal_code.empty()) return unclear("the debtor has no postal address");
    if (debtor.address.country != "NO" && !debtor.address.country.empty()) return unclear("the address is abroad: no office in Norway follows from it");
    if (debtor.address_doubtful) return unclear("the address is doubtful");
    if (box(debtor.address.street) && debtor.address.street2.empty()) return unclear("the address is a post-office box, which does not tell where the debtor is at home");
    FRIST_TRY(law::Municipality found, offices.of_postal_code(debtor.address.postal_code));
    return Whereabouts{std::move(found), "postal code " + debtor.address.postal_code};
}

Result<Authority> authority(law::OfficeRole role, const Whereabouts& where, const CreditorRecord& creditor, const law::Offices& offices, Date day) {
    FRIST_TRY(const law::Office office, offices.office(role, where.municipality.number, day));
    Authority found{role, office.name, office.seats, office.address, where.municipality, where.how, office.source, {}};
    const auto told = std::find_if(creditor.offices.begin(), creditor.offices.end(), [&](const OfficeAddress& one) { return same_office(one, role, office, offices, day); });
    if (told != creditor.offices.end()) {
        if (!told->name.empty()) found.name = told->name;
        found.address = told->address.lines();
        found.source = fmt::format("{}, told on {}", told->source, text(told->told));
    } else if (!office.sure) {
        found.doubts.push_back("the name of this office rests on an unsure source (" + office.place + "): look it up, and tell it with frist office set");
    }
    if (found.address.empty()) found.doubts.emplace_back("no address of this office is known: look it up, and tell it with frist office set");
    return found;
}

}  // namespace frist::office
