// Ten codes for the day the telephone is lost, each of which works once.
#pragma once
#include "access/ports.h"

namespace frist::access {

// Keeps ten new ones instead of the old and gives them as they are shown, in groups. Inside change().
Result<std::vector<std::string>> give_recovery_codes(const Porter& porter, Id person);

}  // namespace frist::access
