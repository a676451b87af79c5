// A list of customers without invoices: what the invoicing program knows of them, by the creditor's own number.
#pragma once
#include "sheets/open_items.h"

namespace frist::sheets {

struct Contacts {
    std::map<Field, std::string> columns;  // each field with the column's name as the file writes it
    std::vector<Customer> rows;
    std::vector<Fault> rejected;           // while there are any, nothing should be taken
};

// A row with a customer's number alone says nothing and is left out. Company numbers are held against Norway's register
// when the row names no other country. Errors: as read_open_items for the container; header.missing, columns.missing
// (no customer number, or nothing beside it).
Result<Contacts> read_contacts(std::string_view bytes, std::string_view file_name, const Mapping& mapping = {});

}  // namespace frist::sheets
