// One invented case, played day by day through the same rules as the live system: read from JSON, played on
// a clock of its own, told as JSON. It writes nothing anywhere.
#pragma once
#include "base/strict_json.h"
#include "cases/command.h"
#include "rules/opening.h"

namespace frist::office {

struct Happening {
    Date on;
    std::string what;
    cases::Command command;
};

struct Scenario {
    rules::NewCase wish;
    std::vector<Happening> happenings;   // in order of day
    Date until;
};

// Every mistake names its place: json.*, scenario.*, course.*.
Result<Scenario> read_scenario(std::string_view text, const rules::Country& country);

// The play: {"timeline", "state", "next", "balance"}. Errors law.no_rate and the like.
Result<boost::json::object> play(const Scenario& scenario, const rules::Country& country);

}  // namespace frist::office
