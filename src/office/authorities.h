// The authority that answers for a debtor: by its municipality, which stands on the debtor or follows from the postal
// code. What cannot be known for sure stops and asks.
#pragma once
#include "law/offices.h"
#include "office/people.h"

namespace frist::office {

struct Authority {
    law::OfficeRole role = law::OfficeRole::conciliation_board;
    std::string name;
    std::string seats;                  // where it sits, when no address is known
    std::vector<std::string> address;   // the lines below the name; empty: nobody has told it
    law::Municipality municipality;
    std::string how;                    // "postal code 1366"
    std::string source;                 // of the name
    std::vector<std::string> doubts;    // what a person must look at before the document leaves
};

// The authorities that this program was built with. Errors law.row, law.source.
Result<const law::Offices*> offices();

// Errors office.address (none, or abroad, or a box: nobody lives there), office.postal_code, office.municipality.
struct Whereabouts {
    law::Municipality municipality;
    std::string how;
};
Result<Whereabouts> whereabouts(const DebtorRecord& debtor, const law::Offices& offices);

// Errors office.unknown, office.municipality.
Result<Authority> authority(law::OfficeRole role, const Whereabouts& where, const CreditorRecord& creditor, const law::Offices& offices, Date day);

}  // namespace frist::office
