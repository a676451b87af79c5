// rettsgebyrloven §§ 1, 6 a, 7 and 14: a multiple of R with the decimals cut off, and no figure from an unsure source.
#include "rules/no/court_fees.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

TEST(court_fee, loses_its_decimals) {
    struct Row { std::int64_t r; Factor multiple; std::int64_t ore; };
    const Row rows[] = {
        {1'314'00, Factor(121, 100), 1'589'00}, {1'277'00, Factor(154, 100), 1'966'00}, {1'150'00, Factor(115, 100), 1'322'00},   // X15
        {1'345'00, Factor(121, 100), 1'627'00}, {1'345'00, Factor(1, 1), 1'345'00},     {1'00, Factor(199, 100), 1'00},
        {1'00, Factor(2, 1), 2'00},             {1'00, Factor(99, 100), 0},
    };
    for (const Row& row : rows) EXPECT_EQ(court_fee(nok(row.r), row.multiple), nok(row.ore)) << row.r;
}

TEST(filing_fee, by_step_and_day) {
    struct Row { StepKind kind; const char* day; std::optional<std::int64_t> ore; const char* rule; };
    const Row rows[] = {
        {StepKind::attachment, "2017-12-31", std::nullopt, "rettsgebyrloven § 14"},   // unsure
        {StepKind::attachment, "2018-01-01", 1'921'00, "rettsgebyrloven § 14"},       // 1.7 × 1 130
        {StepKind::attachment, "2020-12-31", 1'992'00, "rettsgebyrloven § 14"},       // 1.7 × 1 172 = 1 992.40
        {StepKind::attachment, "2021-01-01", 1'498'00, "rettsgebyrloven § 14"},       // 1.25 × 1 199 = 1 498.75
        {StepKind::attachment, "2022-01-01", 1'479'00, "rettsgebyrloven § 14"},       // 1.21 × 1 223 = 1 479.83
        {StepKind::attachment, "2025-12-31", 1'589'00, "rettsgebyrloven § 14"},
        {StepKind::attachment, "2026-01-01", 1'627'00, "rettsgebyrloven § 14"},
        {StepKind::conciliation, "2018-12-31", 1'130'00, "rettsgebyrloven § 7"},
        {StepKind::conciliation, "2019-01-01", 1'322'00, "rettsgebyrloven § 7"},      // 1.15 × 1 150 = 1 322.50
        {StepKind::conciliation, "2024-06-30", 1'404'00, "rettsgebyrloven § 7"},      // 1.1 × 1 277 = 1 404.70
        {StepKind::conciliation, "2024-07-01", std::nullopt, "rettsgebyrloven § 7"},  // 1.54 was proposed; the enactment was not seen
    };
    for (const Row& row : rows) {
        const auto fee = filing_fee(row.kind, d(row.day), norwegian_law());
        ASSERT_TRUE(fee.ok()) << row.day;
        EXPECT_EQ(fee->granted, row.ore ? std::optional(nok(*row.ore)) : std::nullopt) << name_of(row.kind) << " " << row.day;
        EXPECT_EQ(fee->reason.rule, row.rule);
        EXPECT_NE(fee->reason.says.find(row.ore ? "decimals fall away (§ 6 a)" : "unsure"), std::string::npos) << fee->reason.says;
    }
    EXPECT_EQ(filing_fee(StepKind::attachment, d("2005-12-31"), norwegian_law()).error().code, "law.no_rate");
}

}  // namespace
}  // namespace frist::rules::no
