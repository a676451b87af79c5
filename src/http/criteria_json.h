// What bends a course, on the wire: "rest_note_above_percent" and "close_at_or_below".
#pragma once
#include "base/strict_json.h"
#include "http/router.h"

#include <boost/json.hpp>

namespace frist::http {

// The two fields of a body, as far as they are told. Errors json.*, money.*, criteria.percent.
Result<office::Criteria> criteria_of(JsonObject& body, const Call& call);
void add_criteria(boost::json::object& body, const office::Criteria& criteria);

}  // namespace frist::http
