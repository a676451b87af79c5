// Invitations, for those who come in by another way than the link itself.
#pragma once
#include "access/ports.h"

namespace frist::access {

// The one that waits for this e-mail, when its maker may still give what it gives.
Result<std::optional<LinkRow>> invite_to(const Porter& porter, const std::string& email, Instant now);
// Uses it up and keeps the person, whose id is set. Inside change(). Errors access.link, person.known.
Outcome use_invite(const Porter& porter, const LinkRow& link, PersonRow& person, Instant now);

}  // namespace frist::access
