// Kept answers on a connection that is open.
#pragma once
#include "access/answers.h"
#include "store/connection.h"

namespace frist::store {

std::unique_ptr<access::Answers> answers_on(std::shared_ptr<Connection> connection);

}  // namespace frist::store
