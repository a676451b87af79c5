// forsinkelsesrenteloven § 3: the statutory rate of each half-year, for claims old and new, on the actual days of
// each year. The figures are those of the law's description, section 12, and were worked out by hand with fractions.
#include "rules/no/interest.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

Money interest(Money base, const char* from, const char* to) {
    const cases::Case c = case_of({claim("1", base, from)});
    const Rates rates = claim_rates(c, c.claims[0], norwegian_law()).value();
    EXPECT_EQ(rates.rule, "forsinkelsesrenteloven § 3");
    const auto rows = interest_rows(base, {d(from), d(to)}, rates.spans);
    EXPECT_TRUE(rows.ok());
    Money sum = nok(0);
    for (const InterestRow& row : *rows) sum += row.amount;
    return sum;
}

TEST(late_interest, of_ten_thousand_day_by_day) {
    struct Row { const char* from; const char* to; std::int64_t ore; };
    const Row rows[] = {
        {"2025-01-15", "2025-01-15", 0},          // the due date itself: not a day late
        {"2025-01-15", "2025-01-16", 3'42},       // 10 000 × 12.5 % / 365
        {"2025-01-15", "2025-01-17", 6'85},
        {"2025-06-29", "2025-06-30", 3'42},
        {"2025-06-30", "2025-07-01", 3'42},       // the last day of the old rate
        {"2025-07-01", "2025-07-02", 3'36},       // 12.25 %
        {"2025-06-30", "2025-07-02", 6'78},       // two rows, each rounded: 3.42 + 3.36
        {"2025-12-31", "2026-01-01", 3'36},
        {"2026-01-01", "2026-01-02", 3'29},       // 12.00 %
        {"2023-12-31", "2024-01-01", 3'22},       // 11.75 % / 365
        {"2024-01-01", "2024-01-02", 3'42},       // 12.50 % / 366
        {"2024-02-28", "2024-03-01", 6'83},       // 29 February is a day
        {"2025-02-28", "2025-03-01", 3'42},
        {"2024-12-31", "2025-01-01", 3'42},
        {"2025-01-15", "2025-03-17", 208'90},     // X2
        {"2026-01-15", "2026-03-17", 200'55},     // X3
        {"2025-01-15", "2025-02-12", 95'89},      // X4
        {"2025-01-15", "2025-03-20", 219'18},
        {"2025-01-15", "2025-04-10", 291'10},
        {"2025-01-15", "2026-01-20", 1'251'92},
        {"2026-06-15", "2026-09-01", 260'68},     // X6
        {"2024-01-15", "2024-04-14", 307'38},     // X7: a 365-day year would give 308.22
        {"2023-11-15", "2024-02-15", 304'99},
        {"2025-01-15", "2026-11-22", 2'267'81},   // X8
    };
    for (const Row& row : rows) EXPECT_EQ(interest(nok(10'000'00), row.from, row.to), nok(row.ore)) << row.from << " to " << row.to;
}

TEST(late_interest, of_other_sums) {
    struct Row { std::int64_t base; const char* from; const char* to; std::int64_t ore; };
    const Row rows[] = {
        {48'500'00, "2026-06-15", "2026-07-01", 255'12},     // X6: 16 days at 12.00
        {48'500'00, "2026-06-15", "2026-09-01", 1'264'32},   // and 62 at 12.25
        {6'446'10, "2025-04-10", "2025-07-01", 181'02},      // X5
        {5'000'00, "2025-04-10", "2025-07-01", 140'41},
        {1, "2025-01-15", "2026-01-15", 0},                  // 0.12 øre
        {4, "2025-01-15", "2025-07-01", 0},                  // 0.23 øre
        {14'60, "2025-01-15", "2025-01-16", 1},              // 0.5 øre exactly, and half goes up
        {14'59, "2025-01-15", "2025-01-16", 0},
    };
    for (const Row& row : rows) EXPECT_EQ(interest(nok(row.base), row.from, row.to), nok(row.ore)) << row.base << " from " << row.from;
}

TEST(late_interest, a_day_without_a_rate_is_an_error_and_not_zero) {
    const cases::Case c = case_of({claim("1", nok(100'00), "2026-12-01")});
    const Rates rates = claim_rates(c, c.claims[0], norwegian_law()).value();
    EXPECT_TRUE(interest_rows(nok(100'00), {d("2026-12-01"), d("2027-01-01")}, rates.spans).ok());
    const auto beyond = interest_rows(nok(100'00), {d("2026-12-01"), d("2027-01-02")}, rates.spans);
    ASSERT_FALSE(beyond.ok());
    EXPECT_EQ(beyond.error().code, "interest.rate_missing");
}

TEST(late_interest, names_the_row_of_the_table) {
    const cases::Case c = case_of({claim("1", nok(100'00), "2025-06-01")});
    struct Row { const char* day; const char* says; };
    const Row rows[] = {
        {"2025-06-30", "statutory rate 12.50 % from 2025-01-01"},
        {"2025-07-01", "statutory rate 12.25 % from 2025-07-01"},
        {"2025-12-31", "statutory rate 12.25 % from 2025-07-01"},
        {"2026-01-01", "statutory rate 12.00 % from 2026-01-01"},
    };
    for (const Row& row : rows) {
        const law::Reason reason = why_rate(c, c.claims[0], d(row.day), norwegian_law());
        EXPECT_EQ(reason.rule, "forsinkelsesrenteloven § 3");
        EXPECT_TRUE(reason.says.starts_with(row.says)) << reason.says;
    }
}

}  // namespace
}  // namespace frist::rules::no
