// What it takes to take an import back, as lines of JSON: {"made", "open"} of an invoice that was new, {"was", "open"} of one that was
// known. `open` is what the import left open.
#pragma once
#include "office/mirror_ledger.h"

namespace frist::office {

std::string trail_of(const MirrorReport& report);

struct Trail {
    std::vector<std::pair<std::string, Money>> made;
    std::vector<std::pair<ItemRow, Money>> before;
};
// Error store.damaged: the store did not write it.
Result<Trail> read_trail(std::string_view lines);

}  // namespace frist::office
