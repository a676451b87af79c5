#include "base/pch.h"
#include "office/ahead.h"
#include "office/automation.h"
#include "office/night.h"
#include "rules/decide.h"

#include <set>

namespace frist::office {
namespace {

constexpr int batch_size = 2000;   // cases in one commit
// Somebody else's answers that may come before ours, one after another. Each of them is progress; more are a fault.
constexpr int most_conflicts = 1000;

// What follows from the day, one answer after another. At most one letter is ordered: after an order the clock is silent until it has left.
Result<std::vector<Answered>> answers_of(const Desk& desk, const CaseRow& row, const std::string& cause) {
    std::vector<Answered> answers;
    for (int turn = 0; turn < 8; ++turn) {
        const CaseRow& now = answers.empty() ? row : answers.back().change.row;
        FRIST_TRY(cases::Events events, rules::decide_clock(now.state, desk.today, desk.country));
        if (events.empty()) break;
        FRIST_TRY(Answered answered, reckon(desk, now, std::move(events), cause));
        answers.push_back(std::move(answered));
    }
    if (answers.empty()) return Error{"night.silent", "", "its day has come, but nothing follows from it", "Run frist verify."};
    return answers;
}

Outcome keep_answers(const Desk& desk, Result<std::vector<Answered>> answers, NightReport& report) {
    FRIST_TRY_DONE(answers);
    for (Answered& answered : *answers) {
        FRIST_TRY_DONE(keep(desk, answered));
        for (const cases::Event& event : answered.events) ++report.steps[std::string(cases::type_of(event))];
    }
    ++report.cases;
    return done;
}

}  // namespace

bool night_is_due(Moment now, int minute_of_night, const std::optional<Date>& last) { return now.minute >= minute_of_night && (!last || *last < now.day); }

Result<NightReport> night(const Desk& desk) {
    NightReport report;
    const std::string cause = "night:" + text(desk.today);
    std::set<Id> troubled;
    int conflicts = 0;
    while (true) {
        // Cases that could not be answered stay due; they are read again behind the others and end the loop.
        FRIST_TRY(std::vector<CaseRow> batch, desk.store.due_cases(desk.creditor, desk.today, batch_size + static_cast<int>(troubled.size())));
        std::erase_if(batch, [&](const CaseRow& row) { return troubled.contains(row.state.id); });
        FRIST_TRY_DONE(tell_progress(desk, report.cases, report.cases + static_cast<std::int64_t>(batch.size())));
        if (batch.empty()) return report;
        NightReport kept = report;
        const Outcome outcome = desk.store.change([&]() -> Outcome {
            // Decided on all cores, while this one keeps what was decided.
            const auto decide = [&](std::size_t at) { return answers_of(desk, batch[at], cause); };
            Ahead<Result<std::vector<Answered>>, decltype(decide)> answers(batch.size(), decide, helpers_at_hand());
            for (const CaseRow& row : batch) {
                const Outcome visited = keep_answers(desk, answers.take(), kept);
                if (visited.ok()) continue;
                Error error = visited.error();
                if (error.code == "store.conflict") return error;
                error.field = "case " + std::to_string(row.state.id) + (error.field.empty() ? "" : " " + error.field);
                troubled.insert(row.state.id);
                kept.trouble.push_back(error);
                return error;   // undoes the batch, so that a case is never half answered
            }
            return done;
        });
        if (outcome.ok()) {
            report = std::move(kept);
            conflicts = 0;
        } else if (outcome.error().code == "store.conflict" && ++conflicts < most_conflicts) {
            // Another night, or a person, was faster: what is left is read again.
        } else if (outcome.error().code.starts_with("store.")) {
            return outcome.error();
        } else {
            report.trouble = kept.trouble;
        }
    }
}

Result<NightReport> whole_night(const Desk& desk, const CreditorRecord& creditor, const MakeKid& make_kid) {
    FRIST_TRY(const auto rows, start_by_itself(desk, creditor, make_kid));
    FRIST_TRY(NightReport report, night(desk));
    for (const StartRow& row : rows) report.started += row.case_id != 0 && !row.reason;
    return report;
}

}  // namespace frist::office
