#include "rules/no/salaer.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

using law::in_force;

constexpr const char* section_light = "inkassoforskriften § 2-2";
constexpr const char* section_heavy = "inkassoforskriften § 2-3";
constexpr const char* section_plan = "inkassoforskriften § 2-4";

// The multiple of the band that holds `principal`, in the table of the claim's due date.
Result<Factor> light_multiple(Money principal, Date due, const NorwegianLaw& law) {
    for (const Band& band : law.bands) {
        const auto row = law::row_on(band.light, due);
        if (row.ok() && (!band.upto || principal <= *band.upto)) return in_force(band.light, due);
    }
    return Error{"law.no_rate", "salaer_light_consumer", "no salær table is known for claims due " + text(due), "Claims due before 2010 are not supported; settle the costs by hand."};
}

Money with_vat(Money sats, Factor multiple, Rate vat) {
    return times_half_up(sats, multiple * Factor(1'000'000 + vat.millionths(), 1'000'000));
}

}  // namespace

Result<Date> heavy_from(Date demand_deadline, const NorwegianLaw& law) {
    FRIST_TRY(const int more_than, in_force(law.heavy_after_days, demand_deadline));
    return demand_deadline + Days{more_than + 1};
}

Result<Salaer> salaer_cap(const SalaerAsk& ask, const NorwegianLaw& law) {
    FRIST_CHECK(!ask.claims.empty());
    Money principal = ask.claims.front().second - ask.claims.front().second;
    for (const auto& [due, open] : ask.claims) principal += open;
    FRIST_TRY(const Money sats, in_force(law.sats, ask.paid_on));
    FRIST_TRY(const Rate vat, in_force(law.vat, ask.paid_on));
    std::optional<Salaer> lowest;
    for (const auto& [due, open] : ask.claims) {
        FRIST_TRY(Factor multiple, light_multiple(principal, due, law));
        if (ask.heavy) {
            FRIST_TRY(const Factor heavy, in_force(law.heavy_factor, ask.paid_on));
            multiple = multiple * heavy;
        }
        if (ask.business) {
            FRIST_TRY(const Factor business, in_force(law.business_factor, ask.paid_on));
            multiple = multiple * business;
        }
        Salaer cap{times_half_up(sats, multiple), Money(0, sats.currency()), multiple, sats};
        if (ask.vat_added) cap.vat = with_vat(sats, multiple, vat) - cap.net;
        if (!lowest || cap.total() < lowest->total()) lowest = cap;
    }
    return *lowest;
}

Result<law::Ruling<Money>> plan_addition(int instalments, bool vat_added, Date day, const NorwegianLaw& law) {
    if (instalments <= 4) return law::Ruling<Money>{std::nullopt, {section_plan, fmt::format("{} instalments: no addition up to four", instalments)}};
    FRIST_TRY(const Money sats, in_force(law.sats, day));
    FRIST_TRY(const Factor factor, in_force(law.instalment_addition, day));
    FRIST_TRY(const Rate vat, in_force(law.vat, day));
    return law::Ruling<Money>{vat_added ? with_vat(sats, factor, vat) : times_half_up(sats, factor),
                              {section_plan, fmt::format("{} instalments; {} of {}{}", instalments, text(factor), sats.minor() / 100, vat_added ? " and 25 % VAT" : "")}};
}

Result<std::vector<CostRow>> salaer_rows(const cases::Case& c, const Standing& standing, Date day, const NorwegianLaw& law) {
    std::vector<CostRow> rows;
    if (c.mode != cases::Mode::agency) return rows;
    const auto demand = std::find_if(c.letters.begin(), c.letters.end(), [](const cases::Sent& s) { return s.kind == cases::StepKind::demand && !s.voided; });
    if (demand == c.letters.end() || demand->sent > day) return rows;
    // inkassoloven § 17 third paragraph: nothing when the principal was paid before the agency's demand.
    if (standing.principal_paid_on && *standing.principal_paid_on < demand->sent) return rows;
    const Date at = standing.principal_paid_on && *standing.principal_paid_on <= day ? *standing.principal_paid_on : day;
    SalaerAsk ask{{}, false, c.relation == cases::Relation::business, !c.vat_deductible, at};
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        // The principal at the hand-over; what was paid on the day of the demand came before it.
        const Money open = min(standing.claims[i].open_on(demand->sent), standing.claims[i].net);
        if (open.positive()) ask.claims.emplace_back(c.claims[i].late_from, open);
    }
    if (ask.claims.empty()) return rows;
    Date since = demand->sent;
    if (demand->deadline) {
        FRIST_TRY(const Date heavy, heavy_from(*demand->deadline, law));
        ask.heavy = at >= heavy;
        if (ask.heavy) since = heavy;
    }
    FRIST_TRY(const Salaer cap, salaer_cap(ask, law));
    const char* section = ask.heavy ? section_heavy : section_light;
    const std::string says = fmt::format("demand sent {}{}; {} of {}{}", text(demand->sent),
                                         ask.heavy ? ", overrun by more than 28 days from " + text(since) : std::string(), text(cap.multiple),
                                         cap.sats.minor() / 100, ask.business ? ", with the 1.5 that applies outside consumer relations" : "");
    rows.push_back({since, ask.heavy ? "salaer_heavy" : "salaer_light", cap.net, section, says});
    if (ask.vat_added) rows.push_back({since, "salaer_vat", cap.vat, section, "25 % VAT, which the creditor cannot deduct"});
    // The addition for a plan falls away when the case goes to a court or an enforcement office, from the day it
    // was agreed: no payment is ever held to have covered it.
    if (c.plan && c.plan->agreed <= day && !c.legal_since) {
        FRIST_TRY(const auto addition, plan_addition(static_cast<int>(c.plan->instalments.size()), !c.vat_deductible, at, law));
        if (addition) rows.push_back({c.plan->agreed, "plan_fee", *addition.granted, addition.reason.rule, addition.reason.says});
    }
    return rows;
}

}  // namespace frist::rules::no
