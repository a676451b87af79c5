#include "base/pch.h"
#include "letters/values.h"
#include "letters/words.h"

namespace frist::letters {
namespace {

using Found = std::optional<std::string>;

struct Pen {
    const Facts& facts;
    const Texts& texts;
    [[nodiscard]] std::string sum(Money m) const { return in_words(m, facts.language); }
    [[nodiscard]] std::string day(Date d) const { return in_words(d, facts.language); }
    [[nodiscard]] const std::string& label(std::string_view key) const { return texts.label(facts.language, key); }
};

Found of(const Pen&, const std::monostate&, std::string_view) { return std::nullopt; }

Found of(const Pen& pen, const PlanTerms& plan, std::string_view name) {
    if (name == "plan_cost") return pen.sum(plan.cost);
    if (name == "plan_cost_reason" && !plan.cost_reason.empty()) return pen.texts.section(pen.facts.language, plan.cost_reason);
    if (name == "plan_count") return fmt::format("{}", plan.instalments.size());
    if (name == "plan_first") return pen.day(plan.instalments.front().due);
    if (name == "plan_first_amount") return pen.sum(plan.instalments.front().amount);
    if (name == "plan_last") return pen.day(plan.instalments.back().due);
    if (name == "plan_agreed_date" && plan.agreed) return pen.day(*plan.agreed);
    if (name == "plan_rest") return pen.sum(plan.rest_at_end);
    return std::nullopt;
}

Found of(const Pen& pen, const ReceivedPayment& payment, std::string_view name) {
    if (name == "paid_amount") return pen.sum(payment.amount);
    if (name == "paid_date") return pen.day(payment.on);
    if (name != "covered_words") return std::nullopt;
    std::vector<std::string> parts;
    for (const auto& [key, amount] : {std::pair<std::string_view, Money>{"covered_costs", payment.costs}, {"covered_interest", payment.interest}, {"covered_principal", payment.principal}})
        if (amount.positive()) parts.push_back(pen.label(key) + " " + pen.sum(amount));
    return fmt::format("{}", fmt::join(parts, ", "));
}

Found of(const Pen& pen, const ClosedCase& closed, std::string_view name) {
    if (name == "written_off") return pen.sum(closed.written_off);
    if (name == "overpaid") return pen.sum(closed.overpaid);
    if (name == "refund_account" && !closed.refund_account.empty()) return account_text(closed.refund_account);
    return std::nullopt;
}

Found of(const Pen& pen, const ObjectionAnswer& answer, std::string_view name) {
    if (name == "objection_date") return pen.day(answer.received);
    if (name == "credited") return pen.sum(answer.credited);
    return std::nullopt;
}

Found of(const Pen& pen, const BankruptcyCall& call, std::string_view name) {
    if (name == "demanded_date") return pen.day(call.demanded);
    if (name == "service_from") return pen.day(call.service_from);
    return std::nullopt;
}

// "3. mars 2026 (avklart 10. mars 2026), 5. april 2026 (åpen)".
std::string disputes_in_words(const Pen& pen, const Petition& petition) {
    std::vector<std::string> words;
    words.reserve(petition.disputes.size());
    for (const Dispute& one : petition.disputes) {
        const std::string how = one.groundless ? pen.label("dispute_groundless") : one.settled ? pen.label("dispute_settled") + " " + pen.day(*one.settled) : pen.label("dispute_open");
        words.push_back(fmt::format("{} ({})", pen.day(one.raised), how));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

Found of(const Pen& pen, const Petition& petition, std::string_view name) {
    if (name == "authority") return petition.authority;   // in the words of the office, whatever the language
    if (name == "disputes") return disputes_in_words(pen, petition);
    if (name == "notified_date" && petition.notified) return pen.day(*petition.notified);
    if (name == "served_date" && petition.served) return pen.day(*petition.served);
    if (name == "opened_date" && petition.opened) return pen.day(*petition.opened);
    if (name == "court_fee") return pen.sum(petition.court_fee);
    if (name == "court_fee_reason") return pen.texts.section(pen.facts.language, petition.court_fee_reason);
    if (name == "writing_fee") return pen.sum(petition.writing_fee);
    if (name == "writing_fee_reason") return pen.texts.section(pen.facts.language, petition.writing_fee_reason);
    return std::nullopt;
}

Found of(const Pen& pen, const Reckoning& reckoning, std::string_view name) {
    if (!reckoning.about) return std::nullopt;
    if (name == "about_date") return pen.day(reckoning.about->sent);
    if (name == "about_kind") return pen.label(fmt::format("kind_{}", names_of(Kind{})[static_cast<std::size_t>(reckoning.about->kind)]));
    return std::nullopt;
}

}  // namespace

std::optional<std::string> Values::of_own(std::string_view name) const {
    const Pen pen{facts_, texts_};
    return std::visit([&](const auto& mine) { return of(pen, mine, name); }, facts_.particulars);
}

// A condition about another kind of letter does not hold in this one.
std::optional<bool> Values::own_holds(std::string_view condition) const {
    const auto* plan = own<PlanTerms>(facts_);
    const auto* closed = own<ClosedCase>(facts_);
    const auto* answer = own<ObjectionAnswer>(facts_);
    const auto* reckoning = own<Reckoning>(facts_);
    const auto ended = [&](Ending why) { return closed && closed->why == why; };
    const auto judged = [&](Verdict verdict) { return answer && answer->verdict == verdict; };
    if (condition == "plan_agreed") return plan && plan->agreed;
    if (condition == "plan_costs") return plan && plan->cost.positive();
    if (condition == "plan_rest") return plan && plan->rest_at_end.positive();
    if (condition == "plan_one") return plan && plan->instalments.size() == 1;
    if (condition == "closed_paid") return ended(Ending::paid);
    if (condition == "closed_small") return ended(Ending::small_rest);
    if (condition == "closed_credited") return ended(Ending::credited);
    if (condition == "closed_withdrawn") return ended(Ending::withdrawn);
    if (condition == "written_off") return closed && closed->written_off.positive();
    if (condition == "overpaid") return closed && closed->overpaid.positive();
    if (condition == "refund_known") return closed && !closed->refund_account.empty();
    if (condition == "upheld") return judged(Verdict::upheld);
    if (condition == "partly") return judged(Verdict::partly);
    if (condition == "rejected") return judged(Verdict::rejected);
    const auto* petition = own<Petition>(facts_);
    if (condition == "court_fee") return petition && petition->court_fee.positive();
    if (condition == "writing_fee") return petition && petition->writing_fee.positive();
    if (condition == "filing_fees") return petition && (petition->court_fee.positive() || petition->writing_fee.positive());
    if (condition == "default_judgment") return petition && petition->default_judgment;
    if (condition == "disputed") return petition && !petition->disputes.empty();
    if (condition == "warned") return petition && petition->warned;
    // No letter that the warning's paragraph could name.
    if (condition == "unwarned") return petition && !petition->warned && std::none_of(facts_.earlier.begin(), facts_.earlier.end(), [](const EarlierLetter& l) { return l.kind == Kind::reminder || l.kind == Kind::notice || l.kind == Kind::demand; });
    if (condition == "or_board") return petition && petition->or_board;
    const auto of_estate = [&](Estate estate) { return facts_.kind == Kind::estate_claim && petition && petition->estate == estate; };
    if (condition == "of_bankruptcy") return of_estate(Estate::bankruptcy);
    if (condition == "of_death") return of_estate(Estate::death);
    if (condition == "of_settlement") return of_estate(Estate::debt_settlement);
    if (condition == "electronic_only") return petition && petition->electronic_only;
    if (condition == "about") return reckoning && reckoning->about.has_value();
    return std::nullopt;
}

}  // namespace frist::letters
