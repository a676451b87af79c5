#include "rules/opening.h"

#include "base/pch.h"
#include "cases/evolve.h"

namespace frist::rules {
namespace {

using cases::StepKind;

Result<std::vector<cases::Claim>> claims_of(const std::vector<NewClaim>& wishes, const cases::Course& course, const Country& country) {
    std::vector<cases::Claim> claims;
    if (wishes.empty()) return Error{"claim.none", "claims", "a case has at least one claim", "Add a claim."};
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const NewClaim& wish = wishes[i];
        const std::string place = fmt::format("claims[{}].amount", i);
        if (!wish.amount.positive()) return Error{"claim.amount", place, "must be more than zero", "A credit note is not a claim."};
        if (wish.amount.currency() != country.currency())
            return Error{"claim.currency", place, "must be in " + std::string(country.currency().code()), "Claims in another currency are not collected here."};
        claims.push_back({wish.number, wish.amount, wish.invoiced, wish.due, country.late_from(wish.due, course.shift_due_date), wish.agreed_rate, {}});
    }
    return claims;
}

// The claims among `all` that the letter was about, by index.
std::vector<int> claims_in(const EarlierLetter& letter, const std::vector<cases::Claim>& known, const std::vector<int>& all) {
    std::vector<int> claims = all;
    if (!letter.invoices.empty())
        std::erase_if(claims, [&](int i) { return std::find(letter.invoices.begin(), letter.invoices.end(), known[static_cast<std::size_t>(i)].number) == letter.invoices.end(); });
    return claims;
}

// The earlier letters with the part of their fees that was lawful; refusals are added to `events`.
Result<std::vector<cases::Sent>> letters_of(cases::Case c, const std::vector<EarlierLetter>& earlier, const std::vector<int>& claims, Date today,
                                            cases::Events& events, const Country& country) {
    std::vector<EarlierLetter> sorted = earlier;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.sent < b.sent; });
    std::vector<cases::Sent> letters;
    for (const EarlierLetter& was : sorted) {
        if (was.deadline && *was.deadline < was.sent)
            return Error{"earlier.dates", "earlier", "a deadline " + text(*was.deadline) + " lies before its letter of " + text(was.sent), "Correct the dates."};
        cases::Sent sent;
        sent.letter = ++c.last_letter;
        sent.kind = was.kind;
        sent.sent = was.sent;
        sent.deadline = was.deadline;
        sent.fee = was.fee;
        sent.earlier = true;
        sent.claims = claims_in(was, c.claims, claims);
        if (was.fee.positive()) {
            FRIST_TRY(const Ruling<Money> lawful, country.fee(c, was.kind, was.sent));
            const Money most = lawful ? *lawful.granted : c.zero();
            if (was.fee > most) {
                sent.fee = most;
                Reason reason = lawful.reason;
                reason.says = fmt::format("a fee of {} was charged for the {} of {}; only {} of it is carried on: {}", text(was.fee), name_of(was.kind), text(was.sent), text(most), reason.says);
                events.push_back(cases::FeeRefused{today, was.kind, {std::move(reason)}});
            }
        }
        c.letters.push_back(sent);
        letters.push_back(std::move(sent));
    }
    return letters;
}

// The first step of the course that the earlier letters have not taken. A letter about some of the claims takes no
// step for the others. A notice without a lawful deadline, or sent before each of the claims was late, is no notice.
int first_step(const cases::Course& course, const std::vector<cases::Claim>& claims, const std::vector<cases::Sent>& letters) {
    Date late = Date::of(1900, 1, 1);
    for (const cases::Claim& claim : claims) late = std::max(late, claim.late_from);
    int next = 0;
    for (const cases::Sent& letter : letters) {
        const bool counts = letter.kind < StepKind::notice || (letter.sent > late && letter.deadline && (*letter.deadline - letter.sent).count >= 14);
        if (!counts || letter.voided || letter.claims.size() < claims.size()) continue;
        for (int i = next; i < static_cast<int>(course.steps.size()); ++i)
            if (course.steps[static_cast<std::size_t>(i)].kind == letter.kind) {
                next = i + 1;
                break;
            }
    }
    return next;
}

// A claim that joins needs a notice of its own before the demand that will cover it.
int step_for_new_claims(const cases::Case& c) {
    for (int i = 0; i < static_cast<int>(c.course.steps.size()); ++i)
        if (c.course.steps[static_cast<std::size_t>(i)].kind == StepKind::notice) return std::min(i, c.next_step);
    return c.next_step;
}

std::vector<int> indexes(std::size_t from, std::size_t count) {
    std::vector<int> all;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<int>(from + i));
    return all;
}

}  // namespace

Result<cases::Events> open_case(const NewCase& wish, Date today, const Country& country) {
    cases::Events events;
    cases::CaseOpened opened;
    opened.on = today;
    opened.case_id = wish.id;
    opened.debtor = wish.debtor;
    opened.country = std::string(country.code());
    opened.mode = wish.mode;
    opened.kind = wish.kind;
    opened.relation = wish.relation;
    opened.vat_deductible = wish.vat_deductible;
    opened.course = wish.course;
    opened.levels = wish.levels;
    FRIST_TRY(opened.claims, claims_of(wish.claims, wish.course, country));
    cases::Case c;
    cases::evolve(c, opened);
    FRIST_TRY(opened.earlier, letters_of(c, wish.earlier, indexes(0, opened.claims.size()), today, events, country));
    opened.next_step = first_step(wish.course, opened.claims, opened.earlier);
    events.insert(events.begin(), std::move(opened));
    return events;
}

int step_after_move(const cases::Case& c, const cases::Course& course) {
    std::optional<StepKind> furthest;
    int taken = 0;   // of that kind
    for (int i = 0; i < std::min(c.next_step, static_cast<int>(c.course.steps.size())); ++i) {
        const StepKind kind = c.course.steps[static_cast<std::size_t>(i)].kind;
        if (furthest && kind < *furthest) continue;
        taken = furthest == kind ? taken + 1 : 1;
        furthest = kind;
    }
    if (!furthest) return 0;
    for (int i = 0; i < static_cast<int>(course.steps.size()); ++i) {
        const StepKind kind = course.steps[static_cast<std::size_t>(i)].kind;
        if (kind > *furthest || (kind == *furthest && taken-- == 0)) return i;
    }
    return static_cast<int>(course.steps.size());
}

std::optional<Error> cannot_take_more(const cases::Case& c) {
    const std::string field = fmt::format("case {}", c.id);
    if (c.closing) return Error{"merge.closed", field, "the case is closed", "Start a new case."};
    if (c.held() || c.pause) return Error{"merge.held", field, "the case is held or paused; a disputed claim is not joined with one that is not", "Settle that first, or leave them apart."};
    if (!c.filings.empty()) return Error{"merge.filed", field, "a legal step was filed, and a court or an office has its claims before it", "Leave the cases apart."};
    if (c.last_sent(StepKind::demand) != nullptr || c.legal) return Error{"merge.demand", field, "a payment demand has been sent", "Let the new claims have a case of their own."};
    return std::nullopt;
}

Result<Joined> join(const cases::Case& into, const cases::Case& from, Date today, const Country& country) {
    const std::string field = fmt::format("case {}", from.id);
    if (into.id == from.id) return Error{"merge.self", field, "a case cannot join itself", "Name two cases."};
    if (into.debtor != from.debtor) return Error{"merge.debtor", field, "the cases have different debtors", "Only cases of one debtor are joined."};
    if (into.mode != from.mode || into.relation != from.relation || into.country != from.country)
        return Error{"merge.mode", field, "the cases are collected in different ways", "Leave them apart."};
    for (const cases::Case* c : {&into, &from})
        if (auto no = cannot_take_more(*c)) return *no;

    Joined joined;
    const auto shift = static_cast<int>(into.claims.size());
    const Reason why = country.why("merged");
    if (into.ordered) joined.into.push_back(cases::LetterCancelled{today, into.ordered->letter, {why}});
    if (from.ordered) joined.from.push_back(cases::LetterCancelled{today, from.ordered->letter, {why}});
    cases::ClaimsJoined arrival{today, from.id, from.claims, from.letters, from.payments, 0, {why}};
    int letter = std::max(into.last_letter, from.last_letter);
    for (cases::Sent& sent : arrival.letters) {
        sent.letter = ++letter;
        for (int& claim : sent.claims) claim += shift;
    }
    int number = into.last_payment();
    for (cases::Payment& payment : arrival.payments) {
        payment.number = ++number;
        for (cases::ClaimCover& part : payment.cover.claims) part.claim += shift;
    }
    arrival.next_step = into.course == from.course ? std::min(into.next_step, from.next_step) : step_for_new_claims(into);
    joined.into.push_back(std::move(arrival));
    cases::CaseClosed closed{today, cases::ClosingReason::merged, from.zero(), from.zero(), from.zero(), into.id, {why}, {}};
    joined.from.push_back(std::move(closed));
    return joined;
}

Result<cases::Events> add_claims(const cases::Case& into, const std::vector<NewClaim>& wishes, const std::vector<EarlierLetter>& earlier, Date today, const Country& country) {
    if (auto no = cannot_take_more(into)) return *no;
    cases::Events events;
    const Reason why = country.why("merged");
    if (into.ordered) events.push_back(cases::LetterCancelled{today, into.ordered->letter, {why}});
    cases::ClaimsJoined arrival;
    arrival.on = today;
    arrival.because = {why};
    FRIST_TRY(arrival.claims, claims_of(wishes, into.course, country));
    cases::Case both = into;
    both.claims.insert(both.claims.end(), arrival.claims.begin(), arrival.claims.end());
    FRIST_TRY(arrival.letters, letters_of(both, earlier, indexes(into.claims.size(), arrival.claims.size()), today, events, country));
    arrival.next_step = std::min(step_for_new_claims(into), std::max(first_step(into.course, arrival.claims, arrival.letters), 0));
    events.push_back(std::move(arrival));
    return events;
}

}  // namespace frist::rules
