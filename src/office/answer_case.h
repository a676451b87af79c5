// A case is answered: events, books, row, letters and the link of the chain are kept together.
#pragma once
#include "cases/command.h"
#include "office/ports.h"
#include "office/progress.h"
#include "rules/country.h"

namespace frist::office {

// Whose work is done, by which law, on which day.
struct Desk {
    Store& store;
    const rules::Country& country;
    Id creditor = 0;
    Date today;
    std::optional<Moment> moment = std::nullopt;   // of `today`, when more than the day is known
    Progress* progress = nullptr;                  // who listens; nobody
    [[nodiscard]] Moment now() const { return moment.value_or(Moment{today}); }
};

// Tells whoever listens. Error job.cancelled: somebody asked the work to stop.
Outcome tell_progress(const Desk& desk, std::int64_t count, std::int64_t total);

// What events change, reckoned without the store: on any core, for many cases at once.
struct Answered {
    cases::Events events;
    Change change;                // its events are these once it is kept
    struct Order {
        std::optional<int> before;
        std::optional<int> after;
    };
    std::vector<Order> orders;    // the letter that was ordered before and after each event
};
// `events` were decided on `row`. Errors law.*.
Result<Answered> reckon(const Desk& desk, const CaseRow& row, cases::Events events, const std::string& cause);
// To be called inside Store::change. Errors store.*.
Outcome keep(const Desk& desk, Answered& answered);

// Both, and the row is brought up to date. To be called inside Store::change. Errors store.*, law.*.
Outcome keep(const Desk& desk, CaseRow& row, const cases::Events& events, const std::string& cause);

// One command for one case, in a transaction of its own. Errors case.unknown and those of rules::decide.
Result<CaseRow> answer(const Desk& desk, Id case_id, const cases::Command& command, const std::string& cause);

// The row of a case. Error case.unknown.
Result<CaseRow> case_row(const Desk& desk, Id case_id);

// The case as it was at the end of `day`, by what took effect until then.
Result<cases::Case> case_on(const Desk& desk, Id case_id, Date day);

}  // namespace frist::office
