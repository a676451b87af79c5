// What the register knows of a case and of a debtor without reading them: index rows, kept together with the events
// they follow from, or with the debtor's record. Both can be thrown away and made anew; frist verify compares them.
#pragma once
#include "cases/case.h"
#include "rules/accrual.h"
#include "rules/next.h"

namespace frist::office {

using Id = std::int64_t;

// Each case stands under one.
enum class Tab { ongoing, inactive, closed };
constexpr auto names_of(Tab) {
    return std::to_array<std::string_view>({"ongoing", "inactive", "closed"});
}

enum class Status {
    going,
    approval,  // a person chooses, or says yes to a letter
    paused,
    held,
    legal,
    paid,       // closed: nothing was left, or too little to ask for
    withdrawn,  // closed by the creditor
    closed,     // credited, lapsed, or gone into another case
};
constexpr auto names_of(Status) {
    return std::to_array<std::string_view>(
        {"going", "approval", "paused", "held", "legal", "paid", "withdrawn", "closed"});
}
constexpr std::size_t status_count = names_of(Status{}).size();

Status status_of(const cases::Case& c);
Tab tab_of(Status status);

// What comes next, by itself or by choice.
enum class Coming {
    none,
    step,        // ordered by itself on that day
    letter,      // ordered: may leave from that day
    approval,    // ordered: waits for a yes
    choice,      // a person chooses; with the legal step that stands open, if one does
    release,     // the pause ends
    instalment,  // the plan is broken if the instalment has not come
    follow_up,   // after a court's decision
};
constexpr auto names_of(Coming) {
    return std::to_array<std::string_view>(
        {"none", "step", "letter", "approval", "choice", "release", "instalment", "follow_up"});
}

struct NextThing {
    std::optional<Date> on;
    Coming what = Coming::none;
    std::optional<cases::StepKind> kind;  // of the letter or legal step
    bool operator==(const NextThing&) const = default;
};

struct RegisterRow {
    Id case_id = 0;
    Id debtor = 0;
    cases::State state = cases::State::active;
    Status status = Status::going;
    cases::DebtorKind kind = cases::DebtorKind::person;
    cases::Relation relation = cases::Relation::consumer;
    std::optional<cases::StepKind> step;  // of the last letter ordered or sent, or the legal step
    NextThing next;
    std::optional<Date> look;        // the night looks, or a person is to, after a decision
    std::optional<Date> oldest_due;  // of what is open; of all when nothing is
    std::optional<Date> closed_on;
    rules::Accrual accrual;
    bool operator==(const RegisterRow&) const = default;
};

// `upcoming` is that of the rules. Errors law.*.
Result<RegisterRow> register_row(const cases::Case& c, const std::optional<rules::Upcoming>& upcoming,
                                 const rules::Country& country);
Result<RegisterRow> register_row(const cases::Case& c, const rules::Country& country);

// What a list shows beside a name.
enum class Sign { address_missing, address_doubtful, address_protected, kind_unknown, bankrupt, dead };
constexpr auto names_of(Sign) {
    return std::to_array<std::string_view>(
        {"address_missing", "address_doubtful", "address_protected", "kind_unknown", "bankrupt", "dead"});
}
class Signs {
public:
    Signs() = default;
    explicit Signs(std::int64_t bits) : bits_(bits) {}
    void put(Sign sign) { bits_ |= std::int64_t{1} << static_cast<int>(sign); }
    [[nodiscard]] bool has(Sign sign) const { return (bits_ >> static_cast<int>(sign) & 1) != 0; }
    [[nodiscard]] std::int64_t bits() const { return bits_; }
    bool operator==(const Signs&) const = default;

private:
    std::int64_t bits_ = 0;
};

// Personal data: it goes and is corrected with the debtor's record.
struct DebtorIndex {
    Id debtor = 0;
    std::string key;  // the creditor's own number for the customer
    std::string name;
    std::string org_number;
    std::string group;
    Signs signs;
    bool operator==(const DebtorIndex&) const = default;
};

// A record that cannot be read has no name.
DebtorIndex debtor_index(Id debtor, const std::string& key, const std::string& record);

// Which program and which law made a creditor's index rows: with another of either they are made anew.
struct RegisterMark {
    std::string shape;
    std::string law;
    std::int64_t made = 0;  // how many times
    [[nodiscard]] bool same_makers(const RegisterMark& other) const { return shape == other.shape && law == other.law; }
};
// As of a creditor without cases or debtors, whose rows are all made.
RegisterMark register_mark(const rules::Country& country);

}  // namespace frist::office
