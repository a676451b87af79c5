#include "reports/standing.h"

#include "reports/rule.h"
#include "support/norway.h"

namespace frist::reports {
namespace {

using namespace tested;

TEST(band_of, a_claim_is_as_old_as_the_days_since_it_fell_due) {
    const std::pair<int, std::string_view> rows[] = {{-10, "not_due"}, {0, "not_due"}, {1, "1-30"}, {30, "1-30"}, {31, "31-60"}, {60, "31-60"}, {61, "61-90"}, {90, "61-90"},
                                                     {91, "91-180"}, {180, "91-180"}, {181, "181-365"}, {365, "181-365"}, {366, "366-730"}, {730, "366-730"}, {731, "over_730"}, {9999, "over_730"}};
    for (const auto& [days, name] : rows) EXPECT_EQ(bands[band_of(days)].name, name) << days;
}

Known known(cases::Case c) {
    Known one{std::move(c), {}};
    one.joined.assign(one.c.claims.size(), one.c.opened);
    return one;
}

// 10 000 kr, handed to an agency whose client cannot deduct VAT; the demand left on 2026-02-02.
cases::Case agency_case() {
    cases::Case c = case_of({claim("F1", nok(10'000'00), "2026-01-05")}, {letter(1, StepKind::notice, "2026-01-19", "2026-02-02"), letter(2, StepKind::demand, "2026-02-02", "2026-02-16")});
    c.mode = cases::Mode::agency;
    c.vat_deductible = false;
    return c;
}
cases::Payment paid(int number, std::string_view on, std::int64_t costs) {
    cases::Payment payment;
    payment.number = number;
    payment.on = d(on);
    payment.amount = nok(costs);
    payment.cover.costs = nok(costs);
    return payment;
}

TEST(standing, vat_follows_the_costs_that_are_paid) {
    cases::Case c = agency_case();
    const auto open = on_day(known(c), d("2026-02-10"), norway()).value();
    const auto vat = static_cast<std::size_t>(Part::vat);
    const auto fees = static_cast<std::size_t>(Part::fees);
    const std::int64_t all_vat = open->standing.open[vat];
    const std::int64_t net = open->standing.open[fees];
    ASSERT_GT(all_vat, 0);
    EXPECT_EQ(all_vat * 4, net) << "25 % of the costs";

    c.payments = {paid(1, "2026-02-05", 100'00), paid(2, "2026-02-09", net + all_vat - 100'00)};
    const auto first = on_day(known(c), d("2026-02-06"), norway()).value();
    EXPECT_EQ(first->standing.paid[vat], 20'00) << "a fifth of what was paid of the costs";
    EXPECT_EQ(first->standing.open[vat], all_vat - 20'00);
    const auto all = on_day(known(c), d("2026-02-10"), norway()).value();
    EXPECT_EQ(all->standing.paid[vat], all_vat);
    EXPECT_EQ(all->standing.open[vat], 0);
    EXPECT_EQ(all->standing.open[fees], 0);
    const std::vector<PaidVat> told = paid_vat(c, d("2026-02-10"), norway()).value();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].base, 80'00);
    EXPECT_EQ(told[0].base + told[1].base, net);
}

TEST(standing, what_a_closing_gives_up_is_told_by_part) {
    cases::Case c = agency_case();
    const auto before = on_day(known(c), d("2026-02-10"), norway()).value();
    c.closing = cases::Closing{d("2026-02-10"), cases::ClosingReason::withdrawn, nok(before->standing.open[0]), nok(before->standing.open[1]), nok(before->standing.open[2] + before->standing.open[3]), cases::Withdrawal::goodwill};
    const auto after = on_day(known(c), d("2026-03-01"), norway()).value();
    EXPECT_EQ(after->standing.written_off, before->standing.open);
    EXPECT_EQ(after->standing.open, Parts{});
    for (std::size_t part = 0; part < part_count; ++part) EXPECT_EQ(after->standing.charged(part), before->standing.charged(part));
}

TEST(standing, a_claim_that_came_later_did_not_stand_there_before) {
    Known one = known(case_of({claim("F1", nok(1'000'00), "2026-01-05"), claim("F2", nok(500'00), "2026-01-20")}));
    one.joined[1] = d("2026-02-10");
    EXPECT_FALSE(on_day(one, d("2026-01-04"), norway()).value()) << "before it was opened";
    const auto day_before = on_day(one, d("2026-02-09"), norway()).value();
    EXPECT_EQ(day_before->standing.open[0], 1'000'00);
    const auto that_day = on_day(one, d("2026-02-10"), norway()).value();
    EXPECT_EQ(that_day->standing.open[0], 1'500'00);
    EXPECT_GT(that_day->standing.open[1], day_before->standing.open[1] + 1) << "with the interest it had borne";
}

}  // namespace
}  // namespace frist::reports
