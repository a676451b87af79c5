#include "office/setting_words.h"

#include "base/pch.h"

namespace frist::office {
namespace {

// A name with blanks for points: what looks like the code of an error in a source is taken for one.
struct Word {
    std::string_view name;
    std::string_view means;
};

constexpr Word words[] = {
    {"name", "The creditor's name, on every letter."},
    {"address street", "Street or box, on every letter."},
    {"address street2", "A second line of the address."},
    {"address postal_code", "Four digits; abroad as it is written there."},
    {"address place", "Post town."},
    {"address country", "Two letters; abroad the country's name ends the address."},
    {"email", "Where debtors write to object."},
    {"phone", "Where debtors call."},
    {"account", "Eleven digits: where debtors pay."},
    {"mode", "self: the creditor collects its own claims; agency: an agency collects for it."},
    {"vat_deductible", "Whether the creditor can deduct VAT on collection costs; else the debtor bears it."},
    {"vat_registered", "Whether the creditor is registered for VAT."},
    {"language", "Of letters to debtors who have none of their own: nb, nn or en."},
    {"course_person", "The course of new cases against consumers."},
    {"course_business", "The course of new cases between businesses."},
    {"kid_length", "Digits of a KID with its check digit, as agreed with the bank; 0: as many as needed."},
    {"max_ledger_age_hours", "No letter leaves when the ledger was read longer ago; 0: never held for that."},
    {"max_bank_age_hours", "No letter leaves when the bank was read longer ago; 0: never held for that."},
    {"banking_days_only", "Letters leave on banking days only."},
    {"stop_days", "Days on which no letter leaves."},
    {"daily_letter_limit", "So many letters a day at most; 0: no limit."},
    {"agency name", "The agency that writes, when an agency collects."},
    {"agency org_number", "The agency's organisation number."},
    {"agency address street", "The agency's street or box."},
    {"agency address street2", "A second line of the agency's address."},
    {"agency address postal_code", "The agency's postal code."},
    {"agency address place", "The agency's post town."},
    {"agency address country", "The agency's country, two letters."},
    {"agency email", "Where debtors write to the agency."},
    {"agency phone", "Where debtors call the agency."},
    {"agency account", "The agency's client account; empty: debtors pay the creditor."},
    {"agency vat_registered", "Whether the agency adds VAT to its fees."},
    {"window", "The side of the envelope's window: left or right."},
    {"ea_agreement", "Posten's address service: the four-digit agreement; empty: not used."},
    {"ea_level", "The level of the address service, 0 to 3."},
    {"ea_symbol", "The code the address service reads: code128 or qr."},
    {"texts", "The creditor's own wordings of letters, by kind and language."},
    {"doors paper kind", "How paper letters leave: own printer, a folder or SFTP of a print house, or none."},
    {"doors paper place", "The folder, or the address of the print house's server."},
    {"doors paper user", "The user at the print house's server."},
    {"doors paper receipts", "The print house says which day it posted; else it is the day it took the letters."},
    {"doors mail server", "The mail server e-mail leaves by; empty: no e-mail leaves."},
    {"doors mail user", "The user at the mail server."},
    {"doors mail from", "The sender of e-mail; empty: the creditor's own address."},
    {"doors mail returns", "Where mail comes back to that cannot be delivered."},
    {"doors mail archive", "A mailbox that gets every e-mail, so that it can be asked what left."},
    {"doors mail archive_minutes", "How long an e-mail may be on its way to the archive."},
    {"doors mail imap", "The server where the archive and what came back are read."},
    {"doors mail imap_user", "The user at that server."},
    {"doors mail archive_folder", "The archive's folder."},
    {"doors mail returns_folder", "The folder of what came back."},
    {"doors mailbox_folder", "Where the provider of digital mailboxes fetches its files; empty: none."},
    {"offices", "Addresses of courts, boards and enforcement offices that the program's table lacks."},
    {"postage", "What sending a letter costs, by channel and day; never a part of the debt."},
    {"automation start", "off: a person starts cases; propose: they are shown as ready; do: the night starts them."},
    {"automation least_open", "Invoices with less open do not start by themselves."},
    {"automation days_overdue", "So many days after the due day an invoice starts by itself."},
    {"automation kinds", "Kinds of customers that start by themselves; empty: all."},
    {"automation excluded", "Customers that never start by themselves."},
    {"automation excluded_groups", "Groups of customers that never start by themselves."},
    {"automation still", "Times in which nothing starts by itself."},
    {"automation skip_incomplete", "Customers who lack something are passed over."},
    {"automation approve", "Letters of new cases that wait for a yes."},
    {"automation criteria rest_note_above_percent", "Above this share paid a rest note goes out instead of the next letter; empty: as the course says."},
    {"automation levels send", "How far letters of the course go by themselves: off, propose or do."},
    {"automation levels rest_note", "How far notes about a rest go by themselves."},
    {"automation levels close", "Whether a case closes by itself when little is left."},
    {"automation levels legal", "How far the legal step becomes ready by itself."},
    {"automation customers", "Customers for whom these levels are others."},
    {"automation criteria close_at_or_below", "A case closes when no more than this is left; empty: as the course says."},
    {"courses ", "A course of the creditor's own; the value is its version."},
};

constexpr std::string_view not_settings[] = {
    "org_number", "practice_today", "marks", "doors paper key_file", "doors paper known_hosts", "doors mail secret_file", "doors mail imap_secret_file", "doors mail ca_file",
};

std::string with_blanks(std::string_view name) {
    std::string parted(name);
    std::replace(parted.begin(), parted.end(), '.', ' ');
    return parted;
}

bool among(std::string_view name, const auto& list) { return std::find(std::begin(list), std::end(list), with_blanks(name)) != std::end(list); }

}  // namespace

bool is_setting(std::string_view name) { return !among(name, not_settings); }

bool travels(std::string_view name) {
    constexpr std::string_view of_debtors[] = {"automation excluded", "automation customers"};
    return is_setting(name) && !among(name, of_debtors);
}

bool is_company(std::string_view name) {
    constexpr std::string_view own[] = {"name", "email", "phone", "account"};
    return among(name, own) || name.starts_with("address.") || name.starts_with("agency.");
}

bool is_machine(std::string_view name) { return name.starts_with("doors."); }

std::string meaning_of(std::string_view name) {
    const std::string wanted = with_blanks(name);
    for (const Word& word : words)
        if (word.name == wanted) return std::string(word.means);
    return {};
}

}  // namespace frist::office
