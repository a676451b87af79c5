// Saved views: lists of cases and of open items as people want to see them. A view belongs to a person and is the same
// for every creditor; its owner may share it with the colleagues of the office. What a body says is read by the doors.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::size_t longest_view = std::size_t{8} * 1024;  // bytes of a body
inline constexpr std::size_t most_views = 100;                      // of one person

struct View {
    ViewRow row;
    bool mine = false;
    std::string by;  // the name of a colleague who shares it; empty: mine
};

// The own ones and those that colleagues share, by name. A key has none of its own and sees none: it saves no views.
Result<std::vector<View>> views(const Porter& porter, const Who& who);

// Makes (id 0) or changes one of the own; its id. A shared one says nothing that a search or a debtor's number could
// tell to somebody who does not see that creditor: the doors refuse those. Errors view.name (1 to 60 characters, not one
// of the own), view.many, view.body, view.unknown (none of the own), store.conflict, access.denied for a key, and for a
// client user who shares.
Result<Id> put_view(const Porter& porter, const Who& who, const ViewRow& view);
// Errors view.unknown, access.denied for a key.
Outcome drop_view(const Porter& porter, const Who& who, Id view);

}  // namespace frist::access
