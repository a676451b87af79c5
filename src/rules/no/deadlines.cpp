#include "rules/no/deadlines.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

using cases::StepKind;
using law::in_force;
using law::Ruling;

Ruling<Date> not_yet(std::string section, std::string says) { return {std::nullopt, {std::move(section), std::move(says)}}; }

// Every letter waits for each of the claims: the day after the due date, with a fee the statutory wait.
Result<Ruling<Date>> day_from_due_dates(const cases::Case& c, bool fee, const NorwegianLaw& law) {
    Ruling<Date> latest{Date::of(1900, 1, 1), {}};
    for (const cases::Claim& claim : c.claims) {
        int wait = 1;
        if (fee) {
            FRIST_TRY(wait, in_force(law.fee_wait, claim.late_from));
        }
        const Date day = claim.late_from + Days{wait};
        if (day <= *latest.granted) continue;
        latest.granted = day;
        latest.reason = fee ? law::Reason{"inkassoforskriften § 1-2", fmt::format("a fee at the earliest {} days after the due date {}", wait, text(claim.late_from))}
                            : law::Reason{"inkassoloven § 9", "the claim fell due " + text(claim.late_from) + " and is late from the day after"};
    }
    return latest;
}

// inkassoloven § 10: a demand only after the deadline of a notice that covers each claim. A notice that was sent
// before the claim was late is none (§ 9).
std::optional<Ruling<Date>> missing_notice(const cases::Case& c, int least) {
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const bool noticed = std::any_of(c.letters.begin(), c.letters.end(), [&](const cases::Sent& s) {
            return s.kind == StepKind::notice && !s.voided && s.covers(static_cast<int>(i)) && s.sent > c.claims[i].late_from && s.deadline && (*s.deadline - s.sent).count >= least;
        });
        if (!noticed) return not_yet("inkassoloven §§ 9 and 10", "invoice " + c.claims[i].number + " has had no collection notice");
    }
    return std::nullopt;
}

void raise(Ruling<Date>& ruling, Date day, law::Reason reason) {
    if (day > *ruling.granted) ruling = {day, std::move(reason)};
}

Result<Ruling<Date>> legal_day(const cases::Case& c, StepKind kind, Ruling<Date> ruling, const NorwegianLaw& law) {
    const cases::Sent* demand = c.last_sent(StepKind::demand);
    if (demand == nullptr || !demand->deadline) return not_yet("inkassoloven §§ 10 and 11", "no payment demand has been sent");
    raise(ruling, demand->deadline->next(), {"inkassoloven § 11", "the demand's deadline " + text(*demand->deadline) + " must have passed"});
    if (kind == StepKind::attachment) {
        const std::optional<Date> warned = c.enforcement_noticed();
        if (!warned) return not_yet("tvangsfullbyrdelsesloven § 4-18", "no enforcement notice has been sent");
        FRIST_TRY(const Date from, attachment_from(*warned, law));
        raise(ruling, from, {"tvangsfullbyrdelsesloven § 4-18", "two weeks after the enforcement notice sent " + text(*warned)});
        if (const cases::Filing* judged = c.judged()) {
            FRIST_TRY(const Date fulfilled, judgment_enforced_from(*judged, law));
            raise(ruling, fulfilled, {"tvisteloven § 19-7", fmt::format("two weeks to fulfil the {} of {}, counted from its service; later when it was served later", name_of(*judged->outcome), text(*judged->decided))});
        }
    }
    if (kind == StepKind::bankruptcy) {
        FRIST_TRY(const int wait, in_force(law.bankruptcy_wait, demand->sent));
        raise(ruling, demand->sent + Days{wait}, {"konkursloven § 63", "four weeks after the demand for payment sent " + text(demand->sent)});
    }
    return ruling;
}

}  // namespace

Result<Ruling<Date>> first_day(const cases::Case& c, const cases::Step& step, const NorwegianLaw& law) {
    // An agency's demand carries no creditor's fee, so nothing in it waits for one.
    const bool fee = step.fee && (c.mode != cases::Mode::agency || step.kind != StepKind::demand);
    FRIST_TRY(Ruling<Date> ruling, day_from_due_dates(c, fee, law));
    if (step.kind == StepKind::demand) {
        FRIST_TRY(const int least, in_force(law.notice_deadline, c.last_sent(StepKind::notice) ? c.last_sent(StepKind::notice)->sent : c.opened));
        if (auto missing = missing_notice(c, least)) return *missing;
        // Each notice that names a deadline is kept to, not only the last: one claim's may run longer than another's.
        for (const cases::Sent& notice : c.letters)
            if (notice.kind == StepKind::notice && !notice.voided && notice.deadline)
                raise(ruling, notice.deadline->next(), {"inkassoloven § 9", "the day after the notice's deadline " + text(*notice.deadline)});
    }
    if (cases::is_legal(step.kind)) return legal_day(c, step.kind, std::move(ruling), law);
    return ruling;
}

std::optional<law::Reason> forbidden_letter(const cases::Case& c, StepKind kind, Date day, const NorwegianLaw& law) {
    if (!law.act_2026_from || day < *law.act_2026_from || c.mode == cases::Mode::agency) return std::nullopt;
    if (kind != StepKind::notice && kind != StepKind::demand) return std::nullopt;
    return law::Reason{"inkassoloven 2026 §§ 20 and 21", fmt::format("from {} a {} is sent by an agency; a creditor has none of its own", text(*law.act_2026_from), name_of(kind))};
}

Result<Ruling<Days>> least_deadline(StepKind kind, Date sent, const NorwegianLaw& law) {
    switch (kind) {
        case StepKind::notice: {
            FRIST_TRY(const int days, in_force(law.notice_deadline, sent));
            return Ruling<Days>{Days{days}, {"inkassoloven § 9", fmt::format("at least {} days, counted from the day the notice is sent", days)}};
        }
        case StepKind::demand: {
            FRIST_TRY(const int days, in_force(law.demand_deadline, sent));
            return Ruling<Days>{Days{days}, {"inkassoloven § 10", fmt::format("at least {} days, counted from the day the demand is sent", days)}};
        }
        case StepKind::nudge:
        case StepKind::reminder:
        case StepKind::attachment:
        case StepKind::conciliation:
        case StepKind::bankruptcy:
        case StepKind::rest_note:
        case StepKind::closing: return Ruling<Days>{Days{0}, {"inkassoforskriften § 1-2", "no deadline is required"}};
    }
    bug("a step without its least deadline", __FILE__, __LINE__);
}

Result<Date> demand_valid_until(Date demand_sent, const NorwegianLaw& law) {
    FRIST_TRY(const int months, in_force(law.demand_validity_months, demand_sent));
    return add_months(demand_sent, months);
}

Result<std::optional<law::Reason>> demand_expired(const cases::Case& c, Date day, const NorwegianLaw& law) {
    using Answer = std::optional<law::Reason>;
    const cases::Sent* demand = c.last_sent(StepKind::demand);
    // What a court has said is owed stands in its judgment, and no letter has to carry it.
    if (demand == nullptr || c.judged()) return Answer{};
    FRIST_TRY(const Date until, demand_valid_until(demand->sent, law));
    if (day <= until) return Answer{};
    return Answer{law::Reason{"inkassoloven § 11", "the demand of " + text(demand->sent) + " carries costs into a legal step until " + text(until) + "; a new demand is needed"}};
}

Result<Date> attachment_from(Date enforcement_notice_sent, const NorwegianLaw& law) {
    FRIST_TRY(const int days, in_force(law.enforcement_notice, enforcement_notice_sent));
    return enforcement_notice_sent + Days{days + 1};
}

Result<Date> judgment_enforced_from(const cases::Filing& judged, const NorwegianLaw& law) {
    FRIST_TRY(const int days, in_force(law.judgment_fulfilment, *judged.decided));
    return *judged.decided + Days{days + 1};
}

Result<Date> judgment_first_notice_until(const cases::Filing& judged, const NorwegianLaw& law) {
    FRIST_TRY(const int months, in_force(law.judgment_first_notice_months, *judged.decided));
    return add_months(*judged.decided, months);
}

Result<BankruptcyDays> bankruptcy_days(Date demand_sent, Date served, const NorwegianLaw& law) {
    FRIST_TRY(const int wait, in_force(law.bankruptcy_wait, demand_sent));
    FRIST_TRY(const int deadline, in_force(law.bankruptcy_deadline, served));
    FRIST_TRY(const int window, in_force(law.bankruptcy_window, served));
    BankruptcyDays days;
    days.service_from = demand_sent + Days{wait};
    if (served < days.service_from)
        return Error{"bankruptcy.too_early", "served", "konkursloven § 63: the demand may be served from " + text(days.service_from), "Have it served on that day or later."};
    days.deadline = served + Days{deadline};
    days.petition_from = days.deadline.next();
    days.petition_until = days.deadline + Days{window};
    days.file_by = days.petition_until;
    while (!law.calendar.is_banking_day(days.file_by)) days.file_by = days.file_by.previous();
    return days;
}

Result<Ruling<Date>> limitation(Date due, std::optional<Date> acknowledged, const NorwegianLaw& law) {
    const Date from = acknowledged && *acknowledged > due ? *acknowledged : due;
    FRIST_TRY(const int years, in_force(law.limitation_years, from));
    const std::string since = from == due ? "the due date " + text(due) : "the acknowledgement of " + text(from);
    return Ruling<Date>{add_months(from, 12 * years), {from == due ? "foreldelsesloven §§ 2 and 3" : "foreldelsesloven § 14", fmt::format("{} years from {}", years, since)}};
}

Result<Ruling<Date>> limitation(const cases::Claim& claim, const cases::Case& c, const NorwegianLaw& law) {
    FRIST_TRY(Ruling<Date> best, limitation(claim.due, c.acknowledged, law));
    using cases::LegalOutcome;
    for (const cases::Filing& filing : c.filings) {
        // What was dismissed or withdrawn is held never to have interrupted anything (§ 22 gives a year at most).
        if (filing.outcome == LegalOutcome::dismissed || filing.outcome == LegalOutcome::withdrawn) continue;
        const bool ground = filing.outcome == LegalOutcome::judgment || filing.outcome == LegalOutcome::settlement || filing.outcome == LegalOutcome::attachment_taken;
        const Date from = ground ? *filing.decided : filing.on;
        FRIST_TRY(const int years, in_force(ground ? law.limitation_judgment_years : law.limitation_years, from));
        if (ground) raise(best, add_months(from, 12 * years), {"foreldelsesloven § 21", fmt::format("{} years from the {} of {}", years, name_of(*filing.outcome), text(from))});
        else raise(best, add_months(from, 12 * years), {"foreldelsesloven §§ 15 to 18", fmt::format("{} years from the {} filed {}", years, name_of(filing.kind), text(from))});
    }
    return best;
}

}  // namespace frist::rules::no
