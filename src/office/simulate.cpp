#include "base/pch.h"
#include "cases/evolve.h"
#include "office/explain.h"
#include "office/scenario.h"
#include "rules/balance.h"
#include "rules/decide.h"
#include "rules/next.h"

namespace frist::office {
namespace {

namespace json = boost::json;

// Plays one case and writes its timeline.
class Player {
public:
    Player(const Scenario& scenario, const rules::Country& country) : scenario_(scenario), country_(country) {}

    Result<json::object> run() {
        Date day = first_day();
        FRIST_TRY(const cases::Events opening, rules::open_case(scenario_.wish, day, country_));
        FRIST_TRY_DONE(happen(opening, day));
        auto next = scenario_.happenings.begin();
        while (day <= scenario_.until) {
            for (; next != scenario_.happenings.end() && next->on == day; ++next) {
                FRIST_TRY_DONE(happening(*next));
            }
            FRIST_TRY_DONE(clock(day));
            FRIST_TRY(const auto due, rules::upcoming(case_, country_));
            Date following = scenario_.until.next();
            if (case_.ordered) following = day.next();
            if (due) following = std::min(following, std::max(due->on, day.next()));
            if (next != scenario_.happenings.end()) following = std::min(following, next->on);
            day = following;
        }
        return result();
    }

private:
    // The clock starts on the first due day, or earlier when something happened before it.
    Date first_day() const {
        Date day = scenario_.wish.claims.front().due;
        for (const rules::NewClaim& claim : scenario_.wish.claims) day = std::min(day, claim.due);
        if (!scenario_.happenings.empty()) day = std::min(day, scenario_.happenings.front().on);
        return day;
    }

    Outcome happening(const Happening& what) {
        Result<cases::Events> events = rules::decide(case_, what.command, what.on, country_);
        if (!events.ok()) {
            if (events.error().code.starts_with("law.")) return events.error();
            return refused(what, events.error());
        }
        FRIST_TRY_DONE(happen(*events, what.on));
        return dispatch(what.on);
    }

    Outcome refused(const Happening& what, const Error& error) {
        json::object entry{{"on", text(what.on)}, {"what", "refused"}, {"wish", what.what}};
        entry["because"] = json_of({{country_.why(error.code).rule, error.message}});
        pending_.push_back(std::move(entry));
        return tell(what.on);
    }

    Outcome clock(Date day) {
        FRIST_TRY_DONE(dispatch(day));
        while (true) {
            FRIST_TRY(const cases::Events events, rules::decide_clock(case_, day, country_));
            if (events.empty()) return done;
            FRIST_TRY_DONE(happen(events, day));
            FRIST_TRY_DONE(dispatch(day));
        }
    }

    // The post leaves at once here.
    Outcome dispatch(Date day) {
        // A letter that came back is ordered anew when its address is right, also while an objection or a plan still
        // holds the case; it waits for that.
        const auto may_leave = [&] { return case_.ordered && !case_.pause && !case_.held() && (!case_.not_before || *case_.not_before <= day); };
        while (may_leave()) {
            const int letter = case_.ordered->letter;
            if (case_.ordered->needs_approval) {
                FRIST_TRY(const cases::Events approved, rules::decide(case_, cases::ApproveLetter{letter}, day, country_));
                FRIST_TRY_DONE(happen(approved, day));
            }
            FRIST_TRY(const cases::Events sent, rules::decide(case_, cases::ReportSent{letter, day, {}, {}, {}}, day, country_));
            FRIST_TRY_DONE(happen(sent, day));
        }
        return done;
    }

    Outcome happen(const cases::Events& events, Date day) {
        for (const cases::Event& event : events) {
            // The closing writes off what is open; the entries before it tell what that was.
            if (std::holds_alternative<cases::CaseClosed>(event)) {
                FRIST_TRY_DONE(tell(day));
            }
            cases::evolve(case_, event);
            std::visit([&](const auto& e) { note(e, day); }, event);
        }
        return tell(day);
    }

    // Gives the waiting entries the sums of this moment.
    Outcome tell(Date day) {
        if (pending_.empty()) return done;
        FRIST_TRY(const rules::Balance balance, rules::balance_on(case_, day, country_));
        for (json::object& entry : pending_) {
            json::value because = entry["because"];
            entry.erase("because");
            add_sums(entry, balance);
            entry["because"] = std::move(because);
            timeline_.push_back(std::move(entry));
        }
        pending_.clear();
        return done;
    }

    json::object& add(Date day, std::string_view what, const cases::Because& because) {
        pending_.push_back(json::object{{"on", text(day)}, {"what", what}});
        pending_.back()["because"] = json_of(because);
        return pending_.back();
    }
    void held(Date day, std::string_view reason, const cases::Because& because) { add(day, "held", because)["reason"] = reason; }
    void released(Date day, std::string_view reason, const cases::Because& because) { add(day, "released", because)["reason"] = reason; }

    void note(const cases::LetterOrdered& e, Date) { ordered_because_ = e.because; }
    // A closing letter sets nothing and asks nothing; the entry of the closing tells that the case ended.
    void note(const cases::LetterSent& e, Date day) {
        if (e.letter.kind == cases::StepKind::closing) return;
        cases::Because because = e.because;
        because.insert(because.end(), ordered_because_.begin(), ordered_because_.end());
        json::object& entry = add(day, name_of(e.letter.kind), because);
        entry["deadline"] = e.letter.deadline ? json::value(text(*e.letter.deadline)) : json::value(nullptr);
        entry["fee"] = text(e.letter.fee);
    }
    void note(const cases::FeeRefused& e, Date day) {
        json::object& entry = add(day, "refused", e.because);
        entry["step"] = name_of(e.kind);
        entry["wish"] = "fee";
    }
    void note(const cases::LegalReady& e, Date day) { add(day, "legal_ready", e.because)["step"] = name_of(e.kind); }
    void note(const cases::LegalFiled& e, Date day) { add(day, "legal_filed", e.because)["step"] = name_of(e.filing.kind); }
    void note(const cases::HearingSet&, Date) {}
    void note(const cases::EnforcementNoticed& e, Date day) { add(day, "enforcement_noticed", e.because)["deadline"] = text(e.deadline); }
    void note(const cases::DocumentMade&, Date) {}
    void note(const cases::DemandServed& e, Date day) { add(day, "demand_served", e.because); }
    void note(const cases::CriteriaSet&, Date) {}
    void note(const cases::LevelsSet&, Date) {}
    void note(const cases::CourseChanged& e, Date day) { add(day, "course_changed", e.because)["course"] = e.course.name; }
    void note(const cases::CaseReopened& e, Date day) { add(day, "reopened", e.because); }
    void note(const cases::RateAgreed& e, Date day) {
        json::object& entry = add(day, "rate_agreed", e.because);
        entry["claim"] = case_.claims[static_cast<std::size_t>(e.claim)].number;
        entry["rate"] = e.rate ? json::value(text(*e.rate)) : json::value(nullptr);
    }
    void note(const cases::PaymentTakenBack& e, Date day) { add(day, "payment_taken_back", e.because)["amount"] = text(e.amount); }
    void note(const cases::PaymentReturned& e, Date day) { add(day, "payment_returned", e.because)["amount"] = text(e.amount); }
    void note(const cases::JoinUndone&, Date) {}   // a scenario has one case
    void note(const cases::LegalDecided& e, Date day) { add(day, "legal_decided", e.because)["outcome"] = name_of(e.outcome); }
    void note(const cases::PaymentCovered& e, Date day) {
        if (e.number != arrived_) return;   // an earlier payment that a later fact covers anew
        arrived_ = 0;
        Money interest = case_.zero();
        Money principal = case_.zero();
        for (const cases::ClaimCover& part : e.cover.claims) {
            interest += part.interest;
            principal += part.principal;
        }
        json::object& entry = add(day, "payment", e.because);
        entry["amount"] = text(case_.payments.back().amount);
        entry["covered"] = json::object{{"costs", text(e.cover.costs)}, {"interest", text(interest)}, {"principal", text(principal)}, {"overpaid", text(e.cover.overpaid)}};
    }
    void note(const cases::PaymentReceived& e, Date) { arrived_ = e.number; }
    void note(const cases::ClaimCredited& e, Date day) {
        json::object& entry = add(day, "credit_note", e.because);
        entry["claim"] = case_.claims[static_cast<std::size_t>(e.claim)].number;
        entry["amount"] = text(e.amount);
    }
    void note(const cases::ObjectionRaised& e, Date day) {
        if (!e.groundless) held(day, "objection", e.because);
    }
    void note(const cases::ObjectionSettled&, Date day) { released(day, "objection_settled", {country_.why("settled")}); }
    void note(const cases::CasePaused& e, Date day) {
        held(day, "pause", {country_.why("paused")});
        if (e.until) pending_.back()["until"] = text(*e.until);
    }
    void note(const cases::CaseResumed& e, Date day) { released(day, "resume", e.because); }
    void note(const cases::MailReturned&, Date day) { held(day, "returned_mail", {country_.why("returned_mail")}); }
    void note(const cases::AddressFixed&, Date day) { released(day, "address_fixed", {country_.why("address_fixed")}); }
    void note(const cases::DebtorBankrupt& e, Date day) { held(day, "bankrupt", e.because); }
    void note(const cases::PlanAgreed& e, Date day) {
        held(day, "instalment_plan", e.because);
        json::array instalments;
        for (const cases::Instalment& i : e.instalments) instalments.push_back(json::object{{"due", text(i.due)}, {"amount", text(i.amount)}});
        pending_.back()["instalments"] = std::move(instalments);
    }
    void note(const cases::PlanBroken& e, Date day) { add(day, "plan_broken", e.because)["missed"] = text(e.missed); }
    void note(const cases::PlanKept&, Date day) { released(day, "instalment_plan", {country_.why("plan_kept")}); }
    void note(const cases::CaseClosed& e, Date day) { add(day, "closed", e.because)["reason"] = name_of(e.reason); }
    template <class E>
    void note(const E&, Date) {}

    Result<json::object> result() {
        FRIST_TRY(const auto next, rules::ahead(case_, country_));
        FRIST_TRY(const rules::Balance balance, rules::balance_on(case_, scenario_.until, country_));
        json::object object;
        object["timeline"] = std::move(timeline_);
        object["state"] = name_of(case_.state());
        object["next"] = json_of(next);
        object["balance"] = json_of(case_, balance, country_);
        return object;
    }

    const Scenario& scenario_;
    const rules::Country& country_;
    cases::Case case_;
    cases::Because ordered_because_;
    int arrived_ = 0;
    std::vector<json::object> pending_;
    json::array timeline_;
};

}  // namespace

Result<json::object> play(const Scenario& scenario, const rules::Country& country) { return Player(scenario, country).run(); }

}  // namespace frist::office
