#include "rules/gate.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "rules/balance.h"
#include "rules/next.h"

namespace frist::rules {
namespace {

using cases::StepKind;

constexpr int two_weeks = 14;   // an enforcement notice gives them, whatever letter it stands in

std::string channel_names(const std::vector<cases::Channel>& channels) {
    std::string names;
    for (const cases::Channel channel : channels) names += (names.empty() ? "" : " or ") + std::string(name_of(channel));
    return names;
}

class Gate {
public:
    Gate(const cases::Case& c, const Leaving& letter, const World& world, Date day, const Country& country)
        : c_(c), letter_(letter), sent_(letter.sent), world_(world), day_(day), country_(country) {}

    std::vector<Refusal> run() {
        if (!c_.waits_for(sent_.letter)) {
            add(Stop::not_ordered, c_.closing ? "the case was closed on " + text(c_.closing->on) : "the case does not wait for this letter", "Throw the paper away; nothing has to be sent.");
            return std::move(refusals_);
        }
        order();
        person();
        address();
        if (!farewell()) {
            other_claims();
            money();
            sources();
        }
        law();
        first_day();
        least_deadline();
        fee();
        content();
        channel();
        sending_day();
        return std::move(refusals_);
    }

private:
    void add(Stop stop, std::string says, std::string remedy, std::optional<Date> passes_on = std::nullopt) {
        refusals_.push_back({stop, country_.stop_section(stop, sent_.kind), std::move(says), std::move(remedy), passes_on});
    }
    void add(Stop stop, const Reason& reason, std::string remedy, std::optional<Date> passes_on = std::nullopt) {
        refusals_.push_back({stop, reason.rule, reason.says, std::move(remedy), passes_on});
    }
    // What a rule of the country cannot answer stops the letter too.
    template <class T>
    bool known(const Result<T>& answer) {
        if (answer.ok()) return true;
        if (!law_told_) add(Stop::law_unknown, answer.error().message, answer.error().remedy);
        law_told_ = true;
        return false;
    }
    [[nodiscard]] bool collects() const { return sent_.kind == StepKind::reminder || sent_.kind == StepKind::notice || sent_.kind == StepKind::demand; }
    // It asks for nothing, so that no sum has to be right for it.
    [[nodiscard]] bool farewell() const { return sent_.kind == StepKind::closing; }
    [[nodiscard]] std::string name() const { return std::string(name_of(sent_.kind)); }

    void order() {
        if (c_.ordered->needs_approval) add(Stop::approval, "a person has to say yes to this letter", fmt::format("Approve it with frist letters approve {}.", c_.id));
        if (c_.objection && !farewell()) add(Stop::disputed, "the debtor objected, and the objection is open since " + text(*c_.objection), fmt::format("Answer it, then frist case {} settle-objection.", c_.id));
        if (c_.pause) add(Stop::paused, "the case is paused since " + text(c_.pause->since), fmt::format("Wait, or frist case {} resume.", c_.id), c_.pause->until);
        if (c_.plan_runs() && !farewell()) add(Stop::plan, "the instalment plan of " + text(c_.plan->agreed) + " is running", "Wait until it is kept or broken.");
        const std::optional<Date> bankrupt = c_.bankrupt ? c_.bankrupt : world_.person.bankrupt_on;
        if (bankrupt) add(Stop::bankrupt, "the debtor is bankrupt since " + text(*bankrupt), fmt::format("File the claim with the estate; register it with frist case {} bankrupt.", c_.id));
    }

    void person() {
        const Person& person = world_.person;
        if (person.born && day_ < country_.of_age(*person.born))
            add(Stop::minor, "the debtor is a minor until " + text(country_.of_age(*person.born)), "Write to the guardian, or withdraw what a minor could not owe.", country_.of_age(*person.born));
        if (person.dead_on) add(Stop::dead, "the debtor died on " + text(*person.dead_on), "Make the claim known to the estate, or pause the case.");
        if (person.debt_settlement_on)
            add(Stop::debt_settlement, "debt settlement was opened on " + text(*person.debt_settlement_on) + "; the claim is registered there and not collected",
                "Register the claim with the enforcement office, and pause the case.");
    }

    void address() {
        const Person& person = world_.person;
        if (person.address_protected)
            add(Stop::address_protected, "the debtor's address is protected and is not kept here", "Pause the case; a person sends the letter by the register's own forwarding.");
        else if (person.address_missing && letter_.way.channel == "paper") add(Stop::address_missing, "the debtor has no postal address", "Add it in the ledger and import again, or with frist debtor.");
        if (person.address_doubtful && !person.address_protected)
            add(Stop::address_doubtful, "the address is doubtful", "Check it, then frist debtor KEY set --doubtful no, or give the new one.");
        const std::optional<Date> returned = c_.returned_mail ? c_.returned_mail : person.mail_returned;
        if (returned) add(Stop::returned, "mail to the debtor came back on " + text(*returned), "Correct the address, then frist case N address-fixed on the case whose letter came back.");
    }

    // One case and one set of fees. A friendly reminder or a note about a rest asks for nothing more.
    void other_claims() {
        if (collects()) {
            for (const Unmerged& other : world_.unmerged) {
                if (other.case_id != 0)
                    add(Stop::unmerged, fmt::format("case {} of the same debtor belongs together with this one", other.case_id), fmt::format("Join them with frist case {} merge {}.", c_.id, other.case_id));
                else
                    add(Stop::unmerged, fmt::format("invoice {} of the same debtor is overdue and in no case", other.invoice), fmt::format("Join it with frist start --invoice {}.", other.invoice));
            }
        }
        if (world_.open_credit) add(Stop::credit, "the customer has a credit that is not set off", "Set it off in the ledger and import again.");
    }

    // The case as it would be when the letter has left.
    [[nodiscard]] cases::Case after() const {
        cases::Case c = c_;
        cases::evolve(c, cases::Event(cases::LetterSent{day_, sent_, c_.ordered->step, c_.ordered->replaces, {}}));
        return c;
    }

    void money() {
        for (const MoneyWaiting& waiting : world_.waiting)
            add(Stop::suspense, fmt::format("payment line {} of {} waits in suspense: {}", waiting.line, text(waiting.on), waiting.why),
                fmt::format("frist suspense assign {0} --case N, or frist letters apart {0} --case {1} when it is somebody else's.", waiting.line, c_.id));
        const Result<Balance> owed = balance_on(after(), day_, country_);
        if (!known(owed)) return;
        if (!owed->total().positive()) add(Stop::paid, "nothing is open any more", "Close the case.");
        else if (letter_.total && *letter_.total > owed->total())
            add(Stop::paid, fmt::format("the letter asks for {}, and {} is owed on {}", text(*letter_.total), text(owed->total()), text(day_)), "Write the letter again.");
        lapsed(*owed);
    }

    // A claim that has lapsed is not collected, and no letter stops limitation.
    void lapsed(const Balance& owed) {
        for (std::size_t i = 0; i < c_.claims.size(); ++i) {
            if (!owed.principal_of[i].positive()) continue;
            const Result<Ruling<Date>> last = country_.limitation(c_, c_.claims[i]);
            if (!known(last)) return;
            if (day_ > *last->granted)
                add(Stop::limitation, {last->reason.rule, fmt::format("invoice {} has lapsed: {}, until {}", c_.claims[i].number, last->reason.says, text(*last->granted))}, "Close the case, or take that claim out with a credit note.");
        }
    }

    void sources() {
        const auto stale = [&](Stop stop, const Freshness& source, const char* what, const char* remedy) {
            if (source.limit_hours <= 0) return;
            if (!source.age_hours) add(stop, fmt::format("{} was never read; the creditor allows {} hours", what, source.limit_hours), remedy);
            else if (*source.age_hours > source.limit_hours) add(stop, fmt::format("{} was read {} hours ago; the creditor allows {}", what, *source.age_hours, source.limit_hours), remedy);
        };
        stale(Stop::ledger_stale, world_.ledger, "the ledger", "Import the newest list with frist import.");
        stale(Stop::bank_stale, world_.bank, "the bank", "Bring the newest file with frist pay FILE.");
        if (!world_.second_count) {
            add(Stop::not_counted_twice, "the sums have not been counted a second time", "Try again; report it when it stays.");
            return;
        }
        for (const std::string& difference : *world_.second_count) add(Stop::not_counted_twice, difference, "Run frist verify and report what it says; send nothing.");
    }

    void law() {
        if (day_ > country_.confirmed_until() && !law_told_)
            add(Stop::law_unknown, fmt::format("nobody has confirmed rates and regime after {}", text(country_.confirmed_until())), "Confirm the law tables, or use a newer frist.");
    }

    void first_day() {
        const cases::Ordered& order = *c_.ordered;
        if (day_ < order.on) add(Stop::too_early, Reason{"course", "it was ordered for " + text(order.on)}, "Send it on that day or later.", order.on);
        cases::Step step = order.step >= 0 ? c_.course.steps.at(static_cast<std::size_t>(order.step)) : step_like(c_.course, order.kind);
        step.kind = order.kind;
        step.fee = sent_.fee.positive();
        // A letter of the course waits as the course does; one sent anew, or out of turn, as the law does.
        const Result<Ruling<Date>> first = order.step >= 0 && !order.replaces ? step_day(c_, step, country_) : country_.first_day(c_, step);
        if (!known(first)) return;
        if (!*first) add(Stop::step_missing, first->reason, "Take that step first.");
        else if (day_ < *first->granted) add(Stop::too_early, first->reason, "Send it on " + text(*first->granted) + " or later.", first->granted);
        if (!cases::is_legal(sent_.kind)) return;
        const Result<std::optional<Reason>> expired = country_.demand_expired(c_, day_);
        if (known(expired) && *expired) add(Stop::demand_age, **expired, "Send a new payment demand.");
    }

    void least_deadline() {
        const Result<Ruling<Days>> least = country_.least_deadline(sent_.kind, day_);
        if (!known(least)) return;
        const bool notice = sent_.enforcement_notice && least->granted->count < two_weeks;
        const int days = notice ? two_weeks : least->granted->count;
        const std::string rule = notice ? country_.stop_section(Stop::deadline, sent_.kind) : least->reason.rule;
        if (days == 0 && !sent_.deadline) return;
        const char* const remedy = "Write the letter again; the deadline counts from the day it leaves.";
        if (!sent_.deadline) add(Stop::deadline, Reason{rule, fmt::format("a {} must give at least {} days, and this one gives no deadline", name(), days)}, remedy);
        else if (days == 0 && *sent_.deadline < day_) add(Stop::deadline, Reason{"course", fmt::format("the deadline {} lies before {}", text(*sent_.deadline), text(day_))}, remedy);
        else if (*sent_.deadline < day_ + Days{days})
            add(Stop::deadline, Reason{rule, fmt::format("the deadline {} is less than {} days after {}", text(*sent_.deadline), days, text(day_))}, remedy);
    }

    void fee() {
        if (!sent_.fee.positive()) return;
        const char* const remedy = "Write the letter again; it goes without what is not allowed.";
        if (!collects()) {
            add(Stop::fee, "a " + name() + " carries no fee", remedy);
            return;
        }
        if (c_.mode == cases::Mode::agency && sent_.kind == StepKind::demand) {
            add(Stop::fee, "an agency's demand carries no creditor's fee", remedy);
            return;
        }
        if (c_.ordered->replaces) {
            add(Stop::fee, country_.why("reset"), remedy);
            return;
        }
        const Result<Ruling<Money>> allowed = country_.fee(c_, sent_.kind, day_);
        if (!known(allowed)) return;
        if (!*allowed) add(Stop::fee, allowed->reason, remedy);
        else if (sent_.fee > *allowed->granted) add(Stop::fee, Reason{allowed->reason.rule, fmt::format("the letter says {}, and on {} it may be {}", text(sent_.fee), text(day_), text(*allowed->granted))}, remedy);
    }

    void content() {
        for (const Leaving::Gap& gap : letter_.gaps)
            add(Stop::content, Reason{gap.rule.empty() ? country_.stop_section(Stop::content, sent_.kind) : gap.rule, gap.says}, "Restore that part in the text of the letter, or the fact it stands on.");
    }

    void channel() {
        if (letter_.way.channel != "paper" && world_.person.never_electronic) add(Stop::never_electronic, "the debtor wants nothing electronic", "Send it on paper.");
        if (cases::is_legal(sent_.kind)) return;   // a court and its office have ways of their own
        const std::vector<cases::Channel> channels = channels_of_ordered(c_);
        if (!channels.empty() && std::none_of(channels.begin(), channels.end(), [&](cases::Channel channel) { return name_of(channel) == letter_.way.channel; }))
            add(Stop::channel, Reason{"course", fmt::format("this letter does not go by {}: its course says {}", letter_.way.channel, channel_names(channels))}, "Give the debtor an address for that channel and set the channel up, or change the course.");
        cases::Sent sent = sent_;
        sent.sent = day_;
        const Result<Ruling<bool>> may = country_.may_go(sent, letter_.way);
        if (known(may) && !*may) add(Stop::channel, may->reason, "Send it on paper.");
    }

    [[nodiscard]] bool sends_on(Date day) const {
        if (world_.banking_days_only && !country_.calendar().is_banking_day(day)) return false;
        return std::find(world_.stop_days.begin(), world_.stop_days.end(), day) == world_.stop_days.end();
    }
    [[nodiscard]] Date next_sending_day() const {
        Date day = day_.next();
        while (!sends_on(day)) day = day.next();
        return day;
    }

    void sending_day() {
        if (!sends_on(day_)) {
            const Date next = next_sending_day();
            add(Stop::sending_day, Reason{"creditor's setting", text(day_) + " is no day on which the creditor sends letters"}, "Send it on " + text(next) + ".", next);
        } else if (world_.daily_limit_reached) {
            const Date next = next_sending_day();
            add(Stop::daily_limit, Reason{"creditor's setting", "as many letters as the creditor wants on one day leave on " + text(day_) + " already"}, "Send it on " + text(next) + ".", next);
        }
    }

    const cases::Case& c_;
    const Leaving& letter_;
    const cases::Sent& sent_;
    const World& world_;
    Date day_;
    const Country& country_;
    std::vector<Refusal> refusals_;
    bool law_told_ = false;
};

}  // namespace

std::vector<cases::Channel> channels_of_ordered(const cases::Case& c) {
    if (!c.ordered) return {};
    const auto step = static_cast<std::size_t>(c.ordered->step);
    return c.ordered->step >= 0 && step < c.course.steps.size() ? c.course.steps[step].channels : step_like(c.course, c.ordered->kind).channels;
}

std::vector<Refusal> gate(const cases::Case& c, const Leaving& letter, const World& world, Date day, const Country& country) {
    return Gate(c, letter, world, day, country).run();
}

}  // namespace frist::rules
