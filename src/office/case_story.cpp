#include "office/case_story.h"

#include "base/pch.h"
#include "office/send_letters.h"
#include "rules/next.h"

namespace frist::office {
namespace {

constexpr int days_ahead = 365;

class Story {
public:
    Story(const cases::Case& c, const std::vector<DispatchRow>& dispatched) : c_(c), dispatched_(dispatched) {}

    void tell(const cases::Event& event) {
        std::visit([&](const auto& e) { of(e); }, event);
    }
    void open() {
        for (const cases::Claim& claim : c_.claims) {
            StoryEntry& invoice = add(claim.invoiced.value_or(std::min(claim.due, c_.opened)), "invoice");
            invoice.claim = claim.number;
            invoice.amount = claim.amount;
            StoryEntry& due = add(claim.due, "due");
            due.claim = claim.number;
        }
        for (const cases::Sent& sent : c_.letters)
            if (sent.earlier) letter(sent, {});
    }
    void plan(const ComingLetter& coming) {
        const bool legal = !coming.choice && cases::is_legal(coming.kind);
        StoryEntry& entry = add(coming.on, coming.choice ? "choice" : legal ? "legal" : "letter", coming.choice || legal ? Told::locked : Told::planned);
        if (!coming.choice) entry.kind = name_of(coming.kind);
        entry.deadline = coming.deadline;
        if (coming.fee.positive()) entry.fee = coming.fee;
        entry.because = coming.because;
    }
    [[nodiscard]] bool tells(Date on, std::string_view kind) const {
        return std::any_of(entries_.begin(), entries_.end(), [&](const StoryEntry& e) { return e.on == on && e.kind == kind && e.told != Told::done; });
    }
    StoryEntry& add(Date on, std::string what, Told told = Told::done, cases::Because because = {}) {
        StoryEntry entry;
        entry.on = on;
        entry.what = std::move(what);
        entry.told = told;
        entry.because = std::move(because);
        entries_.push_back(std::move(entry));
        return entries_.back();
    }
    std::vector<StoryEntry> in_order() && {
        std::stable_sort(entries_.begin(), entries_.end(), [](const StoryEntry& a, const StoryEntry& b) { return a.on < b.on; });
        return std::move(entries_);
    }

private:
    void letter(const cases::Sent& sent, cases::Because because) {
        StoryEntry& entry = add(sent.sent, "letter", Told::done, std::move(because));
        entry.kind = name_of(sent.kind);
        entry.letter = sent.letter;
        entry.deadline = sent.deadline;
        if (sent.fee.positive()) entry.fee = sent.fee;
        for (const DispatchRow& row : dispatched_)
            if (row.letter == sent.letter && !sent.earlier && row.state == DispatchState::sent) entry.channels.emplace_back(name_of(row.channel));
        if (entry.channels.empty() && !sent.earlier) entry.channels.emplace_back("paper");
    }

    void of(const cases::CaseOpened& e) { add(e.on, "opened", Told::done, e.because); }
    void of(const cases::LetterOrdered&) {}
    void of(const cases::LetterApproved& e) { add(e.on, "approved").letter = e.letter; }
    void of(const cases::LetterSent& e) { letter(e.letter, e.because); }
    void of(const cases::CriteriaSet& e) { add(e.on, "criteria"); }
    void of(const cases::LevelsSet& e) { add(e.on, "levels"); }
    void of(const cases::CourseChanged& e) { add(e.on, "course_changed", Told::done, e.because).kind = e.course.name; }
    void of(const cases::CaseReopened& e) { add(e.on, "reopened", Told::done, e.because); }
    void of(const cases::RateAgreed& e) {
        StoryEntry& entry = add(e.on, "rate_agreed", Told::done, e.because);
        if (static_cast<std::size_t>(e.claim) < c_.claims.size()) entry.claim = c_.claims[static_cast<std::size_t>(e.claim)].number;
        entry.kind = e.rate ? text(*e.rate) : "";
    }
    void of(const cases::LetterCancelled&) {}
    void of(const cases::LetterVoided& e) { add(e.on, "voided", Told::done, e.because).letter = e.letter; }
    void of(const cases::FeeRefused& e) { add(e.on, "fee_refused", Told::done, e.because).kind = name_of(e.kind); }
    void of(const cases::FeeReversed& e) {
        StoryEntry& entry = add(e.on, "fee_reversed", Told::done, e.because);
        entry.letter = e.letter;
        entry.amount = e.amount;
    }
    void of(const cases::LegalReady& e) { add(e.on, "legal_ready", Told::done, e.because).kind = name_of(e.kind); }
    void of(const cases::ChoiceAwaited& e) { add(e.on, "choice_awaited", Told::done, e.because); }
    void of(const cases::PaymentReceived& e) { add(e.on, "payment", Told::money).amount = e.amount; }
    void of(const cases::PaymentCovered& e) {
        // The reason stands with the payment itself; a cover that came anew replaces it.
        for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
            if (entry->what != "payment") continue;
            entry->because = e.because;
            return;
        }
    }
    void of(const cases::PaymentTakenBack& e) {
        StoryEntry& entry = add(e.on, "payment_taken_back", Told::money, e.because);
        entry.amount = e.amount;
        entry.kind = name_of(e.why);
    }
    void of(const cases::PaymentReturned& e) { add(e.on, "payment_returned", Told::money, e.because).amount = e.amount; }
    void of(const cases::ClaimCredited& e) {
        StoryEntry& entry = add(e.on, "credit", Told::money, e.because);
        entry.amount = e.amount;
        if (static_cast<std::size_t>(e.claim) < c_.claims.size()) entry.claim = c_.claims[static_cast<std::size_t>(e.claim)].number;
    }
    void of(const cases::ObjectionRaised& e) { add(e.on, e.groundless ? "objection_groundless" : "objection", Told::done, e.because); }
    void of(const cases::ObjectionSettled& e) { add(e.on, "objection_settled"); }
    void of(const cases::CasePaused& e) { add(e.on, "paused").deadline = e.until; }
    void of(const cases::CaseResumed& e) { add(e.on, "resumed", Told::done, e.because); }
    void of(const cases::MailReturned& e) { add(e.on, "mail_returned").letter = e.letter; }
    void of(const cases::AddressFixed& e) { add(e.on, "address_fixed"); }
    void of(const cases::DebtorBankrupt& e) { add(e.on, "bankrupt", Told::done, e.because); }
    void of(const cases::PlanAgreed& e) {
        add(e.on, "plan_agreed", Told::done, e.because);
        if (!c_.plan || c_.plan->agreed != e.on || c_.plan->broken) return;
        for (const cases::Instalment& part : e.instalments) add(part.due, "instalment", Told::planned).amount = part.amount;
    }
    void of(const cases::PlanBroken& e) { add(e.on, "plan_broken", Told::done, e.because); }
    void of(const cases::PlanKept& e) { add(e.on, "plan_kept"); }
    void of(const cases::ClaimsJoined& e) { add(e.on, "joined", Told::done, e.because).kind = std::to_string(e.from_case); }
    void of(const cases::CaseClosed& e) { add(e.on, "closed", Told::done, e.because).kind = name_of(e.reason); }
    void of(const cases::LegalFiled& e) { add(e.on, "filed", Told::done, e.because).kind = name_of(e.filing.kind); }
    void of(const cases::HearingSet& e) { add(e.hearing, "hearing"); }
    void of(const cases::DemandServed& e) { add(e.on, "served", Told::done, e.because); }
    void of(const cases::EnforcementNoticed& e) { add(e.on, "enforcement_noticed", Told::done, e.because).deadline = e.deadline; }
    void of(const cases::DocumentMade& e) {
        StoryEntry& entry = add(e.on, "document");
        entry.kind = e.kind;
        entry.amount = e.cost;
        entry.deadline = e.deadline;
    }
    void of(const cases::LegalDecided& e) { add(e.on, "decided", Told::done, e.because).kind = name_of(e.outcome); }
    void of(const cases::JoinUndone& e) { add(e.on, "join_undone", Told::done, e.because).kind = std::to_string(e.other); }

    const cases::Case& c_;
    const std::vector<DispatchRow>& dispatched_;
    std::vector<StoryEntry> entries_;
};

std::string_view waiting_for(rules::Due due) {
    switch (due) {
        case rules::Due::release: return "release";
        case rules::Due::plan_broken: return "plan_breaks";
        case rules::Due::lapse: return "lapse";
        case rules::Due::choice: return "choice";
        case rules::Due::step: return "letter";
    }
    bug("something due without a name", __FILE__, __LINE__);
}

// What comes although no letter does, and the legal step that a person may choose.
Outcome tell_ahead(const Desk& desk, const cases::Case& c, Story& story) {
    FRIST_TRY(const auto next, rules::ahead(c, desk.country));
    if (!next) return done;
    const bool step = next->what == rules::Due::step;
    const std::string_view kind = step ? name_of(next->step.kind) : std::string_view{};
    if (step && story.tells(next->on, kind)) return done;
    const bool legal = step && cases::is_legal(next->step.kind);
    if (step && !legal) return done;   // a letter: told among those that come
    story.add(next->on, legal ? "legal" : std::string(waiting_for(next->what)), legal ? Told::locked : Told::planned, next->because).kind = kind;
    return done;
}

}  // namespace

Result<std::vector<StoryEntry>> story(const Desk& desk, const cases::Case& c) {
    FRIST_TRY(const auto events, desk.store.events(desk.creditor, c.id));
    FRIST_TRY(const auto dispatched, desk.store.dispatches_of_case(desk.creditor, c.id));
    Story told(c, dispatched);
    told.open();
    for (const StoredEvent& stored : events) {
        FRIST_TRY(const cases::Event event, event_of(stored));
        if (cases::day_of(event) <= desk.today) told.tell(event);
    }
    FRIST_TRY(const auto letters_ahead, coming_of(desk, c, days_ahead));
    for (const ComingLetter& letter : letters_ahead) told.plan(letter);
    FRIST_TRY_DONE(tell_ahead(desk, c, told));
    return std::move(told).in_order();
}

}  // namespace frist::office
