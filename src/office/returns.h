// Letters that came back: an e-mail that could not be delivered, a letter that the print house or Posten returned.
#pragma once
#include "office/doors.h"
#include "office/people.h"
#include "office/answer_case.h"

namespace frist::office {

// The letter of this key came back by this channel. An e-mail address that does not work gets nothing more; when the
// letter was the deciding one, its case waits for a better address. Nothing happens the second time, or when the key is
// not one of the creditor's letters. True when something was new. Errors store.*.
Result<bool> came_back(const Desk& desk, const CreditorRecord& creditor, Channel channel, const Receipt& receipt);

}  // namespace frist::office
