// A list of customers without invoices: what the invoicing program knows of them, by the creditor's own number.
#pragma once
#include "sheets/open_items.h"

namespace frist::sheets {

struct Contact {
    int row = 0;
    std::string customer_number;
    std::string customer_name;
    std::string org_number;  // only with a check digit that agrees; never a person's number
    std::optional<party::DebtorKind> kind;  // empty: the list does not say
    std::string street;
    std::string postal_code;
    std::string town;
    std::string country;  // as written
    std::string email;
    std::string phone;
    std::string language;  // "nb", "nn", "en", "sv", "da", "fi" or empty
};

struct Contacts {
    std::map<Field, std::string> columns;  // each field with the column's name as the file writes it
    std::vector<Contact> rows;
    std::vector<Fault> rejected;           // while there are any, nothing should be taken
};

// A row with a customer's number alone says nothing and is left out. Company numbers are held against Norway's register
// when the row names no other country. Errors: as read_open_items for the container; header.missing, columns.missing
// (no customer number, or nothing beside it).
Result<Contacts> read_contacts(std::string_view bytes, std::string_view file_name, const Mapping& mapping = {});

}  // namespace frist::sheets
