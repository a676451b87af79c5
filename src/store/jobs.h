// Long work on a connection that is open.
#pragma once
#include "access/jobs.h"
#include "store/connection.h"

namespace frist::store {

std::unique_ptr<access::Jobs> jobs_on(std::shared_ptr<Connection> connection);

}  // namespace frist::store
