// What came of open items that were to become cases, on the wire.
#pragma once
#include "office/start_cases.h"

#include <boost/json.hpp>

namespace frist::http {

boost::json::object start_json(const std::vector<office::StartRow>& started);

}  // namespace frist::http
