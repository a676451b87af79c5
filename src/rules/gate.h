// The gate between "ordered" and "sent": every reason why a letter may not leave on a day, each with its section and
// what to do about it. All letters pass here and nowhere else, when they are listed or written and once more when they
// leave; nothing overrides it. The office gathers what lies outside the case (World). docs/spec/gate.md has a row for
// each reason.
#pragma once
#include "rules/country.h"

#include <array>

namespace frist::rules {

// The reasons, in the order in which they are told.
enum class Stop {
    not_ordered,        // the case does not wait for this letter
    forbidden,          // it cannot be made on the day at all
    approval,           // a person has not said yes
    disputed, paused, plan, bankrupt,
    minor, dead, debt_settlement,
    address_missing, address_protected, address_doubtful, returned,
    unmerged,           // the debtor has other claims here that belong in the same case
    credit,             // a credit of the customer is not set off
    suspense,           // money waits that may be the debtor's
    paid,               // the letter asks for more than is owed
    ledger_stale, bank_stale,
    not_counted_twice,  // the second count says otherwise, or nobody has counted
    law_unknown,        // a rate is missing, or nobody has confirmed the law for the day
    limitation,
    demand_age,         // the demand is too old to carry costs into a legal step
    step_missing,       // a letter that must come before has not been sent
    too_early, deadline, fee,
    content,            // the letter does not say what it must
    channel, never_electronic,
    sending_day, daily_limit,
};
constexpr auto names_of(Stop) {
    return std::to_array<std::string_view>(
        {"not_ordered", "forbidden", "approval", "disputed", "paused", "plan", "bankrupt", "minor", "dead", "debt_settlement", "address_missing", "address_protected", "address_doubtful",
         "returned", "unmerged", "credit", "suspense", "paid", "ledger_stale", "bank_stale", "not_counted_twice", "law_unknown", "limitation", "demand_age", "step_missing",
         "too_early", "deadline", "fee", "content", "channel", "never_electronic", "sending_day", "daily_limit"});
}

struct Refusal {
    Stop stop = Stop::not_ordered;
    std::string rule;                // "inkassoforskriften § 1-2", or "course", "creditor's setting"
    std::string says;
    std::string remedy;
    std::optional<Date> passes_on;   // the first day without this reason, when it passes by itself
    [[nodiscard]] std::string code() const { return "gate." + std::string(name_of(stop)); }
    // The same for those who hold a list of errors; `place` says which letter.
    [[nodiscard]] Error error(std::string place) const { return {code(), std::move(place), rule + ": " + says, remedy}; }
};

// The letter as it would leave.
struct Leaving {
    cases::Sent sent;                  // with the deadline and the fee that stand in it
    std::optional<Money> total;        // what it asks for; nothing: as much as is owed on the day
    Way way;
    struct Gap { std::string rule; std::string says; };
    std::vector<Gap> gaps;             // what the letter does not say, though it must
};

// --- What the office knows beside the case ---

struct Person {
    std::optional<Date> born;
    std::optional<Date> dead_on;
    std::optional<Date> bankrupt_on;
    std::optional<Date> debt_settlement_on;
    bool never_electronic = false;
    bool address_missing = false;
    bool address_protected = false;
    bool address_doubtful = false;
    std::optional<Date> mail_returned; // in any case of the debtor
};

// A case of the same debtor that could be joined, or an overdue invoice that has no case yet.
struct Unmerged {
    std::int64_t case_id = 0;          // 0: the invoice has no case
    std::string invoice;
};

struct MoneyWaiting {
    std::int64_t line = 0;
    Date on;
    std::string why;                   // "it comes from the same payer"
};

// How old what we know is. A limit of 0 hours asks nothing.
struct Freshness {
    std::optional<int> age_hours;      // nothing: it was never read
    int limit_hours = 0;
};

struct World {
    Person person;
    std::vector<Unmerged> unmerged;
    bool open_credit = false;
    std::vector<MoneyWaiting> waiting;
    Freshness ledger;
    Freshness bank;
    // What a second count by other means says otherwise; empty: the same. Nothing: it was not counted.
    std::optional<std::vector<std::string>> second_count;
    bool banking_days_only = false;
    std::vector<Date> stop_days;       // the creditor sends nothing on these
    bool daily_limit_reached = false;
};

// The channels by which the letter that the case waits for may leave by its course; empty: any.
std::vector<cases::Channel> channels_of_ordered(const cases::Case& c);

// Every reason against this letter of the case leaving on `day`; none: it may leave.
std::vector<Refusal> gate(const cases::Case& c, const Leaving& letter, const World& world, Date day, const Country& country);

}  // namespace frist::rules
