// Digital mailboxes: each provider has an interface of its own, so Frist leaves a file pair in a folder and an adapter
// fetches it. docs/operate/dispatch.md describes the pair and the receipts.
#pragma once
#include "office/doors.h"
#include "post/print_house.h"

namespace frist::post {

std::unique_ptr<office::Door> mailbox_drop(std::unique_ptr<Place> place);

}  // namespace frist::post
