// Where a creditor's open items come from: the accounting system that somebody has chosen and tried with a file of it. What was
// chosen is kept as the template by which its lists are read, so that the next list of it is read as the one that was tried.
#pragma once
#include "office/imports.h"

namespace frist::office {

struct Integration {
    std::string source;      // one of sheets::list_sources
    Date tried_on;
    Id by = 0;               // the person; 0: nobody is known
};
// Nothing when nothing was chosen. Errors store.*.
Result<std::optional<Integration>> integration(const Desk& desk);

// Why a file that was understood does not show that lists come from `source`. Errors integration.source (no such place),
// integration.untried (it left questions, or has no rows that could be taken), integration.other (it is not of that system).
Outcome fits_source(const Import& import, const std::string& source);

// What was tried is in use from now on, instead of what was before. Errors of fits_source, store.*.
Result<Integration> connect(const Desk& desk, const std::string& source, const Import& import, const ImportWish& wish);

// Nothing is chosen any more; lists are read as before. Error integration.none.
Outcome disconnect(const Desk& desk);

}  // namespace frist::office
