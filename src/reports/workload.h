// What the weeks ahead ask of the office beside the money they bring: letters and their postage, what waits for a person, and
// claims that lapse when nobody does anything. Each open case is played along its course; what comes of it counts as far as cases
// like it are expected to be open still.
#pragma once
#include "office/people.h"
#include "reports/forecast.h"

namespace frist::reports {

struct WorkWeek {
    std::int64_t letters = 0;       // that leave; legal steps are no letters
    std::int64_t postage = 0;       // minor units, by the prices that the creditor has told
    std::int64_t tasks = 0;         // for a person; the first week has what waits already
    std::int64_t lapsing = 0;       // claims whose last day is in the week
    std::int64_t lapsing_sum = 0;   // their open principal
};

// As it was known at the end of `desk.today`.
class Workload {
public:
    Workload(const office::Desk& desk, const office::CreditorRecord& creditor, int weeks) : desk_(desk), creditor_(creditor), weeks_(weeks), asked_(static_cast<std::size_t>(weeks)), lapsing_(asked_.size()) {}

    // Errors store.*, law.*.
    Outcome see(const Known& known);
    // `waiting`: what else waits for a person today.
    [[nodiscard]] std::vector<WorkWeek> weeks(const History& history, std::int64_t waiting) const;

private:
    // Of the cases in one cell, were all of them open still.
    struct Asked {
        std::int64_t letters = 0;
        std::int64_t postage = 0;
        std::int64_t tasks = 0;
    };
    [[nodiscard]] std::size_t week_of(Date on) const;
    Outcome lapses(const Known& known);
    Outcome letters(const Known& known);

    const office::Desk& desk_;
    const office::CreditorRecord& creditor_;
    int weeks_;
    std::int64_t now_ = 0;
    std::vector<std::array<Asked, History::cells>> asked_;   // by week
    std::vector<WorkWeek> lapsing_;
};

// What is open of a claim's principal at the end of a day; nothing before it came into the case, and of a case that is closed.
std::int64_t open_of_claim(const Known& known, std::size_t claim, Date day);

// What did happen in a week, of one case. Errors store.*, law.*.
struct WorkDone {
    std::int64_t letters = 0;
    std::int64_t postage = 0;
    std::int64_t lapsed_sum = 0;
};
Outcome add_done(const office::Desk& desk, const office::CreditorRecord& creditor, const Known& known, std::span<const Date> weeks, std::span<WorkDone> done_in);

}  // namespace frist::reports
