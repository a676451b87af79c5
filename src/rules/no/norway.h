// Norway, as the country-neutral rules see it. Each answer is a function of its own in this folder.
#pragma once
#include "rules/country.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

class Norway final : public Country {
public:
    explicit Norway(NorwegianLaw law) : law_(std::move(law)) {}

    [[nodiscard]] std::string_view code() const override { return "NO"; }
    [[nodiscard]] Currency currency() const override { return Currency::nok(); }
    [[nodiscard]] const Calendar& calendar() const override { return law_.calendar; }
    [[nodiscard]] const std::string& fingerprint() const override { return law_.fingerprint; }
    [[nodiscard]] Date confirmed_until() const override { return law_.confirmed_until; }
    [[nodiscard]] Date late_from(Date due, bool shift) const override;
    [[nodiscard]] Result<Rates> rates(const cases::Case& c, const cases::Claim& claim) const override;
    [[nodiscard]] Reason why_rate(const cases::Case& c, const cases::Claim& claim, Date day) const override;
    [[nodiscard]] cases::CoverOrder usual_order() const override { return cases::CoverOrder::costs; }
    [[nodiscard]] Reason why_order(const cases::Payment& payment) const override;
    [[nodiscard]] Result<std::vector<CostRow>> costs(const cases::Case& c, const Standing& standing, Date day) const override;
    [[nodiscard]] std::vector<Date> cost_days(const cases::Case& c, Date since) const override;
    [[nodiscard]] Result<Ruling<Money>> fee(const cases::Case& c, cases::StepKind kind, Date sent) const override;
    [[nodiscard]] Result<Ruling<Date>> first_day(const cases::Case& c, const cases::Step& step) const override;
    [[nodiscard]] std::optional<Reason> forbidden(const cases::Case& c, cases::StepKind kind, Date day) const override;
    [[nodiscard]] Result<Ruling<Days>> least_deadline(cases::StepKind kind, Date sent) const override;
    [[nodiscard]] Result<std::optional<Reason>> demand_expired(const cases::Case& c, Date day) const override;
    [[nodiscard]] Result<Ruling<Date>> file_day(const cases::Case& c, cases::StepKind kind, Date day) const override;
    [[nodiscard]] Result<Ruling<Date>> service_day(const cases::Case& c) const override;
    [[nodiscard]] Result<Ruling<Date>> notice_deadline(const cases::Case& c, Date sent) const override;
    [[nodiscard]] Result<FilingCosts> filing_costs(const cases::Case& c, cases::StepKind kind, Date day) const override;
    [[nodiscard]] std::optional<Reason> electronic_only(const cases::Case& c, cases::StepKind kind, Date day) const override;
    [[nodiscard]] Result<std::optional<FollowUp>> after_decision(const cases::Case& c) const override;
    [[nodiscard]] Result<Ruling<Date>> limitation(const cases::Case& c, const cases::Claim& claim) const override;
    [[nodiscard]] Reason why(std::string_view what) const override;
    [[nodiscard]] std::string stop_section(Stop stop, cases::StepKind kind) const override;
    [[nodiscard]] Date of_age(Date born) const override;
    [[nodiscard]] Result<Ruling<bool>> may_go(const cases::Sent& letter, const Way& way) const override;
    [[nodiscard]] Result<std::vector<Error>> check_course(const CourseAsk& ask) const override;
    [[nodiscard]] const NorwegianLaw& law() const { return law_; }

private:
    NorwegianLaw law_;
};

}  // namespace frist::rules::no
