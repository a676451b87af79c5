// What an agency needs to go on with a case that the creditor began: one JSON object, docs/spec/hand_over.md.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

#include <boost/json.hpp>

namespace frist::office {

// The case as it is on `desk.today`, with the debtor's name and address: this goes to the agency and into no log.
// Errors case.unknown, hand_over.nothing (closed, or nothing open), store.*, law.*.
Result<boost::json::object> hand_over(const Desk& desk, const CreditorRecord& creditor, Id case_id);

}  // namespace frist::office
