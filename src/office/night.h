// The night: every case whose day has come takes its next step, and no other case is looked at.
#pragma once
#include "office/start_cases.h"

#include <map>

namespace frist::office {

struct NightReport {
    std::int64_t started = 0;                    // open items that went into a case by the creditor's rules
    std::int64_t cases = 0;
    std::map<std::string, std::int64_t> steps;   // what was done, by the event's type
    std::vector<Error> trouble;                  // a case that could not be answered keeps its day
};

// Whether a night is due: its minute of the day has come, on a day for which none was played.
bool night_is_due(Moment now, int minute_of_night, const std::optional<Date>& last);

// Plays `desk.today` for one creditor. Run twice: the second finds nothing.
Result<NightReport> night(const Desk& desk);

// The whole of it: what starts by itself starts first, so that it takes its first step in the same night and a second
// night finds nothing. Errors those of start_cases and night.
Result<NightReport> whole_night(const Desk& desk, const CreditorRecord& creditor, const MakeKid& make_kid);

}  // namespace frist::office
