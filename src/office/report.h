// What was charged, paid, written off and is outstanding, by part, per customer and per letter. For every sum
// and every part: charged = paid + written off + outstanding, to the øre, for the time from the first case on.
#pragma once
#include "office/answer_case.h"

#include <map>

namespace frist::office {

struct Parts {
    Money principal;
    Money interest;
    Money fees;   // reminder, notice and demand fees, collection costs, compensation
    Money vat;    // on collection costs
    Parts& operator+=(const Parts& other);
    Parts& operator-=(const Parts& other);
    [[nodiscard]] Money total() const { return principal + interest + fees + vat; }
    bool operator==(const Parts&) const = default;
};

struct Account {
    Parts charged;
    Parts paid;
    Parts written_off;
    Parts outstanding;   // at the end of the last day
    Money overpaid;      // came in beyond what was owed
    Account& operator+=(const Account& other);
};

struct CustomerLine {
    Id debtor = 0;
    std::string key;     // the creditor's own number for the customer
    int cases = 0;
    Account account;
};

struct StepLine {
    int letters = 0;
    Money fees;
};

struct Report {
    Date from;
    Date to;
    int running = 0;     // cases at the end of the last day
    int closed = 0;
    Account all;
    std::vector<CustomerLine> customers;          // by their number in the store
    std::map<cases::StepKind, StepLine> steps;    // letters that left in the time, those of before the case not
};

// Both days included. Cases that were merged count where they went. Errors store.*, interest.rate_missing,
// report.days (the last day lies before the first).
Result<Report> report(const Desk& desk, Date from, Date to);

}  // namespace frist::office
