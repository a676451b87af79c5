// A creditor that is here already, for somebody of another office too: an accountant, an agency. Who manages the creditor
// makes a code, which is told once and used once; who uses it works for the creditor by a mandate, never as more than the
// mandate says, and may let colleagues in by it. The giver ends it (ADR 22).
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds mandate_code_life = days(7);

struct NewMandate {
    Id mandate = 0;
    std::string code;  // told once: four times six letters and digits, hyphens between
    Instant ends;
};
// By somebody of the creditor's own office. Errors access.denied (a key, a person with a mandate), mandate.role (owner or
// client), creditor.unknown.
Result<NewMandate> offer_mandate(const Porter& porter, const Who& who, Id creditor, Role role, Instant now);

struct MandateSeen {
    MandateRow row;                     // without the hash
    std::string made_by;                // names
    std::string taken_by;               // empty: the code waits
    std::vector<std::string> people;    // all who work by it, by their number
};
// Those in force and the codes that wait, by number. Errors access.denied, creditor.unknown.
Result<std::vector<MandateSeen>> mandates(const Porter& porter, const Who& who, Id creditor, Instant now);

// Another role. Errors access.denied, creditor.unknown, mandate.role, mandate.unknown.
Outcome change_mandate(const Porter& porter, const Who& who, const MandateRow& wish, Instant now);
// The code opens nothing any more; who works by it is out. Errors access.denied, creditor.unknown, mandate.unknown.
Outcome end_mandate(const Porter& porter, const Who& who, Id creditor, Id mandate, Instant now);

struct MandateAttempt {
    std::optional<Id> creditor;  // none: nobody here has this organisation number
    std::string_view code;       // blanks, hyphens and capitals do not matter
    std::string_view address;    // the network address
};
// Gives the mandate that was taken; the same person with the same code gets it again. Outside change(): an attempt counts
// whatever comes of it. Errors access.denied, access.wait, mandate.code (wrong, used, withdrawn, ended, no such creditor: one
// cannot tell), mandate.seen (the creditor is seen already; the code is not used up).
Result<Id> take_mandate(const Porter& porter, const Who& who, const MandateAttempt& attempt, Instant now);

// Those that `who` works by. Error access.denied for a key.
Result<std::vector<MandateRow>> my_mandates(const Porter& porter, const Who& who);
// One works for the creditor no longer. With the last one it ends. Errors access.denied for a key, mandate.unknown.
Outcome leave_mandate(const Porter& porter, const Who& who, Id mandate, Instant now);

}  // namespace frist::access
