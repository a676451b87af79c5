#include "rules/no/filing.h"

#include "base/pch.h"
#include "rules/no/court_fees.h"
#include "rules/no/deadlines.h"

namespace frist::rules::no {
namespace {

using cases::StepKind;

Ruling<Date> not_yet(std::string rule, std::string says) { return {std::nullopt, {std::move(rule), std::move(says)}}; }

cases::Step legal_step(StepKind kind) {
    cases::Step step;
    step.kind = kind;
    return step;
}

Result<Ruling<Date>> petition_day(const cases::Case& c, Date day, const NorwegianLaw& law) {
    const cases::Sent* demand = c.last_sent(StepKind::demand);
    if (!demand) return not_yet("konkursloven § 63", "payment has not been demanded");
    if (!c.served || *c.served < demand->sent) return not_yet("konkursloven § 63", "the bankruptcy demand has not been served");
    FRIST_TRY(const BankruptcyDays days, bankruptcy_days(demand->sent, *c.served, law));
    if (day > days.petition_until)
        return not_yet("konkursloven § 63", fmt::format("the petition had to be at the court by {}; the demand served {} carries it no longer and a new one is needed", text(days.petition_until), text(*c.served)));
    return Ruling<Date>{days.petition_from, {"konkursloven § 63", fmt::format("two weeks after the demand was served {}, and at the court by {}", text(*c.served), text(days.petition_until))}};
}

// tvisteloven § 6-13: only together with costs of collecting out of court, which a demand of the last six months carries.
Result<Ruling<Money>> complaint_writing(const cases::Case& c, Date day, const NorwegianLaw& law) {
    const char* const section = "tvisteloven § 6-13";
    if (!c.last_sent(StepKind::demand)) return Ruling<Money>{std::nullopt, {section, "no payment demand was sent, so no costs of collecting are asked for"}};
    FRIST_TRY(const auto expired, demand_expired(c, day, law));
    if (expired) return Ruling<Money>{std::nullopt, *expired};
    FRIST_TRY(const auto* multiple, law::row_on(law.complaint_writing_multiple, day));
    if (!multiple->chargeable) return Ruling<Money>{std::nullopt, {section, "the multiple is marked unsure (" + multiple->place + ") and is never charged"}};
    FRIST_TRY(const Money r, law::in_force(law.court_fee, day));
    return Ruling<Money>{times_half_up(r, multiple->value), {section, fmt::format("{} times the court fee {} for writing the complaint", text(multiple->value), r.minor() / 100)}};
}

Result<Ruling<Money>> attachment_writing(Date day, const NorwegianLaw& law) {
    const char* const section = "tvangsfullbyrdelsesforskriften § 3-3";
    FRIST_TRY(const auto* multiple, law::row_on(law.attachment_writing_multiple, day));
    if (!multiple->chargeable) return Ruling<Money>{std::nullopt, {section, "the multiple is marked unsure (" + multiple->place + ") and is never charged"}};
    FRIST_TRY(const Money r, law::in_force(law.court_fee, day));
    return Ruling<Money>{times_half_up(r, multiple->value), {section, fmt::format("{} times the court fee {} for writing the petition", text(multiple->value), r.minor() / 100)}};
}

}  // namespace

Result<Ruling<Date>> file_day(const cases::Case& c, StepKind kind, Date day, const NorwegianLaw& law) {
    FRIST_CHECK(cases::is_legal(kind));
    if (kind == StepKind::conciliation) return Ruling<Date>{std::max(c.opened, c.claims.front().late_from.next()), {"tvisteloven § 6-2", "a complaint to the conciliation board may be filed on any day the claim is late"}};
    if (c.kind == cases::DebtorKind::public_body) return not_yet(kind == StepKind::attachment ? "tvangsfullbyrdelsesloven § 1-2" : "konkursloven § 60", "not against a public body");
    if (kind == StepKind::bankruptcy) return petition_day(c, day, law);
    FRIST_TRY(Ruling<Date> ruling, first_day(c, legal_step(kind), law));
    if (!ruling) return ruling;
    FRIST_TRY(const auto expired, demand_expired(c, day, law));
    if (expired) return not_yet(expired->rule, expired->says);
    if (const cases::Filing* judged = c.judged()) {
        FRIST_TRY(const Date until, judgment_first_notice_until(*judged, law));
        if (day > until && c.enforcement_noticed() <= until)
            return not_yet("tvangsfullbyrdelsesloven § 4-19", fmt::format("the {} of {} is more than a year old; a new notice of enforcement is needed", name_of(*judged->outcome), text(*judged->decided)));
    }
    return ruling;
}

Result<Ruling<Date>> notice_deadline(const cases::Case& c, Date sent, const NorwegianLaw& law) {
    const char* const section = "tvangsfullbyrdelsesloven § 4-18";
    if (c.kind == cases::DebtorKind::public_body) return not_yet("tvangsfullbyrdelsesloven § 1-2", "not against a public body");
    for (const cases::Claim& claim : c.claims)
        if (sent < claim.due) return not_yet(section, fmt::format("invoice {} falls due {}, and the notice leaves on that day at the earliest", claim.number, text(claim.due)));
    FRIST_TRY(const Date from, attachment_from(sent, law));
    return Ruling<Date>{from - Days{1}, {section, "two weeks, counted from the day the notice is sent " + text(sent)}};
}

Result<Ruling<Date>> service_day(const cases::Case& c, const NorwegianLaw& law) {
    if (c.kind == cases::DebtorKind::person || c.kind == cases::DebtorKind::public_body) return not_yet("konkursloven § 63", "only a debtor who must keep books can be sent a bankruptcy demand");
    return first_day(c, legal_step(StepKind::bankruptcy), law);
}

Result<Country::FilingCosts> filing_costs(const cases::Case& c, StepKind kind, Date day, const NorwegianLaw& law) {
    FRIST_CHECK(cases::is_legal(kind));
    if (kind == StepKind::bankruptcy) {
        const Ruling<Money> none{std::nullopt, {"konkursloven §§ 67 and 73", "the fee and the security are the petitioner's, and come back from the estate as far as it reaches"}};
        return Country::FilingCosts{none, none};
    }
    FRIST_TRY(Ruling<Money> fee, filing_fee(kind, day, law));
    FRIST_TRY(Ruling<Money> writing, kind == StepKind::attachment ? attachment_writing(day, law) : complaint_writing(c, day, law));
    return Country::FilingCosts{std::move(fee), std::move(writing)};
}

std::optional<Reason> electronic_only(const cases::Case& c, StepKind kind, Date day, const NorwegianLaw& law) {
    if (c.mode != cases::Mode::agency || kind != StepKind::attachment) return std::nullopt;
    const auto row = law::row_on(law.attachment_by_agency, day);
    if (!row.ok() || (*row)->value != "electronic") return std::nullopt;
    return Reason{(*row)->source, "an agency files attachments electronically on " + text(day) + " (" + (*row)->place + ")"};
}

void add_filing_rows(const cases::Case& c, Date day, std::vector<CostRow>& rows) {
    for (const cases::Filing& filing : c.filings) {
        if (filing.on > day) continue;
        const std::string said = fmt::format("{} filed {}", name_of(filing.kind), text(filing.on));
        if (filing.fee.positive()) rows.push_back({filing.on, "court_fee", filing.fee, filing.fee_rule, said});
        if (filing.writing.positive()) rows.push_back({filing.on, "writing_fee", filing.writing, filing.writing_rule, said});
    }
}

}  // namespace frist::rules::no
