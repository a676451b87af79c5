// What was paid too much goes back: a person orders it, a file for the bank carries it, and what the bank has paid leaves the books.
#pragma once
#include "office/move_payment.h"
#include "office/people.h"

namespace frist::office {

// Money that is owed back and that nobody has ordered back yet.
struct OwedBack {
    Id case_id = 0;
    Id debtor = 0;
    int payment = 0;
    Date on;                 // the day it came
    Money amount;
    std::string account;     // where it came from, when the bank told; empty: a person finds out
};
// Errors store.*.
Result<std::vector<OwedBack>> owed_back(const Desk& desk);

struct RefundWish {
    Id case_id = 0;          // of a payment …
    int payment = 0;
    Id line = 0;             // … or of a line in suspense
    std::optional<Money> amount;   // none: all that is owed back
    std::string account;     // as a person writes it
    std::string name;        // who gets it; empty: the debtor
    Id person = 0;
};
// Errors refund.account (its text does not repeat the number), refund.amount, refund.nothing, refund.name, refund.which, suspense.unknown,
// payment.unknown, store.*.
Result<RefundRow> order_refund(const Desk& desk, const RefundWish& wish);

// Nothing that the bank may have paid is taken back here. Errors refund.unknown, refund.ended.
Outcome cancel_refund(const Desk& desk, Id refund);

// The bank has paid it. Twice is once, on the same day. Errors refund.unknown, refund.ended (cancelled, or paid on another day), payment.future.
Result<RefundRow> refund_paid(const Desk& desk, Id refund, Date on);

// The refund that a transfer of this name in one of the creditor's files carries; nothing: it is none of theirs.
std::optional<Id> refund_named(std::string_view transfer, std::string_view org_number);

struct RefundFile {
    std::string batch;       // empty: there is nothing to send
    std::string xml;         // pain.001.001.03
    std::vector<RefundRow> refunds;
};
// All that are ordered, in one file; they are filed with it, and stand in no other. Errors transfer.*, store.*.
Result<RefundFile> file_refunds(const Desk& desk, const CreditorRecord& creditor);
// The same bytes again. Error refund.batch: there is no such file.
Result<RefundFile> refund_file(const Desk& desk, const CreditorRecord& creditor, const std::string& batch);

}  // namespace frist::office
