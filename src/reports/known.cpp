#include "reports/known.h"

#include "base/pch.h"
#include "cases/evolve.h"

namespace frist::reports {

Result<KnownCases> KnownCases::on(const Room& room, Date as_of) {
    KnownCases all(room);
    const Id creditor = room.desk.creditor;
    FRIST_TRY(all.until_, room.source.known_until(creditor, as_of));
    FRIST_TRY(const std::vector<Id> changed, room.source.changed_since(creditor, all.until_));
    all.changed_.insert(changed.begin(), changed.end());
    FRIST_TRY(const std::vector<office::StoredEvent> joins, room.source.joins(creditor, all.until_));
    for (const office::StoredEvent& stored : joins) {
        FRIST_TRY(const cases::Event event, office::event_of(stored));
        const auto* arrival = std::get_if<cases::ClaimsJoined>(&event);
        // What comes from another case counts here since this one was opened: the other is not told any more.
        if (arrival == nullptr || arrival->from_case != 0) continue;
        for (const cases::Claim& claim : arrival->claims) all.joined_[stored.case_id][claim.number] = arrival->on;
    }
    return all;
}

Outcome KnownCases::each(Id first, const std::function<Result<bool>(const Known&)>& see) const {
    office::CaseFilter filter;
    filter.after = first - 1;
    std::int64_t count = 0;
    while (true) {
        FRIST_TRY(const std::vector<office::CaseRow> rows, room_->desk.store.cases(room_->desk.creditor, filter));
        for (const office::CaseRow& row : rows) {
            FRIST_TRY(const std::optional<Known> one, known(row));
            if (!one || one->c.merged_into) continue;
            FRIST_TRY(const bool go_on, see(*one));
            if (!go_on) return done;
        }
        count += static_cast<std::int64_t>(rows.size());
        FRIST_TRY_DONE(office::tell_progress(room_->desk, count, 0));
        if (static_cast<int>(rows.size()) < filter.limit) return done;
        filter.after = rows.back().columns.case_id;
    }
}

// The row is what all events add up to; a case to which something happened later is folded as far as it was known.
Result<std::optional<Known>> KnownCases::known(const office::CaseRow& row) const {
    const Id id = row.columns.case_id;
    Known one;
    if (changed_.contains(id)) {
        FRIST_TRY(const std::vector<office::StoredEvent> events, room_->desk.store.events(room_->desk.creditor, id));
        if (events.empty() || events.front().link > until_) return std::optional<Known>{};
        for (const office::StoredEvent& stored : events) {
            if (stored.link > until_) break;
            FRIST_TRY(const cases::Event event, office::event_of(stored));
            cases::evolve(one.c, event);
        }
    } else {
        one.c = row.state;
    }
    const auto later = joined_.find(id);
    one.joined.reserve(one.c.claims.size());
    for (const cases::Claim& claim : one.c.claims) {
        const Date* day = nullptr;
        if (later != joined_.end())
            if (const auto found = later->second.find(claim.number); found != later->second.end()) day = &found->second;
        one.joined.push_back(day != nullptr ? *day : one.c.opened);
    }
    return std::optional<Known>(std::move(one));
}

Result<std::optional<Error>> days_wrong(const Room& room) {
    std::map<Date, std::int64_t> first;
    FRIST_TRY_DONE(room.desk.store.each_event(room.desk.creditor, [&](const office::StoredEvent& event) -> Outcome {
        const auto [at, fresh] = first.try_emplace(event.stored, event.link);
        if (!fresh) at->second = std::min(at->second, event.link);
        return done;
    }));
    FRIST_TRY(const std::vector<DayBegun> told, room.source.days_begun(room.desk.creditor));
    const bool same = told.size() == first.size() && std::all_of(told.begin(), told.end(), [&](const DayBegun& one) {
        const auto found = first.find(one.day);
        return found != first.end() && found->second == one.link;
    });
    if (same) return std::optional<Error>{};
    return std::optional<Error>(Error{"verify.days", "days", "the first events of the days are not those that are stored", "Restore the latest backup that verifies, and report what happened in between."});
}

}  // namespace frist::reports
