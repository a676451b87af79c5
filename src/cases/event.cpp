#include "cases/event.h"

#include "base/pch.h"

namespace frist::cases {

template <class V> void fields(V& v, CaseOpened& e) {
    v("on", e.on); v("case_id", e.case_id); v("debtor", e.debtor); v("country", e.country); v("mode", e.mode);
    v("kind", e.kind); v("relation", e.relation); v("vat_deductible", e.vat_deductible); v("course", e.course);
    v("claims", e.claims); v("earlier", e.earlier); v("next_step", e.next_step); v("because", e.because); v("levels", e.levels);
}
template <class V> void fields(V& v, LetterOrdered& e) { v("on", e.on); v("order", e.order); v("because", e.because); }
template <class V> void fields(V& v, LetterSent& e) { v("on", e.on); v("letter", e.letter); v("step", e.step); v("replaces", e.replaces); v("because", e.because); }
template <class V> void fields(V& v, LetterApproved& e) { v("on", e.on); v("letter", e.letter); }
template <class V> void fields(V& v, LetterCancelled& e) { v("on", e.on); v("letter", e.letter); v("because", e.because); }
template <class V> void fields(V& v, LetterVoided& e) { v("on", e.on); v("letter", e.letter); v("because", e.because); }
template <class V> void fields(V& v, FeeRefused& e) { v("on", e.on); v("kind", e.kind); v("because", e.because); }
template <class V> void fields(V& v, FeeReversed& e) { v("on", e.on); v("letter", e.letter); v("amount", e.amount); v("because", e.because); }
template <class V> void fields(V& v, LegalReady& e) { v("on", e.on); v("kind", e.kind); v("because", e.because); }
template <class V> void fields(V& v, ChoiceAwaited& e) { v("on", e.on); v("because", e.because); }
template <class V> void fields(V& v, PaymentReceived& e) {
    v("on", e.on); v("learnt", e.learnt); v("number", e.number); v("amount", e.amount); v("order", e.order);
    v("debtors_choice", e.debtors_choice); v("source", e.source);
}
template <class V> void fields(V& v, PaymentCovered& e) { v("on", e.on); v("number", e.number); v("cover", e.cover); v("because", e.because); }
template <class V> void fields(V& v, ClaimCredited& e) { v("on", e.on); v("claim", e.claim); v("amount", e.amount); v("because", e.because); }
template <class V> void fields(V& v, ObjectionRaised& e) { v("on", e.on); v("groundless", e.groundless); v("because", e.because); }
template <class V> void fields(V& v, ObjectionSettled& e) { v("on", e.on); }
template <class V> void fields(V& v, CasePaused& e) { v("on", e.on); v("until", e.until); }
template <class V> void fields(V& v, CaseResumed& e) { v("on", e.on); v("because", e.because); }
template <class V> void fields(V& v, MailReturned& e) { v("on", e.on); v("letter", e.letter); }
template <class V> void fields(V& v, AddressFixed& e) { v("on", e.on); }
template <class V> void fields(V& v, DebtorBankrupt& e) { v("on", e.on); v("because", e.because); }
template <class V> void fields(V& v, PlanAgreed& e) { v("on", e.on); v("instalments", e.instalments); v("because", e.because); }
template <class V> void fields(V& v, PlanBroken& e) { v("on", e.on); v("missed", e.missed); v("because", e.because); }
template <class V> void fields(V& v, PlanKept& e) { v("on", e.on); }
template <class V> void fields(V& v, ClaimsJoined& e) {
    v("on", e.on); v("from_case", e.from_case); v("claims", e.claims); v("letters", e.letters); v("payments", e.payments); v("next_step", e.next_step); v("because", e.because);
}
template <class V> void fields(V& v, CaseClosed& e) {
    v("on", e.on); v("reason", e.reason); v("principal", e.principal); v("interest", e.interest); v("costs", e.costs);
    v("into", e.into); v("because", e.because); v("withdrawal", e.withdrawal);
}
template <class V> void fields(V& v, LegalFiled& e) { v("on", e.on); v("filing", e.filing); v("because", e.because); }
template <class V> void fields(V& v, HearingSet& e) { v("on", e.on); v("hearing", e.hearing); }
template <class V> void fields(V& v, DemandServed& e) { v("on", e.on); v("because", e.because); }
template <class V> void fields(V& v, CriteriaSet& e) {
    v("on", e.on); v("rest_note_above_percent", e.rest_note_above_percent); v("close_at_or_below", e.close_at_or_below); v("own", e.own);
}
template <class V> void fields(V& v, LevelsSet& e) { v("on", e.on); v("levels", e.levels); }
template <class V> void fields(V& v, CourseChanged& e) { v("on", e.on); v("course", e.course); v("next_step", e.next_step); v("because", e.because); }
template <class V> void fields(V& v, CaseReopened& e) { v("on", e.on); v("because", e.because); }
template <class V> void fields(V& v, RateAgreed& e) { v("on", e.on); v("claim", e.claim); v("rate", e.rate); v("because", e.because); }
template <class V> void fields(V& v, EnforcementNoticed& e) { v("on", e.on); v("deadline", e.deadline); v("because", e.because); }
template <class V> void fields(V& v, DocumentMade& e) {
    v("on", e.on); v("kind", e.kind); v("deadline", e.deadline); v("total", e.total); v("cost", e.cost); v("terms", e.terms);
    v("verdict", e.verdict); v("sha256", e.sha256);
}
template <class V> void fields(V& v, PaymentTakenBack& e) { v("on", e.on); v("number", e.number); v("amount", e.amount); v("why", e.why); v("because", e.because); }
template <class V> void fields(V& v, PaymentReturned& e) { v("on", e.on); v("number", e.number); v("amount", e.amount); v("reference", e.reference); v("because", e.because); }
template <class V> void fields(V& v, JoinUndone& e) { v("on", e.on); v("other", e.other); v("restored", e.restored); v("because", e.because); }
template <class V> void fields(V& v, LegalDecided& e) { v("on", e.on); v("outcome", e.outcome); v("reference", e.reference); v("because", e.because); }

namespace {

// In the order of the variant; a name once written stays.
constexpr std::array<std::string_view, std::variant_size_v<Event>> type_names = {
    "CaseOpened", "LetterOrdered", "LetterApproved", "LetterSent", "LetterCancelled", "LetterVoided", "FeeRefused", "FeeReversed", "LegalReady",
    "ChoiceAwaited", "PaymentReceived", "PaymentCovered", "ClaimCredited", "ObjectionRaised", "ObjectionSettled",
    "CasePaused", "CaseResumed", "MailReturned", "AddressFixed", "DebtorBankrupt", "PlanAgreed", "PlanBroken",
    "PlanKept", "ClaimsJoined", "CaseClosed", "LegalFiled", "HearingSet", "DemandServed", "LegalDecided", "JoinUndone", "CriteriaSet", "LevelsSet",
    "CourseChanged", "CaseReopened", "RateAgreed", "EnforcementNoticed", "DocumentMade", "PaymentTakenBack", "PaymentReturned"};

template <std::size_t I = 0>
Result<Event> read_as(std::size_t index, const boost::json::object& body) {
    if constexpr (I < std::variant_size_v<Event>) {
        if (index != I) return read_as<I + 1>(index, body);
        FRIST_TRY(auto event, from_json<std::variant_alternative_t<I, Event>>(body));
        return Event{std::move(event)};
    } else {
        bug("an event type without a reader", __FILE__, __LINE__);
    }
}

}  // namespace

std::string_view type_of(const Event& event) { return type_names[event.index()]; }

Date day_of(const Event& event) {
    return std::visit([](const auto& e) { return e.on; }, event);
}

const Because* because_of(const Event& event) {
    return std::visit(
        [](const auto& e) -> const Because* {
            if constexpr (requires { e.because; }) return &e.because;
            else return nullptr;
        },
        event);
}

boost::json::object body_of(const Event& event) {
    return std::visit([](const auto& e) { return to_json(e); }, event);
}

Result<Event> event_from(std::string_view type, const boost::json::object& body) {
    const auto name = std::find(type_names.begin(), type_names.end(), type);
    if (name == type_names.end())
        return Error{"event.unknown", std::string(type), "this version does not know the event", "Use the version that wrote the database, or a newer one."};
    return read_as(static_cast<std::size_t>(name - type_names.begin()), body);
}

}  // namespace frist::cases
