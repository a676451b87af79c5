// What somebody wants to be done with a case, as a body says it; and doing it.
#pragma once
#include "base/strict_json.h"
#include "cases/command.h"
#include "http/router.h"
#include "office/possible.h"

#include <boost/json.hpp>

namespace frist::http {

// With many cases no letter is named: that which waits in each is meant.
enum class For { one, many };

// What an act brings beside its name; each act takes its own fields and no others.
struct Wish {
    For how_many = For::one;
    office::Act act = office::Act::pause;
    std::optional<cases::Command> command;   // none: two cases are joined or parted, or the letter that waits is meant
    office::Id other = 0;
    boost::json::value undo;                 // the act that takes it back, or null
};

// Errors json.*, date.*, money.*, http.choice; http.bulk_act for an act that is not done with many.
Result<Wish> wish_of(JsonObject& body, const Call& call, For how_many);

// The command for this case; none when two cases are joined or parted. Errors act.no_letter, act.paused.
Result<std::optional<cases::Command>> command_for(const cases::Case& c, const Wish& wish);

// "case-pause": how the log names the act.
std::string word_of_log(office::Act act);

// `row` as it was read. Errors those of rules::decide and office::merge, act.no_letter, act.paused.
Result<office::CaseRow> done_with(const Call& call, const office::CaseRow& row, const Wish& wish);

}  // namespace frist::http
