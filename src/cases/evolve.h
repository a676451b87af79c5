// A case is what its events add up to. evolve only adds up; it decides nothing.
#pragma once
#include "cases/event.h"

#include <span>

namespace frist::cases {

void evolve(Case& c, const Event& event);
Case fold(std::span<const Event> events);

}  // namespace frist::cases
