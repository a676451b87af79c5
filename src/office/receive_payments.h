// Money that came in finds its case by its reference. The same payment is taken once, however often and in
// however many files it comes; what finds no case waits in suspense, and nothing is lost.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

struct Incoming {
    std::string fingerprint;
    Date on;
    Money amount;
    std::string kid;
    std::string payer;
    std::string raw;      // the record as the bank sent it, for the day when somebody disputes it
    std::string waits;    // why a person must look first, whatever the reference says; empty: nothing
    std::string transfer; // of money that went out by a file of ours: the name it had there; empty: it came in
};

struct PaymentReport {
    bool file_known = false;
    int known = 0;                 // lines that had come before
    int applied = 0;
    Money applied_sum;
    int suspense = 0;
    Money suspense_sum;
    int closed = 0;                // cases that this file settled
    int refunds = 0;               // of ours that the bank says it has paid
};

// All lines of one file in one transaction. Errors store.*, law.*.
Result<PaymentReport> receive_payments(const Desk& desk, const std::string& sha256, const std::string& kind, const std::vector<Incoming>& lines);

}  // namespace frist::office
