// Letters that wait, on the wire.
#pragma once
#include "http/debtor_json.h"
#include "office/send_letters.h"

#include <boost/json.hpp>

namespace frist::http {

// Why something may not leave: code, words, section, and the day the reason passes when days are all of it.
boost::json::array refusals_json(const std::vector<rules::Refusal>& refusals);

// Errors debtor.unknown, store.*.
Result<boost::json::array> ready_json(const Call& call, Debtors& debtors, const office::Outbox& outbox);
Result<boost::json::array> held_json(const Call& call, Debtors& debtors, const std::vector<office::HeldLetter>& held);
Result<boost::json::array> coming_json(const Call& call, Debtors& debtors, const std::vector<office::ComingLetter>& coming);

}  // namespace frist::http
