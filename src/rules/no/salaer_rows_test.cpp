// inkassoforskriften §§ 2-2 to 2-4 in a case: from the agency's demand, heavy 29 days after its deadline, fixed by the
// day the principal is paid, nothing when it was paid before the demand (inkassoloven § 17).
#include "rules/no/salaer.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

// X4: due 2025-01-15, demand 2025-02-13 with its deadline 2025-02-27, heavy from 2025-03-28.
cases::Case x4() {
    cases::Case c = case_of({claim("1", nok(10'000'00), "2025-01-15")},
                            {letter(1, StepKind::notice, "2025-01-29", "2025-02-12", nok(35'00)), letter(2, StepKind::demand, "2025-02-13", "2025-02-27")});
    c.mode = cases::Mode::agency;
    return c;
}

std::vector<CostRow> rows_of(const cases::Case& c, const char* day, const char* paid = nullptr, std::int64_t principal = 10'000'00) {
    Standing standing = opening(c);
    if (paid != nullptr) apply(standing, d(paid), {nok(0), {{0, nok(0), nok(principal)}}, nok(0)});
    auto rows = salaer_rows(c, standing, d(day), norwegian_law());
    EXPECT_TRUE(rows.ok());
    return rows.ok() ? *rows : std::vector<CostRow>{};
}

TEST(salaer_rows, are_a_view_of_the_day_until_the_principal_is_paid) {
    struct Row { const char* day; const char* paid; const char* kind; std::int64_t ore; const char* since; const char* rule; };
    const Row rows[] = {
        {"2025-02-12", nullptr, "", 0, "", ""},
        {"2025-02-13", nullptr, "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},
        {"2025-02-27", nullptr, "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},
        {"2025-03-27", nullptr, "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},
        {"2025-03-28", nullptr, "salaer_heavy", 1'120'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2025-12-31", nullptr, "salaer_heavy", 1'120'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2026-01-01", nullptr, "salaer_heavy", 1'200'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2025-06-01", "2025-02-12", "", 0, "", ""},                                   // paid before the demand
        {"2025-06-01", "2025-02-13", "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},
        {"2025-06-01", "2025-03-27", "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},
        {"2025-06-01", "2025-03-28", "salaer_heavy", 1'120'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2026-03-01", "2025-12-31", "salaer_heavy", 1'120'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2026-03-01", "2026-01-01", "salaer_heavy", 1'200'00, "2025-03-28", "inkassoforskriften § 2-3"},
        {"2025-03-20", "2025-04-10", "salaer_light", 560'00, "2025-02-13", "inkassoforskriften § 2-2"},   // as of a day before it was paid
    };
    for (const Row& row : rows) {
        // A principal that was paid on the day of the demand was paid before it: what the band counts is what is left.
        if (row.paid != nullptr && std::string_view(row.paid) == "2025-02-13") continue;
        const auto found = rows_of(x4(), row.day, row.paid);
        const std::string about = std::string(row.day) + (row.paid != nullptr ? std::string(" paid ") + row.paid : "");
        ASSERT_EQ(found.size(), row.ore == 0 ? 0u : 1u) << about;
        if (row.ore == 0) continue;
        EXPECT_EQ(found[0].kind, row.kind) << about;
        EXPECT_EQ(found[0].amount, nok(row.ore)) << about;
        EXPECT_EQ(found[0].on, d(row.since)) << about;
        EXPECT_EQ(found[0].rule, row.rule) << about;
    }
    EXPECT_TRUE(rows_of(x4(), "2025-06-01", "2025-02-13").empty());
}

TEST(salaer_rows, take_their_band_from_what_was_open_at_the_hand_over) {
    struct Row { const char* paid; std::int64_t part; std::int64_t ore; };
    const Row rows[] = {
        {"2025-02-12", 7'499'99, 560'00},   // 2 500.01 left
        {"2025-02-12", 7'500'00, 280'00},   // 2 500.00 left
        {"2025-02-13", 7'500'00, 280'00},   // on the day of the demand: it came before it
        {"2025-02-14", 7'500'00, 560'00},   // afterwards the band stays
    };
    for (const Row& row : rows) {
        const auto found = rows_of(x4(), "2025-03-01", row.paid, row.part);
        ASSERT_EQ(found.size(), 1u) << row.paid;
        EXPECT_EQ(found[0].amount, nok(row.ore)) << row.paid << " " << row.part;
    }
}

TEST(salaer_rows, are_none_in_own_collection_and_none_without_a_demand_that_stands) {
    cases::Case own = x4();
    own.mode = cases::Mode::self;
    EXPECT_TRUE(rows_of(own, "2025-06-01").empty());
    cases::Case returned = x4();
    returned.letters[1].voided = true;
    EXPECT_TRUE(rows_of(returned, "2025-06-01").empty());
    cases::Case credited = x4();
    credited.claims[0].credits = {{d("2025-03-01"), nok(10'000'00)}};
    EXPECT_TRUE(rows_of(credited, "2025-06-01").empty());
}

TEST(salaer_rows, carry_vat_apart_and_the_addition_of_a_plan_until_court) {
    cases::Case c = x4();
    c.vat_deductible = false;
    auto rows = rows_of(c, "2025-04-10");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].amount, nok(1'120'00));
    EXPECT_EQ(rows[1].kind, "salaer_vat");
    EXPECT_EQ(rows[1].amount, nok(280'00));
    c.vat_deductible = true;
    c.plan = cases::Plan{d("2025-04-01"), std::vector<cases::Instalment>(5, {d("2025-05-01"), nok(100'00)}), {}, {}, 0};
    EXPECT_EQ(rows_of(c, "2025-03-31").size(), 1u);
    rows = rows_of(c, "2025-04-01");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].kind, "plan_fee");
    EXPECT_EQ(rows[1].amount, nok(1'050'00));
    EXPECT_EQ(rows[1].rule, "inkassoforskriften § 2-4");
    c.legal_since = d("2025-06-01");
    // Then it was never owed: payments before the court cover other things (§ 2-4).
    EXPECT_EQ(rows_of(c, "2025-05-31").size(), 1u);
    EXPECT_EQ(rows_of(c, "2025-06-01").size(), 1u);
    c.plan->instalments.pop_back();
    c.legal_since.reset();
    EXPECT_EQ(rows_of(c, "2025-05-31").size(), 1u);
}

}  // namespace
}  // namespace frist::rules::no
