#include "rules/no/after_decision.h"

#include "base/pch.h"
#include "rules/no/deadlines.h"

namespace frist::rules::no {
namespace {

using cases::LegalOutcome;
using FollowUp = Country::FollowUp;

// No section says when to ask again; ours is a quarter of a year, so that a debtor who owns nothing is not charged anew.
constexpr int look_again_days = 90;

// The day from which the first of the claims can no longer be enforced.
Result<std::optional<Date>> first_limitation(const cases::Case& c, const NorwegianLaw& law) {
    std::optional<Date> first;
    for (const cases::Claim& claim : c.claims) {
        FRIST_TRY(const Ruling<Date> until, limitation(claim, c, law));
        if (!first || *until.granted < *first) first = *until.granted;
    }
    return first;
}

Result<FollowUp> enforce(const cases::Case& c, const cases::Filing& judged, const NorwegianLaw& law) {
    cases::Step attachment;
    attachment.kind = cases::StepKind::attachment;
    FRIST_TRY(const Date fulfilled, judgment_enforced_from(judged, law));
    FRIST_TRY(const Date until, judgment_first_notice_until(judged, law));
    FRIST_TRY(const Ruling<Date> day, first_day(c, attachment, law));
    const std::string then = fmt::format("; after {} a new notice of enforcement is needed (tvangsfullbyrdelsesloven § 4-19)", text(until));
    if (day) return FollowUp{"enforce", std::max(*day.granted, fulfilled), until, {day.reason.rule, day.reason.says + then}};
    return FollowUp{"enforce", fulfilled, until, {"tvisteloven § 19-7", "two weeks to fulfil it, counted from its service; before the petition: " + day.reason.says + then}};
}

}  // namespace

Result<std::optional<FollowUp>> after_decision(const cases::Case& c, const NorwegianLaw& law) {
    using Answer = std::optional<FollowUp>;
    if (c.closing || c.filings.empty() || !c.filings.back().decided) return Answer{};
    const cases::Filing& last = c.filings.back();
    const Date decided = *last.decided;
    FRIST_TRY(const std::optional<Date> lapses, first_limitation(c, law));
    switch (*last.outcome) {
        case LegalOutcome::attachment_taken:
            return Answer{{"book_what_comes", decided + Days{look_again_days}, lapses, {"tvangsfullbyrdelsesloven § 7-20", fmt::format("what is seized is booked as it comes; if nothing has come {} days after the decision, ask the office", look_again_days)}}};
        case LegalOutcome::nothing_to_seize:
            return Answer{{"look_again", decided + Days{look_again_days}, lapses, {"inkassoloven § 8", fmt::format("a new petition so soon would only add costs; look at the debtor's means again after {} days, or write the claim off", look_again_days)}}};
        case LegalOutcome::judgment:
        case LegalOutcome::settlement: {
            FRIST_TRY(FollowUp next, enforce(c, last, law));
            return Answer{std::move(next)};
        }
        case LegalOutcome::dismissed:
        case LegalOutcome::withdrawn:
            return Answer{{"choose", decided, lapses, {"foreldelsesloven § 22", fmt::format("the {} was {} and interrupts no limitation that we rely on; choose another step or write the claim off", name_of(last.kind), name_of(*last.outcome))}}};
        case LegalOutcome::estate_opened: {
            FRIST_TRY(const int days, law::in_force(law.estate_claims_shortest, decided));
            return Answer{{"claim_in_estate", decided, decided + Days{days}, {"konkursloven § 78", fmt::format("the shortest time an estate may give for claims is {} days from its announcement; the announcement tells the day", days)}}};
        }
    }
    bug("an outcome without what follows", __FILE__, __LINE__);
}

}  // namespace frist::rules::no
