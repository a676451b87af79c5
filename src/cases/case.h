// cases: one debtor's overdue claims with one creditor on their way to being settled. The case is what
// its events add up to (evolve.h); this struct is that sum, and the stored snapshot is a cache of it.
#pragma once
#include "cases/claim.h"
#include "party/kinds.h"

namespace frist::cases {

enum class Mode { self, agency };   // the creditor collects its own claims, or an agency for its client
constexpr auto names_of(Mode) { return std::to_array<std::string_view>({"self", "agency"}); }

using party::DebtorKind;
using party::Relation;

enum class State { active, held, paused, awaiting_choice, legal, closed };
constexpr auto names_of(State) {
    return std::to_array<std::string_view>({"active", "held", "paused", "awaiting_choice", "legal", "closed"});
}

enum class ClosingReason { paid, small_rest, credited, withdrawn, lapsed, merged };
constexpr auto names_of(ClosingReason) {
    return std::to_array<std::string_view>({"paid", "small_rest", "credited", "withdrawn", "lapsed", "merged"});
}

// Why a creditor gives its claim up.
enum class Withdrawal { mistaken, paid_directly, disputed, agreed, goodwill, not_worth_it, other };
constexpr auto names_of(Withdrawal) {
    return std::to_array<std::string_view>({"mistaken", "paid_directly", "disputed", "agreed", "goodwill", "not_worth_it", "other"});
}

// A letter that is to leave. Nothing is sent before a channel says so.
struct Ordered {
    int letter = 0;
    StepKind kind = StepKind::reminder;
    int step = -1;                  // index in the course; -1 for a rest note and for a letter sent anew
    Date on;                        // the first day it may leave
    bool fee_wanted = false;
    std::optional<int> replaces;    // a letter that came back: its fee is not charged twice
    bool needs_approval = false;    // a person says yes before it is written
    bool operator==(const Ordered&) const = default;
};
template <class Visit>
void fields(Visit& visit, Ordered& o) {
    visit("letter", o.letter);
    visit("kind", o.kind);
    visit("step", o.step);
    visit("on", o.on);
    visit("fee_wanted", o.fee_wanted);
    visit("replaces", o.replaces);
    visit("needs_approval", o.needs_approval);
}

struct Instalment {
    Date due;
    Money amount;
    bool operator==(const Instalment&) const = default;
};
template <class Visit>
void fields(Visit& visit, Instalment& i) {
    visit("due", i.due);
    visit("amount", i.amount);
}

struct Plan {
    Date agreed;                    // an acknowledgement of the debt
    std::vector<Instalment> instalments;
    std::optional<Date> broken;
    std::optional<Date> kept;       // all instalments came
    int payments_before = 0;        // the number of the last payment that came before the plan
    [[nodiscard]] bool counts(const Payment& payment) const { return payment.number > payments_before; }
    bool operator==(const Plan&) const = default;
};
template <class Visit>
void fields(Visit& visit, Plan& p) {
    visit("agreed", p.agreed);
    visit("instalments", p.instalments);
    visit("broken", p.broken);
    visit("kept", p.kept);
    visit("payments_before", p.payments_before);
}

// The note about a rest that ran last: paid as it asked and in time, it ends the case.
struct RestNote {
    int letter = 0;
    Date deadline;
    std::optional<Money> asks;
    Money credited;               // of all claims when it left
    int payments_before = 0;      // the number of the last payment that it counted
    bool operator==(const RestNote&) const = default;
};
template <class Visit>
void fields(Visit& visit, RestNote& n) {
    visit("letter", n.letter);
    visit("deadline", n.deadline);
    visit("asks", n.asks);
    visit("credited", n.credited);
    visit("payments_before", n.payments_before);
}

// What the debtor has said against the claim; it stays with the case when it is settled.
struct Objection {
    Date raised;
    bool groundless = false;      // plainly so: it stopped nothing
    std::optional<Date> settled;
    bool operator==(const Objection&) const = default;
};
template <class Visit>
void fields(Visit& visit, Objection& o) {
    visit("raised", o.raised);
    visit("groundless", o.groundless);
    visit("settled", o.settled);
}

// tvangsfullbyrdelsesloven § 4-18: the notice of enforcement as a letter of its own, outside the course.
struct EnforcementNotice {
    Date sent;
    Date deadline;                // the last day, which belongs to the debtor
    bool operator==(const EnforcementNotice&) const = default;
};
template <class Visit>
void fields(Visit& visit, EnforcementNotice& n) {
    visit("sent", n.sent);
    visit("deadline", n.deadline);
}

struct Pause {
    Date since;
    std::optional<Date> until;
    bool operator==(const Pause&) const = default;
};
template <class Visit>
void fields(Visit& visit, Pause& p) {
    visit("since", p.since);
    visit("until", p.until);
}

struct Closing {
    Date on;
    ClosingReason reason = ClosingReason::paid;
    Money principal;   // written off
    Money interest;
    Money costs;
    std::optional<Withdrawal> withdrawal;
    bool operator==(const Closing&) const = default;
};
template <class Visit>
void fields(Visit& visit, Closing& c) {
    visit("on", c.on);
    visit("reason", c.reason);
    visit("principal", c.principal);
    visit("interest", c.interest);
    visit("costs", c.costs);
    visit("withdrawal", c.withdrawal);
}

// How a court or an enforcement office ended a legal step.
enum class LegalOutcome { attachment_taken, nothing_to_seize, judgment, settlement, dismissed, withdrawn, estate_opened };
constexpr auto names_of(LegalOutcome) {
    return std::to_array<std::string_view>({"attachment_taken", "nothing_to_seize", "judgment", "settlement", "dismissed", "withdrawn", "estate_opened"});
}

// A legal step that was filed, with what it added to the debt.
struct Filing {
    StepKind kind = StepKind::attachment;
    Date on;
    std::string reference;          // the court's or the office's own number
    Money fee;                      // the court fee the debtor is asked for; zero when none may be asked
    std::string fee_rule;
    Money writing;                  // and the cost of writing it
    std::string writing_rule;
    std::optional<Date> hearing;    // the day in court
    std::optional<Date> decided;
    std::optional<LegalOutcome> outcome;
    bool operator==(const Filing&) const = default;
};
template <class Visit>
void fields(Visit& visit, Filing& f) {
    visit("kind", f.kind);
    visit("on", f.on);
    visit("reference", f.reference);
    visit("fee", f.fee);
    visit("fee_rule", f.fee_rule);
    visit("writing", f.writing);
    visit("writing_rule", f.writing_rule);
    visit("hearing", f.hearing);
    visit("decided", f.decided);
    visit("outcome", f.outcome);
}

struct Case {
    std::int64_t id = 0;
    std::int64_t debtor = 0;
    std::string country = "NO";
    Mode mode = Mode::self;
    DebtorKind kind = DebtorKind::person;
    Relation relation = Relation::consumer;
    bool vat_deductible = true;       // the creditor can deduct the agency's VAT
    Date opened;
    Course course;
    std::vector<Claim> claims;
    std::vector<Sent> letters;        // in order of sending
    std::vector<Payment> payments;    // in order of arrival
    std::vector<GonePayment> gone_payments;  // that were taken back, in that order
    int next_step = 0;                // index in course.steps; steps.size() when all are taken
    int last_letter = 0;              // the highest letter number given out
    std::optional<Ordered> ordered;
    std::optional<Date> not_before;   // the next step is this day at the earliest
    std::optional<Date> objection;    // open since
    std::vector<Objection> objections;  // every one, in order of their days
    std::vector<EnforcementNotice> notices;  // letters of their own; those within a letter are in `letters`
    std::optional<Pause> pause;
    std::optional<Date> returned_mail;
    std::optional<Date> bankrupt;
    std::optional<Plan> plan;
    std::optional<Date> acknowledged; // the debt was acknowledged: limitation runs anew from here
    std::optional<Date> rest_note_deadline;
    std::optional<RestNote> rest_note;
    std::optional<StepKind> legal;    // the legal step that is ready
    std::optional<Date> legal_since;
    std::optional<Date> served;       // the bankruptcy demand was served
    std::vector<Filing> filings;      // in order of filing
    bool awaiting_choice = false;
    std::optional<Closing> closing;
    std::optional<std::int64_t> merged_into;
    bool own_criteria = false;        // a person has set this case's, so that the creditor's pass it by
    Levels levels;
    bool operator==(const Case&) const = default;

    [[nodiscard]] Currency currency() const { return claims.empty() ? Currency::nok() : claims.front().amount.currency(); }
    [[nodiscard]] Money zero() const { return Money(0, currency()); }
    [[nodiscard]] Money credited() const {
        Money sum = zero();
        for (const Claim& claim : claims) sum += claim.amount - claim.net();
        return sum;
    }
    // The highest number that a payment was given; numbers are not given twice.
    [[nodiscard]] int last_payment() const {
        int last = 0;
        for (const Payment& payment : payments) last = std::max(last, payment.number);
        for (const GonePayment& payment : gone_payments) last = std::max(last, payment.number);
        return last;
    }
    // Of the instalments of the plan, and of what has come on it since.
    [[nodiscard]] Money plan_sum() const {
        Money sum = zero();
        for (const Instalment& instalment : plan->instalments) sum += instalment.amount;
        return sum;
    }
    [[nodiscard]] Money plan_paid() const {
        Money sum = zero();
        for (const Payment& payment : payments)
            if (plan->counts(payment)) sum += payment.kept();
        return sum;
    }
    [[nodiscard]] bool plan_runs() const { return plan && !plan->broken && !plan->kept; }
    [[nodiscard]] bool held() const { return objection || returned_mail || bankrupt || plan_runs(); }
    [[nodiscard]] State state() const {
        if (closing) return State::closed;
        if (pause) return State::paused;
        if (held()) return State::held;
        if (legal) return State::legal;
        if (awaiting_choice) return State::awaiting_choice;
        return State::active;
    }
    // The legal step that a court or an office has before it.
    [[nodiscard]] const Filing* pending() const { return filings.empty() || filings.back().decided ? nullptr : &filings.back(); }
    // The judgment or the settlement in court that can be enforced.
    [[nodiscard]] const Filing* judged() const {
        for (auto f = filings.rbegin(); f != filings.rend(); ++f)
            if (f->outcome == LegalOutcome::judgment || f->outcome == LegalOutcome::settlement) return &*f;
        return nullptr;
    }
    // The day the last notice of enforcement left, in a letter or as one.
    [[nodiscard]] std::optional<Date> enforcement_noticed() const {
        std::optional<Date> last;
        const auto later = [&](Date day) { last = std::max(last.value_or(day), day); };
        for (const Sent& letter : letters)
            if (letter.enforcement_notice && !letter.voided) later(letter.sent);
        for (const EnforcementNotice& notice : notices) later(notice.sent);
        return last;
    }
    // The latest letter of a kind whose deadline counts, or nothing.
    // Whether this letter may still leave: of a closed case only the one that says that it is closed.
    [[nodiscard]] bool waits_for(int letter) const { return ordered && ordered->letter == letter && (!closing || ordered->kind == StepKind::closing); }
    [[nodiscard]] const Sent* last_sent(StepKind kind_wanted) const {
        for (auto s = letters.rbegin(); s != letters.rend(); ++s)
            if (s->kind == kind_wanted && !s->voided) return &*s;
        return nullptr;
    }
};
template <class Visit>
void fields(Visit& visit, Case& c) {
    visit("id", c.id);
    visit("debtor", c.debtor);
    visit("country", c.country);
    visit("mode", c.mode);
    visit("kind", c.kind);
    visit("relation", c.relation);
    visit("vat_deductible", c.vat_deductible);
    visit("opened", c.opened);
    visit("course", c.course);
    visit("claims", c.claims);
    visit("letters", c.letters);
    visit("payments", c.payments);
    visit("gone_payments", c.gone_payments);
    visit("next_step", c.next_step);
    visit("last_letter", c.last_letter);
    visit("ordered", c.ordered);
    visit("not_before", c.not_before);
    visit("objection", c.objection);
    visit("objections", c.objections);
    visit("notices", c.notices);
    visit("pause", c.pause);
    visit("returned_mail", c.returned_mail);
    visit("bankrupt", c.bankrupt);
    visit("plan", c.plan);
    visit("acknowledged", c.acknowledged);
    visit("rest_note_deadline", c.rest_note_deadline);
    visit("rest_note", c.rest_note);
    visit("legal", c.legal);
    visit("legal_since", c.legal_since);
    visit("served", c.served);
    visit("filings", c.filings);
    visit("awaiting_choice", c.awaiting_choice);
    visit("closing", c.closing);
    visit("merged_into", c.merged_into);
    visit("own_criteria", c.own_criteria);
    visit("levels", c.levels);
}

}  // namespace frist::cases
