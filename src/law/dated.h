// A table whose rows hold from a day to a day. A day outside its rows is an error, never the last row.
#pragma once
#include "base/date.h"
#include "law/ruling.h"

#include <optional>
#include <string>
#include <vector>

namespace frist::law {

template <class T>
struct DatedRow {
    Date from;
    std::optional<Date> to;   // the last day it holds; empty while it holds on
    T value;
    bool chargeable = true;   // false: the source is unsure, nothing is ever charged on it
    std::string source;
    std::string place;        // "no/fees.csv:12"
};

template <class T>
struct Dated {
    std::string name;
    std::vector<DatedRow<T>> rows;   // sorted by `from`, without overlap
};

// The row of the day, also when it is not chargeable. Error law.no_rate.
template <class T>
Result<const DatedRow<T>*> row_on(const Dated<T>& table, Date day) {
    for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row)
        if (row->from <= day && (!row->to || day <= *row->to)) return &*row;
    return Error{"law.no_rate", table.name, "no value is known for " + text(day),
                 "Add the value with its source to the law tables; an older value is never used instead."};
}

// The value of the day. Errors law.no_rate, law.unsure (the source of the row is unsure).
template <class T>
Result<T> in_force(const Dated<T>& table, Date day) {
    FRIST_TRY(const DatedRow<T>* row, row_on(table, day));
    if (!row->chargeable)
        return Error{"law.unsure", table.name,
                     "the value for " + text(day) + " is marked unsure (" + row->place + ") and is never charged",
                     "Find a source that can be relied on and correct the row."};
    return row->value;
}

}  // namespace frist::law
