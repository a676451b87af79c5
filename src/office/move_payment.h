// A payment leaves the case it was booked on: it belongs elsewhere, the bank took it back, or it never came.
#pragma once
#include "office/booking.h"

namespace frist::office {

struct MoveWish {
    Id case_id = 0;
    int payment = 0;             // its number within the case
    cases::TakenBack why = cases::TakenBack::moved;
    std::optional<Id> to;        // the case it belongs to; none: it waits in suspense again
    Id person = 0;               // 0: the command line
};

struct Moved {
    Id case_id = 0;              // which it left; of a case that was merged, the one that took it over
    std::optional<Id> to;
    Id line = 0;                 // of the bank's; 0: it came from no bank
};

// All of it or nothing. Errors payment.unknown, payment.from_bank (what the bank sent is no mistake), payment.where (a case is named
// or lacking), payment.same, payment.returned, refund.open, case.unknown, store.*, and those of a payment on the other case.
Result<Moved> move_payment(const Desk& desk, const MoveWish& wish);

// The bank's own line takes a payment back: both stand against each other. Errors suspense.unknown, reverse.amount, payment.unknown,
// refund.open, store.*.
Result<Moved> reverse_payment(const Desk& desk, Id line, Id case_id, int payment, Id person);

// Where a payment now is: its case may have been joined to another, which gave it a number of its own. Error payment.unknown.
struct PaymentPlace {
    CaseRow row;
    cases::Payment payment;
};
Result<PaymentPlace> payment_place(const Desk& desk, Id case_id, int payment);

}  // namespace frist::office
