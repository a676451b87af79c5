#include "office/automation.h"

#include "base/pch.h"
#include "base/strict_json.h"
#include "rules/decide.h"

#include <map>

namespace frist::office {
namespace {

constexpr int longest_wait = 3650;   // days

std::string place(const ItemRow& item) { return "invoice " + item.number; }

Outcome fit(const Automation& rules) {
    if (rules.days_overdue < 1 || rules.days_overdue > longest_wait)
        return Error{"automation.days", "days_overdue", "is no number of days from 1 to 3650", "An invoice starts the day after its due day at the earliest: 1."};
    if (rules.least_open && rules.least_open->negative()) return Error{"automation.amount", "least_open", "is less than nothing", "Give the smallest sum that starts, or 0.00."};
    for (std::size_t i = 0; i < rules.still.size(); ++i)
        if (rules.still[i].until < rules.still[i].from) return Error{"automation.still", fmt::format("still[{}].until", i), "comes before its beginning", "Give the last day on which nothing starts."};
    for (std::size_t i = 0; i < rules.customers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rules.customers[i].debtor == rules.customers[j].debtor)
                return Error{"automation.customers", fmt::format("customers[{}].debtor", i), "stands there twice", "Name each customer once."};
    return fit_criteria(rules.criteria);
}

const CustomerLevels* of_customer(const Automation& rules, Id debtor) {
    const auto found = std::find_if(rules.customers.begin(), rules.customers.end(), [&](const CustomerLevels& one) { return one.debtor == debtor; });
    return found == rules.customers.end() ? nullptr : &*found;
}

// Whether anything may start without a hand.
bool starts_any(const Automation& rules) {
    return rules.start == Level::by_itself || std::any_of(rules.customers.begin(), rules.customers.end(), [](const CustomerLevels& one) { return one.start == Level::by_itself; });
}

}  // namespace

Result<Automation> automation_of(const AutomationRow& row) {
    FRIST_TRY(const boost::json::value value, parse_json(row.record));
    return from_json<Automation>(value.as_object());
}

Result<AutomationNow> automation(const Desk& desk) {
    FRIST_TRY(const auto rows, desk.store.automations(desk.creditor, 1));
    if (rows.empty()) return AutomationNow{};
    FRIST_TRY(const Automation rules, automation_of(rows.front()));
    return AutomationNow{rows.front().number, rules};
}

Level start_level(const Automation& rules, Id debtor) {
    const CustomerLevels* const own = of_customer(rules, debtor);
    return own == nullptr ? rules.start : own->start.value_or(rules.start);
}

cases::Levels levels_for(const Automation& rules, Id debtor) {
    cases::Levels levels = rules.levels;
    const CustomerLevels* const own = of_customer(rules, debtor);
    if (own == nullptr) return levels;
    levels.send = own->send.value_or(levels.send);
    levels.rest_note = own->rest_note.value_or(levels.rest_note);
    levels.close = own->close.value_or(levels.close);
    levels.legal = own->legal.value_or(levels.legal);
    return levels;
}

cases::Course bent(cases::Course course, const Automation& rules) {
    for (cases::Step& step : course.steps)
        if (std::find(rules.approve.begin(), rules.approve.end(), step.kind) != rules.approve.end()) step.approval = true;
    bend(course, rules.criteria);
    return course;
}

bool asks_for_debtor(const Automation& rules) { return !rules.kinds.empty() || !rules.excluded_groups.empty(); }

std::optional<Verdict> against(const Automation& rules, const ItemRow& item, const DebtorRecord& debtor, Date day) {
    const auto no = [&](const char* code, std::string says, const char* remedy, std::optional<Date> passes_on = {}) {
        return Verdict{Error{code, place(item), std::move(says), remedy}, passes_on};
    };
    if (start_level(rules, item.debtor) == Level::off) return no("automation.off", "cases are started by a person here", "Start it by hand, or let the night do it: settings, automation.");
    if (std::find(rules.excluded.begin(), rules.excluded.end(), item.debtor) != rules.excluded.end())
        return no("automation.excluded", "the customer is never started by itself", "Start it by hand, or take the customer off the list.");
    if (!debtor.group.empty() && std::find(rules.excluded_groups.begin(), rules.excluded_groups.end(), debtor.group) != rules.excluded_groups.end())
        return no("automation.group", "customers of this group are not started by themselves", "Start it by hand, or take the group off the list.");
    if (!rules.kinds.empty() && std::find(rules.kinds.begin(), rules.kinds.end(), debtor.kind) == rules.kinds.end())
        return no("automation.kind", "customers of this kind are not started by themselves", "Start it by hand, or change the rule.");
    if (rules.least_open && item.open < *rules.least_open)
        return no("automation.least", fmt::format("{} is open, and less than {} is left alone", text(item.open), text(*rules.least_open)), "Start it by hand, or change the rule.");
    const Date first = item.due + Days{rules.days_overdue};
    if (day < first) return no("automation.wait", fmt::format("starts {} days after the due day, on {}", rules.days_overdue, text(first)), "Nothing is to be done.", first);
    for (const StillTime& still : rules.still)
        if (still.from <= day && day <= still.until)
            return no("automation.still_time", fmt::format("nothing starts by itself until {}{}", text(still.until), still.why.empty() ? "" : ": " + still.why), "Start it by hand, or wait.", still.until + Days{1});
    return std::nullopt;
}

Result<std::vector<Unready>> unready(const Desk& desk, const CreditorRecord& creditor, const Automation& rules) {
    Automation on = rules;
    on.start = Level::by_itself;
    for (CustomerLevels& one : on.customers)
        if (one.start == Level::propose) one.start = Level::by_itself;
    on.still.clear();
    FRIST_TRY(const std::vector<ItemRow> loose, desk.store.items_without_case(desk.creditor));
    std::map<Id, Unready> found;
    std::map<Id, DebtorRecord> known;
    for (const ItemRow& item : loose) {
        if (!item.open.positive()) continue;
        if (!known.contains(item.debtor)) {
            FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, item.debtor));
            FRIST_CHECK(row.has_value());
            FRIST_TRY(DebtorRecord read, debtor_record(row->record));
            known.emplace(item.debtor, std::move(read));
        }
        const DebtorRecord& debtor = known.at(item.debtor);
        const auto rule = against(on, item, debtor, desk.today);
        if (rule && rule->reason.code != "automation.wait") continue;
        std::vector<Error> missing = lacking(creditor, debtor, item);
        if (missing.empty()) continue;
        Unready& one = found[item.debtor];
        one.debtor = item.debtor;
        ++one.invoices;
        one.missing = std::move(missing);
    }
    std::vector<Unready> list;
    list.reserve(found.size());
    for (auto& [debtor, one] : found) list.push_back(std::move(one));
    return list;
}

Result<AutomationNow> set_automation(const Desk& desk, const CreditorRecord& creditor, const AutomationWish& wish) {
    FRIST_TRY_DONE(fit(wish.rules));
    if (wish.rules.start == Level::by_itself && !wish.rules.skip_incomplete) {
        FRIST_TRY(const auto lacking, unready(desk, creditor, wish.rules));
        if (!lacking.empty())
            return Error{"automation.not_ready", "skip_incomplete", fmt::format("{} customers lack what a case needs", lacking.size()), "Complete them, or choose to skip these customers."};
    }
    AutomationRow row;
    row.number = wish.before + 1;
    row.at = desk.now();
    row.person = wish.person;
    row.record = stored(wish.rules);
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY(const AutomationNow now, automation(desk));
        if (now.number != wish.before) return Error{"store.conflict", "automation", "somebody else has set the rules meanwhile", "Read them again."};
        return desk.store.add_automation(desk.creditor, row);
    });
    if (!kept.ok()) return kept.error();
    return AutomationNow{row.number, wish.rules};
}

Result<std::vector<StartRow>> start_by_itself(const Desk& desk, const CreditorRecord& creditor, const MakeKid& make_kid) {
    FRIST_TRY(const AutomationNow now, automation(desk));
    if (!starts_any(now.rules)) return std::vector<StartRow>{};
    StartAsk ask;
    ask.unless = [&](const ItemRow& item, const DebtorRecord& debtor) -> std::optional<Error> {
        if (start_level(now.rules, item.debtor) == Level::propose) return Error{"automation.proposed", place(item), "is proposed, and a person starts it", "Start it by hand."};
        auto verdict = against(now.rules, item, debtor, desk.today);
        if (!verdict) return std::nullopt;
        return std::move(verdict->reason);
    };
    ask.cause = "automation:" + text(desk.today);
    return start_cases(desk, ask, creditor, make_kid);
}

namespace {

// The commands that make a running case follow the rules; none when it does.
std::vector<cases::Command> to_follow(const Automation& rules, const cases::Case& c) {
    std::vector<cases::Command> commands;
    const cases::Levels levels = levels_for(rules, c.debtor);
    if (levels != c.levels) commands.emplace_back(cases::SetLevels{levels});
    const Criteria& criteria = rules.criteria;
    const bool same = (!criteria.rest_note_above_percent || c.course.rest_note_above_percent == criteria.rest_note_above_percent) &&
                      (!criteria.close_at_or_below || c.course.close_at_or_below == *criteria.close_at_or_below);
    if (!same && !c.own_criteria) commands.emplace_back(cases::SetCriteria{criteria.rest_note_above_percent, criteria.close_at_or_below, false});
    return commands;
}

}  // namespace

Result<std::int64_t> spread(const Desk& desk, const Automation& rules) {
    std::int64_t changed = 0;
    CaseFilter filter;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> batch, desk.store.cases(desk.creditor, filter));
        if (batch.empty()) return changed;
        FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
            for (CaseRow row : batch) {
                const std::vector<cases::Command> commands = to_follow(rules, row.state);
                for (const cases::Command& command : commands) {
                    FRIST_TRY(const cases::Events events, rules::decide(row.state, command, desk.today, desk.country));
                    FRIST_TRY_DONE(keep(desk, row, events, "automation:" + text(desk.today)));
                }
                changed += !commands.empty();
            }
            return done;
        }));
        filter.after = batch.back().state.id;
    }
}

Result<std::int64_t> would_follow(const Desk& desk, const Automation& rules) {
    std::int64_t count = 0;
    CaseFilter filter;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> batch, desk.store.cases(desk.creditor, filter));
        if (batch.empty()) return count;
        for (const CaseRow& row : batch) count += !to_follow(rules, row.state).empty();
        filter.after = batch.back().state.id;
    }
}

}  // namespace frist::office
