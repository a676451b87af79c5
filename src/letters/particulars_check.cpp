#include "letters/particulars_check.h"

#include "base/pch.h"

namespace frist::letters {
namespace {

constexpr std::size_t most_words = 4'000;   // a person's own words, in bytes: about a page

Error wrong(std::string field, std::string message, std::string remedy) {
    return Error{"letter.particulars", std::move(field), std::move(message), std::move(remedy)};
}

Outcome check_plan(const Facts& f, const PlanTerms& plan) {
    Money sum(0, f.total.currency());
    for (std::size_t i = 0; i < plan.instalments.size(); ++i) {
        const InstalmentLine& line = plan.instalments[i];
        if (!line.amount.positive() || (i > 0 && line.due <= plan.instalments[i - 1].due))
            return wrong(fmt::format("instalments[{}]", i), "an instalment of nothing, or out of order", "Set positive instalments in order of their days.");
        sum += line.amount;
    }
    if (sum != f.total) return wrong("instalments", "the instalments do not add up to what is owed", "Let the last instalment take the rounding.");
    if (plan.cost.negative() || plan.cost > costs_sum(f) || plan.cost.zero() != plan.cost_reason.empty())
        return wrong("cost", "the plan's cost is not among the costs, or rests on no section", "Name it as a row of the costs, with its section.");
    if (!plan.agreed && f.deadline && plan.instalments.front().due < *f.deadline)
        return wrong("instalments[0]", "the first instalment is due before the last day to say yes", "Move it to the deadline of the answer or later.");
    return done;
}

Outcome check_received(const Facts& f, const ReceivedPayment& payment) {
    if (payment.costs + payment.interest + payment.principal != payment.amount || !payment.amount.positive())
        return wrong("payment", "the payment is not what it covered", "Compare with the coverage of the payment.");
    const PaymentLine line{payment.on, payment.amount};
    if (std::find(f.payments.begin(), f.payments.end(), line) == f.payments.end())
        return wrong("payment", "the payment is not among the payments of the case", "Name one that came in.");
    return done;
}

Outcome check_closed(const Facts& f, const ClosedCase& closed) {
    if (closed.written_off != f.total) return wrong("written_off", "what is written off is not what was left", "Compare with the closing of the case.");
    if (closed.overpaid.negative()) return wrong("overpaid", "less than nothing was overpaid", "Compare with the coverage of the payments.");
    if (closed.why == Ending::paid && !closed.written_off.zero()) return wrong("written_off", "a paid case has something left", "Say how the case ended.");
    return done;
}

Outcome check_answer(const Facts& f, const ObjectionAnswer& answer) {
    std::size_t size = 0;
    for (const std::string& words : answer.words) size += words.size();
    if (size == 0 || std::any_of(answer.words.begin(), answer.words.end(), [](const std::string& s) { return s.empty(); }))
        return wrong("words", "the answer gives no reasons", "Write why, in your own words.");
    if (size > most_words) return wrong("words", "the reasons are longer than a page", fmt::format("Keep them below {} bytes.", most_words));
    if (answer.received > f.written) return wrong("received", "the objection came after its answer", "Correct the day.");
    if ((answer.verdict == Verdict::upheld) != f.total.zero())
        return wrong("verdict", "an upheld objection leaves nothing to pay, any other leaves something", "Credit or withdraw the claim first, or change the answer.");
    if (answer.verdict == Verdict::partly && !answer.credited.positive())
        return wrong("credited", "a partly upheld objection takes nothing off the claim", "Credit the part that was wrong first.");
    return done;
}

Outcome check_call(const Facts&, const BankruptcyCall& call) {
    if (call.service_from <= call.demanded)
        return wrong("service_from", "konkursloven § 63: served before payment was demanded", "Serve it four weeks after the demand was sent at the earliest.");
    return done;
}

bool blank(const std::string& s) { return s.empty(); }

Outcome check_petition(const Facts& f, const Petition& petition) {
    if (petition.authority.empty()) return wrong("authority", "nobody is named who gets it", "Name the office, with frist office set.");
    if (f.kind == Kind::estate_claim && (!petition.opened || *petition.opened > f.written))
        return wrong("opened", "the day the estate was opened is missing or has not come", "Register the bankruptcy, the death or the debt settlement with its day.");
    const bool number_may_lack = f.kind == Kind::conciliation_complaint || f.kind == Kind::estate_claim;
    if (petition.debtor_number.empty() && !number_may_lack)
        return wrong("debtor_number", "the office must know who the debtor is", "Give the organisation number, or the birth number of a person.");
    if (petition.court_fee.negative() || petition.court_fee.zero() != petition.court_fee_reason.empty() || petition.writing_fee.negative() ||
        petition.writing_fee.zero() != petition.writing_fee_reason.empty())
        return wrong("court_fee", "a fee rests on no section, or a section has no fee", "Name the fee with its section.");
    if (f.kind == Kind::attachment_petition && (!petition.notified || f.written < *petition.notified + Days{15}))
        return wrong("notified", "tvangsfullbyrdelsesloven § 4-18: the two weeks after the notice of enforcement are not over", "Send the notice, and wait until its two weeks are over.");
    if (f.kind == Kind::bankruptcy_petition && (!petition.served || f.written < *petition.served + Days{15}))
        return wrong("served", "konkursloven § 63: the two weeks after service are not over", "Have the bankruptcy demand served, and wait until its two weeks are over.");
    std::size_t size = 0;
    for (const std::string& words : petition.grounds) size += words.size();
    if (std::any_of(petition.grounds.begin(), petition.grounds.end(), blank) || size > most_words)
        return wrong("grounds", "a paragraph is empty, or the grounds are longer than a page", fmt::format("Keep them below {} bytes.", most_words));
    if (petition.enclosures.empty() || std::any_of(petition.enclosures.begin(), petition.enclosures.end(), blank))
        return wrong("enclosures", "nothing is enclosed that proves the claim", "Enclose the letters and how the sum was found.");
    return done;
}

Outcome check_reckoning(const Facts& f, const Reckoning& r) {
    const Money zero(0, f.total.currency());
    if (r.cost_events.size() != f.costs.size()) return wrong("cost_events", "not every cost has the event behind it", "Name one for each cost.");
    if (r.covers.size() != f.payments.size()) return wrong("covers", "not every payment says what it covered", "Name one for each payment.");
    Money interest = zero;
    Money costs = zero;
    std::map<std::string, Money> principal;
    std::map<std::string, Money> credited;
    for (const ClaimLine& c : f.claims) principal[c.invoice] = credited[c.invoice] = zero;
    for (std::size_t i = 0; i < r.covers.size(); ++i) {
        const CoverLine& cover = r.covers[i];
        Money sum = cover.costs + cover.interest + cover.overpaid;
        for (const auto& [invoice, amount] : cover.principal) {
            principal[invoice] += amount;
            sum += amount;
        }
        if (sum != cover.amount || PaymentLine{cover.on, cover.amount} != f.payments[i])
            return wrong(fmt::format("covers[{}]", i), "the payment is not what it covered", "Compare with the coverage of the payment.");
        interest += cover.interest;
        costs += cover.costs;
    }
    for (const CreditLine& credit : r.credits) credited[credit.invoice] += credit.amount;
    for (const ClaimLine& c : f.claims)
        if (principal[c.invoice] != c.paid || credited[c.invoice] != c.credited)
            return wrong("covers", "a claim is not what its credits and payments make of it", "Compare with the coverage of the payments.");
    if (interest != f.interest_paid || costs != f.costs_paid) return wrong("covers", "the covers do not add up", "Compare with the coverage of the payments.");
    for (const InterestLine& row : f.interest)
        if (std::none_of(r.rates.begin(), r.rates.end(), [&](const RateLine& rate) { return rate.rate == row.rate && rate.since <= row.from; }))
            return wrong("rates", "a row of interest has a rate without a source", "Name the row of the table it rests on.");
    return done;
}

}  // namespace

Outcome check_particulars(const Facts& f) {
    const auto lacking = [] { return wrong("particulars", "the facts are those of another kind of letter", "Gather them for this kind."); };
    const auto held = [&]<class T>(const T*, Outcome (*look)(const Facts&, const T&)) -> Outcome {
        const T* mine = own<T>(f);
        return mine ? look(f, *mine) : Outcome(lacking());
    };
    switch (f.kind) {
        case Kind::friendly_reminder:
        case Kind::reminder:
        case Kind::notice:
        case Kind::demand:
        case Kind::rest_note:
        case Kind::enforcement_notice: return own<std::monostate>(f) ? Outcome(done) : Outcome(lacking());
        case Kind::instalment_agreement: return held(static_cast<const PlanTerms*>(nullptr), check_plan);
        case Kind::receipt: return held(static_cast<const ReceivedPayment*>(nullptr), check_received);
        case Kind::closing: return held(static_cast<const ClosedCase*>(nullptr), check_closed);
        case Kind::objection_answer: return held(static_cast<const ObjectionAnswer*>(nullptr), check_answer);
        case Kind::bankruptcy_demand: return held(static_cast<const BankruptcyCall*>(nullptr), check_call);
        case Kind::annex: return held(static_cast<const Reckoning*>(nullptr), check_reckoning);
        case Kind::attachment_petition:
        case Kind::conciliation_complaint:
        case Kind::bankruptcy_petition:
        case Kind::estate_claim: return held(static_cast<const Petition*>(nullptr), check_petition);
    }
    return done;
}

}  // namespace frist::letters
