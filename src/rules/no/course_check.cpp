#include "rules/no/course_check.h"

#include "base/pch.h"
#include "rules/no/channels.h"
#include "rules/no/deadlines.h"

namespace frist::rules::no {
namespace {

using cases::Step;
using cases::StepKind;

constexpr int longest_days = 3660;   // ten years: beyond that it is a slip of the finger

class Check {
public:
    Check(const CourseAsk& ask, const NorwegianLaw& law) : ask_(ask), law_(law) {}

    Result<std::vector<Error>> run() {
        criteria();
        for (std::size_t i = 0; i < ask_.course.steps.size(); ++i) {
            FRIST_TRY_DONE(one(i));
        }
        if (ask_.check == CheckFor::saving) fees();
        return std::move(errors_);
    }

private:
    void add(std::string field, std::string code, std::string message, std::string remedy) {
        errors_.push_back({"course." + code, std::move(field), std::move(message), std::move(remedy)});
    }
    static std::string at(std::size_t i, std::string_view field) { return fmt::format("steps[{}].{}", i, field); }

    void criteria() {
        const cases::Course& course = ask_.course;
        if (course.grace_banking_days < 0 || course.grace_banking_days > 60)
            add("grace_banking_days", "range", "must be 0 to 60 banking days", "Give a number in that range.");
        if (course.close_at_or_below.negative()) add("close_at_or_below", "range", "must not be negative", "Give 0.00 or a small sum.");
        if (course.rest_note_deadline_days < 1 || course.rest_note_deadline_days > longest_days)
            add("rest_note_deadline_days", "range", "must be at least 1 day", "Leave it out for 14 days.");
    }

    bool before(std::size_t i, StepKind kind) const {
        const auto& steps = ask_.course.steps;
        return std::any_of(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(i), [&](const Step& s) { return s.kind == kind; }) ||
               std::any_of(ask_.earlier.begin(), ask_.earlier.end(), [&](const cases::Sent& s) {
                   return s.kind == kind && s.deadline && (*s.deadline - s.sent).count >= 14;
               });
    }

    Outcome one(std::size_t i) {
        const Step& step = ask_.course.steps[i];
        const std::string name(name_of(step.kind));
        if (step.kind == StepKind::closing) add(at(i, "step"), "rest_note", "a closing letter is sent by a withdrawal and is never a step", "Take it out.");
        if (step.kind == StepKind::rest_note) add(at(i, "step"), "rest_note", "a rest note is sent by a payment and is never a step", "Use rest_note_above_percent instead.");
        if (step.wait_days < 0 || step.wait_days > longest_days) add(at(i, "wait_days"), "range", "must be 0 or more days", "Give 0 for the first lawful day.");
        FRIST_TRY_DONE(deadline(i, step));
        if (step.fee && (step.kind == StepKind::nudge || is_legal(step.kind)))
            add(at(i, "fee"), "fee", "inkassoforskriften § 1-2: a " + name + " carries no fee", "Set fee to false.");
        if (step.with_enforcement_notice && step.kind != StepKind::notice && step.kind != StepKind::demand)
            add(at(i, "with_enforcement_notice"), "enforcement_notice", "tvangsfullbyrdelsesloven § 4-18: the enforcement notice goes with a notice or a demand", "Put it on the demand.");
        FRIST_TRY_DONE(channels(i, step));
        order(i, step, name);
        if (is_legal(step.kind)) legal(i, step, name);
        return done;
    }

    Outcome deadline(std::size_t i, const Step& step) {
        if (is_legal(step.kind)) return done;
        if (step.deadline_days < 0 || step.deadline_days > longest_days) {
            add(at(i, "deadline_days"), "range", "must be 0 or more days", "14 days is the usual deadline.");
            return done;
        }
        FRIST_TRY(auto least, least_deadline(step.kind, ask_.day, law_));
        int days = least.granted->count;
        if (step.with_enforcement_notice) {
            FRIST_TRY(const int notice, law::in_force(law_.enforcement_notice, ask_.day));
            if (notice > days) least.reason = {"tvangsfullbyrdelsesloven § 4-18", "two weeks from sending"};
            days = std::max(days, notice);
        }
        if (step.deadline_days < days)
            add(at(i, "deadline_days"), "deadline",
                fmt::format("{}: a {} must give at least {} days from the day it is sent, not {}", least.reason.rule, name_of(step.kind), days, step.deadline_days),
                fmt::format("Give {} days or more.", days));
        return done;
    }

    // One of the channels must be lawful for the letter, if only with the debtor's consent.
    Outcome channels(std::size_t i, const Step& step) {
        if (step.channels.empty()) return done;
        if (is_legal(step.kind)) {
            add(at(i, "channels"), "channel", "a legal step is filed and is no letter", "Leave channels out.");
            return done;
        }
        std::optional<law::Reason> why;
        for (const cases::Channel channel : step.channels) {
            FRIST_TRY(const law::Ruling<bool> may, may_send({step.kind, step.fee, step.with_enforcement_notice, enum_of<Channel>(name_of(channel)).value_or(Channel::paper), true, ask_.day}, law_));
            if (may) return done;
            why = may.reason;
        }
        add(at(i, "channels"), "channel", why->rule + ": " + why->says, "Add paper or digital_mailbox, or leave channels out.");
        return done;
    }

    void order(std::size_t i, const Step& step, const std::string& name) {
        if (i > 0) {
            const StepKind previous = ask_.course.steps[i - 1].kind;
            if (is_legal(previous)) add(at(i, "step"), "order", "nothing follows a legal step: a person takes it from there", "End the course with the legal step.");
            else if (step.kind < previous)
                add(at(i, "step"), "order", "a " + name + " after a " + std::string(name_of(previous)) + " would lead the debtor back", "Order the steps: nudge, reminder, notice, demand, legal step.");
        }
        if (step.kind == StepKind::demand && !before(i, StepKind::notice))
            add(at(i, "step"), "order", "inkassoloven §§ 9 and 10: a demand needs a collection notice before it", "Add a notice step with at least 14 days before the demand.");
        if (is_legal(step.kind) && !before(i, StepKind::demand))
            add(at(i, "step"), "order", "inkassoloven §§ 10 and 11: a legal step needs a payment demand before it", "Add a demand step before it.");
    }

    void legal(std::size_t i, const Step& step, const std::string& name) {
        const bool public_body = ask_.kind == cases::DebtorKind::public_body;
        const auto& steps = ask_.course.steps;
        const bool warned = std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.with_enforcement_notice; }) ||
                            std::any_of(ask_.earlier.begin(), ask_.earlier.end(), [](const cases::Sent& s) { return s.enforcement_notice; });
        if (step.kind == StepKind::attachment && !warned)
            add(at(i, "step"), "enforcement_notice", "tvangsfullbyrdelsesloven § 4-18: an attachment needs an enforcement notice", "Set with_enforcement_notice on the demand.");
        if (step.kind == StepKind::attachment && public_body)
            add(at(i, "step"), "debtor", "tvangsfullbyrdelsesloven § 1-2: no attachment against a public body", "Use conciliation.");
        if (step.kind == StepKind::bankruptcy && (ask_.relation == cases::Relation::consumer || public_body || ask_.kind == cases::DebtorKind::person))
            add(at(i, "step"), "debtor", "konkursloven § 63: only a debtor who must keep books can be sent a bankruptcy demand", "Use attachment or conciliation; " + name + " is for businesses.");
    }

    // Fees that would be refused when the letter goes out: better told now.
    void fees() {
        int small = 0;
        bool demanded = false;
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < ask_.course.steps.size(); ++i) {
            const Step& step = ask_.course.steps[i];
            if (!step.fee) continue;
            if (step.kind == StepKind::demand && ask_.mode == cases::Mode::self) {
                if (demanded) add(at(i, "fee"), "fee", "inkassoforskriften § 1-3: one demand with a fee", "Set fee to false.");
                demanded = true;
            }
            if (step.kind != StepKind::reminder && step.kind != StepKind::notice) continue;
            if (++small > 2) add(at(i, "fee"), "fee", "inkassoforskriften § 1-3: at most two letters with a fee before the demand", "Set fee to false.");
            if (small == 2 && first) {
                const Step& before_it = ask_.course.steps[*first];
                if (before_it.kind != StepKind::reminder || before_it.deadline_days < 14)
                    add(at(i, "fee"), "fee", "inkassoforskriften § 1-3: a second fee only after a missed deadline of at least 14 days in the first reminder",
                        "Set fee to false, or let the first letter with a fee be a reminder with 14 days.");
            }
            if (!first) first = i;
        }
    }

    const CourseAsk& ask_;
    const NorwegianLaw& law_;
    std::vector<Error> errors_;
};

}  // namespace

Result<std::vector<Error>> check_course(const CourseAsk& ask, const NorwegianLaw& law) { return Check(ask, law).run(); }

}  // namespace frist::rules::no
