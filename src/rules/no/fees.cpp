#include "rules/no/fees.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

using cases::Sent;
using cases::StepKind;
using law::in_force;
using law::Ruling;

constexpr const char* section_amount = "inkassoforskriften § 1-2";
constexpr const char* section_limits = "inkassoforskriften § 1-3";

const law::Dated<Factor>& fraction_of(StepKind kind, const NorwegianLaw& law) {
    if (kind == StepKind::demand) return law.own_demand_fraction;
    return kind == StepKind::notice ? law.notice_fraction : law.reminder_fraction;
}

// The fee-bearing letters of a claim that still count on `day`: after six months without one, fees may be
// charged anew (§ 1-3 second paragraph). A fee that was taken back does not count.
Result<std::vector<const Sent*>> counting_letters(const cases::Case& c, int claim, Date day, const NorwegianLaw& law) {
    std::vector<const Sent*> series;
    const auto restart = [&](Date next) -> Outcome {
        if (series.empty()) return done;
        FRIST_TRY(const int months, in_force(law.fee_reset_months, next));
        if (next > add_months(series.back()->sent, months)) series.clear();
        return done;
    };
    for (const Sent& letter : c.letters) {
        if (!letter.covers(claim) || !letter.fee.positive() || letter.fee_reversed || letter.sent > day) continue;
        FRIST_TRY_DONE(restart(letter.sent));
        series.push_back(&letter);
    }
    FRIST_TRY_DONE(restart(day));
    return series;
}

Ruling<Money> refused(std::string section, std::string says) { return {std::nullopt, {std::move(section), std::move(says)}}; }

// True when the debtor let the deadline of the reminder with the first fee go by: at least `least_days` long, and
// set in that very letter, or in the one that replaced it when it came back. A later free reminder does not do.
bool first_reminder_missed(const cases::Case& c, int claim, const Sent& first, Date day, int least_days) {
    if (first.voided) return deadline_missed(c, claim, {StepKind::reminder}, day, least_days);
    return first.deadline && (*first.deadline - first.sent).count >= least_days && day > *first.deadline;
}

// Reminder and notice: not before 14 days after the due date, at most two, the second only after a missed
// deadline of at least 14 days in the first reminder.
Result<std::optional<Ruling<Money>>> objection_to_small_fee(const cases::Case& c, int claim, Date sent, const NorwegianLaw& law) {
    using Answer = std::optional<Ruling<Money>>;
    FRIST_TRY(const auto series, counting_letters(c, claim, sent, law));
    FRIST_TRY(const int most, in_force(law.fee_letters_before_demand, sent));
    FRIST_TRY(const int least_days, in_force(law.notice_deadline, sent));
    const auto demand = std::find_if(series.begin(), series.end(), [](const Sent* s) { return s->kind == StepKind::demand; });
    if (demand != series.end())
        return Answer{refused(section_limits, "a payment demand with a fee was sent " + text((*demand)->sent) + "; no further fee until six months later")};
    if (static_cast<int>(series.size()) >= most)
        return Answer{refused(section_limits, fmt::format("{} letters with a fee have been sent; a third fee is not allowed before the demand", series.size()))};
    if (series.empty()) return Answer{};
    if (series.front()->kind != StepKind::reminder)
        return Answer{refused(section_limits, "a second fee is allowed only after a reminder, and the first fee was for a collection notice")};
    if (!first_reminder_missed(c, claim, *series.front(), sent, least_days))
        return Answer{refused(section_limits, fmt::format("no deadline of at least {} days set in the first reminder has passed on {}", least_days, text(sent)))};
    return Answer{};
}

Result<std::optional<Ruling<Money>>> objection_to_demand_fee(const cases::Case& c, int claim, Date sent, const NorwegianLaw& law) {
    using Answer = std::optional<Ruling<Money>>;
    FRIST_TRY(const auto series, counting_letters(c, claim, sent, law));
    FRIST_TRY(const int least_days, in_force(law.notice_deadline, sent));
    const auto demand = std::find_if(series.begin(), series.end(), [](const Sent* s) { return s->kind == StepKind::demand; });
    if (demand != series.end())
        return Answer{refused(section_limits, "a payment demand with a fee was already sent " + text((*demand)->sent))};
    if (!deadline_missed(c, claim, {StepKind::reminder, StepKind::notice}, sent, least_days))
        return Answer{refused(section_amount, fmt::format("no deadline of at least {} days set in a reminder or notice has passed on {}", least_days, text(sent)))};
    return Answer{};
}

}  // namespace

bool deadline_missed(const cases::Case& c, int claim, std::initializer_list<StepKind> kinds, Date day, int least_days) {
    return std::any_of(c.letters.begin(), c.letters.end(), [&](const Sent& letter) {
        const bool asked = std::find(kinds.begin(), kinds.end(), letter.kind) != kinds.end();
        return asked && !letter.voided && letter.covers(claim) && letter.deadline && (*letter.deadline - letter.sent).count >= least_days &&
               day > *letter.deadline;
    });
}

Result<Ruling<Money>> fee_amount(StepKind kind, Date late_from, Date sent, const NorwegianLaw& law) {
    FRIST_TRY(const Factor fraction, in_force(fraction_of(kind, law), late_from));
    FRIST_TRY(const Money sats, in_force(law.sats, sent));
    FRIST_TRY(const std::string rounding, in_force(law.fee_rounding, sent));
    const bool whole = rounding == "nearest_krone_half_up";
    const Money amount = whole ? times_half_up_whole(sats, fraction) : times_half_up(sats, fraction);
    return Ruling<Money>{amount, {section_amount, fmt::format("sent {} days after the due date {}; fee {}/{} of {}{}", (sent - late_from).count, text(late_from),
                                                              fraction.numerator(), fraction.denominator(), sats.minor() / 100, whole ? ", rounded to the nearest krone" : "")}};
}

Result<Ruling<Money>> letter_fee(const cases::Case& c, StepKind kind, Date sent, const NorwegianLaw& law) {
    // The new act leaves the amounts to a regulation. Until that one stands in the tables nothing is charged: an
    // older rate is never used instead.
    if (law.act_2026_from && sent >= *law.act_2026_from) {
        if (c.mode == cases::Mode::self && kind != StepKind::reminder)
            return refused("inkassoloven 2026 §§ 19-21", "under the new act a creditor has no fee for a notice or demand of its own");
        return refused("inkassoloven 2026 § 19", "the fees of the new act's regulation are not in the tables, and those of the old one do not hold from " + text(*law.act_2026_from));
    }
    std::optional<Ruling<Money>> lowest;
    FRIST_TRY(const int wait, in_force(law.fee_wait, sent));
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const cases::Claim& claim = c.claims[i];
        if (sent < claim.late_from + Days{wait})
            return refused(section_amount, "sent " + text(sent) + ", no fee before " + text(claim.late_from + Days{wait}));
        const int index = static_cast<int>(i);
        FRIST_TRY(auto objection, kind == StepKind::demand ? objection_to_demand_fee(c, index, sent, law) : objection_to_small_fee(c, index, sent, law));
        if (objection) return *objection;
        FRIST_TRY(Ruling<Money> ruling, fee_amount(kind, claim.late_from, sent, law));
        if (!lowest || *ruling.granted < *lowest->granted) lowest = std::move(ruling);
    }
    FRIST_CHECK(lowest.has_value());
    return *lowest;
}

}  // namespace frist::rules::no
