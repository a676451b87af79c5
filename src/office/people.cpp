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

constexpr std::string_view from_ledger = "ledger";

void forget_if_nothing(std::optional<LedgerSays>& says) {
    if (says == LedgerSays{}) says.reset();
}

// What a ledger tells in a word, here and where it was passed over.
template <class See>
void each_told_field(const See& see) {
    see(&DebtorRecord::name, &LedgerSays::name);
    see(&DebtorRecord::org_number, &LedgerSays::org_number);
    see(&DebtorRecord::email, &LedgerSays::email);
    see(&DebtorRecord::phone, &LedgerSays::phone);
    see(&DebtorRecord::language, &LedgerSays::language);
    see(&DebtorRecord::group, &LedgerSays::group);
}

void take_told_address(DebtorRecord& now, const DebtorRecord& told, Date on) {
    const bool better = told.address.complete() || (!now.address.complete() && !told.address.lines().empty());
    if (!better || now.protected_address) return;
    // Who makes a case by hand says where the letter goes.
    if (!told.address_source.empty() && told.address_source != from_ledger) return move_to(now, told.address, told.address_source, on);
    const bool by_person = !now.address_source.empty() && now.address_source != from_ledger && now.address.complete();
    if (!by_person) return move_to(now, told.address, std::string(from_ledger), on);
    LedgerSays says = now.ledger.value_or(LedgerSays{});
    // The address that somebody replaced, or kept ours against, is nothing new.
    const bool replaced = std::any_of(now.earlier_addresses.begin(), now.earlier_addresses.end(), [&](const EarlierAddress& earlier) { return earlier.address == told.address; });
    if (replaced || told.address == now.address || told.address == says.passed_over) {
        says.address = {};
        says.address_since.reset();
    } else if (told.address != says.address) {
        says.address = told.address;
        says.address_since = on;
    }
    now.ledger = std::move(says);
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

void move_to(DebtorRecord& debtor, const PostalAddress& to, const std::string& source, Date on) {
    if (debtor.protected_address) return;
    const PostalAddress address = to;   // it may be the ledger's, which is let go here
    const bool chosen = debtor.ledger && !debtor.ledger->address.lines().empty();
    const bool as_told = chosen && debtor.ledger->address == address;
    if (chosen) {
        debtor.ledger->passed_over = as_told ? PostalAddress{} : debtor.ledger->address;
        debtor.ledger->address = {};
        debtor.ledger->address_since.reset();
        forget_if_nothing(debtor.ledger);
    }
    if (debtor.address == address) return;
    if (!debtor.address.lines().empty()) debtor.earlier_addresses.push_back({debtor.address, debtor.address_source, debtor.address_since, on});
    debtor.address = address;
    debtor.municipality.clear();   // that of the old address
    debtor.address_source = as_told ? std::string(from_ledger) : source;
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
    if (!debtor.ledger) return;
    debtor.ledger->passed_over = debtor.ledger->address = {};
    debtor.ledger->address_since.reset();
    forget_if_nothing(debtor.ledger);
}

bool good_group(std::string_view group) {
    constexpr std::size_t longest = 240;   // bytes of 60 characters
    return group.size() <= longest && std::none_of(group.begin(), group.end(), [](unsigned char c) { return c < ' '; });
}

DebtorRecord told_again(const DebtorRecord& known, const DebtorRecord& told, Date on) {
    DebtorRecord now = known;
    if (told.kind_known || !known.kind_known) {
        // Of a kind that is known already a person may have said how the debt arose.
        if (!known.kind_known || told.kind != known.kind) now.relation = told.relation;
        now.kind = told.kind;
        now.kind_known = told.kind_known;
    }
    take_told_address(now, told, on);
    LedgerSays passed = known.ledger.value_or(LedgerSays{});
    const std::string email = now.email;
    each_told_field([&](auto of_debtor, auto of_ledger) {
        if ((told.*of_debtor).empty() || told.*of_debtor == passed.*of_ledger) return;
        now.*of_debtor = told.*of_debtor;
        if (now.ledger) (now.ledger.value().*of_ledger).clear();
    });
    if (now.email != email) now.email_bounced_on.reset();
    forget_if_nothing(now.ledger);
    return now;
}

void set_by_person(DebtorRecord& now, const DebtorRecord& before) {
    LedgerSays says = now.ledger.value_or(LedgerSays{});
    each_told_field([&](auto of_debtor, auto of_ledger) {
        if (now.*of_debtor == before.*of_debtor) return;
        if ((says.*of_ledger).empty()) says.*of_ledger = before.*of_debtor;
        else if (now.*of_debtor == says.*of_ledger) (says.*of_ledger).clear();
    });
    now.ledger = std::move(says);
    forget_if_nothing(now.ledger);
}

Result<CreditorRecord> creditor_record(const std::string& stored) { return record_of<CreditorRecord>(stored); }
Result<DebtorRecord> debtor_record(const std::string& stored) { return record_of<DebtorRecord>(stored); }

}  // namespace frist::office
