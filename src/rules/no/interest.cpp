#include "rules/no/interest.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

constexpr const char* section_rate = "forsinkelsesrenteloven § 3";
constexpr const char* section_agreed = "forsinkelsesrenteloven § 4";

// The agreed rate where it stands, the statutory one where it is the bound, day by day of the table.
std::vector<RateSpan> bounded(Rate agreed, cases::Relation relation, bool public_body, const NorwegianLaw& law) {
    std::vector<RateSpan> spans;
    for (const RateSpan& span : law.late_interest_spans) {
        Rate rate = agreed;
        if (relation == cases::Relation::consumer) rate = std::min(agreed, span.rate);
        if (public_body) rate = std::max(agreed, span.rate);
        spans.push_back({span.days, rate});
    }
    return spans;
}

}  // namespace

Result<Rates> claim_rates(const cases::Case& c, const cases::Claim& claim, const NorwegianLaw& law) {
    if (!claim.agreed_rate) return Rates{law.late_interest_spans, {}, section_rate};
    const bool public_body = c.kind == cases::DebtorKind::public_body;
    Rates rates;
    rates.rule = section_agreed;
    if (c.relation == cases::Relation::consumer || public_body) rates.own = bounded(*claim.agreed_rate, c.relation, public_body, law);
    else rates.own = {{{Date::of(1900, 1, 1), Date::of(2199, 12, 31)}, *claim.agreed_rate}};
    rates.spans = rates.own;   // points into the vector, which keeps its storage when moved
    return rates;
}

law::Reason why_rate(const cases::Case& c, const cases::Claim& claim, Date day, const NorwegianLaw& law) {
    const auto row = law::row_on(law.late_interest, day);
    const std::string statutory = row.ok() ? fmt::format("statutory rate {} % from {} ({})", text((*row)->value), text((*row)->from), (*row)->place) : std::string();
    if (!claim.agreed_rate) return {section_rate, statutory};
    const std::string agreed = "agreed rate " + text(*claim.agreed_rate) + " %";
    if (c.relation == cases::Relation::consumer && row.ok() && *claim.agreed_rate > (*row)->value)
        return {section_agreed, agreed + " is above the " + statutory + ", which is the most a consumer can owe"};
    if (c.kind == cases::DebtorKind::public_body && row.ok() && *claim.agreed_rate < (*row)->value)
        return {section_agreed, agreed + " is below the " + statutory + ", which is the least a public body owes"};
    return {section_agreed, agreed};
}

Date late_from(Date due, bool shift, const NorwegianLaw& law) { return shift ? law.calendar.banking_day_from(due) : due; }

}  // namespace frist::rules::no
