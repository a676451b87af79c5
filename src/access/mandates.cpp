#include "access/mandates.h"

#include "access/opening.h"
#include "access/people.h"
#include "access/secrets.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::size_t groups = 4;
constexpr std::size_t letters_of_group = 6;  // 24 letters: 118 bits

Error no_mandate(Id mandate) {
    return {"mandate.unknown", fmt::format("mandate {}", mandate), "there is no such mandate",
            "Look at the list of mandates."};
}

// The words of every attempt that fails: which of them it was is nobody's affair who has no code.
Error wrong_code() {
    return {"mandate.code", "code", "organisation number and code do not belong together, or the code was used or has ended",
            "Compare both with what the creditor gave you, or ask there for a new code."};
}

Outcome fit_role(Role role) {
    if (role == Role::administrator || role == Role::handler || role == Role::reader) return done;
    return Error{"mandate.role", "role", "is no role for another office", "Choose administrator, handler or reader."};
}

// Of the creditor's own office: who works for it by a mandate lets nobody in.
Outcome may_lend(const Who& who, Id creditor) {
    FRIST_TRY_DONE(may(who, Right::manage_creditor, creditor));
    FRIST_TRY_DONE(only_a_person(who));
    if (covers(own(who), creditor)) return done;
    return Error{"access.denied", "creditor", "you work for this creditor by a mandate yourself",
                 "Ask somebody of the creditor's own office."};
}

std::string in_groups(std::string_view letters) {
    std::string shown;
    for (std::size_t i = 0; i < groups; ++i) {
        if (i > 0) shown += '-';
        shown += letters.substr(i * letters_of_group, letters_of_group);
    }
    return shown;
}

std::string place(const MandateRow& row) {
    return row.person == 0 ? fmt::format("mandate {}", row.id) : fmt::format("mandate {} person {}", row.id, row.person);
}

Outcome told(const Porter& porter, const Who& who, const std::string& what, const MandateRow& row, Instant now) {
    return write_act(porter, who, {what, row.creditor, place(row)}, now);
}

// One of the creditor's that is in force, or whose code waits.
Result<MandateRow> row_of_creditor(const Porter& porter, Id creditor, Id mandate) {
    FRIST_TRY(std::optional<MandateRow> row, porter.store.mandate(mandate));
    if (row && row->creditor == creditor && !row->ended) return std::move(*row);
    return no_mandate(mandate);
}

Result<std::string> name_of_person(const Porter& porter, Id id) {
    FRIST_TRY(const std::optional<PersonRow> row, porter.store.person(id));
    return row ? row->name : std::string{};
}

Result<MandateSeen> seen_of(const Porter& porter, MandateRow row) {
    MandateSeen seen;
    FRIST_TRY(seen.made_by, name_of_person(porter, row.by));
    if (row.taken) {
        FRIST_TRY(seen.taken_by, name_of_person(porter, row.person));
    }
    FRIST_TRY(const std::vector<Id> members, porter.store.mandate_members(row.id));
    for (const Id member : members) {
        FRIST_TRY(std::string name, name_of_person(porter, member));
        seen.people.push_back(std::move(name));
    }
    row.hash.clear();
    seen.row = std::move(row);
    return seen;
}

// A code is worth what its maker may give on the day it is used.
Result<bool> maker_may_still(const Porter& porter, const MandateRow& row) {
    FRIST_TRY(const std::optional<PersonRow> maker, porter.store.person(row.by));
    if (!maker || maker->removed) return false;
    FRIST_TRY(const Who who, who_of(porter, *maker));
    return may_lend(who, row.creditor).ok();
}

Result<bool> works_by(const Porter& porter, Id mandate, Id person) {
    FRIST_TRY(const std::vector<Id> members, porter.store.mandate_members(mandate));
    return std::find(members.begin(), members.end(), person) != members.end();
}

// What fits the attempt and may be taken, or was taken by the same person. Nothing: it is refused.
Result<std::optional<MandateRow>> what_fits(const Porter& porter, const Who& who, const MandateAttempt& attempt,
                                            Instant now) {
    constexpr std::size_t longest = 100;
    FRIST_TRY(std::optional<MandateRow> row,
              porter.store.mandate_of_code(sha256(tidied(attempt.code.substr(0, longest)))));
    const std::optional<MandateRow> nothing;
    if (!row || row->creditor != attempt.creditor || row->ended) return nothing;
    if (row->taken) {
        FRIST_TRY(const bool again, works_by(porter, row->id, who.person));
        return again && row->person == who.person ? row : nothing;
    }
    FRIST_TRY(const bool may_still, maker_may_still(porter, *row));
    return may_still && row->ends > now ? row : nothing;
}

// Inside change(). Nothing: it is refused, and that is written.
Result<std::optional<Id>> take(const Porter& porter, const Who& who, const MandateAttempt& attempt, Instant now) {
    FRIST_TRY(std::optional<MandateRow> row, what_fits(porter, who, attempt, now));
    if (!row) {
        FRIST_TRY_DONE(write_act(porter, who, {"mandate-refused", std::nullopt, {}}, now));
        return std::optional<Id>{};
    }
    if (!row->taken) {
        if (covers(who.reach, row->creditor))
            return Error{"mandate.seen", "org_number", "you work for this creditor already",
                         "Let the giver change your role, or end the mandate you have first."};
        FRIST_TRY([[maybe_unused]] const bool fresh, porter.store.take_mandate(row->id, who.person, now));
        FRIST_TRY_DONE(porter.store.join_mandate(row->id, who.person));
        row->person = who.person;
        FRIST_TRY_DONE(told(porter, who, "mandate-take", *row, now));
    }
    return std::optional<Id>(row->id);
}

}  // namespace

Result<NewMandate> offer_mandate(const Porter& porter, const Who& who, Id creditor, Role role, Instant now) {
    FRIST_TRY_DONE(may_lend(who, creditor));
    FRIST_TRY_DONE(fit_role(role));
    const std::string letters = chance_text(porter.random, readable, groups * letters_of_group);
    MandateRow row;
    row.creditor = creditor;
    row.role = role;
    row.hash = sha256(letters);
    row.by = who.person;
    row.made = now;
    row.ends = now + mandate_code_life;
    return kept(porter.store, [&]() -> Result<NewMandate> {
        FRIST_TRY(row.id, porter.store.add_mandate(row));
        FRIST_TRY_DONE(told(porter, who, "mandate-offer", row, now));
        return NewMandate{row.id, in_groups(letters), row.ends};
    });
}

Result<std::vector<MandateSeen>> mandates(const Porter& porter, const Who& who, Id creditor, Instant now) {
    FRIST_TRY_DONE(may(who, Right::manage_creditor, creditor));
    FRIST_TRY(std::vector<MandateRow> rows, porter.store.mandates_of_creditor(creditor));
    std::vector<MandateSeen> seen;
    for (MandateRow& row : rows) {
        if (!row.taken && row.ends <= now) continue;
        FRIST_TRY(MandateSeen one, seen_of(porter, std::move(row)));
        seen.push_back(std::move(one));
    }
    return seen;
}

Outcome change_mandate(const Porter& porter, const Who& who, const MandateRow& wish, Instant now) {
    FRIST_TRY_DONE(may_lend(who, wish.creditor));
    FRIST_TRY_DONE(fit_role(wish.role));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const MandateRow row, row_of_creditor(porter, wish.creditor, wish.id));
        if (row.role == wish.role) return done;
        FRIST_TRY_DONE(porter.store.set_mandate_role(row.id, wish.role));
        return told(porter, who, "mandate-role", row, now);
    });
}

Outcome end_mandate(const Porter& porter, const Who& who, Id creditor, Id mandate, Instant now) {
    FRIST_TRY_DONE(may_lend(who, creditor));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const MandateRow row, row_of_creditor(porter, creditor, mandate));
        FRIST_TRY_DONE(porter.store.end_mandate(row.id, now));
        return told(porter, who, row.taken ? "mandate-end" : "mandate-withdraw", row, now);
    });
}

Result<Id> take_mandate(const Porter& porter, const Who& who, const MandateAttempt& attempt, Instant now) {
    FRIST_TRY_DONE(may(who, Right::add_creditor, std::nullopt));
    FRIST_TRY_DONE(only_a_person(who));
    std::vector<Meter> meters{Meter::of_mandate(who.person)};
    if (!attempt.address.empty()) meters.push_back(Meter::of_address(attempt.address));
    FRIST_TRY_DONE(begin_attempt(porter.store, meters, now));
    // A refused attempt is kept in the log of acts, so this is no error of the transaction.
    using Taken = std::optional<Id>;
    FRIST_TRY(const Taken taken, kept(porter.store, [&]() -> Result<Taken> {
                  FRIST_TRY(const Taken mandate, take(porter, who, attempt, now));
                  if (!mandate) return mandate;
                  FRIST_TRY_DONE(forget_failures(porter.store, meters.front(), now));
                  if (meters.size() > 1) FRIST_TRY_DONE(take_back_attempt(porter.store, meters.back(), now));
                  return mandate;
              }));
    if (taken) return *taken;
    return wrong_code();
}

Result<std::vector<MandateRow>> my_mandates(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.mandates_of_person(who.person);
}

Outcome leave_mandate(const Porter& porter, const Who& who, Id mandate, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const bool works, works_by(porter, mandate, who.person));
        if (!works) return no_mandate(mandate);
        return take_out(porter, who, mandate, who.person, now);
    });
}

// Inside change(). Nobody left: it ends, and the creditor's office finds both in the log.
Outcome take_out(const Porter& porter, const Who& who, Id mandate, Id person, Instant now) {
    FRIST_TRY(const std::optional<MandateRow> row, porter.store.mandate(mandate));
    FRIST_CHECK(row.has_value());
    FRIST_TRY_DONE(porter.store.leave_mandate(mandate, person));
    FRIST_TRY_DONE(write_act(porter, who, {"mandate-leave", row->creditor, fmt::format("mandate {} person {}", mandate, person)}, now));
    FRIST_TRY(const std::vector<Id> left, porter.store.mandate_members(mandate));
    if (!left.empty()) return done;
    FRIST_TRY_DONE(porter.store.end_mandate(mandate, now));
    return told(porter, who, "mandate-end", *row, now);
}

}  // namespace frist::access
