// The records of creditors and debtors as the store keeps them: additive JSON, so that old ones can be read.
#pragma once
#include "base/fields.h"
#include "cases/case.h"
#include "law/offices.h"
#include "letters/facts.h"
#include "office/door_settings.h"

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
    bool operator==(const PostalAddress&) const = default;
};
template <class Visit>
void fields(Visit& visit, PostalAddress& a) {
    visit("street", a.street);
    visit("street2", a.street2);
    visit("postal_code", a.postal_code);
    visit("place", a.place);
    visit("country", a.country);
}

// Who writes for a creditor whose claims an agency collects.
struct AgencyRecord {
    std::string name;
    std::string org_number;
    PostalAddress address;
    std::string email;
    std::string phone;
    std::string account;                 // its client account; empty: debtors pay the creditor
    bool vat_registered = false;         // "MVA" after the number; nobody has said so
};
template <class Visit>
void fields(Visit& visit, AgencyRecord& a) {
    visit("name", a.name);
    visit("org_number", a.org_number);
    visit("address", a.address);
    visit("email", a.email);
    visit("phone", a.phone);
    visit("account", a.account);
    visit("vat_registered", a.vat_registered);
}

// A wording that the creditor uses instead of ours; held against the law again whenever it is used.
struct AdaptedText {
    letters::Kind kind = letters::Kind::reminder;
    letters::Language language = letters::Language::nb;
    std::string bytes;
    std::string reason;                  // why it is used although it is hard to read; empty when it is not
};
template <class Visit>
void fields(Visit& visit, AdaptedText& t) {
    visit("kind", t.kind);
    visit("language", t.language);
    visit("bytes", t.bytes);
    visit("reason", t.reason);
}

// What a person has found out about an authority that the program's own table lacks.
struct OfficeAddress {
    law::OfficeRole role = law::OfficeRole::conciliation_board;
    std::string municipality;            // its number; of a court with several, any of them
    std::string name;                    // empty: that of the table
    PostalAddress address;
    std::string source;                  // where it was read
    Date told;
};
template <class Visit>
void fields(Visit& visit, OfficeAddress& o) {
    visit("role", o.role);
    visit("municipality", o.municipality);
    visit("name", o.name);
    visit("address", o.address);
    visit("source", o.source);
    visit("told", o.told);
}

// What sending a letter costs the creditor; never a part of the debt.
struct PostagePrice {
    cases::Channel service = cases::Channel::paper;
    Date from;                           // in force from this day until the next price of the service
    Money price;                         // for one letter
    std::string source;                  // where it was read
};
template <class Visit>
void fields(Visit& visit, PostagePrice& p) {
    visit("service", p.service);
    visit("from", p.from);
    visit("price", p.price);
    visit("source", p.source);
}

// Who changed a variable of a creditor last, and on which day.
struct SettingMark {
    std::string name;                    // as settings() names it
    Date on;
    std::int64_t by = 0;                 // the person; 0: the command line
};
template <class Visit>
void fields(Visit& visit, SettingMark& m) {
    visit("name", m.name);
    visit("on", m.on);
    visit("by", m.by);
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
    bool vat_registered = false;         // "MVA" after the number; nobody has said so
    std::string language = "nb";
    std::string course_person = "no.standard";
    std::string course_business = "no.debet.business";
    int kid_length = 0;                  // 0: as long as needed
    // What keeps a letter from leaving; 0, empty and false ask nothing.
    int max_ledger_age_hours = 0;
    int max_bank_age_hours = 0;
    bool banking_days_only = false;
    std::vector<Date> stop_days;         // no letter leaves on these
    int daily_letter_limit = 0;
    AgencyRecord agency;                 // with mode agency
    letters::Window window = letters::Window::left;
    std::string ea_agreement;            // Posten's address service: four digits; empty: not used
    int ea_level = 0;
    letters::Symbol ea_symbol = letters::Symbol::code128;
    std::vector<AdaptedText> texts;
    DoorSettings doors;
    std::vector<OfficeAddress> offices;
    std::vector<PostagePrice> postage;   // rising by service and day
    std::vector<SettingMark> marks;      // each variable once; none of what never changed
    std::optional<Date> practice_today;  // where the clock of a practice creditor stands; empty: its cases are real
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
    visit("max_ledger_age_hours", c.max_ledger_age_hours);
    visit("max_bank_age_hours", c.max_bank_age_hours);
    visit("banking_days_only", c.banking_days_only);
    visit("stop_days", c.stop_days);
    visit("daily_letter_limit", c.daily_letter_limit);
    visit("agency", c.agency);
    visit("window", c.window);
    visit("ea_agreement", c.ea_agreement);
    visit("ea_level", c.ea_level);
    visit("ea_symbol", c.ea_symbol);
    visit("texts", c.texts);
    visit("doors", c.doors);
    visit("offices", c.offices);
    visit("postage", c.postage);
    visit("marks", c.marks);
    visit("practice_today", c.practice_today);
}

// An address that was in use before.
struct EarlierAddress {
    PostalAddress address;
    std::string source;                  // "ledger", "hand", "register" …; empty: not told
    std::optional<Date> since;
    Date until;                          // the day it was replaced
};
template <class Visit>
void fields(Visit& visit, EarlierAddress& a) {
    visit("address", a.address);
    visit("source", a.source);
    visit("since", a.since);
    visit("until", a.until);
}

// Somebody has looked the debtor up.
struct AddressCheck {
    std::string where;                   // "population", "business"
    Date on;
    std::string result;
    std::string by;                      // empty: Frist itself
};
template <class Visit>
void fields(Visit& visit, AddressCheck& c) {
    visit("where", c.where);
    visit("on", c.on);
    visit("result", c.result);
    visit("by", c.by);
}

// What the ledger tells of a debtor, where a person has set something else here: ours stands.
struct LedgerSays {
    // What it told when ours was set; empty: nothing was passed over. Told again it is nothing new.
    std::string name;
    std::string org_number;
    std::string email;
    std::string phone;
    std::string language;
    std::string group;
    PostalAddress passed_over;
    // An address that it has told since: a person chooses which one holds.
    PostalAddress address;
    std::optional<Date> address_since;
    bool operator==(const LedgerSays&) const = default;
};
template <class Visit>
void fields(Visit& visit, LedgerSays& l) {
    visit("name", l.name);
    visit("org_number", l.org_number);
    visit("email", l.email);
    visit("phone", l.phone);
    visit("language", l.language);
    visit("group", l.group);
    visit("passed_over", l.passed_over);
    visit("address", l.address);
    visit("address_since", l.address_since);
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
    std::optional<Date> born;
    std::optional<Date> dead_on;
    std::optional<Date> bankrupt_on;
    std::optional<Date> debt_settlement_on;
    bool protected_address = false;      // then no address stands here, and none before it
    bool address_doubtful = false;
    bool never_electronic = false;
    std::optional<Date> electronic_agreed_on;   // the debtor has agreed to e-mail where the law asks for it
    std::optional<Date> email_bounced_on;       // nothing more goes to this address
    std::string mailbox;                 // the debtor's digital mailbox; empty: none
    std::string municipality;            // its number, when a person or a register told it; empty: it follows from the postal code
    std::string address_source;          // where the address comes from; empty: not told
    std::optional<Date> address_since;
    std::vector<EarlierAddress> earlier_addresses;
    std::vector<AddressCheck> checks;
    std::string group;                   // the creditor's own word for customers of this kind; empty: none
    std::string course;                  // for this debtor's new cases, instead of the creditor's; empty: that
    std::optional<LedgerSays> ledger;    // nothing: it says what stands here
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
    visit("born", d.born);
    visit("dead_on", d.dead_on);
    visit("bankrupt_on", d.bankrupt_on);
    visit("debt_settlement_on", d.debt_settlement_on);
    visit("protected_address", d.protected_address);
    visit("address_doubtful", d.address_doubtful);
    visit("never_electronic", d.never_electronic);
    visit("electronic_agreed_on", d.electronic_agreed_on);
    visit("email_bounced_on", d.email_bounced_on);
    visit("mailbox", d.mailbox);
    visit("municipality", d.municipality);
    visit("address_source", d.address_source);
    visit("address_since", d.address_since);
    visit("earlier_addresses", d.earlier_addresses);
    visit("checks", d.checks);
    visit("group", d.group);
    visit("course", d.course);
    visit("ledger", d.ledger);
}

// The address from `on` on. The one before is kept with its source; a doubt about it is gone. A protected debtor
// gets none. When the ledger has told another one, this was the choice between them: that one, or what it tells is passed over.
void move_to(DebtorRecord& debtor, const PostalAddress& address, const std::string& source, Date on);

// A protected address is never kept in clear: neither it nor any before it.
void protect(DebtorRecord& debtor);

// One line of at most 60 characters, or nothing.
bool good_group(std::string_view group);

// What a person has changed since `before` stands against the ledger, until that tells something new.
void set_by_person(DebtorRecord& now, const DebtorRecord& before);

// What a list from the ledger tells of a debtor who is known: what it leaves out, and what it cannot know, stays. So does what a person
// has set; another address than that person's waits for a choice (`ledger`).
DebtorRecord told_again(const DebtorRecord& known, const DebtorRecord& told, Date on);

template <class Record>
std::string stored(const Record& record) {
    return boost::json::serialize(to_json(record));
}
Result<CreditorRecord> creditor_record(const std::string& stored);
Result<DebtorRecord> debtor_record(const std::string& stored);

}  // namespace frist::office
