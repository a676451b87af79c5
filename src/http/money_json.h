// Payments, lines of the bank and refunds, on the wire.
#pragma once
#include "http/debtor_json.h"
#include "office/payments.h"
#include "office/refunds.h"

#include <boost/json.hpp>

namespace frist::http {

// Errors debtor.unknown, store.*.
Result<boost::json::object> payment_json(Debtors& debtors, const office::PaymentSeen& seen);
boost::json::object waiting_json(const office::Waiting& waiting);
boost::json::object day_json(const office::PaymentDay& day);
boost::json::object story_json(const office::LineStory& story);
boost::json::object refund_json(const office::RefundRow& refund);
Result<boost::json::object> owed_json(Debtors& debtors, const office::OwedBack& owed);

}  // namespace frist::http
