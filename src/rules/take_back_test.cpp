// Money that leaves a case again: a payment that belongs elsewhere, and what was paid too much.
#include "base/pch.h"
#include "rules/balance.h"
#include "rules/bookkeeping.h"
#include "rules/decide.h"
#include "rules/next.h"
#include "support/norway.h"

namespace frist::rules {
namespace {

using cases::ClosingReason;
using cases::TakenBack;
using ledger::Account;
using tested::d;
using tested::norway;

// A case that follows its commands.
class Told {
public:
    explicit Told(std::int64_t principal = 10'000'00) : c(tested::case_of({tested::claim("F1", nok(principal), "2025-01-15")})) {
        c.course.name = "own";
        c.course.steps = {tested::step(cases::StepKind::reminder), tested::step(cases::StepKind::notice)};
        c.course.close_at_or_below = nok(50'00);
    }
    std::string tell(const cases::Command& command, std::string_view day) {
        const Result<cases::Events> events = decide(c, command, d(day), norway());
        if (!events.ok()) return events.error().code;
        for (const cases::Event& event : *events) {
            const cases::Case before = c;
            cases::evolve(c, event);
            EXPECT_TRUE(balanced(entry_of(before, c, d(day))));
        }
        return {};
    }
    std::string pay(std::int64_t minor, std::string_view day, std::string source = "bank") { return tell(cases::ReceivePayment{d(day), nok(minor), {}, false, std::move(source)}, day); }
    [[nodiscard]] Money open(std::string_view day) const { return balance_on(c, d(day), norway()).value().total(); }
    [[nodiscard]] Money account(Account which) const { return accounts_of(c)[static_cast<std::size_t>(which)]; }

    cases::Case c;
};

TEST(take_back, leaves_the_case_as_if_the_money_had_never_come) {
    Told told;
    Told never;
    told.pay(4'000'00, "2025-02-05");
    told.pay(1'000'00, "2025-02-20");
    never.pay(1'000'00, "2025-02-20");
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-03-01"), "");
    for (const char* day : {"2025-02-06", "2025-03-01", "2025-06-30"}) EXPECT_EQ(told.open(day), never.open(day)) << day;
    EXPECT_EQ(accounts_of(told.c), accounts_of(never.c));
    EXPECT_EQ(told.c.payments.front().cover, never.c.payments.front().cover) << "what was left has been covered anew";
    ASSERT_EQ(told.c.gone_payments.size(), 1u);
    EXPECT_EQ(told.c.gone_payments.front().source, "bank");
    EXPECT_EQ(told.c.gone_payments.front().gone, d("2025-03-01"));
}

TEST(take_back, a_number_is_not_given_twice) {
    Told told;
    told.pay(100'00, "2025-02-05");
    told.tell(cases::TakeBackPayment{1, TakenBack::mistake}, "2025-02-05");
    told.pay(200'00, "2025-02-06");
    EXPECT_EQ(told.c.payments.front().number, 2);
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::mistake}, "2025-02-07"), "payment.unknown");
}

TEST(take_back, a_case_that_the_money_closed_goes_on) {
    Told told;
    told.pay(told.open("2025-02-05").minor(), "2025-02-05");
    ASSERT_TRUE(told.c.closing);
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::bank}, "2025-02-10"), "");
    EXPECT_FALSE(told.c.closing);
    EXPECT_EQ(told.open("2025-02-10"), Told().open("2025-02-10"));
    const auto next = upcoming(told.c, norway()).value();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->on, d("2025-02-11")) << "nothing goes out on the day of the news";
}

TEST(take_back, another_payment_that_settles_it_alone_keeps_it_closed) {
    Told told;
    told.pay(9'000'00, "2025-01-20");
    const std::int64_t rest = told.open("2025-01-21").minor();
    told.pay(rest, "2025-01-21");
    ASSERT_TRUE(told.c.closing);
    told.pay(10'100'00, "2025-01-22");
    EXPECT_EQ(told.c.payments.back().cover.overpaid, nok(10'100'00));
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-01-23"), "");
    ASSERT_TRUE(told.c.closing);
    EXPECT_EQ(told.c.closing->reason, ClosingReason::paid);
    EXPECT_TRUE(told.account(Account::owed_to_debtors).minor() < 0);
    EXPECT_EQ(told.account(Account::receivable_principal), nok(0));
}

TEST(take_back, money_that_came_after_the_closing_opens_nothing) {
    Told told;
    told.pay(told.open("2025-02-05").minor(), "2025-02-05");
    told.pay(500'00, "2025-02-20");
    const auto closing = told.c.closing;
    EXPECT_EQ(told.tell(cases::TakeBackPayment{2, TakenBack::moved}, "2025-02-21"), "");
    EXPECT_EQ(told.c.closing, closing);
    EXPECT_EQ(told.account(Account::owed_to_debtors), nok(0));
}

TEST(take_back, a_small_rest_stays_given_up_and_a_large_one_does_not) {
    Told small;
    small.pay(30'00, "2025-01-16");
    small.pay(small.open("2025-01-20").minor() - 40'00, "2025-01-20");
    ASSERT_TRUE(small.c.closing);
    ASSERT_EQ(small.c.closing->reason, ClosingReason::small_rest);
    Told large = small;
    EXPECT_EQ(large.tell(cases::TakeBackPayment{2, TakenBack::bank}, "2025-01-21"), "");
    EXPECT_FALSE(large.c.closing);
    small.c.course.close_at_or_below = nok(100'00);
    EXPECT_EQ(small.tell(cases::TakeBackPayment{1, TakenBack::bank}, "2025-01-21"), "");
    ASSERT_TRUE(small.c.closing);
    EXPECT_EQ(small.c.closing->reason, ClosingReason::small_rest);
    EXPECT_EQ(small.account(Account::receivable_principal), nok(0)) << "more is written off than before";
}

TEST(take_back, of_a_withdrawn_case_writes_all_of_it_off) {
    Told told;
    told.pay(4'000'00, "2025-02-05");
    told.tell(cases::WithdrawCase{cases::Withdrawal::goodwill}, "2025-02-10");
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-02-12"), "");
    ASSERT_TRUE(told.c.closing);
    EXPECT_EQ(told.c.closing->reason, ClosingReason::withdrawn);
    EXPECT_EQ(told.c.closing->withdrawal, cases::Withdrawal::goodwill);
    EXPECT_EQ(told.account(Account::written_off), nok(10'000'00));
    EXPECT_EQ(told.account(Account::bank), nok(0));
}

TEST(take_back, of_a_case_withdrawn_after_its_demand_leaves_one_closing_letter) {
    Told told;
    cases::Sent demand;
    demand.letter = told.c.last_letter = 3;
    demand.kind = cases::StepKind::demand;
    demand.sent = d("2025-02-01");
    demand.claims = {0};
    demand.fee = nok(0);
    told.c.letters.push_back(demand);
    told.pay(1'000'00, "2025-02-05");
    EXPECT_EQ(told.tell(cases::WithdrawCase{cases::Withdrawal::mistaken}, "2025-02-10"), "");
    ASSERT_TRUE(told.c.ordered && told.c.closing);
    EXPECT_EQ(told.c.ordered->kind, cases::StepKind::closing);
    EXPECT_EQ(told.c.ordered->letter, 4);
    // The money goes elsewhere before it has left: the case is withdrawn as it was, and one letter waits.
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-02-12"), "");
    ASSERT_TRUE(told.c.ordered && told.c.closing);
    EXPECT_EQ(told.c.closing->reason, ClosingReason::withdrawn);
    EXPECT_EQ(told.c.ordered->letter, 5);
    EXPECT_EQ(told.tell(cases::ReportSent{4, d("2025-02-12"), {}, {}, {}}, "2025-02-12"), "case.closed") << "the one before is gone";
    EXPECT_EQ(told.tell(cases::ReportSent{5, d("2025-02-12"), {}, {}, {}}, "2025-02-12"), "");
    EXPECT_FALSE(told.c.ordered);
    EXPECT_EQ(told.c.letters.back().deadline, std::nullopt) << "nothing is asked, so no day is set";
    EXPECT_EQ(told.tell(cases::ReportSent{5, d("2025-02-12"), {}, {}, {}}, "2025-02-12"), "case.closed");
    // Told once: withdrawn again with no demand between, it needs no second letter; after another demand it does.
    EXPECT_EQ(told.tell(cases::ReopenCase{}, "2025-02-20"), "");
    EXPECT_EQ(told.tell(cases::WithdrawCase{}, "2025-02-21"), "");
    EXPECT_FALSE(told.c.ordered);
    EXPECT_EQ(told.tell(cases::ReopenCase{}, "2025-02-22"), "");
    demand.letter = told.c.last_letter = 6;
    demand.sent = d("2025-02-25");
    told.c.letters.push_back(demand);
    EXPECT_EQ(told.tell(cases::WithdrawCase{}, "2025-02-26"), "");
    ASSERT_TRUE(told.c.ordered);
    EXPECT_EQ(told.tell(cases::ReopenCase{}, "2025-02-26"), "");
    EXPECT_FALSE(told.c.ordered) << "who goes on asking does not say that it is over";
}

TEST(take_back, who_was_not_asked_by_a_demand_gets_no_closing_letter) {
    Told told;
    EXPECT_EQ(told.tell(cases::WithdrawCase{}, "2025-02-10"), "");
    EXPECT_FALSE(told.c.ordered);
    EXPECT_TRUE(told.c.closing);
}

TEST(take_back, a_plan_kept_with_it_runs_again) {
    Told told;
    told.tell(cases::AgreePlan{d("2025-02-15"), 30, 2}, "2025-02-01");
    told.c.course.close_at_or_below = nok(0);
    told.pay(5'100'00, "2025-02-14");
    told.pay(told.c.plan_sum().minor() - 5'100'00, "2025-03-01");
    ASSERT_TRUE(told.c.closing || told.c.plan->kept);
    EXPECT_EQ(told.tell(cases::TakeBackPayment{2, TakenBack::bank}, "2025-03-02"), "");
    EXPECT_FALSE(told.c.closing);
    EXPECT_TRUE(told.c.plan_runs());
}

TEST(take_back, a_rest_note_that_has_not_left_stays) {
    Told told;
    told.c.course.rest_note_above_percent = Rate::parse("85").value();
    told.pay(9'000'00, "2025-01-20");
    ASSERT_TRUE(told.c.ordered);
    told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-01-20");
    EXPECT_FALSE(told.c.ordered);
}

TEST(take_back, a_case_that_was_joined_has_no_money_of_its_own) {
    Told told;
    told.pay(100'00, "2025-02-05");
    told.c.closing = cases::Closing{d("2025-02-06"), ClosingReason::merged, nok(0), nok(0), nok(0), {}};
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-02-07"), "payment.merged");
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(1'00), d("2025-02-07"), "R1"}, "2025-02-07"), "payment.merged");
}

TEST(give_back, what_was_paid_too_much_leaves_the_books) {
    Told told;
    const std::int64_t owed = told.open("2025-02-05").minor();
    told.pay(owed + 500'00, "2025-02-05");
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(owed + 500'01), d("2025-02-10"), "R1"}, "2025-02-10"), "return.amount");
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(0), d("2025-02-10"), "R1"}, "2025-02-10"), "return.amount");
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(500'00), d("2025-02-11"), "R1"}, "2025-02-10"), "payment.future");
    EXPECT_EQ(told.tell(cases::ReturnPayment{2, nok(500'00), d("2025-02-10"), "R1"}, "2025-02-10"), "payment.unknown");
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(200'00), d("2025-02-10"), "R1"}, "2025-02-10"), "");
    EXPECT_EQ(told.account(Account::owed_to_debtors), nok(-300'00));
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(300'00), d("2025-02-10"), "R2"}, "2025-02-10"), "");
    EXPECT_EQ(told.account(Account::owed_to_debtors), nok(0));
    EXPECT_EQ(told.account(Account::bank), nok(owed));
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(owed + 1), d("2025-02-10"), "R3"}, "2025-02-10"), "return.amount");
    EXPECT_EQ(told.tell(cases::TakeBackPayment{1, TakenBack::moved}, "2025-02-12"), "payment.returned");
}

// The bank has sent it, whatever the case has come to meanwhile.
TEST(give_back, more_than_was_owed_back_opens_the_debt_again) {
    Told told;
    told.pay(told.open("2025-02-05").minor() + 500'00, "2025-02-05");
    ASSERT_TRUE(told.c.closing);
    EXPECT_EQ(told.tell(cases::ReturnPayment{1, nok(1'500'00), d("2025-02-06"), "R1"}, "2025-02-06"), "");
    EXPECT_FALSE(told.c.closing);
    EXPECT_EQ(told.account(Account::owed_to_debtors), nok(0));
    EXPECT_EQ(balance_on(told.c, d("2025-02-05"), norway()).value().total(), nok(1'000'00));
}

// What went back covers nothing, also when the case goes on and everything is covered anew.
TEST(give_back, what_went_back_never_covers_anything) {
    Told told;
    told.pay(told.open("2025-02-05").minor() - 1'000'00, "2025-02-05");
    told.tell(cases::CreditClaim{"F1", nok(2'000'00), d("2025-02-06")}, "2025-02-06");
    ASSERT_TRUE(told.c.closing);
    const Money over = told.c.payments.front().cover.overpaid;
    ASSERT_TRUE(over.positive());
    told.tell(cases::ReturnPayment{1, over, d("2025-02-10"), "R1"}, "2025-02-10");
    told.pay(700'00, "2025-02-04");
    EXPECT_EQ(told.c.payments.back().cover.overpaid, nok(700'00));
    EXPECT_EQ(told.c.payments.front().cover.overpaid, nok(0));
    EXPECT_EQ(told.account(Account::owed_to_debtors), nok(-700'00));
}

}  // namespace
}  // namespace frist::rules
