// People, keys and acts in the same database as the cases, so that an act and what was done are kept together or not at
// all.
#pragma once
#include "access/ports.h"
#include "store/connection.h"

namespace frist::store {

// access::Store on a connection that is open; others may stand on it too.
std::unique_ptr<access::Store> access_on(std::shared_ptr<Connection> connection);

}  // namespace frist::store
