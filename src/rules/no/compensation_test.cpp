// forsinkelsesrenteloven § 3 a: 40 euro in kroner per claim that was not paid on its due date, between businesses
// only, by the half-year of the due date; set off against the collection costs (inkassoforskriften §§ 1-5, 2-6).
#include "rules/no/compensation.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

std::vector<CostRow> rows_of(const cases::Case& c, const char* day, const std::vector<std::pair<const char*, std::int64_t>>& paid = {}) {
    Standing standing = opening(c);
    for (const auto& [on, principal] : paid) apply(standing, d(on), {nok(0), {{0, nok(0), nok(principal)}}, nok(0)});
    auto rows = compensation_rows(c, standing, d(day), norwegian_law());
    EXPECT_TRUE(rows.ok());
    return rows.ok() ? *rows : std::vector<CostRow>{};
}

cases::Case between_businesses(const char* due) {
    cases::Case c = case_of({claim("1", nok(1'000'00), due)});
    c.relation = cases::Relation::business;
    return c;
}

TEST(compensation, by_the_half_year_of_the_due_date) {
    struct Row { const char* due; const char* day; std::optional<std::int64_t> ore; };
    const Row rows[] = {
        {"2026-06-15", "2026-06-14", std::nullopt}, {"2026-06-15", "2026-06-15", std::nullopt}, {"2026-06-15", "2026-06-16", 460'00},
        {"2026-06-15", "2026-09-01", 460'00},   // a claim day in the next half-year changes nothing: X6
        {"2025-06-30", "2025-08-01", 470'00},   {"2025-07-01", "2025-08-01", 460'00},
        {"2026-06-30", "2026-07-02", 460'00},   {"2026-07-01", "2026-07-02", 430'00},
        {"2019-12-31", "2020-03-01", 390'00},
        {"2020-01-01", "2020-03-01", std::nullopt}, {"2020-06-30", "2020-08-01", std::nullopt},   // source unsure: not charged
        {"2020-07-01", "2020-08-01", 430'00},
        {"2013-06-30", "2013-08-01", std::nullopt},   // before there was any
    };
    for (const Row& row : rows) {
        const auto found = rows_of(between_businesses(row.due), row.day);
        ASSERT_EQ(found.size(), row.ore ? 1u : 0u) << row.due << " as of " << row.day;
        if (!row.ore) continue;
        EXPECT_EQ(found[0].amount, nok(*row.ore)) << row.due;
        EXPECT_EQ(found[0].on, d(row.due).next()) << row.due;
        EXPECT_EQ(found[0].rule, "forsinkelsesrenteloven § 3 a");
    }
    auto unknown = compensation_rows(between_businesses("2027-01-01"), opening(between_businesses("2027-01-01")), d("2027-02-01"), norwegian_law());
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, "law.no_rate");
}

TEST(compensation, never_against_a_consumer) {
    cases::Case c = between_businesses("2026-06-15");
    c.relation = cases::Relation::consumer;
    EXPECT_TRUE(rows_of(c, "2026-09-01").empty());
    c.kind = cases::DebtorKind::sole_trader;
    EXPECT_TRUE(rows_of(c, "2026-09-01").empty());
}

TEST(compensation, not_when_it_was_paid_on_the_due_date) {
    EXPECT_TRUE(rows_of(between_businesses("2026-06-15"), "2026-09-01", {{"2026-06-14", 1'000'00}}).empty());
    EXPECT_TRUE(rows_of(between_businesses("2026-06-15"), "2026-09-01", {{"2026-06-15", 1'000'00}}).empty());
    EXPECT_EQ(rows_of(between_businesses("2026-06-15"), "2026-09-01", {{"2026-06-16", 1'000'00}}).size(), 1u);
    EXPECT_EQ(rows_of(between_businesses("2026-06-15"), "2026-09-01", {{"2026-06-15", 999'99}}).size(), 1u);
}

TEST(compensation, one_for_each_claim) {
    cases::Case c = case_of({claim("1", nok(1'000'00), "2026-06-15"), claim("2", nok(1'000'00), "2026-07-15")});
    c.relation = cases::Relation::business;
    EXPECT_EQ(rows_of(c, "2026-07-15").size(), 1u);
    const auto both = rows_of(c, "2026-07-16");
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].amount + both[1].amount, nok(890'00));
}

TEST(set_off, leaves_the_larger_and_never_the_sum) {
    struct Row { std::int64_t compensation; std::int64_t costs; std::optional<std::int64_t> ore; };
    const Row rows[] = {
        {460'00, 1'800'00, -460'00},   // X6: 1 800 is left, not 2 260
        {460'00, 38'00, -38'00},       // 460 is left
        {460'00, 459'99, -459'99}, {460'00, 460'00, -460'00}, {460'00, 460'01, -460'00},
        {460'00, 0, std::nullopt}, {0, 1'800'00, std::nullopt}, {0, 0, std::nullopt},
    };
    for (const Row& row : rows) {
        const auto less = set_off(nok(row.compensation), nok(row.costs), d("2026-09-01"));
        ASSERT_EQ(less.has_value(), row.ore.has_value()) << row.compensation << " and " << row.costs;
        if (!less) continue;
        EXPECT_EQ(less->amount, nok(*row.ore));
        EXPECT_EQ(less->rule, "inkassoforskriften §§ 1-5, 2-6");
        EXPECT_EQ(nok(row.compensation) + nok(row.costs) + less->amount, max(nok(row.compensation), nok(row.costs)));
    }
}

}  // namespace
}  // namespace frist::rules::no
