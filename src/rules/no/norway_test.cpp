// The rows of what is owed beyond principal and interest, as Norway gives them: fees, their reversal, salær, and the
// set-off between businesses; and a section for each thing that happens outside the calendar.
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

Money sum(const std::vector<CostRow>& rows) {
    Money all = nok(0);
    for (const CostRow& row : rows) all += row.amount;
    return all;
}

TEST(costs, of_own_collection_by_day) {
    cases::Case c = case_of({claim("1", nok(10'000'00), "2026-01-15")},
                            {letter(1, StepKind::reminder, "2026-01-29", "2026-02-12", nok(38'00)), letter(2, StepKind::notice, "2026-02-13", "2026-02-27", nok(38'00)),
                             letter(3, StepKind::demand, "2026-03-02", "2026-03-16", nok(113'00))});
    struct Row { const char* day; std::int64_t ore; std::size_t rows; };
    const Row rows[] = {{"2026-01-28", 0, 0}, {"2026-01-29", 38'00, 1}, {"2026-02-12", 38'00, 1}, {"2026-02-13", 76'00, 2}, {"2026-03-01", 76'00, 2}, {"2026-03-02", 189'00, 3}};
    for (const Row& row : rows) {
        const auto found = norway().costs(c, opening(c), d(row.day)).value();
        EXPECT_EQ(sum(found), nok(row.ore)) << row.day;
        EXPECT_EQ(found.size(), row.rows) << row.day;
        for (const CostRow& cost : found) EXPECT_EQ(cost.rule, "inkassoforskriften § 1-2");
    }
    // Taken back later, and from the day it was charged: it never stood.
    c.letters[1].fee_reversed = d("2026-05-01");
    const auto found = norway().costs(c, opening(c), d("2026-02-13")).value();
    EXPECT_EQ(sum(found), nok(38'00));
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[2].kind, "reversal");
    EXPECT_EQ(found[2].rule, "inkassoloven § 17");
}

TEST(costs, of_an_agency_between_businesses_are_the_larger_of_two) {
    // X6: 48 500 due 2026-06-15, compensation 460, light salær 1 800.
    cases::Case c = case_of({claim("1", nok(48'500'00), "2026-06-15")}, {letter(1, StepKind::demand, "2026-07-15", "2026-08-24")});
    c.mode = cases::Mode::agency;
    c.relation = cases::Relation::business;
    struct Row { const char* day; std::int64_t ore; };
    const Row rows[] = {{"2026-06-15", 0}, {"2026-06-16", 460'00}, {"2026-07-14", 460'00}, {"2026-07-15", 1'800'00}, {"2026-09-01", 1'800'00}, {"2026-09-21", 1'800'00}, {"2026-09-22", 3'600'00}};
    for (const Row& row : rows) EXPECT_EQ(sum(norway().costs(c, opening(c), d(row.day)).value()), nok(row.ore)) << row.day;
    const auto found = norway().costs(c, opening(c), d("2026-09-01")).value();
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found.back().kind, "set_off");
    EXPECT_EQ(found.back().amount, nok(-460'00));
    c.relation = cases::Relation::consumer;
    EXPECT_EQ(sum(norway().costs(c, opening(c), d("2026-09-01")).value()), nok(1'200'00));
}

TEST(why, names_a_section_for_what_happens) {
    struct Row { const char* what; const char* rule; };
    const Row rows[] = {
        {"objection", "inkassoloven § 17"}, {"groundless", "inkassoloven § 17"}, {"settled", "inkassoloven § 8"}, {"paused", "inkassoloven § 8"}, {"resumed", "inkassoloven § 8"},
        {"returned_mail", "inkassoloven § 8"}, {"address_fixed", "inkassoloven § 8"}, {"bankrupt", "konkursloven § 109"}, {"plan", "foreldelsesloven § 14"}, {"plan_kept", "foreldelsesloven § 14"},
        {"plan_broken", "inkassoloven § 8"}, {"credit_note", "inkassoloven § 17"}, {"withdrawn", "inkassoloven § 17"}, {"credited", "inkassoloven § 17"}, {"paid", "inkassoloven § 8"},
        {"small_rest", "inkassoloven § 8"}, {"lapsed", "foreldelsesloven § 2"}, {"merged", "inkassoloven § 17"}, {"choice", "inkassoloven § 11"}, {"rest_note", "inkassoloven § 8"},
        {"settled_before", "inkassoloven § 17"}, {"reset", "inkassoloven § 17"}, {"cancelled", "inkassoloven § 8"}, {"order_changed", "customary order"},
        {"payment_moved", "inkassoloven § 8"}, {"payment_reversed", "inkassoloven § 8"}, {"payment_mistaken", "inkassoloven § 8"}, {"payment_returned", "inkassoloven § 8"},
    };
    for (const Row& row : rows) {
        const Reason reason = norway().why(row.what);
        EXPECT_EQ(reason.rule, row.rule) << row.what;
        EXPECT_NE(reason.says, row.what) << "a sentence, not the word itself";
    }
    for (const cases::ClosingReason reason : {cases::ClosingReason::paid, cases::ClosingReason::small_rest, cases::ClosingReason::credited, cases::ClosingReason::withdrawn,
                                              cases::ClosingReason::lapsed, cases::ClosingReason::merged})
        EXPECT_NE(norway().why(name_of(reason)).says, name_of(reason));
}

TEST(why_order, tells_who_chose) {
    cases::Payment payment;
    EXPECT_EQ(norway().why_order(payment).rule, "customary order");
    payment.order = cases::CoverOrder::principal;
    payment.debtors_choice = true;
    EXPECT_EQ(norway().why_order(payment).says, "the debtor chose what the payment covers: principal first");
}

}  // namespace
}  // namespace frist::rules::no
