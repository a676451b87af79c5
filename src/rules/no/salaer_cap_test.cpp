// inkassoforskriften §§ 2-1 to 2-3: the caps by band, just under, at and over each boundary, by the claim's due date,
// the day the principal is paid, the debtor and the creditor's VAT. Each figure is the multiple times sats.
#include "rules/no/salaer.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

Money cap(const char* due, std::int64_t principal, const char* paid, bool heavy = false, bool business = false, bool vat = false) {
    const auto found = salaer_cap({{{d(due), nok(principal)}}, heavy, business, vat, d(paid)}, norwegian_law());
    EXPECT_TRUE(found.ok());
    return found.ok() ? found->total() : nok(-1);
}

TEST(salaer_cap, by_band_from_october_2020) {
    struct Row { std::int64_t principal; std::int64_t light_700; std::int64_t light_750; };
    const Row rows[] = {
        {1, 175'00, 187'50},          {499'99, 175'00, 187'50},       {500'00, 175'00, 187'50},           // 0.25
        {500'01, 245'00, 262'50},     {999'99, 245'00, 262'50},       {1'000'00, 245'00, 262'50},         // 0.35
        {1'000'01, 280'00, 300'00},   {2'499'99, 280'00, 300'00},     {2'500'00, 280'00, 300'00},         // 0.4
        {2'500'01, 560'00, 600'00},   {9'999'99, 560'00, 600'00},     {10'000'00, 560'00, 600'00},        // 0.8
        {10'000'01, 1'120'00, 1'200'00}, {49'999'99, 1'120'00, 1'200'00}, {50'000'00, 1'120'00, 1'200'00},    // 1.6
        {50'000'01, 2'520'00, 2'700'00}, {249'999'99, 2'520'00, 2'700'00}, {250'000'00, 2'520'00, 2'700'00},  // 3.6
        {250'000'01, 5'040'00, 5'400'00}, {9'000'000'00, 5'040'00, 5'400'00},                                 // 7.2
    };
    for (const Row& row : rows) {
        EXPECT_EQ(cap("2020-10-01", row.principal, "2025-12-31"), nok(row.light_700)) << row.principal;
        EXPECT_EQ(cap("2020-10-01", row.principal, "2026-01-01"), nok(row.light_750)) << row.principal;
        EXPECT_EQ(cap("2020-10-01", row.principal, "2026-01-01", true), nok(2 * row.light_750)) << row.principal;
    }
}

TEST(salaer_cap, by_band_before_october_2020) {
    struct Row { std::int64_t principal; std::int64_t light_700; };
    const Row rows[] = {
        {1, 350'00},             {500'01, 350'00},          {2'500'00, 350'00},       // 0.5
        {2'500'01, 700'00},      {10'000'00, 700'00},                                 // 1
        {10'000'01, 1'400'00},   {50'000'00, 1'400'00},                               // 2
        {50'000'01, 2'800'00},   {250'000'00, 2'800'00},                              // 4
        {250'000'01, 5'600'00},                                                       // 8
    };
    for (const Row& row : rows) {
        EXPECT_EQ(cap("2020-09-30", row.principal, "2021-05-01"), nok(row.light_700)) << row.principal;
        EXPECT_EQ(cap("2020-09-30", row.principal, "2021-05-01", true), nok(2 * row.light_700)) << row.principal;
    }
    EXPECT_EQ(cap("2020-09-30", 2'000'00, "2021-05-01", true), nok(700'00));   // X11
    EXPECT_EQ(cap("2020-10-01", 2'000'00, "2021-05-01", true), nok(560'00));
}

TEST(salaer_cap, takes_the_sats_of_the_day_the_principal_is_paid) {
    struct Row { const char* paid; std::int64_t ore; };
    const Row rows[] = {{"2016-12-30", 670'00}, {"2016-12-31", 670'00}, {"2017-01-01", 700'00}, {"2025-12-31", 700'00}, {"2026-01-01", 750'00}, {"2026-01-02", 750'00}};
    for (const Row& row : rows) EXPECT_EQ(cap("2015-06-01", 10'000'00, row.paid), nok(row.ore)) << row.paid;
}

TEST(salaer_cap, half_more_outside_consumer_relations_and_vat_on_top) {
    struct Row { bool heavy; bool business; bool vat; std::int64_t ore; };
    const Row rows[] = {   // 10 000 at 700, the multiple 0.8
        {false, false, false, 560'00}, {true, false, false, 1'120'00}, {false, true, false, 840'00}, {true, true, false, 1'680'00},
        {false, false, true, 700'00},  {true, false, true, 1'400'00},  {false, true, true, 1'050'00}, {true, true, true, 2'100'00},
    };
    for (const Row& row : rows) EXPECT_EQ(cap("2025-01-15", 10'000'00, "2025-04-10", row.heavy, row.business, row.vat), nok(row.ore)) << row.ore;
    EXPECT_EQ(cap("2026-06-15", 48'500'00, "2026-09-01", false, true), nok(1'800'00));   // X6
}

TEST(salaer_cap, is_rounded_half_up_once) {
    // 0.25 × 750 × 1.25 = 234.375; the net is 187.50, so the VAT is what is left of it.
    const Salaer small = salaer_cap({{{d("2025-12-15"), nok(500'00)}}, false, false, true, d("2026-05-01")}, norwegian_law()).value();
    EXPECT_EQ(small.net, nok(187'50));
    EXPECT_EQ(small.vat, nok(46'88));
    // 0.25 × 750 × 1.5 × 1.25 = 351.5625
    const Salaer business = salaer_cap({{{d("2025-12-15"), nok(500'00)}}, false, true, true, d("2026-05-01")}, norwegian_law()).value();
    EXPECT_EQ(business.net, nok(281'25));
    EXPECT_EQ(business.total(), nok(351'56));
}

TEST(salaer_cap, of_several_claims_goes_by_their_sum) {
    const auto of = [](std::vector<std::pair<Date, Money>> claims) { return salaer_cap({std::move(claims), false, false, false, d("2026-05-01")}, norwegian_law()).value().total(); };
    EXPECT_EQ(of({{d("2026-01-15"), nok(399'00)}, {d("2026-02-15"), nok(399'00)}, {d("2026-03-15"), nok(399'00)}}), nok(300'00));   // X10, not 562.50
    EXPECT_EQ(of({{d("2026-01-15"), nok(250'00)}, {d("2026-02-15"), nok(250'00)}}), nok(187'50));
    EXPECT_EQ(of({{d("2026-01-15"), nok(250'00)}, {d("2026-02-15"), nok(250'01)}}), nok(262'50));
    // An old and a new claim of 2 000 together: 0.5 in the old table above 0.8 in the new one? The lower counts.
    EXPECT_EQ(of({{d("2020-09-30"), nok(1'000'00)}, {d("2020-10-01"), nok(1'000'00)}}), nok(300'00));     // 0.4 under 0.5
    EXPECT_EQ(of({{d("2020-09-30"), nok(1'000'00)}, {d("2020-10-01"), nok(1'500'01)}}), nok(600'00));     // 0.8 under 1
}

TEST(salaer_cap, is_unknown_for_claims_due_before_2010) {
    const auto old = salaer_cap({{{d("2009-12-31"), nok(100'00)}}, false, false, false, d("2026-05-01")}, norwegian_law());
    ASSERT_FALSE(old.ok());
    EXPECT_EQ(old.error().code, "law.no_rate");
    EXPECT_TRUE(salaer_cap({{{d("2010-01-01"), nok(100'00)}}, false, false, false, d("2026-05-01")}, norwegian_law()).ok());
}

TEST(heavy_from, is_the_day_after_28_days_beyond_the_deadline) {
    EXPECT_EQ(heavy_from(d("2025-02-27"), norwegian_law()).value(), d("2025-03-28"));
    EXPECT_EQ(heavy_from(d("2024-02-01"), norwegian_law()).value(), d("2024-03-01"));   // over 29 February
    EXPECT_EQ(heavy_from(d("2025-12-03"), norwegian_law()).value(), d("2026-01-01"));
}

TEST(plan_addition, is_for_more_than_four_instalments) {
    struct Row { int count; bool vat; const char* day; std::optional<std::int64_t> ore; };
    const Row rows[] = {
        {1, false, "2026-06-01", std::nullopt}, {4, false, "2026-06-01", std::nullopt}, {5, false, "2026-06-01", 1'125'00}, {6, false, "2026-06-01", 1'125'00},
        {4, true, "2026-06-01", std::nullopt},  {5, true, "2026-06-01", 1'406'25},      {5, false, "2025-12-31", 1'050'00}, {5, false, "2026-01-01", 1'125'00},
    };
    for (const Row& row : rows) {
        const auto addition = plan_addition(row.count, row.vat, d(row.day), norwegian_law()).value();
        EXPECT_EQ(addition.granted, row.ore ? std::optional(nok(*row.ore)) : std::nullopt) << row.count << " on " << row.day;
        EXPECT_EQ(addition.reason.rule, "inkassoforskriften § 2-4");
    }
}

}  // namespace
}  // namespace frist::rules::no
