#include "gate/law_of_letters.h"

#include "base/pch.h"

#include <gtest/gtest.h>

namespace frist::tested {
namespace {

using cases::Sent;
using cases::StepKind;

// Three years, or six months, later, counted by year and month; a day that the month lacks becomes its last.
Date months_later(Date day, int months) {
    const int month = day.month() - 1 + months;
    for (int d = day.day(); d > 0; --d) {
        const Result<Date> made = Date::make(day.year() + month / 12, month % 12 + 1, d);
        if (made.ok()) return *made;
    }
    return day;
}

bool at_least_two_weeks(const Sent& s) { return s.deadline && (*s.deadline - s.sent).count >= 14; }
bool covers(const Sent& s, std::size_t claim) { return std::find(s.claims.begin(), s.claims.end(), static_cast<int>(claim)) != s.claims.end(); }

}  // namespace

// E14, E5, E6, E8, E11: who the debtor is, and what stands in the way of every letter.
std::string broken_by_state(const Truth& t, const Sent& letter, Date day) {
    if (t.closed) return "closed";
    if (t.waits_for_approval) return "not approved";
    if (t.disputed) return "T19: disputed";
    if (t.paused) return "paused";
    if (t.plan) return "a plan runs";
    if (t.returned) return "E6: mail came back";
    if (t.bankrupt || t.dead || t.settlement) return "E14: dead, bankrupt or in debt settlement";
    if (t.born) {
        const int years = day.year() - t.born->year();
        const bool had_birthday = std::pair(day.month(), day.day()) >= std::pair(t.born->month(), t.born->day());
        if (years < 18 || (years == 18 && !had_birthday)) return "E14: a minor";
    }
    if (t.protected_address || t.no_address || t.doubtful_address) return "E6, E14: the address";
    const bool collects = letter.kind == StepKind::reminder || letter.kind == StepKind::notice || letter.kind == StepKind::demand;
    if (collects && t.other_claims) return "E8: not merged";
    if (t.open_credit) return "a credit is not set off";
    if (t.money_waits) return "E4, E11: money waits";
    if (t.stale) return "E4: old data";
    if (t.sums_doubted) return "the sums are doubted";
    if (day > Date::of(2026, 12, 31)) return "E18: law not confirmed";
    if (t.unsaid) return "section 5: something is not said";
    return {};
}

bool lapsed(const Truth& t, Date day) {
    return std::any_of(t.claims.begin(), t.claims.end(), [&](const Truth::Claim& claim) {
        return claim.gone < claim.amount && day > months_later(std::max(claim.due, t.acknowledged.value_or(claim.due)), 36);
    });
}

namespace {

// T1 to T6 and T14.
std::string broken_by_day(const Truth& t, const Sent& letter, Date day) {
    for (const Truth::Claim& claim : t.claims)
        if (day < claim.late + Days{1}) return "T1, T3: not late";
    if (lapsed(t, day)) return "E15: lapsed";
    if ((letter.kind == StepKind::notice || letter.kind == StepKind::demand || letter.enforcement_notice) && (!letter.deadline || (*letter.deadline - day).count < 14))
        return "E3: less than 14 days";
    if (letter.kind != StepKind::demand) return {};
    for (std::size_t i = 0; i < t.claims.size(); ++i) {
        bool noticed = false;
        for (const Sent& s : t.sent) {
            if (s.kind != StepKind::notice || s.voided || !covers(s, i)) continue;
            if (s.deadline && day <= *s.deadline) return "T5, T14: the notice's deadline runs";
            noticed = noticed || (at_least_two_weeks(s) && s.sent > t.claims[i].late && day > *s.deadline);
        }
        if (!noticed) return "T5: no notice";
    }
    return {};
}

// F1, F2, F4, T2, T4, T6 for one claim.
std::string broken_by_fee_of(const Truth& t, std::size_t claim, const Sent& letter, Date day) {
    if (day < t.claims[claim].late + Days{14}) return "E1: a fee before 14 days";
    std::vector<const Sent*> series;
    for (const Sent& s : t.sent) {
        if (!s.fee.positive() || s.fee_reversed || !covers(s, claim)) continue;
        if (!series.empty() && s.sent > months_later(series.back()->sent, 6)) series.clear();
        series.push_back(&s);
    }
    if (!series.empty() && day > months_later(series.back()->sent, 6)) series.clear();
    for (const Sent* s : series)
        if (s->kind == StepKind::demand) return "E2: a demand with a fee was sent";
    const auto missed = [&](StepKind a, StepKind b) {
        return std::any_of(t.sent.begin(), t.sent.end(), [&](const Sent& s) { return (s.kind == a || s.kind == b) && !s.voided && covers(s, claim) && at_least_two_weeks(s) && day > *s.deadline; });
    };
    if (letter.kind == StepKind::demand) return missed(StepKind::reminder, StepKind::notice) ? "" : "T6: no deadline was missed";
    if (series.size() >= 2) return "E2: a third fee";
    if (series.empty()) return {};
    const Sent& first = *series.front();
    if (first.kind != StepKind::reminder) return "F2: the first fee was no reminder's";
    if (first.voided) return missed(StepKind::reminder, StepKind::reminder) ? "" : "F2: no deadline of the reminder was missed";
    return at_least_two_weeks(first) && day > *first.deadline ? "" : "F2: the first reminder's deadline was not missed";
}

std::string broken_by_fee(const Truth& t, const Sent& letter, Date day) {
    if (!letter.fee.positive()) return {};
    const bool demand = letter.kind == StepKind::demand;
    if (!demand && letter.kind != StepKind::reminder && letter.kind != StepKind::notice) return "no fee for this letter";
    if (demand && t.agency) return "an agency's demand has no creditor's fee";
    for (const Sent& s : t.sent)
        if (s.fee.positive() && !s.fee_reversed && s.sent == day) return "E2: a second fee on one day";
    const std::int64_t most = day.year() < 2026 ? (demand ? 105'00 : 35'00) : (demand ? 113'00 : 38'00);
    if (letter.fee.minor() > most) return "the fee is too high";
    for (std::size_t i = 0; i < t.claims.size(); ++i) {
        std::string why = broken_by_fee_of(t, i, letter, day);
        if (!why.empty()) return why;
    }
    return {};
}

// Section 2.3: the multiples for claims due from October 2020, in thousandths of the sats.
std::int64_t light_of(std::int64_t principal) {
    for (const auto& [upto, multiple] : {std::pair<std::int64_t, int>{500'00, 250}, {1'000'00, 350}, {2'500'00, 400}, {10'000'00, 800}, {50'000'00, 1'600}, {250'000'00, 3'600}})
        if (principal <= upto) return multiple;
    return 7'200;
}

// Section 2.4, of the half-year of the due date.
std::int64_t compensation_of(Date due) {
    static const std::map<std::pair<int, int>, std::int64_t> kroner = {{{2022, 1}, 390}, {{2022, 2}, 400}, {{2023, 1}, 410}, {{2023, 2}, 460}, {{2024, 1}, 470},
                                                                       {{2024, 2}, 460}, {{2025, 1}, 470}, {{2025, 2}, 460}, {{2026, 1}, 460}, {{2026, 2}, 430}};
    return kroner.at({due.year(), due.month() <= 6 ? 1 : 2}) * 100;
}

}  // namespace

std::int64_t most_salaer(const Truth& t, const Sent& letter, Date day) {
    if (!t.agency) return 0;
    const auto first = std::find_if(t.sent.begin(), t.sent.end(), [](const Sent& s) { return s.kind == StepKind::demand && !s.voided; });
    const Sent* demand = first != t.sent.end() ? &*first : letter.kind == StepKind::demand ? &letter : nullptr;
    if (!demand) return 0;
    std::int64_t principal = 0;
    const auto known = t.handed_over.find(demand->letter);
    if (known != t.handed_over.end()) principal = known->second;
    else
        for (const Truth::Claim& claim : t.claims) principal += claim.amount - claim.gone;
    if (principal <= 0) return 0;
    std::int64_t multiple = light_of(principal);
    if (demand->deadline && day >= *demand->deadline + Days{29}) multiple *= 2;
    if (t.business) multiple = multiple * 3 / 2;
    const std::int64_t sats = day.year() < 2026 ? 700'00 : 750'00;
    std::int64_t most = (sats * multiple + 500) / 1'000;
    if (t.instalments > 4 && !t.legal) most += sats * 3 / 2;
    return t.vat_added ? most * 5 / 4 + 2 : most;
}

// More than can be owed: all principal, all fees, and interest at the highest rate of these years from the first day.
std::string broken_by_sum(const Truth& t, const Sent& letter, std::optional<std::int64_t> asks_for, Date day) {
    std::int64_t costs = letter.fee.minor() + most_salaer(t, letter, day);
    for (const Sent& s : t.sent)
        if (!s.fee_reversed) costs += s.fee.minor();
    // SL7, E16: outside consumer relations the larger of compensation and costs, never both.
    std::int64_t compensation = 0;
    if (t.business)
        for (const Truth::Claim& claim : t.claims) compensation += compensation_of(claim.late);
    std::int64_t most = std::max(costs, compensation);
    for (const Truth::Claim& claim : t.claims) {
        const std::int64_t days = std::max(0, (day - claim.late).count);
        most += claim.amount + (claim.amount * claim.per_mille * days + 364'999) / 365'000 + 10;
    }
    most -= t.received;
    if (most <= 0) return "nothing is owed";
    if (asks_for && *asks_for > most) return "asks for more than is owed";
    return {};
}

std::string broken(const Truth& truth, const Sent& letter, std::optional<std::int64_t> asks_for, Date day) {
    for (std::string why : {broken_by_state(truth, letter, day), broken_by_day(truth, letter, day), broken_by_fee(truth, letter, day), broken_by_sum(truth, letter, asks_for, day)})
        if (!why.empty()) return why;
    return {};
}

}  // namespace frist::tested
