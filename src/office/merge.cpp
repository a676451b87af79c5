#include "office/merge.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "office/same_firm.h"
#include "rules/opening.h"

namespace frist::office {
namespace {

std::string place(Id id) { return "case " + std::to_string(id); }

// The ledger rows go with their claims.
Outcome move_items(const Desk& desk, Id from, Id to, const std::vector<cases::Claim>& claims) {
    FRIST_TRY(const std::vector<ItemRow> items, desk.store.items_of_case(desk.creditor, from));
    for (ItemRow item : items) {
        if (std::none_of(claims.begin(), claims.end(), [&](const cases::Claim& claim) { return claim.number == item.number; })) continue;
        item.case_id = to;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_item(desk.creditor, item));
    }
    return done;
}

// What was ordered since has not left: it is taken back with the join.
bool harmless(const cases::Event& event) {
    return std::holds_alternative<cases::LetterOrdered>(event) || std::holds_alternative<cases::LetterApproved>(event) || std::holds_alternative<cases::LetterCancelled>(event);
}

// A case as it was before the last event that `is_join` holds of, which nothing may have followed.
template <class IsJoin>
Result<cases::Case> before_the_join(const Desk& desk, Id id, const IsJoin& is_join) {
    FRIST_TRY(const std::vector<StoredEvent> stored, desk.store.events(desk.creditor, id));
    cases::Events events;
    std::size_t join = stored.size();
    for (const StoredEvent& s : stored) {
        FRIST_TRY(cases::Event event, event_of(s));
        if (is_join(event)) join = events.size();
        events.push_back(std::move(event));
    }
    if (join == stored.size()) return Error{"merge.none", place(id), "the two cases were not joined", "See frist case for what belongs to it."};
    for (std::size_t i = join + 1; i < events.size(); ++i)
        if (!harmless(events[i]))
            return Error{"merge.followed", place(id), fmt::format("{} on {} followed the join", cases::type_of(events[i]), text(cases::day_of(events[i]))), "A join is taken back only while nothing has happened since."};
    cases::Case c;
    for (std::size_t i = 0; i < join; ++i) cases::evolve(c, events[i]);
    return c;
}

}  // namespace

Result<CaseRow> merge(const Desk& desk, Id into_id, Id from_id) {
    FRIST_TRY(CaseRow into, case_row(desk, into_id));
    FRIST_TRY(CaseRow from, case_row(desk, from_id));
    cases::Case other = from.state;
    FRIST_TRY(const bool one, one_debtor(desk, into.state, other));
    if (one) other.debtor = into.state.debtor;
    FRIST_TRY(const rules::Joined joined, rules::join(into.state, other, desk.today, desk.country));
    const std::string cause = fmt::format("merge:{}/{}", into_id, from_id);
    const std::vector<cases::Claim> claims = from.state.claims;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY_DONE(keep(desk, into, joined.into, cause));
        FRIST_TRY_DONE(keep(desk, from, joined.from, cause));
        return move_items(desk, from_id, into_id, claims);
    });
    if (!kept.ok()) return kept.error();
    return into;
}

Result<CaseRow> unmerge(const Desk& desk, Id into_id, Id from_id) {
    FRIST_TRY(CaseRow into, case_row(desk, into_id));
    FRIST_TRY(CaseRow from, case_row(desk, from_id));
    const auto joined = [&](const cases::Event& event) {
        const auto* arrival = std::get_if<cases::ClaimsJoined>(&event);
        return arrival != nullptr && arrival->from_case == from_id;
    };
    const auto left = [&](const cases::Event& event) {
        const auto* closed = std::get_if<cases::CaseClosed>(&event);
        return closed != nullptr && closed->into == into_id;
    };
    FRIST_TRY(cases::Case stays, before_the_join(desk, into_id, joined));
    FRIST_TRY(cases::Case goes, before_the_join(desk, from_id, left));
    const cases::Because why{desk.country.why("unmerged")};
    const std::string cause = fmt::format("unmerge:{}/{}", into_id, from_id);
    const std::vector<cases::Claim> claims = goes.claims;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY_DONE(keep(desk, into, {cases::JoinUndone{desk.today, from_id, std::move(stays), why}}, cause));
        FRIST_TRY_DONE(keep(desk, from, {cases::JoinUndone{desk.today, into_id, std::move(goes), why}}, cause));
        return move_items(desk, into_id, from_id, claims);
    });
    if (!kept.ok()) return kept.error();
    return into;
}

}  // namespace frist::office
