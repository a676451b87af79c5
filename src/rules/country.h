// rules: what may be done, when, and for how much. This header is all that the country-neutral rules
// (next step, coverage, balance) ask of a country's law; rules/no/ answers for Norway.
// Every answer cites its section. A rate that is not known for the day is an error and stops the run.
#pragma once
#include "calendar/holidays.h"
#include "cases/event.h"
#include "law/ruling.h"
#include "money/interest.h"
#include "rules/standing.h"

#include <span>
#include <string>
#include <vector>

namespace frist::rules {

using law::Reason;
using law::Ruling;

// The rates of one claim. `spans` may point into the country's own table.
struct Rates {
    std::span<const RateSpan> spans;
    std::vector<RateSpan> own;   // filled when the claim has an agreed rate
    std::string rule;
};

struct CostRow {
    Date on;
    std::string kind;   // reminder, notice, demand, reversal, salaer_light, salaer_heavy, salaer_vat, plan_fee, compensation, set_off, court_fee, writing_fee
    Money amount;       // negative for a reversal and a set-off
    std::string rule;
    std::string says;
};

enum class CheckFor { saving, playing };   // a saved course may not even wish for what will be refused

// What a course is to be held against. Without a debtor only what holds for everybody is checked.
struct CourseAsk {
    const cases::Course& course;
    cases::Mode mode = cases::Mode::self;
    std::optional<cases::DebtorKind> kind;
    std::optional<cases::Relation> relation;
    std::span<const cases::Sent> earlier;
    Date day;
    CheckFor check = CheckFor::saving;
};

// How a letter goes, by the name of a channel in the country's tables.
struct Way {
    std::string channel = "paper";
    bool agreed = false;   // the debtor has agreed to it
};

enum class Stop;

class Country {
public:
    Country() = default;
    Country(const Country&) = delete;
    Country& operator=(const Country&) = delete;
    virtual ~Country() = default;

    [[nodiscard]] virtual std::string_view code() const = 0;
    [[nodiscard]] virtual Currency currency() const = 0;
    [[nodiscard]] virtual const Calendar& calendar() const = 0;
    [[nodiscard]] virtual const std::string& fingerprint() const = 0;
    // The last day for which a person has confirmed rates and regime.
    [[nodiscard]] virtual Date confirmed_until() const = 0;

    // The day from which an unpaid claim is late; moved to the next weekday when `shift`.
    [[nodiscard]] virtual Date late_from(Date due, bool shift) const = 0;
    [[nodiscard]] virtual Result<Rates> rates(const cases::Case& c, const cases::Claim& claim) const = 0;
    // Why this rate on this day: the section and the row of the table.
    [[nodiscard]] virtual Reason why_rate(const cases::Case& c, const cases::Claim& claim, Date day) const = 0;
    // What costs and interest a payment is taken for first when nobody said anything else.
    [[nodiscard]] virtual cases::CoverOrder usual_order() const = 0;
    [[nodiscard]] virtual Reason why_order(const cases::Payment& payment) const = 0;
    // Everything owed beyond principal and interest as of the end of `day`, each with its rule.
    [[nodiscard]] virtual Result<std::vector<CostRow>> costs(const cases::Case& c, const Standing& standing, Date day) const = 0;

    // The days after `since` from which `costs` may be another sum although nothing happens: limits of the case that a
    // day passes, and rows of tables that begin or end.
    [[nodiscard]] virtual std::vector<Date> cost_days(const cases::Case& c, Date since) const = 0;

    // The creditor's fee for a letter sent on `sent`; not granted: the letter may go without it.
    [[nodiscard]] virtual Result<Ruling<Money>> fee(const cases::Case& c, cases::StepKind kind, Date sent) const = 0;
    // What the law asks of the due dates and of the letters before: the first lawful day, before any
    // grace or wait of the course. Not granted: the step cannot be lawful as things stand.
    [[nodiscard]] virtual Result<Ruling<Date>> first_day(const cases::Case& c, const cases::Step& step) const = 0;
    // Set when nobody like this may send such a letter on `day`, whatever came before it.
    [[nodiscard]] virtual std::optional<Reason> forbidden(const cases::Case& c, cases::StepKind kind, Date day) const = 0;
    // The shortest deadline the letter may give, with its section.
    [[nodiscard]] virtual Result<Ruling<Days>> least_deadline(cases::StepKind kind, Date sent) const = 0;
    // Set when the demand is too old to carry costs into a legal step on `day`.
    [[nodiscard]] virtual Result<std::optional<Reason>> demand_expired(const cases::Case& c, Date day) const = 0;
    // Whether a legal step may be filed on `day`, beyond the steps before it: the first lawful day, or why not.
    [[nodiscard]] virtual Result<Ruling<Date>> file_day(const cases::Case& c, cases::StepKind kind, Date day) const = 0;
    // The first lawful day to serve a bankruptcy demand, and what it says when `served` is named.
    [[nodiscard]] virtual Result<Ruling<Date>> service_day(const cases::Case& c) const = 0;
    // The earliest deadline of a notice of enforcement that leaves on `sent`. Not granted: a claim is not due.
    [[nodiscard]] virtual Result<Ruling<Date>> notice_deadline(const cases::Case& c, Date sent) const = 0;
    // What filing on `day` adds to the debt: the fee of the court or the office, and the cost of writing it. Not granted:
    // nothing may be asked of the debtor, and why.
    struct FilingCosts { Ruling<Money> fee; Ruling<Money> writing; };
    [[nodiscard]] virtual Result<FilingCosts> filing_costs(const cases::Case& c, cases::StepKind kind, Date day) const = 0;
    // Set when a step must be filed electronically on `day`; then a paper of it is only a copy.
    [[nodiscard]] virtual std::optional<Reason> electronic_only(const cases::Case& c, cases::StepKind kind, Date day) const = 0;
    // What a person does next when a court or an office has decided the last filing, and when. `from` is the first day it
    // can be done, `until` the last; without one there is none. Nothing: nothing is decided, or the case is closed.
    struct FollowUp { std::string action; Date from; std::optional<Date> until; Reason reason; };
    [[nodiscard]] virtual Result<std::optional<FollowUp>> after_decision(const cases::Case& c) const = 0;
    // The last day on which limitation can be interrupted.
    [[nodiscard]] virtual Result<Ruling<Date>> limitation(const cases::Case& c, const cases::Claim& claim) const = 0;
    // Sections for what happens outside the calendar.
    [[nodiscard]] virtual Reason why(std::string_view what) const = 0;

    // The section behind a refusal of the gate (gate.h) that no other rule here words.
    [[nodiscard]] virtual std::string stop_section(Stop stop, cases::StepKind kind) const = 0;
    // The day from which a person answers for itself.
    [[nodiscard]] virtual Date of_age(Date born) const = 0;
    // Whether the letter may go this way on the day it is sent.
    [[nodiscard]] virtual Result<Ruling<bool>> may_go(const cases::Sent& letter, const Way& way) const = 0;

    // Everything wrong with a course: field ("steps[1].deadline_days"), section and remedy.
    [[nodiscard]] virtual Result<std::vector<Error>> check_course(const CourseAsk& ask) const = 0;
};

}  // namespace frist::rules
