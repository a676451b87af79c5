// A case on the wire.
#pragma once
#include "http/debtor_json.h"
#include "office/possible.h"

#include <boost/json.hpp>

namespace frist::http {

// "going", "approval" …: how the register calls what the case is.
std::string_view status_word(const cases::Case& c);

// GET /cases/{case} as of `day`; errors are those of the office's views.
Result<boost::json::object> case_json(const Call& call, const office::CaseRow& row, Date day);

// {"rest_note_above_percent", "close_at_or_below", "own"}: what bends its course.
boost::json::object case_criteria_json(const cases::Case& c);

// {"send", "rest_note", "close", "legal"}: off, propose or do.
boost::json::object levels_json(const cases::Levels& levels);

// The ETag of a case: the number of its events.
std::string case_etag(const office::CaseRow& row);

// One act: whether the law and the case allow it, and if not why, and from which day.
boost::json::object possible_json(const office::Possible& one, const cases::Case& c);

// The case in the path. Error case.unknown.
Result<office::CaseRow> case_of(const Call& call);

}  // namespace frist::http
