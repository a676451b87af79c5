#include "rules/no/norway.h"

#include "base/pch.h"
#include "rules/no/after_decision.h"
#include "rules/no/compensation.h"
#include "rules/no/cost_days.h"
#include "rules/no/course_check.h"
#include "rules/no/deadlines.h"
#include "rules/no/fees.h"
#include "rules/no/filing.h"
#include "rules/no/gate_law.h"
#include "rules/no/interest.h"
#include "rules/no/salaer.h"

namespace frist::rules::no {
namespace {

void add_fee_rows(const cases::Case& c, Date day, std::vector<CostRow>& rows) {
    for (const cases::Sent& letter : c.letters) {
        if (!letter.fee.positive() || letter.sent > day) continue;
        const std::string kind(name_of(letter.kind));
        rows.push_back({letter.sent, kind, letter.fee, "inkassoforskriften § 1-2", kind + " sent " + text(letter.sent) + (letter.earlier ? ", before the case came here" : "")});
        // Taken back from the day it was charged: no payment is ever held to have covered it.
        if (letter.fee_reversed)
            rows.push_back({letter.sent, "reversal", -letter.fee, "inkassoloven § 17",
                            "the fee of the " + kind + " sent " + text(letter.sent) + " was not needed: the debt was settled before"});
    }
}

}  // namespace

Date Norway::late_from(Date due, bool shift) const { return no::late_from(due, shift, law_); }

Result<Rates> Norway::rates(const cases::Case& c, const cases::Claim& claim) const { return claim_rates(c, claim, law_); }

Reason Norway::why_rate(const cases::Case& c, const cases::Claim& claim, Date day) const { return no::why_rate(c, claim, day, law_); }

Reason Norway::why_order(const cases::Payment& payment) const {
    if (payment.debtors_choice)
        return {"Lovavdelingen 19 August 1999", "the debtor chose what the payment covers: " + std::string(name_of(payment.order)) + " first"};
    return {"customary order", "costs, then interest, then principal; the oldest due date first"};
}

Result<std::vector<CostRow>> Norway::costs(const cases::Case& c, const Standing& standing, Date day) const {
    std::vector<CostRow> rows;
    add_fee_rows(c, day, rows);
    FRIST_TRY(std::vector<CostRow> salaer, salaer_rows(c, standing, day, law_));
    rows.insert(rows.end(), salaer.begin(), salaer.end());
    if (c.relation == cases::Relation::business) {
        Money collection = c.zero();
        Date latest = Date::of(1900, 1, 1);
        for (const CostRow& row : rows) {
            collection += row.amount;
            latest = std::max(latest, row.on);
        }
        FRIST_TRY(const std::vector<CostRow> compensation, compensation_rows(c, standing, day, law_));
        Money compensated = c.zero();
        for (const CostRow& row : compensation) {
            compensated += row.amount;
            latest = std::max(latest, row.on);
        }
        rows.insert(rows.end(), compensation.begin(), compensation.end());
        if (auto less = set_off(compensated, collection, latest)) rows.push_back(*less);
    }
    // What a court or an office costs is no cost of collecting: nothing is set off against it.
    add_filing_rows(c, day, rows);
    std::stable_sort(rows.begin(), rows.end(), [](const CostRow& a, const CostRow& b) { return a.on < b.on; });
    return rows;
}

std::vector<Date> Norway::cost_days(const cases::Case& c, Date since) const {
    return no::cost_days(c, since, law_);
}

Result<Ruling<Money>> Norway::fee(const cases::Case& c, cases::StepKind kind, Date sent) const { return letter_fee(c, kind, sent, law_); }

Result<Ruling<Date>> Norway::first_day(const cases::Case& c, const cases::Step& step) const { return no::first_day(c, step, law_); }

std::optional<Reason> Norway::forbidden(const cases::Case& c, cases::StepKind kind, Date day) const { return forbidden_letter(c, kind, day, law_); }

Result<Ruling<Days>> Norway::least_deadline(cases::StepKind kind, Date sent) const { return no::least_deadline(kind, sent, law_); }

Result<std::optional<Reason>> Norway::demand_expired(const cases::Case& c, Date day) const { return no::demand_expired(c, day, law_); }

Result<Ruling<Date>> Norway::file_day(const cases::Case& c, cases::StepKind kind, Date day) const { return no::file_day(c, kind, day, law_); }

Result<Ruling<Date>> Norway::service_day(const cases::Case& c) const { return no::service_day(c, law_); }

Result<std::optional<Country::FollowUp>> Norway::after_decision(const cases::Case& c) const { return no::after_decision(c, law_); }

Result<Country::FilingCosts> Norway::filing_costs(const cases::Case& c, cases::StepKind kind, Date day) const { return no::filing_costs(c, kind, day, law_); }

Result<Ruling<Date>> Norway::notice_deadline(const cases::Case& c, Date sent) const { return no::notice_deadline(c, sent, law_); }

std::optional<Reason> Norway::electronic_only(const cases::Case& c, cases::StepKind kind, Date day) const { return no::electronic_only(c, kind, day, law_); }

Result<Ruling<Date>> Norway::limitation(const cases::Case& c, const cases::Claim& claim) const { return no::limitation(claim, c, law_); }

Reason Norway::why(std::string_view what) const {
    if (what == "objection") return {"inkassoloven § 17", "an objection that is not plainly groundless stops all steps and fees until it is settled"};
    if (what == "groundless") return {"inkassoloven § 17", "an objection that is plainly groundless stops nothing"};
    if (what == "settled") return {"inkassoloven § 8", "the objection is settled; the next step is tomorrow at the earliest"};
    if (what == "paused") return {"inkassoloven § 8", "the creditor has paused the case"};
    if (what == "resumed") return {"inkassoloven § 8", "the pause is over; the next step is tomorrow at the earliest"};
    if (what == "returned_mail") return {"inkassoloven § 8", "the letter came back and its deadline does not count; nothing goes out before the address is right"};
    if (what == "address_fixed") return {"inkassoloven § 8", "the letter goes out anew with a new deadline, and no second fee"};
    if (what == "bankrupt") return {"konkursloven § 109", "the debtor is bankrupt; the claim is filed with the estate and no step is taken"};
    if (what == "plan") return {"foreldelsesloven § 14", "the plan is an acknowledgement of the debt; no step is taken while it is kept"};
    if (what == "plan_kept") return {"foreldelsesloven § 14", "all instalments have come; what is left, such as interest since the plan was agreed, follows the course again"};
    if (what == "plan_broken") return {"inkassoloven § 8", "an instalment did not come in time; the course goes on tomorrow at the earliest"};
    if (what == "credit_note") return {"inkassoloven § 17", "the credited part was never owed and bears neither interest nor costs"};
    if (what == "credit_rest") return {"inkassoloven § 17", "more was credited than was left of the claim"};
    if (what == "withdrawn") return {"inkassoloven § 17", "the creditor has withdrawn the claim; nothing more is asked of the debtor"};
    if (what == "told_withdrawn") return {"inkassoloven § 8", "payment was demanded, and who was asked to pay is told that nothing is asked any more"};
    if (what == "credited") return {"inkassoloven § 17", "nothing is left of the claim; costs and interest on it fall away"};
    if (what == "paid") return {"inkassoloven § 8", "nothing is open any more"};
    if (what == "small_rest") return {"inkassoloven § 8", "the rest is at or below the limit of the course and is written off"};
    if (what == "rest_note_paid") return {"inkassoloven § 8", "the rest note was paid in time with what it asked for; the interest that ran after it is given up"};
    if (what == "lapsed") return {"foreldelsesloven § 2", "the claim has lapsed and is not collected"};
    if (what == "reopened") return {"inkassoloven § 8", "the case was closed too early and goes on where it stood, tomorrow at the earliest"};
    if (what == "rate_agreed") return {"forsinkelsesrenteloven § 4", "another rate is agreed; a consumer owes the statutory rate at most"};
    if (what == "rate_statutory") return {"forsinkelsesrenteloven § 3", "no rate is agreed, and the statutory one counts"};
    if (what == "merged") return {"inkassoloven § 17", "one case for a debtor's claims: one set of fees"};
    if (what == "choice") return {"inkassoloven § 11", "the course has no further step; a person chooses how to go on"};
    if (what == "rest_note") return {"inkassoloven § 8", "most of the debt is paid; a note about the rest comes before any further step"};
    if (what == "settled_before") return {"inkassoloven § 17", "the debt was settled before the letter was sent, so its fee was not needed"};
    if (what == "reset") return {"inkassoloven § 17", "one letter is one fee, also when it is sent anew"};
    if (what == "unmerged") return {"inkassoloven § 8", "the claims were joined by mistake, and nothing has left since"};
    if (what == "decided_attachment_taken") return {"tvangsfullbyrdelsesloven § 7-20", "property or pay was seized; what comes in is booked on the case"};
    if (what == "decided_nothing_to_seize") return {"tvangsfullbyrdelsesloven § 7-22", "nothing could be seized; a new petition so soon would only add costs (inkassoloven § 8)"};
    if (what == "decided_judgment") return {"foreldelsesloven § 21", "the judgment interrupts limitation for ten years and is a ground for enforcement"};
    if (what == "decided_settlement") return {"foreldelsesloven § 21", "the settlement has the force of a judgment: ten years, and a ground for enforcement"};
    if (what == "decided_dismissed") return {"tvisteloven § 6-11", "the step ended without a decision on the claim; a person chooses how to go on"};
    if (what == "decided_withdrawn") return {"tvisteloven § 6-11", "the step was withdrawn; a person chooses how to go on"};
    if (what == "decided_estate_opened") return {"konkursloven § 109", "an estate was opened; the claim is filed with it"};
    if (what == "cancelled") return {"inkassoloven § 8", "the letter had not left when the case changed"};
    if (what == "order_changed") return {"customary order", "a fact that came late changed what the payment covers"};
    if (what == "payment_moved") return {"inkassoloven § 8", "the payment belongs elsewhere and counts here no more"};
    if (what == "payment_reversed") return {"inkassoloven § 8", "the bank took the payment back, so that it pays nothing"};
    if (what == "payment_mistaken") return {"inkassoloven § 8", "the payment was registered by mistake and never came"};
    if (what == "payment_returned") return {"inkassoloven § 8", "what was paid too much went back to who paid it"};
    // Wishes that are refused, by the code of their error.
    if (what.starts_with("objection.") || what.starts_with("credit.")) return {"inkassoloven § 17", std::string(what)};
    if (what.starts_with("bankrupt.")) return {"konkursloven § 109", std::string(what)};
    if (what.starts_with("plan.")) return {"inkassoforskriften § 2-4", std::string(what)};
    return {"inkassoloven § 8", std::string(what)};
}

std::string Norway::stop_section(Stop stop, cases::StepKind kind) const { return no::stop_section(stop, kind); }

Date Norway::of_age(Date born) const { return no::of_age(born); }

Result<Ruling<bool>> Norway::may_go(const cases::Sent& letter, const Way& way) const { return no::may_go(letter, way, law_); }

Result<std::vector<Error>> Norway::check_course(const CourseAsk& ask) const { return no::check_course(ask, law_); }

}  // namespace frist::rules::no
