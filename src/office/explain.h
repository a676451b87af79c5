// Every sum and every date with its why, as JSON: the one explanation that the terminal, the API and the
// letters share.
#pragma once
#include "cases/event.h"
#include "rules/balance.h"
#include "rules/next.h"

#include <boost/json.hpp>

namespace frist::office {

boost::json::array json_of(const cases::Because& because);

// {"on", "principal", "interest", "costs", "total", "rows"}: the rows of each part add up to its sum exactly.
boost::json::object json_of(const cases::Case& c, const rules::Balance& balance, const rules::Country& country);

// Null, or {"on", "what", "because"}.
boost::json::value json_of(const std::optional<rules::Upcoming>& next);

// Null, or {"on", "until", "what", "because"}.
boost::json::value json_of(const std::optional<rules::Country::FollowUp>& next);

// Adds the four sums to an entry.
void add_sums(boost::json::object& object, const rules::Balance& balance);

// The interest of claim `claim` by rows, with the reason for each rate.
boost::json::object interest_row_json(const cases::Case& c, const rules::ClaimInterest& row, const rules::Country& country);

}  // namespace frist::office
