// The cases of a creditor as they were known at the end of a day, one after the other.
#pragma once
#include "reports/report.h"

#include <map>
#include <unordered_set>

namespace frist::reports {

struct Known {
    cases::Case c;
    std::vector<Date> joined;   // of each claim: the day it came into the case
};

// Reads inside Source::look, so that all of it is of one moment.
class KnownCases {
public:
    // Errors store.*.
    static Result<KnownCases> on(const Room& room, Date as_of);

    // From case `first` on, by their numbers. A case that had gone into another by then is not among them: it counts where
    // it went. `see` answers false to be told no more. Errors store.*, those of `see`, and job.cancelled.
    Outcome each(Id first, const std::function<Result<bool>(const Known&)>& see) const;
    // One case, also one that had gone into another; nothing when it was not there yet. Errors store.*.
    Result<std::optional<Known>> known(const office::CaseRow& row) const;
    [[nodiscard]] std::int64_t until() const { return until_; }

private:
    explicit KnownCases(const Room& room) : room_(&room) {}

    const Room* room_;
    std::int64_t until_ = 0;
    std::unordered_set<Id> changed_;                                    // since then
    std::map<Id, std::map<std::string, Date, std::less<>>> joined_;     // by case and invoice; the others came with it
};

// Set when the days on which something was kept are not those of the events: a past day might then be told otherwise than it
// was told. Errors store.*.
Result<std::optional<Error>> days_wrong(const Room& room);

}  // namespace frist::reports
