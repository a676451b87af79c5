#include "office/foresee.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

bool same(const rules::CostRow& a, const rules::CostRow& b) { return a.on == b.on && a.kind == b.kind && a.amount == b.amount && a.rule == b.rule; }

// The rows of `after` that `before` does not have.
std::vector<rules::CostRow> added(const std::vector<rules::CostRow>& before, const std::vector<rules::CostRow>& after) {
    std::vector<rules::CostRow> rows = after;
    for (const rules::CostRow& known : before) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const rules::CostRow& row) { return same(row, known); });
        if (found != rows.end()) rows.erase(found);
    }
    return rows;
}

void add_once(cases::Because& all, const cases::Because& more) {
    for (const law::Reason& reason : more)
        if (std::find(all.begin(), all.end(), reason) == all.end()) all.push_back(reason);
}

}  // namespace

Result<Foreseen> foresee(const Desk& desk, const cases::Case& c, const cases::Command& command) {
    Foreseen seen;
    FRIST_TRY(seen.before, rules::balance_on(c, desk.today, desk.country));
    const Result<cases::Events> events = rules::decide(c, command, desk.today, desk.country);
    if (!events.ok()) {
        seen.refused = events.error();
        return seen;
    }
    seen.then = c;
    for (const cases::Event& event : *events) {
        cases::evolve(seen.then, event);
        if (const cases::Because* const because = cases::because_of(event)) add_once(seen.because, *because);
    }
    FRIST_TRY(seen.after, rules::balance_on(seen.then, desk.today, desk.country));
    FRIST_TRY(seen.next, rules::ahead(seen.then, desk.country));
    seen.costs = added(seen.before.cost_rows, seen.after.cost_rows);
    return seen;
}

}  // namespace frist::office
