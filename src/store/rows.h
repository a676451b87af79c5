// What stands in a row of a table, as the office knows it. The columns are those of statements.sql, in that order.
#pragma once
#include "office/ports.h"
#include "store/connection.h"

namespace frist::store {

template <class E>
E known(std::string_view name) {
    const auto value = enum_of<E>(name);
    FRIST_CHECK(value.has_value());
    return *value;
}

// The tables whose rows belong to a creditor, by name; not the log of who did what.
Result<std::vector<std::string>> tables_of_creditors(Connection& connection);

office::ItemRow item_of(Statement& s);
office::StoredEvent event_of(Statement& s);
office::LetterRow letter_of(Statement& s);
office::DispatchRow dispatch_of(Statement& s);

}  // namespace frist::store
