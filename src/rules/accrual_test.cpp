// The few numbers of a case give the same open sum as the whole case; random lives: tests/properties.
#include "rules/accrual.h"

#include "base/pch.h"
#include "support/norway.h"

namespace frist::rules {
namespace {

using cases::StepKind;
using tested::d;
using tested::norway;

void expect_same(const cases::Case& c, std::string_view about) {
    const Accrual accrual = accrual_of(c, norway());
    RateBook book(norway());
    for (int days = 0; days < 900; days += days < 40 ? 1 : 23) {
        const Date day = accrual.since + Days{days};
        const auto whole = balance_on(c, day, norway());
        const auto few = open_on(accrual, c.kind, c.relation, day, book);
        ASSERT_EQ(whole.ok(), few.ok()) << about << " " << text(day);
        if (whole.ok()) {
            EXPECT_EQ(whole->total(), *few) << about << " " << text(day);
            EXPECT_EQ(whole->principal, accrual.principal) << about;
        }
    }
}

cases::Payment paid(std::string_view on, std::int64_t principal, std::int64_t interest = 0) {
    cases::Payment payment;
    payment.number = 1;
    payment.on = d(on);
    payment.amount = nok(principal + interest);
    payment.cover = {nok(0), {{0, nok(interest), nok(principal)}}, nok(0)};
    return payment;
}

TEST(accrual, is_the_balance_of_every_later_day) {
    cases::Case c = tested::case_of({tested::claim("F1", nok(10'000'00), "2024-11-04")});
    expect_same(c, "one claim");
    c.claims.push_back(tested::claim("F2", nok(7'777'77), "2025-02-03"));
    expect_same(c, "a claim that is not late yet");
    c.claims.back().agreed_rate = Rate::parse("30").value();
    expect_same(c, "an agreed rate above what a consumer can owe");
    c.letters.push_back(tested::letter(1, StepKind::reminder, "2025-03-01", "2025-03-15", nok(38'00)));
    expect_same(c, "a fee");
    c.payments.push_back(paid("2025-04-01", 4'000'00, 100'00));
    expect_same(c, "a part is paid");
    c.payments.push_back(paid("2024-10-01", 1'000'00));
    expect_same(c, "a part was paid before the due date");
    c.closing = cases::Closing{d("2025-05-01"), cases::ClosingReason::withdrawn, nok(0), nok(0), nok(0), {}};
    const auto open = balance_on(c, d("2025-05-01"), norway());
    c.closing->principal = open->principal;
    c.closing->interest = open->interest;
    c.closing->costs = open->costs;
    expect_same(c, "closed");
    EXPECT_TRUE(accrual_of(c, norway()).fixed.zero());
}

TEST(accrual, follows_what_an_agency_may_ask) {
    cases::Case c = tested::case_of({tested::claim("F1", nok(12'000'00), "2024-11-04")},
                                    {tested::letter(1, StepKind::notice, "2024-12-01", "2024-12-15"),
                                     tested::letter(2, StepKind::demand, "2024-12-20", "2025-01-03")});
    c.mode = cases::Mode::agency;
    c.vat_deductible = false;
    expect_same(c, "light, heavy and the sats of two years");
    EXPECT_GT(accrual_of(c, norway()).costs.size(), 1U);
    c.relation = cases::Relation::business;
    c.kind = cases::DebtorKind::company;
    c.claims.push_back(tested::claim("F2", nok(500'00), "2025-03-03"));
    expect_same(c, "compensation, set off against the costs");
}

TEST(accrual, says_of_a_day_without_law_that_it_is_not_known) {
    const cases::Case c = tested::case_of({tested::claim("F1", nok(10'000'00), "2024-11-04")});
    RateBook book(norway());
    const auto open = open_on(accrual_of(c, norway()), c.kind, c.relation, Date::of(2150, 1, 1), book);
    ASSERT_FALSE(open.ok());
    EXPECT_EQ(open.error().code, "interest.rate_missing");
}

}  // namespace
}  // namespace frist::rules
