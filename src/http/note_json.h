// Notes on the wire.
#pragma once
#include "http/router.h"

#include <boost/json.hpp>

namespace frist::http {

// Those of a case and its debtor, or of a debtor and its cases; oldest first. Notes are the office's own: a client user
// sees none. Errors store.*.
Result<boost::json::array> notes_json(const Call& call, const std::vector<office::NoteRow>& notes);

}  // namespace frist::http
