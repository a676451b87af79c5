// Many letters at once: every core has a press of its own.
#pragma once
#include "letters/letter.h"

#include <span>
#include <vector>

namespace frist::print {

// The PDF of each letter in the order of the letters, the same bytes with any number of workers. A letter that cannot be
// printed says why (errors of pdf_of) and keeps no other back.
std::vector<Result<std::string>> each_pdf_of(std::span<const letters::Letter> letters, unsigned workers);

// As many as this machine has cores, and no more than the letters are worth.
unsigned workers_for(std::size_t letters);

}  // namespace frist::print
