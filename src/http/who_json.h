// People on the wire: who asks, creditors by organisation number instead of our own numbers.
#pragma once
#include "access/people.h"
#include "http/router.h"

#include <boost/json.hpp>

namespace frist::http {

// What GET /me answers of this person. Errors store.*.
Result<boost::json::object> me_json(const Call& call, const access::Who& who);

// The creditors of a reach as organisation numbers; null for all.
boost::json::value reach_json(const std::vector<office::CreditorRow>& creditors, const access::Reach& reach);
// And back. Error creditor.unknown.
Result<access::Reach> reach_from(const Call& call, const boost::json::value* value);

// The creditors that somebody sees, with their names.
Result<boost::json::array> creditors_json(const Call& call, const access::Who& who);

}  // namespace frist::http
