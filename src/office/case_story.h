// A case as a line of days: what has happened, with its reason, and what comes when nobody touches it.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

enum class Told { done, money, planned, locked };
constexpr auto names_of(Told) { return std::to_array<std::string_view>({"done", "money", "planned", "locked"}); }

struct StoryEntry {
    Date on;
    std::string what;                 // "invoice", "due", "letter", "payment" …; of what comes: "letter", "legal", "choice", "release" …
    Told told = Told::done;
    std::string kind;                 // of a letter or a legal step; of a closing its reason; of an outcome its name
    int letter = 0;                   // its number in the case; 0: none
    std::string claim;                // an invoice's number
    std::optional<Money> amount;
    std::optional<Money> fee;
    std::optional<Date> deadline;     // of a letter; of a pause its last day
    std::vector<std::string> channels;
    cases::Because because;
};

// Rising by day. What a later event took back (a letter that was cancelled before it left) is not told. What comes is told
// of the next year, as `c` stands on `desk.today`. Errors store.*, interest.rate_missing, law.*.
Result<std::vector<StoryEntry>> story(const Desk& desk, const cases::Case& c);

}  // namespace frist::office
