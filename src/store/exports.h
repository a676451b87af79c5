// Saved exports on a connection that is open.
#pragma once
#include "reports/saved_exports.h"
#include "store/connection.h"

namespace frist::store {

std::unique_ptr<reports::Exports> exports_on(std::shared_ptr<Connection> connection);

}  // namespace frist::store
