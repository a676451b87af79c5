// What the creditor paid for sending letters, by prices it has told with the day they came into force. Postage is the
// creditor's own cost: no letter, claim or entry knows it.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

// The price of a service on a day: that of the latest row from then or before; nothing when none is known.
const PostagePrice* price_on(const CreditorRecord& creditor, Channel service, Date day);

// One letter that left by one service; a copy by e-mail is a line of its own.
struct PostageLine {
    int letter = 0;
    Channel service = Channel::paper;
    Date on;
    std::optional<PostagePrice> price;   // nothing: no price was in force
};
struct Postage {
    std::vector<PostageLine> lines;
    Money total;                         // of those with a price
    int unpriced = 0;
};
// Everything that has left for a case. Errors store.*.
Result<Postage> postage_of(const Desk& desk, const CreditorRecord& creditor, Id case_id);

// A price from a day on; a row of the same service and day is replaced. Error postage.price when it is negative.
Outcome set_price(CreditorRecord& creditor, PostagePrice price);
// Error postage.none when there is no such row.
Outcome drop_price(CreditorRecord& creditor, Channel service, Date from);

}  // namespace frist::office
