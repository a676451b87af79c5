// The payments of a creditor, wherever they came from, and what came of the bank's lines day by day.
#pragma once
#include "office/suspense.h"

namespace frist::office {

enum class CameFrom { bank, ledger, hand };
constexpr auto names_of(CameFrom) { return std::to_array<std::string_view>({"bank", "ledger", "hand"}); }

struct PaymentAsk {
    Date from, to;                       // the days they took effect, both included
    std::optional<CameFrom> source;
    std::optional<bool> gone;            // only those that were taken back, or only those that stand
    std::optional<Id> case_id;
    std::string search;                  // a case number, a sum, or a part of the reference, the payer or the debtor's name
};

struct PaymentSeen {
    Id case_id = 0;                      // where it is now
    int payment = 0;
    Id debtor = 0;
    Date on;                             // the day it took effect
    Date told;                           // the day we learnt of it
    Money amount;
    Money costs, interest, principal;    // what it covers
    Money overpaid;                      // what is owed back of it
    Money returned;                      // what went back
    CameFrom source = CameFrom::hand;
    std::string name;                    // by which its event names where it came from
    std::optional<cases::TakenBack> gone;
    Id line = 0;                         // of the bank's
    std::string kid;
    std::string payer;                   // personal data
};

struct PaymentList {
    std::vector<PaymentSeen> rows;       // the latest first
    Money sum;                           // of all that match and stand
    std::size_t count = 0;               // all that match
};
// A window of those that match. The cost grows with the payments since `from`. Errors store.*, payment.days.
Result<PaymentList> payments(const Desk& desk, const PaymentAsk& ask, std::size_t offset, std::size_t limit);

// What a creditor's bank lines of one day came to: received = booked + waiting + sent back + what the bank took back itself.
struct PaymentDay {
    Date on;
    int lines = 0;
    Money received;
    Money booked;        // on cases, and on invoices that have none
    Money waiting;       // in suspense
    Money going_back;    // refunds of lines, ordered or paid
    Money taken_back;    // by the bank, without a line of its own
    int from_hand = 0;   // beside the bank: told by hand or by the ledger
    Money by_hand;
};
// In order of the days, those on which something came. Errors store.*, payment.days.
Result<std::vector<PaymentDay>> payment_days(const Desk& desk, Date from, Date to);

// A line as the bank sent it, and where its parts went. Error payment.line.
struct LineStory {
    LineRow line;
    std::vector<PartRow> parts;
    std::vector<RefundRow> refunds;
    std::optional<FileRow> file;
};
Result<LineStory> line_story(const Desk& desk, Id line);

}  // namespace frist::office
