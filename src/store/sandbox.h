// A creditor copied into memory, to see what would happen: what is done there is done nowhere.
#pragma once
#include "store/rooms.h"

namespace frist::store {

// One creditor of `database` as it is at this moment, without its past events and entries and without the bytes
// of enclosures: the office decides by none of them. New events go on where the chain stands. Takes memory in proportion to
// the creditor's cases. Errors are those of Connection::open, and store.*.
Result<std::unique_ptr<office::Store>> sandbox_of(const std::string& database, office::Id creditor);

}  // namespace frist::store
