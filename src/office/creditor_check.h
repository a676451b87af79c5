// Whether a creditor's record can stand on letters; and many of them from one list.
#pragma once
#include "office/people.h"
#include "sheets/open_items.h"

namespace frist::office {

// Brings numbers into the one spelling that is kept, and says what is wrong by the name of its field as the record writes
// it: org_number.*, account.*, creditor.name, creditor.account, creditor.postal_code, creditor.email, creditor.language,
// creditor.agency, creditor.kid_length, course.unknown. `courses`: the names a course of the settings may have.
Outcome settle_creditor(CreditorRecord& record, const std::vector<std::string>& courses);

// A list of creditors: CSV, XLSX or ODS with one row each.
struct CreditorList {
    struct Row {
        int row = 0;                        // its place in the file
        CreditorRecord record;
    };
    std::vector<Row> rows;
    std::vector<sheets::Fault> rejected;    // with any of these nothing should be added
};
// Columns: organisation number, name and account, and when they are there street, postal code, place, e-mail, telephone, language, mode
// and KID length, by their Norwegian, Swedish or English names in any order. Each row's mistakes name its place and its column: those of
// settle_creditor, creditor.mode, creditor.twice. Errors: as lists of open items for the container; header.missing, columns.missing, list.empty.
Result<CreditorList> read_creditors(std::string_view bytes);

}  // namespace frist::office
