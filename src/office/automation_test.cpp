#include "office/automation.h"

#include "base/pch.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

const Currency nok = Currency::nok();
const Date due = Date::of(2026, 1, 26);

Money kr(std::int64_t whole) { return Money(whole * 100, nok); }

ItemRow item(Money open) {
    ItemRow row;
    row.number = "F1";
    row.debtor = 7;
    row.open = open;
    row.due = due;
    return row;
}

DebtorRecord debtor(cases::DebtorKind kind) {
    DebtorRecord record;
    record.name = "Blid Fjellrev";
    record.kind = kind;
    return record;
}

// The code of the rule that is missed; empty: it starts.
std::string missed(const Automation& rules, Date day, Money open = kr(1000), cases::DebtorKind kind = cases::DebtorKind::person) {
    const auto verdict = against(rules, item(open), debtor(kind), day);
    return verdict ? verdict->reason.code : "";
}

Automation on() {
    Automation rules;
    rules.start = Level::by_itself;
    return rules;
}

TEST(Automation, IsOffUntilSomebodySetsIt) {
    EXPECT_EQ(missed(Automation{}, due + Days{100}), "automation.off");
    EXPECT_EQ(missed(on(), due + Days{100}), "");
}

TEST(Automation, LeavesGroupsOfCustomersAlone) {
    Automation rules = on();
    rules.excluded_groups = {"Borettslag"};
    const auto missed_by = [&](const std::string& group) {
        DebtorRecord record = debtor(cases::DebtorKind::company);
        record.group = group;
        const auto verdict = against(rules, item(kr(1000)), record, due + Days{100});
        return verdict ? verdict->reason.code : "";
    };
    EXPECT_EQ(missed_by("Borettslag"), "automation.group");
    EXPECT_EQ(missed_by("Annet"), "");
    EXPECT_EQ(missed_by(""), "");
    EXPECT_TRUE(asks_for_debtor(rules));
}

TEST(Automation, WaitsForItsDay) {
    Automation rules = on();
    EXPECT_EQ(missed(rules, due), "automation.wait");
    EXPECT_EQ(missed(rules, due + Days{1}), "");
    rules.days_overdue = 14;
    EXPECT_EQ(missed(rules, due + Days{13}), "automation.wait");
    EXPECT_EQ(against(rules, item(kr(1)), debtor(cases::DebtorKind::person), due)->passes_on, due + Days{14});
    EXPECT_EQ(missed(rules, due + Days{14}), "");
}

TEST(Automation, LeavesLittleAlone) {
    Automation rules = on();
    rules.least_open = kr(100);
    const Date day = due + Days{1};
    EXPECT_EQ(missed(rules, day, Money(9999, nok)), "automation.least");
    EXPECT_EQ(missed(rules, day, kr(100)), "");
}

TEST(Automation, RestsOnDaysOfRest) {
    Automation rules = on();
    rules.still = {{due + Days{10}, due + Days{12}, "påske"}};
    EXPECT_EQ(missed(rules, due + Days{9}), "");
    EXPECT_EQ(missed(rules, due + Days{10}), "automation.still_time");
    EXPECT_EQ(missed(rules, due + Days{12}), "automation.still_time");
    EXPECT_EQ(missed(rules, due + Days{13}), "");
}

TEST(Automation, TakesTheKindsAndDebtorsThatAreNamed) {
    Automation rules = on();
    rules.kinds = {cases::DebtorKind::company};
    const Date day = due + Days{1};
    EXPECT_EQ(missed(rules, day), "automation.kind");
    EXPECT_EQ(missed(rules, day, kr(1), cases::DebtorKind::company), "");
    rules.excluded = {7};
    EXPECT_EQ(missed(rules, day, kr(1), cases::DebtorKind::company), "automation.excluded");
}

TEST(Automation, IsReadAgainAsItWasSet) {
    Automation rules = on();
    rules.least_open = kr(250);
    rules.days_overdue = 5;
    rules.kinds = {cases::DebtorKind::person, cases::DebtorKind::company};
    rules.excluded = {3, 9};
    rules.still = {{due, due, "fri"}};
    rules.skip_incomplete = true;
    rules.approve = {cases::StepKind::demand};
    rules.criteria.rest_note_above_percent = *Rate::parse("85");
    rules.criteria.close_at_or_below = kr(50);
    const auto read = automation_of({1, Moment{due}, 0, stored(rules)});
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, rules);
}

}  // namespace
}  // namespace frist::office
