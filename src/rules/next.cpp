#include "rules/next.h"

#include "base/pch.h"

namespace frist::rules {
namespace {

using cases::StepKind;
using Answer = std::optional<Upcoming>;

Money open_principal(const cases::Case& c, std::size_t claim) {
    Money open = c.claims[claim].net();
    for (const cases::Payment& payment : c.payments)
        for (const cases::ClaimCover& part : payment.cover.claims)
            if (part.claim == static_cast<int>(claim)) open -= part.principal;
    return open;
}

// Claims that are still open lapse the day after the last day on which limitation can be interrupted. A case
// that a court or an estate has is not ours to close.
Result<Answer> lapse(const cases::Case& c, const Country& country) {
    if (c.legal || c.bankrupt) return Answer{};
    std::optional<Ruling<Date>> first;
    std::optional<Ruling<Date>> last;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        if (!open_principal(c, i).positive()) continue;
        FRIST_TRY(Ruling<Date> until, country.limitation(c, c.claims[i]));
        if (!first || *until.granted < *first->granted) first = until;
        if (!last || *until.granted > *last->granted) last = until;
    }
    if (!last) return Answer{};
    // One of several lapses first: what is left of the case is for a person to say.
    if (*first->granted < *last->granted && !c.awaiting_choice)
        return Answer{Upcoming{first->granted->next(), Due::choice, {}, -1, {}, {first->reason}}};
    return Answer{Upcoming{last->granted->next(), Due::lapse, {}, -1, {}, {last->reason}}};
}

Result<Answer> broken_instalment(const cases::Case& c, const Country& country) {
    if (!c.plan_runs()) return Answer{};
    const Money paid = c.plan_paid();
    Money wanted = c.zero();
    for (const cases::Instalment& instalment : c.plan->instalments) {
        wanted += instalment.amount;
        if (wanted <= paid) continue;
        const Date last = country.calendar().after_banking_days(instalment.due, c.course.grace_banking_days);
        return Answer{Upcoming{last.next(), Due::plan_broken, {}, -1, instalment.due, {country.why("plan_broken")}}};
    }
    return Answer{};
}

// The letter whose deadline ends last, which is not always the one sent last: cases that joined have letters of
// their own. A rest note has its own wait, and for a closing letter nothing waits.
const cases::Sent* last_letter(const cases::Case& c) {
    const cases::Sent* last = nullptr;
    for (const cases::Sent& sent : c.letters) {
        if (sent.voided || cases::beside_course(sent.kind)) continue;
        if (last == nullptr || sent.deadline.value_or(sent.sent) >= last->deadline.value_or(last->sent)) last = &sent;
    }
    return last;
}

void raise(Ruling<Date>& ruling, Date day, Reason reason) {
    if (day > *ruling.granted) ruling = {day, std::move(reason)};
}

// The day after the last letter's deadline and the grace for money on its way.
void wait_for_last_letter(const cases::Case& c, const Country& country, Ruling<Date>& ruling) {
    const cases::Sent* before = last_letter(c);
    if (before == nullptr) return;
    if (!before->deadline) {
        raise(ruling, before->sent.next(), {"course", "the day after the letter sent " + text(before->sent)});
        return;
    }
    const int grace = c.course.grace_banking_days;
    const Date last = country.calendar().after_banking_days(*before->deadline, grace);
    raise(ruling, last.next(),
          {"course", grace == 0 ? "the day after the deadline " + text(*before->deadline) + ", whose last day belongs to the debtor"
                                : fmt::format("{} banking days after the deadline {} for money on its way", grace, text(*before->deadline))});
}

void wait_for_course(const cases::Case& c, const Country& country, Ruling<Date>& ruling) {
    if (c.rest_note_deadline) {
        const int grace = c.course.grace_banking_days;
        const Date last = country.calendar().after_banking_days(*c.rest_note_deadline, grace);
        raise(ruling, last.next(),
              {"course", grace == 0 ? "the day after the deadline of the rest note " + text(*c.rest_note_deadline)
                                    : fmt::format("{} banking days after the deadline {} for money on its way", grace, text(*c.rest_note_deadline))});
    }
    if (c.not_before) raise(ruling, *c.not_before, {"course", "not on the day a stop was lifted"});
    raise(ruling, c.opened, {"course", "the case was opened " + text(c.opened)});
}

Result<Answer> choice_after_last(const cases::Case& c, const Country& country, const Reason& reason) {
    Ruling<Date> day{c.opened, {}};
    for (const cases::Claim& claim : c.claims) raise(day, claim.late_from.next(), {});
    wait_for_last_letter(c, country, day);
    wait_for_course(c, country, day);
    return Answer{Upcoming{*day.granted, Due::choice, {}, -1, {}, {reason}}};
}

// What the creditor leaves to a person: the letters of the course, or its legal step.
std::optional<Reason> left_to_person(const cases::Case& c, StepKind kind) {
    if (is_legal(kind) && c.levels.legal != cases::Level::by_itself) return Reason{"automation", fmt::format("the {} stands open; a person chooses it", name_of(kind))};
    if (!is_legal(kind) && c.levels.send == cases::Level::off) return Reason{"automation", fmt::format("the {} stands open; letters are ordered by a person", name_of(kind))};
    return std::nullopt;
}

Result<Answer> next_step(const cases::Case& c, const Country& country) {
    if (c.next_step >= static_cast<int>(c.course.steps.size())) return choice_after_last(c, country, country.why("choice"));
    const cases::Step& step = c.course.steps[static_cast<std::size_t>(c.next_step)];
    FRIST_TRY(Ruling<Date> day, step_day(c, step, country));
    if (!day) return choice_after_last(c, country, day.reason);
    if (const auto forbidden = country.forbidden(c, step.kind, *day.granted)) return choice_after_last(c, country, *forbidden);
    Upcoming next{*day.granted, Due::step, step, c.next_step, {}, {day.reason}};
    if (is_legal(step.kind)) {
        FRIST_TRY(const std::optional<Reason> expired, country.demand_expired(c, next.on));
        if (expired) {
            if (const auto forbidden = country.forbidden(c, StepKind::demand, next.on)) return choice_after_last(c, country, *forbidden);
            next.step = step_like(c.course, StepKind::demand);
            next.index = -1;
            next.because = {*expired};
        }
    }
    if (auto reason = left_to_person(c, next.step.kind)) {
        next.what = Due::choice;
        next.because.push_back(std::move(*reason));
    }
    return Answer{next};
}

void earliest(Answer& best, Answer other) {
    if (other && (!best || other->on < best->on || (other->on == best->on && other->what < best->what))) best = std::move(other);
}

}  // namespace

cases::Step step_like(const cases::Course& course, StepKind kind) {
    for (auto step = course.steps.rbegin(); step != course.steps.rend(); ++step)
        if (step->kind == kind) return *step;
    cases::Step step;
    step.kind = kind;
    return step;
}

Result<Ruling<Date>> step_day(const cases::Case& c, const cases::Step& step, const Country& country) {
    FRIST_TRY(Ruling<Date> day, country.first_day(c, step));
    if (!day) return day;
    wait_for_last_letter(c, country, day);
    if (step.wait_days > 0) {
        day.granted = *day.granted + Days{step.wait_days};
        day.reason.says += fmt::format("; {} days more by the course", step.wait_days);
    }
    wait_for_course(c, country, day);
    return day;
}

Result<Answer> upcoming(const cases::Case& c, const Country& country) {
    if (c.closing) return Answer{};
    FRIST_TRY(Answer best, lapse(c, country));
    FRIST_TRY(Answer broken, broken_instalment(c, country));
    earliest(best, std::move(broken));
    if (c.pause) {
        if (c.pause->until) earliest(best, Upcoming{*c.pause->until, Due::release, {}, -1, {}, {country.why("resumed")}});
        return best;
    }
    if (c.held() || c.ordered || c.legal || c.awaiting_choice) return best;
    FRIST_TRY(Answer step, next_step(c, country));
    earliest(best, std::move(step));
    return best;
}

Result<Answer> ahead(const cases::Case& c, const Country& country) {
    if (c.closing || c.legal) return Answer{};
    FRIST_TRY(Answer next, upcoming(c, country));
    return ahead(c, std::move(next), country);
}

Result<Answer> ahead(const cases::Case& c, Answer next, const Country& country) {
    if (c.closing || c.legal) return Answer{};
    if (c.pause || c.held()) return next && next->what != Due::lapse && next->what != Due::choice ? next : Answer{};
    const bool chooses = c.awaiting_choice || (next && next->what == Due::choice);
    if (!chooses) return next && next->what == Due::lapse ? Answer{} : next;
    if (c.next_step < static_cast<int>(c.course.steps.size())) {
        const cases::Step& step = c.course.steps[static_cast<std::size_t>(c.next_step)];
        FRIST_TRY(const Ruling<Date> day, step_day(c, step, country));
        if (day && !country.forbidden(c, step.kind, *day.granted)) return Answer{Upcoming{*day.granted, Due::step, step, c.next_step, {}, {day.reason}}};
    }
    const cases::Sent* demand = c.last_sent(StepKind::demand);
    if (demand == nullptr) return c.awaiting_choice ? Answer{} : next;
    cases::Step legal;
    legal.kind = c.enforcement_noticed() && c.kind != cases::DebtorKind::public_body ? StepKind::attachment : StepKind::conciliation;
    FRIST_TRY(const Ruling<Date> day, step_day(c, legal, country));
    if (!day) return Answer{};
    return Answer{Upcoming{*day.granted, Due::step, legal, -1, {}, {day.reason}}};
}

}  // namespace frist::rules
