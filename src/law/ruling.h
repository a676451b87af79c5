// law: the law as dated data with its sources, and what a rule answers: a ruling that cites its section.
// The tables are CSV files (law/<country>/*.csv); a new rate is a row with a source, never code.
#pragma once
#include "base/result.h"

#include <optional>
#include <string>

namespace frist::law {

// One reason, in words that a debtor may read: the section of law and what it says here.
struct Reason {
    std::string rule;   // "inkassoforskriften § 1-2"
    std::string says;   // "sent 14 days after the due date 2025-01-15; fee 1/20 of 700"
    bool operator==(const Reason&) const = default;
};

// What a rule decided. `granted` is empty when the law says no; `reason` explains either answer.
template <class T>
struct Ruling {
    std::optional<T> granted;
    Reason reason;
    explicit operator bool() const { return granted.has_value(); }
};

}  // namespace frist::law
