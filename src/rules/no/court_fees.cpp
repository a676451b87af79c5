#include "rules/no/court_fees.h"

#include "base/pch.h"

namespace frist::rules::no {

Money court_fee(Money r, Factor multiple) { return times_down_whole(r, multiple); }

Result<law::Ruling<Money>> filing_fee(cases::StepKind kind, Date day, const NorwegianLaw& law) {
    FRIST_CHECK(kind == cases::StepKind::attachment || kind == cases::StepKind::conciliation);
    const bool attachment = kind == cases::StepKind::attachment;
    const char* section = attachment ? "rettsgebyrloven § 14" : "rettsgebyrloven § 7";
    FRIST_TRY(const auto* multiple, law::row_on(attachment ? law.attachment_multiple : law.conciliation_multiple, day));
    FRIST_TRY(const Money r, law::in_force(law.court_fee, day));
    if (!multiple->chargeable)
        return law::Ruling<Money>{std::nullopt, {section, "the multiple of the court fee is marked unsure (" + multiple->place + ") and is never charged"}};
    return law::Ruling<Money>{court_fee(r, multiple->value),
                              {section, fmt::format("{} times the court fee {}, decimals fall away (§ 6 a)", text(multiple->value), r.minor() / 100)}};
}

}  // namespace frist::rules::no
