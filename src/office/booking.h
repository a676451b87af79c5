// A part of a bank's line is booked on a case, and taken back again. Everything here is inside Store::change.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

// What came of booking: the case that took it (one that was merged hands it on), or why it cannot.
struct Booking {
    std::optional<Error> refused;
    Id case_id = 0;
    bool closed = false;   // the case closed with it
};

// Books a part of what is left of the line, which has its number; `row` and its parts follow. `person`: who said so; 0: its
// reference did, or the command line. Errors store.*, law.*; what the case says against it is in the answer.
struct BookWish {
    Money amount;
    Id case_id = 0;
    Id person = 0;
    bool first = false;   // nothing of the line was booked before
};
Result<Booking> book(const Desk& desk, LineRow& row, const BookWish& wish);

// The name by which a part stands in its case: that of the line, and the part's number behind a bar from the second on.
std::string source_of(const LineRow& line, int part);

// The line and the part that a payment's source names; nothing: it came from no bank.
struct Origin {
    LineRow line;
    PartRow part;
};
Result<std::optional<Origin>> origin(const Desk& desk, const std::string& source);

// The line with this number, of which something waits. Error suspense.unknown.
Result<LineRow> waiting_line(const Desk& desk, Id line);

// The payment with this number; and the same payment in a case that took the other over, which gave it a number of its own. Null:
// there is none.
const cases::Payment* payment_of(const cases::Case& c, int number);
const cases::Payment* same_payment(const cases::Case& c, const cases::Payment& payment);

// What of the line is in no case and on no way back, as its parts and refunds say.
Result<Money> left_of(const Desk& desk, const LineRow& line);

// The same, after a part or a refund has changed; the row is kept.
Outcome count_anew(const Desk& desk, LineRow row, const std::string& reason);

}  // namespace frist::office
