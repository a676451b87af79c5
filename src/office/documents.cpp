#include "office/documents.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "office/case_facts.h"
#include "office/closing_letter.h"
#include "office/channels.h"
#include "office/gate_facts.h"
#include "office/preview.h"
#include "rules/cover.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

using letters::Facts;
using letters::Kind;

constexpr Days usual_answer{14};

class Documents {
public:
    Documents(const Desk& desk, const CreditorRecord& creditor, const letters::Texts& texts, Id case_id, cases::Case c)
        : desk_(desk), creditor_(creditor), texts_(texts), case_id_(case_id), c_(std::move(c)) {}

    Result<Facts> enforcement_notice() {
        FRIST_TRY_DONE(open());
        Facts probe;
        probe.kind = Kind::enforcement_notice;
        probe.written = desk_.today;
        FRIST_TRY(const Days least, texts_.law().least_deadline(probe));
        FRIST_TRY(Facts facts, gather(c_, {desk_.today, {}, desk_.today + least, 0, false}));
        for (const cases::Claim& claim : c_.claims)
            if (claim.due > desk_.today) return state("a claim is not due yet", "Write the notice on the due date or later.");
        return of(std::move(facts), Kind::enforcement_notice, {});
    }

    Result<Facts> proposed(const PlanWish& wish) {
        FRIST_TRY_DONE(open());
        const Date answer_by = wish.answer_by.value_or(desk_.today + usual_answer);
        FRIST_TRY(const cases::Events events, rules::decide(c_, cases::AgreePlan{wish.first, wish.every_days, wish.count}, desk_.today, desk_.country));
        cases::Case with_plan = c_;
        for (const cases::Event& event : events) cases::evolve(with_plan, event);
        return plan(with_plan, {}, answer_by);
    }

    Result<Facts> agreed() {
        if (!c_.plan) return state("the case has no plan", "Give the terms that are proposed.");
        // The plan as it was made: what came later is not in it.
        FRIST_TRY(const cases::Case then, case_on(desk_, case_id_, c_.plan->agreed));
        if (!then.plan) return state("the plan cannot be found on the day it was made", "Give the terms that are proposed.");
        return plan(then, then.plan->agreed, {});
    }

    Result<Facts> receipt() {
        FRIST_TRY_DONE(open());
        if (c_.payments.empty()) return state("no payment has come", "Book the payment first.");
        const cases::Payment& last = c_.payments.back();
        letters::ReceivedPayment payment{last.on, last.amount - last.cover.overpaid, last.cover.costs, c_.zero(), c_.zero()};
        for (const cases::ClaimCover& part : last.cover.claims) {
            payment.interest += part.interest;
            payment.principal += part.principal;
        }
        FRIST_TRY(Facts facts, gather(c_, {desk_.today, {}, {}, 0, false}));
        return of(std::move(facts), Kind::receipt, payment);
    }

    Result<Facts> closing(const ClosingWish& wish) const { return closing_facts(desk_, creditor_, c_, wish.refund_account); }

    Result<Facts> answer(const AnswerWish& wish) {
        letters::ObjectionAnswer mine{wish.received, wish.verdict, wish.words, c_.zero()};
        cases::Case before = c_;
        before.closing.reset();
        const bool right = wish.verdict == letters::Verdict::upheld;
        const std::optional<Date> deadline = right ? std::nullopt : std::optional(wish.deadline.value_or(desk_.today + usual_answer));
        FRIST_TRY(Facts facts, gather(before, {c_.closing ? c_.closing->on : desk_.today, {}, deadline, 0, false}));
        facts.written = desk_.today;
        if (right) {
            if (!c_.closing) return state("the claim still stands", "Withdraw or credit it first; then the answer says so.");
            if (!c_.payments.empty()) return state("something was paid on a claim that fell away", "Credit the claim, so that what was paid is owed back, and write the closing letter.");
            nothing_owed(facts);
        } else if (c_.closing) {
            return state("the case is closed", "Only an upheld objection is answered when nothing is asked any more.");
        }
        for (const cases::Claim& claim : c_.claims)
            for (const cases::Credit& credit : claim.credits)
                if (credit.on >= wish.received) mine.credited += credit.amount;
        return of(std::move(facts), Kind::objection_answer, mine);
    }

    Result<Facts> bankruptcy_demand() {
        FRIST_TRY_DONE(open());
        if (c_.kind == cases::DebtorKind::person || c_.kind == cases::DebtorKind::public_body)
            return state("konkursloven § 63 is for those who must keep accounts", "Choose an attachment or the conciliation board.");
        const cases::Sent* demand = c_.last_sent(cases::StepKind::demand);
        if (!demand) return state("payment has not been demanded", "Send a payment demand first.");
        cases::Step step;
        step.kind = cases::StepKind::bankruptcy;
        FRIST_TRY(const law::Ruling<Date> from, desk_.country.first_day(c_, step));
        if (!from) return state(from.reason.rule + ": " + from.reason.says, "Take the steps before it first.");
        FRIST_TRY(Facts facts, gather(c_, {desk_.today, {}, {}, 0, false}));
        return of(std::move(facts), Kind::bankruptcy_demand, letters::BankruptcyCall{demand->sent, *from.granted});
    }

    Result<Facts> annex() {
        cases::Case before = c_;
        before.closing.reset();
        FRIST_TRY(Facts facts, gather(before, {c_.closing ? c_.closing->on : desk_.today, {}, {}, 0, true}));
        facts.written = desk_.today;
        letters::Reckoning r;
        if (!facts.earlier.empty()) r.about = facts.earlier.back();
        for (const cases::Claim& claim : c_.claims)
            for (const cases::Credit& credit : claim.credits) r.credits.push_back({claim.number, credit.on, credit.amount});
        for (const cases::Payment& payment : c_.payments) r.covers.push_back(cover_line(payment));
        FRIST_TRY(const rules::Balance balance, rules::balance_on(before, facts.interest_to, desk_.country));
        for (const rules::CostRow& row : balance.cost_rows) r.cost_events.push_back(event_of(row));
        for (const rules::ClaimInterest& row : balance.interest_rows) FRIST_TRY_DONE(add_rate(before, row, r.rates));
        return of(std::move(facts), Kind::annex, std::move(r));
    }

private:
    Error state(std::string message, std::string remedy) const { return {"document.state", "case " + std::to_string(case_id_), std::move(message), std::move(remedy)}; }
    Outcome open() const {
        if (c_.closing) return state("the case is closed", "Write the closing letter, or how it was calculated.");
        return done;
    }
    Result<Facts> gather(const cases::Case& c, const FactsWish& wish) const { return case_facts(desk_, creditor_, c, wish); }

    static Result<Facts> of(Facts facts, Kind kind, letters::Particulars particulars) {
        facts.kind = kind;
        facts.particulars = std::move(particulars);
        return facts;
    }

    Result<Facts> plan(const cases::Case& with_plan, std::optional<Date> agreed, std::optional<Date> answer_by) const {
        FRIST_TRY(Facts facts, gather(with_plan, {with_plan.plan->agreed, {}, answer_by, 0, false}));
        facts.written = desk_.today;
        letters::PlanTerms terms{{}, agreed, c_.zero(), {}, c_.zero()};
        for (const cases::Instalment& instalment : with_plan.plan->instalments) terms.instalments.push_back({instalment.due, instalment.amount});
        FRIST_TRY(const rules::Balance balance, rules::balance_on(with_plan, with_plan.plan->agreed, desk_.country));
        for (const rules::CostRow& row : balance.cost_rows)
            if (row.kind == "plan_fee") {
                terms.cost += row.amount;
                terms.cost_reason = row.rule;
            }
        FRIST_TRY(terms.rest_at_end, rest_after(with_plan));
        return of(std::move(facts), Kind::instalment_agreement, std::move(terms));
    }

    // What is left when every instalment comes on its day: the interest of the time in between.
    Result<Money> rest_after(cases::Case c) const {
        int number = c.payments.empty() ? 0 : c.payments.back().number;
        for (const cases::Instalment& instalment : c.plan->instalments) {
            cases::Payment payment;
            payment.number = ++number;
            payment.on = instalment.due;
            payment.amount = instalment.amount;
            c.payments.push_back(payment);
        }
        FRIST_TRY(const rules::CoverPlan covered, rules::cover_all(c, desk_.country));
        for (std::size_t i = 0; i < covered.covers.size(); ++i) c.payments[i].cover = covered.covers[i];
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c, c.plan->instalments.back().due, desk_.country));
        return balance.total();
    }

    static void nothing_owed(Facts& facts) {
        const Money zero = facts.total - facts.total;
        for (letters::ClaimLine& claim : facts.claims) {
            claim.credited += claim.open;
            claim.open = zero;
        }
        facts.interest.clear();
        facts.costs.clear();
        facts.total = facts.daily_interest = zero;
        facts.total_at_deadline.reset();
    }

    letters::CoverLine cover_line(const cases::Payment& payment) const {
        letters::CoverLine line{payment.on, payment.amount, payment.cover.costs, c_.zero(), {}, payment.cover.overpaid, payment.debtors_choice};
        for (const cases::ClaimCover& part : payment.cover.claims) {
            line.interest += part.interest;
            if (!part.principal.zero()) line.principal.emplace_back(c_.claims[static_cast<std::size_t>(part.claim)].number, part.principal);
        }
        return line;
    }

    letters::CostEvent event_of(const rules::CostRow& row) const {
        using letters::CostCause;
        if (row.kind == "compensation") return {CostCause::due, {}};
        if (row.kind == "plan_fee") return {CostCause::plan, {}};
        if (row.kind == "reversal") return {CostCause::taken_back, {}};
        if (row.kind == "court_fee" || row.kind == "writing_fee") return {CostCause::filed, {}};
        if (row.kind == "set_off") return {CostCause::set_off, {}};
        const bool salaer = row.kind.starts_with("salaer");
        const cases::Sent* cause = nullptr;
        for (const cases::Sent& letter : c_.letters)
            if (salaer ? letter.kind == cases::StepKind::demand && letter.sent <= row.on : letter.sent == row.on && name_of(letter.kind) == row.kind) cause = &letter;
        if (!cause) return {CostCause::letter, {}};
        return {CostCause::letter, letters::EarlierLetter{letter_kind(cause->kind), cause->sent}};
    }

    Outcome add_rate(const cases::Case& c, const rules::ClaimInterest& row, std::vector<letters::RateLine>& rates) const {
        const cases::Claim& claim = c.claims[static_cast<std::size_t>(row.claim)];
        FRIST_TRY(const rules::Rates known, desk_.country.rates(c, claim));
        for (const RateSpan& span : known.own.empty() ? known.spans : std::span<const RateSpan>(known.own)) {
            if (span.days.to <= row.row.days.from || span.days.from >= row.row.days.to || span.rate != row.row.rate) continue;
            const letters::RateLine line{span.rate, std::min(span.days.from, row.row.days.from), desk_.country.why_rate(c, claim, row.row.days.from).rule};
            const auto same = [&](const letters::RateLine& r) { return r.rate == line.rate && r.since == line.since && r.reason == line.reason; };
            if (std::none_of(rates.begin(), rates.end(), same)) rates.push_back(line);
            break;
        }
        return done;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    const letters::Texts& texts_;
    Id case_id_;
    cases::Case c_;
};

// What the gate is asked about a letter that no course orders. It stands in for the kind of letter that asks for nothing
// new; where the law knows the step itself, that one.
struct GateAsk {
    cases::StepKind kind = cases::StepKind::rest_note;
    bool enforcement_notice = false;
    std::vector<rules::Stop> passed;    // reasons that stop no such letter
};

std::optional<GateAsk> gate_ask(Kind kind, const DocumentWish& wish) {
    using rules::Stop;
    // A person takes it out, and its day is the law's own (documents of that kind look at it).
    const std::vector<Stop> by_hand = {Stop::sending_day, Stop::daily_limit, Stop::too_early};
    const auto also = [&](std::initializer_list<Stop> more) {
        std::vector<Stop> all = by_hand;
        all.insert(all.end(), more);
        return all;
    };
    const auto* answer = std::get_if<AnswerWish>(&wish);
    switch (kind) {
        case Kind::enforcement_notice: return GateAsk{cases::StepKind::rest_note, true, by_hand};
        case Kind::bankruptcy_demand: return GateAsk{cases::StepKind::bankruptcy, false, by_hand};
        case Kind::instalment_agreement:
            if (std::holds_alternative<PlanWish>(wish)) return GateAsk{cases::StepKind::rest_note, false, also({Stop::paused})};
            // What was agreed is written down as it was then.
            return GateAsk{cases::StepKind::rest_note, false,
                           also({Stop::paused, Stop::plan, Stop::suspense, Stop::paid, Stop::ledger_stale, Stop::bank_stale, Stop::not_counted_twice, Stop::credit, Stop::limitation})};
        case Kind::objection_answer:
            if (!answer || answer->verdict == letters::Verdict::upheld) return std::nullopt;
            return GateAsk{cases::StepKind::rest_note, false, also({Stop::disputed, Stop::paused, Stop::credit})};
        case Kind::receipt:
        case Kind::closing:
        case Kind::annex:
        case Kind::friendly_reminder:
        case Kind::reminder:
        case Kind::notice:
        case Kind::demand:
        case Kind::rest_note:
        case Kind::attachment_petition:
        case Kind::conciliation_complaint:
        case Kind::bankruptcy_petition:
        case Kind::estate_claim: return std::nullopt;
    }
    return std::nullopt;
}

Result<std::vector<rules::Refusal>> refusals_of(const Desk& desk, const CreditorRecord& creditor, Id case_id, const GateAsk& ask, const Facts& facts) {
    FRIST_TRY(const CaseRow row, case_row(desk, case_id));
    FRIST_TRY(const DebtorRecord record, debtor_of_case(desk, case_id));
    cases::Case waiting = row.state;
    cases::Ordered order;
    order.letter = waiting.last_letter + 1;
    order.kind = ask.kind;
    order.on = desk.today;
    waiting.ordered = order;
    rules::Leaving leaving;
    leaving.sent.letter = order.letter;
    leaving.sent.kind = ask.kind;
    leaving.sent.sent = desk.today;
    leaving.sent.fee = waiting.zero();
    leaving.sent.enforcement_notice = ask.enforcement_notice;
    leaving.sent.deadline = facts.deadline;
    FRIST_TRY(const GateFacts known, GateFacts::gather(desk, creditor, desk.today));
    FRIST_TRY(const rules::World world, known.world(row, record, row.state));
    std::vector<rules::Refusal> found = rules::gate(waiting, leaving, world, desk.today, desk.country);
    std::erase_if(found, [&](const rules::Refusal& r) { return std::find(ask.passed.begin(), ask.passed.end(), r.stop) != ask.passed.end(); });
    return found;
}

Error wrong_kind(Kind kind) {
    return Error{"document.kind", std::string(name_of(kind)), "this letter is not asked for so", "Letters of the course are written with frist letters write; a plan, an answer and a closing take their own terms."};
}

}  // namespace

Result<Facts> document_facts(const Desk& desk, const CreditorRecord& creditor, Id case_id, Kind kind, const DocumentWish& wish, const letters::Texts& texts) {
    FRIST_TRY(cases::Case c, case_on(desk, case_id, desk.today));
    Documents documents(desk, creditor, texts, case_id, std::move(c));
    const bool bare = std::holds_alternative<std::monostate>(wish);
    const auto* terms = std::get_if<PlanWish>(&wish);
    const auto* answer = std::get_if<AnswerWish>(&wish);
    const auto* closing = std::get_if<ClosingWish>(&wish);
    switch (kind) {
        case Kind::enforcement_notice: return bare ? documents.enforcement_notice() : wrong_kind(kind);
        case Kind::instalment_agreement: return terms ? documents.proposed(*terms) : bare ? documents.agreed() : wrong_kind(kind);
        case Kind::receipt: return bare ? documents.receipt() : wrong_kind(kind);
        case Kind::closing: return closing || bare ? documents.closing(closing ? *closing : ClosingWish{}) : wrong_kind(kind);
        case Kind::objection_answer: return answer ? documents.answer(*answer) : wrong_kind(kind);
        case Kind::bankruptcy_demand: return bare ? documents.bankruptcy_demand() : wrong_kind(kind);
        case Kind::annex: return bare ? documents.annex() : wrong_kind(kind);
        case Kind::attachment_petition:
        case Kind::conciliation_complaint:
        case Kind::bankruptcy_petition:
        case Kind::estate_claim:
        case Kind::friendly_reminder:
        case Kind::reminder:
        case Kind::notice:
        case Kind::demand:
        case Kind::rest_note: return wrong_kind(kind);
    }
    return wrong_kind(kind);
}

Result<letters::Letter> document(const Desk& desk, const CreditorRecord& creditor, Id case_id, Kind kind, const DocumentWish& wish, const letters::Texts& texts) {
    FRIST_TRY(const Facts facts, document_facts(desk, creditor, case_id, kind, wish, texts));
    return letters::compose(facts, texts);
}

Result<MadeDocument> make_document(const Desk& desk, const CreditorRecord& creditor, Id case_id, Kind kind, const DocumentWish& wish, Purpose purpose, const letters::Texts& texts) {
    MadeDocument made;
    made.kind = kind;
    FRIST_TRY(made.facts, document_facts(desk, creditor, case_id, kind, wish, texts));
    if (const auto ask = gate_ask(kind, wish)) {
        FRIST_TRY(made.refusals, refusals_of(desk, creditor, case_id, *ask, made.facts));
    }
    if (!made.refusals.empty() && purpose == Purpose::send) return made;
    if (const auto* answer = std::get_if<AnswerWish>(&wish)) made.verdict = name_of(answer->verdict);
    FRIST_TRY(made.letter, letters::compose(made.facts, texts));
    if (purpose == Purpose::copy) {
        const letters::Language language = made.letter.language;
        made.letter.mark = draft_mark(texts, language, texts.label(language, "may_not_leave"), made.refusals);
    }
    return made;
}

Outcome note_document(const Desk& desk, Id case_id, const MadeDocument& made, const std::string& sha256) {
    if (made.kind == Kind::annex || made.letter.mark) return done;
    cases::DocumentMade event;
    event.on = desk.today;
    event.kind = name_of(made.kind);
    event.deadline = made.facts.deadline;
    event.total = made.facts.total;
    event.verdict = made.verdict;
    event.sha256 = sha256;
    if (const auto* plan = std::get_if<letters::PlanTerms>(&made.facts.particulars)) {
        event.cost = plan->cost;
        for (const letters::InstalmentLine& one : plan->instalments) event.terms.push_back({one.due, one.amount});
    }
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<StoredEvent> stored, desk.store.events(desk.creditor, case_id));
        for (const StoredEvent& s : stored) {
            if (s.type != "DocumentMade") continue;
            FRIST_TRY(const cases::Event earlier, event_of(s));
            if (std::get<cases::DocumentMade>(earlier).sha256 == sha256) return done;
        }
        FRIST_TRY(CaseRow row, case_row(desk, case_id));
        return keep(desk, row, {event}, "hand:" + text(desk.today));
    });
}

}  // namespace frist::office
