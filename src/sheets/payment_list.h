// What came in on an account, as a bank's own web page exports it: CSV, XLSX or ODS, a row a payment. Less is known of each than a
// bank file tells; nothing is guessed.
#pragma once
#include "sheets/open_items.h"

namespace frist::sheets {

struct ListedPayment {
    int row = 0;
    Date on;                   // when the bank booked it
    Money amount;              // money out is negative
    std::string reference;     // a KID that stands in a column of its own, or behind the word KID in the text; or empty
    std::string payer_name;
    std::string payer_account; // as written
    std::string account;       // that it came to, as written; empty: the list does not say
    std::string archive_ref;
    std::string text;
    std::string raw;           // the cells of the row, in one line
};

struct PaymentList {
    std::map<std::string, std::string> columns;   // what each is taken for, with its name in the file
    std::vector<ListedPayment> rows;
    std::vector<Fault> rejected;                  // while there are any, nothing should be taken
    int empty = 0;                                // rows without an amount
};

// Amounts are in `currency` unless a column says otherwise. Errors: those of the container; payments.header (no row names a day
// and an amount), payments.empty (no rows), payments.decimal, payments.days (the list does not settle how they are written).
Result<PaymentList> read_payment_list(std::string_view bytes, Currency currency);

}  // namespace frist::sheets
