// Who a case is about, for the person at the terminal.
#pragma once
#include "main/program.h"

namespace frist::program {

struct Customer {
    std::string number;   // the creditor's own; empty when the list had none and the name stands for it
    std::string name;
    // "1003 Testbygg AS"
    [[nodiscard]] std::string label() const { return number.empty() ? name : number + " " + name; }
};
Result<Customer> customer_of(const Session& session, office::Id debtor);

// A sum that cannot be known says of which case and day.
template <class T>
Result<T> placed(Result<T> result, office::Id id, Date day) {
    if (result.ok() || !result.error().field.empty()) return result;
    return Error{result.error().code, fmt::format("case {} on {}", id, text(day)), result.error().message, result.error().remedy};
}

}  // namespace frist::program
