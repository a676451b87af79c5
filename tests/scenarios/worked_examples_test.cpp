// The worked examples of the law's description that are about one rule and not about a case: X3 (court fee),
// X4 (first heavy day), X12, X13, X14 and X15, and the salær table of 2026.
#include "base/embedded.h"
#include "rules/no/court_fees.h"
#include "rules/no/deadlines.h"
#include "rules/no/norway.h"
#include "rules/no/salaer.h"

namespace frist::rules::no {
namespace {

Date d(const char* iso) { return Date::parse(iso).value(); }

const NorwegianLaw& norwegian_law() {
    static const NorwegianLaw law = [] {
        auto book = law::Book::read("no", embedded::law());
        return std::move(NorwegianLaw::from(book.value())).value();
    }();
    return law;
}

TEST(worked_examples, x3_attachment_costs_of_2026) {
    const Money r = law::in_force(norwegian_law().court_fee, d("2026-03-17")).value();
    EXPECT_EQ(r, nok(1'345'00));
    EXPECT_EQ(filing_fee(cases::StepKind::attachment, d("2026-03-17"), norwegian_law()).value().granted, nok(1'627'00));   // 1.21 × 1 345
    // Half an R for the writing is a figure with an unsure source: nothing is charged on it by itself.
    EXPECT_FALSE(law::in_force(norwegian_law().attachment_writing_multiple, d("2026-03-17")).ok());
    EXPECT_EQ(times_half_up(r, Factor(1, 2)), nok(672'50));
    // 10 000 + 200.55 + 189 + 1 627 + 672.50
    EXPECT_EQ(nok(10'389'55) + nok(1'627'00) + nok(672'50), nok(12'689'05));
}

TEST(worked_examples, x3_demand_valid_until) {
    EXPECT_EQ(demand_valid_until(d("2025-02-28"), norwegian_law()).value(), d("2025-08-28"));
    EXPECT_EQ(demand_valid_until(d("2026-03-02"), norwegian_law()).value(), d("2026-09-02"));
    EXPECT_EQ(demand_valid_until(d("2025-08-31"), norwegian_law()).value(), d("2026-02-28"));   // a month without a 31st
}

TEST(worked_examples, x4_first_heavy_day) {
    EXPECT_EQ(heavy_from(d("2025-02-27"), norwegian_law()).value(), d("2025-03-28"));
    EXPECT_EQ(d("2025-02-13") + Days{43}, d("2025-03-28"));
}

TEST(worked_examples, x12_instalments) {
    struct Row { int count; bool vat; std::optional<Money> addition; };
    const Row rows[] = {{4, false, std::nullopt}, {4, true, std::nullopt}, {5, false, nok(1'125'00)}, {5, true, nok(1'406'25)}};
    for (const Row& row : rows) EXPECT_EQ(plan_addition(row.count, row.vat, d("2026-06-01"), norwegian_law()).value().granted, row.addition) << row.count;
}

TEST(worked_examples, x13_bankruptcy_demand) {
    EXPECT_FALSE(bankruptcy_days(d("2026-01-29"), d("2026-02-25"), norwegian_law()).ok());
    ASSERT_TRUE(bankruptcy_days(d("2026-01-29"), d("2026-02-26"), norwegian_law()).ok());
    const BankruptcyDays days = bankruptcy_days(d("2026-01-29"), d("2026-03-05"), norwegian_law()).value();
    EXPECT_EQ(days.service_from, d("2026-02-26"));
    EXPECT_EQ(days.deadline, d("2026-03-19"));
    EXPECT_EQ(days.petition_from, d("2026-03-20"));
    EXPECT_EQ(days.petition_until, d("2026-04-02"));   // Maundy Thursday
    EXPECT_EQ(days.file_by, d("2026-04-01"));
}

TEST(worked_examples, x14_limitation) {
    EXPECT_EQ(limitation(d("2023-03-10"), std::nullopt, norwegian_law()).value().granted, d("2026-03-10"));
    EXPECT_EQ(limitation(d("2023-03-10"), d("2025-06-01"), norwegian_law()).value().granted, d("2028-06-01"));
    EXPECT_EQ(limitation(d("2024-02-29"), std::nullopt, norwegian_law()).value().granted, d("2027-02-28"));
}

TEST(worked_examples, x15_court_fee_rounds_down) {
    EXPECT_EQ(court_fee(nok(1'314'00), Factor(121, 100)), nok(1'589'00));
    EXPECT_EQ(court_fee(nok(1'277'00), Factor(154, 100)), nok(1'966'00));
    EXPECT_EQ(court_fee(nok(1'150'00), Factor(115, 100)), nok(1'322'00));
    EXPECT_EQ(court_fee(nok(1'345'00), Factor(1, 1)), nok(1'345'00));
}

// The published table of 2026, section 2.3: light and heavy, consumer and business, without and with VAT.
TEST(worked_examples, salaer_table_of_2026) {
    struct Row { Money principal; std::array<std::int64_t, 8> ore; };
    const Row rows[] = {
        {nok(500'00), {187'50, 375'00, 234'38, 468'75, 281'25, 562'50, 351'56, 703'13}},
        {nok(1'000'00), {262'50, 525'00, 328'13, 656'25, 393'75, 787'50, 492'19, 984'38}},
        {nok(2'500'00), {300'00, 600'00, 375'00, 750'00, 450'00, 900'00, 562'50, 1'125'00}},
        {nok(10'000'00), {600'00, 1'200'00, 750'00, 1'500'00, 900'00, 1'800'00, 1'125'00, 2'250'00}},
        {nok(50'000'00), {1'200'00, 2'400'00, 1'500'00, 3'000'00, 1'800'00, 3'600'00, 2'250'00, 4'500'00}},
        {nok(250'000'00), {2'700'00, 5'400'00, 3'375'00, 6'750'00, 4'050'00, 8'100'00, 5'062'50, 10'125'00}},
        {nok(250'000'01), {5'400'00, 10'800'00, 6'750'00, 13'500'00, 8'100'00, 16'200'00, 10'125'00, 20'250'00}},
    };
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.ore.size(); ++i) {
            SalaerAsk ask{{{d("2025-12-15"), row.principal}}, i % 2 == 1, i >= 4, i % 4 >= 2, d("2026-05-01")};
            EXPECT_EQ(salaer_cap(ask, norwegian_law()).value().total(), nok(row.ore[i])) << text(row.principal) << " column " << i;
        }
}

}  // namespace
}  // namespace frist::rules::no
