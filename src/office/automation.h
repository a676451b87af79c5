// What happens by itself, as a creditor wishes it: which open items become cases without a hand, and which letters wait
// for a yes. What the law asks is asked anyway, in src/rules. The rules are kept each as it was set, with the day and who.
#pragma once
#include "office/start_cases.h"

namespace frist::office {

using cases::Level;

// Days on which nothing starts by itself, both included.
struct StillTime {
    Date from;
    Date until;
    std::string why;
    bool operator==(const StillTime&) const = default;
};
template <class Visit>
void fields(Visit& visit, StillTime& t) {
    visit("from", t.from);
    visit("until", t.until);
    visit("why", t.why);
}

// What is otherwise for one customer; what is not told is as for all.
struct CustomerLevels {
    Id debtor = 0;
    std::optional<Level> start;
    std::optional<Level> send;
    std::optional<Level> rest_note;
    std::optional<Level> close;
    std::optional<Level> legal;
    bool operator==(const CustomerLevels&) const = default;
};
template <class Visit>
void fields(Visit& visit, CustomerLevels& c) {
    visit("debtor", c.debtor);
    visit("start", c.start);
    visit("send", c.send);
    visit("rest_note", c.rest_note);
    visit("close", c.close);
    visit("legal", c.legal);
}

struct Automation {
    Level start = Level::off;
    std::optional<Money> least_open;           // less is left alone
    int days_overdue = 1;                      // since the due day; 1: the day after
    std::vector<cases::DebtorKind> kinds;      // empty: all
    std::vector<Id> excluded;                  // debtors
    std::vector<std::string> excluded_groups;  // of customers, as their records write them
    std::vector<StillTime> still;
    bool skip_incomplete = false;              // customers who lack something are passed over, and said to be
    std::vector<cases::StepKind> approve;      // letters of new cases that wait for a yes whatever the course says
    Criteria criteria;                         // of new cases, instead of their course's
    cases::Levels levels;                      // of all cases
    std::vector<CustomerLevels> customers;     // by debtor, each once
    bool operator==(const Automation&) const = default;
};
template <class Visit>
void fields(Visit& visit, Automation& a) {
    visit("start", a.start);
    visit("least_open", a.least_open);
    visit("days_overdue", a.days_overdue);
    visit("kinds", a.kinds);
    visit("excluded", a.excluded);
    visit("excluded_groups", a.excluded_groups);
    visit("still", a.still);
    visit("skip_incomplete", a.skip_incomplete);
    visit("approve", a.approve);
    visit("criteria", a.criteria);
    visit("levels", a.levels);
    visit("customers", a.customers);
}

// The rules in force and the number of that setting; all off, and 0, when nobody has set any. Errors store.*.
struct AutomationNow {
    std::int64_t number = 0;
    Automation rules;
};
Result<AutomationNow> automation(const Desk& desk);
Result<Automation> automation_of(const AutomationRow& row);

// What happens by itself for this customer.
Level start_level(const Automation& rules, Id debtor);
cases::Levels levels_for(const Automation& rules, Id debtor);

// The course as this creditor wishes it: letters that wait for a yes, and its criteria.
cases::Course bent(cases::Course course, const Automation& rules);

// Whether a rule asks for what only the debtor's record tells.
bool asks_for_debtor(const Automation& rules);

// Why this item does not start by itself, in one sentence, and the day on which that changes by itself, when it does;
// nothing when the night starts it. Not asked: what keeps it from starting at all (`hindrances`).
struct Verdict {
    Error reason;
    std::optional<Date> passes_on;
};
std::optional<Verdict> against(const Automation& rules, const ItemRow& item, const DebtorRecord& debtor, Date day);

// A customer with something open who lacks what a case needs.
struct Unready {
    Id debtor = 0;
    int invoices = 0;
    std::vector<Error> missing;                // of one of the invoices
};
// Of those whom the rules do not leave out anyway; by debtor. Errors store.*.
Result<std::vector<Unready>> unready(const Desk& desk, const CreditorRecord& creditor, const Automation& rules);

struct AutomationWish {
    Automation rules;
    std::int64_t before = 0;                   // the number that was read; another one is store.conflict
    Id person = 0;
};
// Kept with its moment. Switching the start on is refused while customers lack something and are not to be passed over.
// Errors automation.days, automation.amount, automation.still, automation.percent, automation.customers, automation.not_ready, store.*.
Result<AutomationNow> set_automation(const Desk& desk, const CreditorRecord& creditor, const AutomationWish& wish);

// Running cases follow the creditor's rules: its levels from now on, its criteria from their next payment or step on, but for
// those whose own a person has set. A second time changes nothing. How many were changed. Errors store.*, law.*.
Result<std::int64_t> spread(const Desk& desk, const Automation& rules);
// How many running cases that would be; nothing is kept. Errors store.*.
Result<std::int64_t> would_follow(const Desk& desk, const Automation& rules);

// Starts what the rules let start, when they say "do". A second time finds nothing. Errors those of start_cases.
Result<std::vector<StartRow>> start_by_itself(const Desk& desk, const CreditorRecord& creditor, const MakeKid& make_kid);

}  // namespace frist::office
