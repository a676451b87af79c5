// "kr om dagen": a pencil counts the day's interest of everything that is late, and rounds once.
#include "base/pch.h"
#include "rules/balance.h"
#include "support/norway.h"

namespace frist::rules {
namespace {

using tested::claim;
using tested::d;
using tested::norway;

Money on(const cases::Case& c, std::string_view day) {
    const auto found = interest_a_day(c, d(day), norway());
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : nok(0);
}

// 30 claims that are 12 180,54 together: at 12 % 12 180,54 × 0.12 / 365 = 4,0045… a day, and not thirty rounded parts.
TEST(interest_a_day, is_rounded_once_over_all_claims) {
    std::vector<cases::Claim> claims;
    Money whole = nok(0);
    for (int i = 0; i < 30; ++i) {
        const Money part = i < 29 ? nok(406'01) : nok(12'180'54) - whole;
        whole += part;
        claims.push_back(claim(fmt::format("F{}", i), part, "2026-01-15"));
    }
    EXPECT_EQ(whole, nok(12'180'54));
    EXPECT_EQ(on(tested::case_of(claims), "2026-03-02"), nok(4'00));
}

TEST(interest_a_day, counts_what_is_late_and_open) {
    cases::Case c = tested::case_of({claim("F1", nok(10'000'00), "2026-01-15"), claim("F2", nok(5'000'00), "2026-01-20")});
    EXPECT_EQ(on(c, "2026-01-14"), nok(0)) << "nothing is late";
    EXPECT_EQ(on(c, "2026-01-15"), nok(3'29)) << "the first day is that after the due date; it is what this day adds";
    EXPECT_EQ(on(c, "2026-01-19"), nok(3'29));
    EXPECT_EQ(on(c, "2026-01-20"), nok(4'93)) << "15 000 × 0.12 / 365 = 4,9315";
    cases::Payment payment;
    payment.number = 1;
    payment.on = d("2026-02-01");
    payment.amount = nok(4'000'00);
    payment.cover = {nok(0), {{0, nok(0), nok(4'000'00)}}, nok(0)};
    c.payments.push_back(payment);
    EXPECT_EQ(on(c, "2026-01-31"), nok(4'93));
    EXPECT_EQ(on(c, "2026-02-01"), nok(3'62)) << "11 000 × 0.12 / 365 = 3,6164";
    c.closing = cases::Closing{d("2026-03-01"), cases::ClosingReason::withdrawn, nok(0), nok(0), nok(0), {}};
    EXPECT_EQ(on(c, "2026-02-28"), nok(3'62));
    EXPECT_EQ(on(c, "2026-03-01"), nok(0));
}

// In a leap year the day is a 366th.
TEST(interest_a_day, of_a_leap_year) {
    const cases::Case c = tested::case_of({claim("F1", nok(100'000'00), "2024-01-15")});
    EXPECT_EQ(on(c, "2024-06-30"), nok(34'15)) << "100 000 × 0.125 / 366 = 34,1530";
    EXPECT_EQ(on(c, "2025-01-01"), nok(34'25)) << "100 000 × 0.125 / 365 = 34,2466";
}

}  // namespace
}  // namespace frist::rules
