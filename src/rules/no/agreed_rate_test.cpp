// forsinkelsesrenteloven §§ 4 and 4 b: a rate that was agreed, bounded from above for a consumer and from below for
// a public body, on each side of a change of the statutory rate.
#include "rules/no/interest.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;
using cases::DebtorKind;
using cases::Relation;

Rate percent(const char* value) { return Rate::parse(value).value(); }

struct Row {
    const char* about;
    DebtorKind kind;
    Relation relation;
    const char* agreed;
    const char* on_30_june;   // 2025, when the statutory rate was 12.50
    const char* on_1_july;    // and 12.25
    const char* says;         // on 1 July
};

const Row rows[] = {
    {"consumer, above both", DebtorKind::person, Relation::consumer, "20", "12.5", "12.25", "is above the statutory rate"},
    {"consumer, between the two", DebtorKind::person, Relation::consumer, "12.4", "12.4", "12.25", "is above the statutory rate"},
    {"consumer, exactly the later", DebtorKind::person, Relation::consumer, "12.25", "12.25", "12.25", "agreed rate 12.25 %"},
    {"consumer, one hundredth above", DebtorKind::person, Relation::consumer, "12.26", "12.26", "12.25", "is above the statutory rate"},
    {"consumer, below", DebtorKind::person, Relation::consumer, "6", "6", "6", "agreed rate 6.00 %"},
    {"consumer, none at all", DebtorKind::person, Relation::consumer, "0", "0", "0", "agreed rate 0.00 %"},
    {"business, above", DebtorKind::company, Relation::business, "20", "20", "20", "agreed rate 20.00 %"},
    {"business, below", DebtorKind::company, Relation::business, "6", "6", "6", "agreed rate 6.00 %"},
    {"public, above", DebtorKind::public_body, Relation::business, "20", "20", "20", "agreed rate 20.00 %"},
    {"public, between the two", DebtorKind::public_body, Relation::business, "12.4", "12.5", "12.4", "agreed rate 12.40 %"},
    {"public, exactly the later", DebtorKind::public_body, Relation::business, "12.25", "12.5", "12.25", "agreed rate 12.25 %"},
    {"public, below", DebtorKind::public_body, Relation::business, "6", "12.5", "12.25", "is below the statutory rate"},
};

TEST(agreed_rate, is_bounded_by_the_kind_of_debtor) {
    for (const Row& row : rows) {
        cases::Case c = case_of({claim("1", nok(10'000'00), "2025-06-01")});
        c.kind = row.kind;
        c.relation = row.relation;
        c.claims[0].agreed_rate = percent(row.agreed);
        const Rates rates = claim_rates(c, c.claims[0], norwegian_law()).value();
        EXPECT_EQ(rates.rule, "forsinkelsesrenteloven § 4") << row.about;
        const auto on = [&](const char* day) {
            for (const RateSpan& span : rates.spans)
                if (span.days.from <= d(day) && d(day) < span.days.to) return span.rate;
            ADD_FAILURE() << row.about << ": no rate on " << day;
            return Rate();
        };
        EXPECT_EQ(on("2025-06-30"), percent(row.on_30_june)) << row.about;
        EXPECT_EQ(on("2025-07-01"), percent(row.on_1_july)) << row.about;
        const law::Reason reason = why_rate(c, c.claims[0], d("2025-07-01"), norwegian_law());
        EXPECT_EQ(reason.rule, "forsinkelsesrenteloven § 4") << row.about;
        EXPECT_NE(reason.says.find(row.says), std::string::npos) << row.about << ": " << reason.says;
    }
}

TEST(agreed_rate, of_none_leaves_no_interest_and_statutory_words_when_nothing_was_agreed) {
    cases::Case c = case_of({claim("1", nok(10'000'00), "2025-06-01")});
    c.claims[0].agreed_rate = percent("0");
    const Rates rates = claim_rates(c, c.claims[0], norwegian_law()).value();
    Money sum = nok(0);
    const auto owed = interest_rows(nok(10'000'00), {d("2025-06-01"), d("2026-06-01")}, rates.spans);
    for (const InterestRow& row : owed.value()) sum += row.amount;
    EXPECT_EQ(sum, nok(0));
    c.claims[0].agreed_rate.reset();
    EXPECT_EQ(claim_rates(c, c.claims[0], norwegian_law()).value().rule, "forsinkelsesrenteloven § 3");
}

}  // namespace
}  // namespace frist::rules::no
