#include "base/pch.h"
#include "base/strict_json.h"
#include "office/people.h"

namespace frist::office {
namespace {

template <class Record>
Result<Record> record_of(const std::string& stored) {
    FRIST_TRY(const boost::json::value value, parse_json(stored));
    return from_json<Record>(value.as_object());
}

// The last line of a letter abroad: Posten wants the country's name in capitals. A code that is not here stands as it is.
std::string country_line(const std::string& code) {
    struct Name { std::string_view code, name; };
    static constexpr auto names = std::to_array<Name>(
        {{"AT", "ØSTERRIKE"}, {"BE", "BELGIA"}, {"BG", "BULGARIA"}, {"CA", "CANADA"}, {"CH", "SVEITS"}, {"CY", "KYPROS"}, {"CZ", "TSJEKKIA"}, {"DE", "TYSKLAND"},
         {"DK", "DANMARK"}, {"EE", "ESTLAND"}, {"ES", "SPANIA"}, {"FI", "FINLAND"}, {"FO", "FÆRØYENE"}, {"FR", "FRANKRIKE"}, {"GB", "STORBRITANNIA"}, {"GL", "GRØNLAND"},
         {"GR", "HELLAS"}, {"HR", "KROATIA"}, {"HU", "UNGARN"}, {"IE", "IRLAND"}, {"IS", "ISLAND"}, {"IT", "ITALIA"}, {"LI", "LIECHTENSTEIN"}, {"LT", "LITAUEN"},
         {"LU", "LUXEMBOURG"}, {"LV", "LATVIA"}, {"MT", "MALTA"}, {"NL", "NEDERLAND"}, {"PL", "POLEN"}, {"PT", "PORTUGAL"}, {"RO", "ROMANIA"}, {"SE", "SVERIGE"},
         {"SI", "SLOVENIA"}, {"SK", "SLOVAKIA"}, {"UA", "UKRAINA"}, {"US", "USA"}});
    for (const Name& name : names)
        if (name.code == code) return std::string(name.name);
    return code;
}

}  // namespace

std::vector<std::string> PostalAddress::lines() const {
    std::vector<std::string> lines;
    if (!street.empty()) lines.push_back(street);
    if (!street2.empty()) lines.push_back(street2);
    if (!postal_code.empty() || !place.empty()) lines.push_back(postal_code.empty() ? place : postal_code + " " + place);
    if (!country.empty() && country != "NO") lines.push_back(country_line(country));
    return lines;
}

void move_to(DebtorRecord& debtor, const PostalAddress& address, const std::string& source, Date on) {
    if (debtor.protected_address || debtor.address == address) return;
    if (!debtor.address.lines().empty()) debtor.earlier_addresses.push_back({debtor.address, debtor.address_source, debtor.address_since, on});
    debtor.address = address;
    debtor.municipality.clear();   // that of the old address
    debtor.address_source = source;
    debtor.address_since = on;
    debtor.address_doubtful = false;
}

void protect(DebtorRecord& debtor) {
    debtor.protected_address = true;
    debtor.address = {};
    debtor.municipality.clear();
    debtor.address_source.clear();
    debtor.address_since.reset();
    debtor.earlier_addresses.clear();
}

bool good_group(std::string_view group) {
    constexpr std::size_t longest = 240;   // bytes of 60 characters
    return group.size() <= longest && std::none_of(group.begin(), group.end(), [](unsigned char c) { return c < ' '; });
}

DebtorRecord told_again(const DebtorRecord& known, const DebtorRecord& told, Date on) {
    DebtorRecord now = known;
    if (told.kind_known || !known.kind_known) {
        now.kind = told.kind;
        now.relation = told.relation;
        now.kind_known = told.kind_known;
    }
    // A ledger that still has the address somebody replaced by hand tells nothing new.
    const bool replaced = known.address_source != "ledger" && std::any_of(known.earlier_addresses.begin(), known.earlier_addresses.end(),
                                                                          [&](const EarlierAddress& earlier) { return earlier.address == told.address; });
    const bool better = told.address.complete() || (!known.address.complete() && !told.address.lines().empty());
    if (better && !replaced) move_to(now, told.address, "ledger", on);
    if (!told.email.empty() && told.email != known.email) now.email_bounced_on.reset();
    for (std::string DebtorRecord::*field : {&DebtorRecord::name, &DebtorRecord::org_number, &DebtorRecord::email, &DebtorRecord::phone, &DebtorRecord::language, &DebtorRecord::group})
        if (!(told.*field).empty()) now.*field = told.*field;
    return now;
}

Result<CreditorRecord> creditor_record(const std::string& stored) { return record_of<CreditorRecord>(stored); }
Result<DebtorRecord> debtor_record(const std::string& stored) { return record_of<DebtorRecord>(stored); }

}  // namespace frist::office
