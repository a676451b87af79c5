// The weeks ahead, and what came of those that were told before.
#include "base/pch.h"
#include "reports/rule.h"
#include "reports/workload.h"

namespace frist::reports {
namespace {

constexpr std::size_t weeks_scored = 4;   // of a forecast, before the next month's is made

// What one day's forecast said, and the cases that it spoke of.
struct Said {
    std::vector<Week> cash;       // none: too little has happened to say anything
    std::vector<WorkWeek> work;
    std::unordered_set<Id> cases;
    std::vector<Date> first;      // of each week
    std::vector<std::int64_t> came;
    std::vector<WorkDone> done_in;
};

Result<office::CreditorRecord> creditor_of(const Room& room) {
    FRIST_TRY(const std::vector<office::CreditorRow> rows, room.desk.store.creditors());
    for (const office::CreditorRow& row : rows)
        if (row.id == room.desk.creditor) return office::creditor_record(row.record);
    return office::CreditorRecord{};
}

Result<Said> said_on(const Room& room, const office::CreditorRecord& creditor, Date day, int weeks) {
    FRIST_TRY(const KnownCases cases, KnownCases::on(room, day));
    const office::Desk then{room.desk.store, room.desk.country, room.desk.creditor, day};
    Said said;
    History history(day);
    Workload workload(then, creditor, weeks);
    FRIST_TRY_DONE(cases.each(1, [&](const Known& known) -> Result<bool> {
        history.see(known);
        FRIST_TRY_DONE(workload.see(known));
        if (History::open_on(known, day)) said.cases.insert(known.c.id);
        return true;
    }));
    FRIST_TRY(const std::int64_t waiting, room.source.waiting_lines(room.desk.creditor, day));
    said.cash = history.weeks();
    said.cash.resize(std::min(said.cash.size(), static_cast<std::size_t>(weeks)));
    said.work = workload.weeks(history, waiting);
    for (int week = 0; week < weeks; ++week) said.first.push_back(day + Days{7 * week + 1});
    return said;
}

Row row_of(Date first, std::vector<std::int64_t> figures) { return {{{first.days_since_1970(), text(first)}}, std::move(figures)}; }

std::int64_t came_within(const cases::Case& c, Date first) {
    std::int64_t sum = 0;
    for (const cases::Payment& payment : c.payments)
        if (payment.on >= first && payment.on < first + Days{7}) sum += payment.kept().minor();
    return sum;
}

bool asks_nothing(const WorkWeek& week) { return week.letters == 0 && week.tasks == 0 && week.lapsing == 0; }

}  // namespace

Outcome forecast_of(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see) {
    FRIST_TRY(const office::CreditorRecord creditor, creditor_of(room));
    FRIST_TRY(const Said said, said_on(room, creditor, *ask.to, weeks_ahead));
    if (said.cash.empty() && std::all_of(said.work.begin(), said.work.end(), asks_nothing)) return done;
    for (std::size_t i = 0; i < said.first.size(); ++i) {
        const Week cash = said.cash.empty() ? Week{said.first[i], untold, untold, untold} : said.cash[i];
        const WorkWeek& work = said.work[i];
        FRIST_TRY_DONE(see(row_of(said.first[i], {cash.expected, cash.low, cash.high, work.letters, work.postage, work.tasks, work.lapsing, work.lapsing_sum})));
    }
    return done;
}

// A forecast as of the day before each month, held against what came of the cases that were open then.
Outcome score_of(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see) {
    FRIST_TRY(const office::CreditorRecord creditor, creditor_of(room));
    std::vector<Said> all;
    const Date last = *ask.to;
    const Date earliest = ask.from.value_or(add_months(last, -6));
    for (Date month = Date::of(earliest.year(), earliest.month(), 1); month.next() <= last; month = add_months(month, 1)) {
        if (month < earliest) continue;
        FRIST_TRY(Said said, said_on(room, creditor, month.previous(), weeks_scored));
        std::erase_if(said.first, [&](Date first) { return first + Days{6} > last; });
        if (said.cash.empty() || said.first.empty()) continue;
        said.came.assign(said.first.size(), 0);
        said.done_in.assign(said.first.size(), {});
        all.push_back(std::move(said));
    }
    FRIST_TRY(const KnownCases cases, KnownCases::on(room, ask.as_of));
    FRIST_TRY_DONE(cases.each(1, [&](const Known& known) -> Result<bool> {
        for (Said& said : all) {
            if (!said.cases.contains(known.c.id)) continue;
            for (std::size_t i = 0; i < said.first.size(); ++i) said.came[i] += came_within(known.c, said.first[i]);
            FRIST_TRY_DONE(add_done(room.desk, creditor, known, said.first, said.done_in));
        }
        return true;
    }));
    for (const Said& said : all)
        for (std::size_t i = 0; i < said.first.size(); ++i) {
            const Week& week = said.cash[i];
            const WorkWeek& work = said.work[i];
            const WorkDone& fact = said.done_in[i];
            const bool held = said.came[i] >= week.low && said.came[i] <= week.high;
            FRIST_TRY_DONE(see(row_of(week.first, {week.expected, week.low, week.high, said.came[i], 1, held ? 1 : 0, 0, work.letters, fact.letters, work.postage, fact.postage, work.lapsing_sum, fact.lapsed_sum})));
        }
    return done;
}

}  // namespace frist::reports
