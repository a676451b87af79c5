// What stands in a row of a table, as the office knows it. The columns are those of statements.sql, in that order.
#pragma once
#include "office/ports.h"
#include "store/statement.h"

namespace frist::store {

template <class E>
E known(std::string_view name) {
    const auto value = enum_of<E>(name);
    FRIST_CHECK(value.has_value());
    return *value;
}

office::ItemRow item_of(Statement& s);
office::StoredEvent event_of(Statement& s);
office::LetterRow letter_of(Statement& s);
office::DispatchRow dispatch_of(Statement& s);

}  // namespace frist::store
