// Everything that can have happened to a case: past tense, outcomes and not recipes, no personal data.
// A case is changed by events and by nothing else. Fields are only ever added, never taken away.
#pragma once
#include "cases/case.h"
#include "law/ruling.h"

#include <variant>

namespace frist::law {
template <class Visit>
void fields(Visit& visit, Reason& r) {
    visit("rule", r.rule);
    visit("says", r.says);
}
}  // namespace frist::law

namespace frist::cases {

using Because = std::vector<law::Reason>;

struct CaseOpened {
    Date on;
    std::int64_t case_id = 0;
    std::int64_t debtor = 0;
    std::string country = "NO";
    Mode mode = Mode::self;
    DebtorKind kind = DebtorKind::person;
    Relation relation = Relation::consumer;
    bool vat_deductible = true;
    Course course;
    std::vector<Claim> claims;
    std::vector<Sent> earlier;   // steps taken before the case came here
    int next_step = 0;
    Because because;
    Levels levels;
};
struct LetterOrdered { Date on; Ordered order; Because because; };
struct LetterSent { Date on; Sent letter; int step = -1; std::optional<int> replaces; Because because; };
struct LetterApproved { Date on; int letter = 0; };
struct LetterCancelled { Date on; int letter = 0; Because because; };   // ordered, but it never left
struct LetterVoided { Date on; int letter = 0; Because because; };
struct FeeRefused { Date on; StepKind kind = StepKind::reminder; Because because; };
struct FeeReversed { Date on; int letter = 0; Money amount; Because because; };
struct LegalReady { Date on; StepKind kind = StepKind::attachment; Because because; };
struct ChoiceAwaited { Date on; Because because; };
// `learnt` is the day we heard of it; `on` the day it took effect.
struct PaymentReceived { Date on; Date learnt; int number = 0; Money amount; CoverOrder order = CoverOrder::usual; bool debtors_choice = false; std::string source; };
// It counts no more, and what it had covered is open again.
struct PaymentTakenBack { Date on; int number = 0; Money amount; TakenBack why = TakenBack::moved; Because because; };
// A part of it that covered nothing went back to who paid.
struct PaymentReturned { Date on; int number = 0; Money amount; std::string reference; Because because; };
// Also when a fact that came late changes how an earlier payment was covered.
struct PaymentCovered { Date on; int number = 0; Cover cover; Because because; };
struct ClaimCredited { Date on; int claim = 0; Money amount; Because because; };
struct ObjectionRaised { Date on; bool groundless = false; Because because; };
struct ObjectionSettled { Date on; };
struct CasePaused { Date on; std::optional<Date> until; };
struct CaseResumed { Date on; Because because; };
struct MailReturned { Date on; int letter = 0; };
struct AddressFixed { Date on; };
struct DebtorBankrupt { Date on; Because because; };
struct PlanAgreed { Date on; std::vector<Instalment> instalments; Because because; };
struct PlanBroken { Date on; Date missed; Because because; };
struct PlanKept { Date on; };
struct ClaimsJoined { Date on; std::int64_t from_case = 0; std::vector<Claim> claims; std::vector<Sent> letters; std::vector<Payment> payments; int next_step = 0; Because because; };
struct CaseClosed { Date on; ClosingReason reason = ClosingReason::paid; Money principal; Money interest; Money costs; std::optional<std::int64_t> into; Because because; std::optional<Withdrawal> withdrawal; };
struct LegalFiled { Date on; Filing filing; Because because; };
struct HearingSet { Date on; Date hearing; };
struct DemandServed { Date on; Because because; };
struct LegalDecided { Date on; LegalOutcome outcome = LegalOutcome::dismissed; std::string reference; Because because; };
// From here on these count instead of what the course said; what is not told stays. `own`: for this case alone.
struct CriteriaSet { Date on; std::optional<Rate> rest_note_above_percent; std::optional<Money> close_at_or_below; bool own = true; };
struct LevelsSet { Date on; Levels levels; };
// The case goes on by another course, or by another version of its own.
struct CourseChanged { Date on; Course course; int next_step = 0; Because because; };
struct CaseReopened { Date on; Because because; };
// What interest a claim carries; none: the law's own.
struct RateAgreed { Date on; int claim = 0; std::optional<Rate> rate; Because because; };
// The claims that joined go back to their own case; each case is as it was before.
struct JoinUndone { Date on; std::int64_t other = 0; Case restored; Because because; };
// A notice of enforcement left as a letter of its own.
struct EnforcementNoticed { Date on; Date deadline; Because because; };
// A letter outside the course was made: a plan that was offered, an answer to an objection. `kind` is the letter's name,
// `cost` what a plan adds, `terms` its instalments, `sha256` of the PDF.
struct DocumentMade { Date on; std::string kind; std::optional<Date> deadline; std::optional<Money> total; std::optional<Money> cost; std::vector<Instalment> terms; std::string verdict; std::string sha256; };

using Event = std::variant<CaseOpened, LetterOrdered, LetterApproved, LetterSent, LetterCancelled, LetterVoided, FeeRefused, FeeReversed, LegalReady,
                           ChoiceAwaited, PaymentReceived, PaymentCovered, ClaimCredited, ObjectionRaised, ObjectionSettled,
                           CasePaused, CaseResumed, MailReturned, AddressFixed, DebtorBankrupt, PlanAgreed, PlanBroken,
                           PlanKept, ClaimsJoined, CaseClosed, LegalFiled, HearingSet, DemandServed, LegalDecided, JoinUndone, CriteriaSet, LevelsSet,
                           CourseChanged, CaseReopened, RateAgreed, EnforcementNoticed, DocumentMade, PaymentTakenBack, PaymentReturned>;
using Events = std::vector<Event>;

std::string_view type_of(const Event& event);   // "PaymentReceived"
Date day_of(const Event& event);                // the day it took effect
const Because* because_of(const Event& event);  // null when the event is a bare fact

boost::json::object body_of(const Event& event);
// Errors event.unknown (a type this version does not know), json.type.
Result<Event> event_from(std::string_view type, const boost::json::object& body);

}  // namespace frist::cases
