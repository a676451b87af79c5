// Two cases of one debtor become one and, while nothing has left, two again: as they were, in the rows, the books and the
// ledger mirror.
#include "base/pch.h"
#include "law/book.h"
#include "base/embedded.h"
#include "office/merge.h"
#include "office/night.h"
#include "office/send_letters.h"
#include "office/verify.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);

class Merges : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::add_creditor(*store, "999999999");
        std::vector<LedgerLine> lines = frist::test::ledger(2);
        lines[1].customer = lines[0].customer;
        lines[1].debtor = lines[0].debtor;
        must(mirror_ledger(desk(), lines, "sha", false));
        const CreditorRecord record = frist::test::creditor_named("999999999");
        StartAsk ask;
        ask.invoices = {"F1"};
        must(start_cases(desk(), ask, record, frist::test::kid_of));
        // The second is started while the first is paused, so that it gets a case of its own.
        must(answer(desk(), 1, cases::PauseCase{}, "test"));
        ask.invoices = {"F2"};
        must(start_cases(desk(), ask, record, frist::test::kid_of));
        must(answer(desk(), 1, cases::ResumeCase{}, "test"));
    }
    [[nodiscard]] Desk desk(Date day = monday) const { return {*store, frist::test::norway(), creditor, day}; }
    cases::Case state(Id id) { return must(case_row(desk(), id)).state; }
    std::vector<std::string> invoices(Id id) {
        std::vector<std::string> all;
        for (const ItemRow& item : must(store->items_of_case(creditor, id))) all.push_back(item.number);
        return all;
    }
    void expect_whole() {
        const law::Book book = must(law::Book::read("no", embedded::law()));
        const Verified verified = must(verify(desk(), book));
        for (const Error& wrong : verified.wrong) ADD_FAILURE() << text(wrong);
    }
    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

TEST_P(Merges, ComeApartAsTheyWere) {
    const cases::Case one = state(1);
    const cases::Case two = state(2);
    must(merge(desk(), 1, 2));
    EXPECT_EQ(state(1).claims.size(), 2U);
    EXPECT_EQ(invoices(1), (std::vector<std::string>{"F1", "F2"}));
    EXPECT_TRUE(state(2).closing);
    const CaseRow back = must(unmerge(desk(), 1, 2));
    EXPECT_EQ(state(1), one);
    EXPECT_EQ(state(2), two);
    EXPECT_EQ(back.state, one);
    EXPECT_EQ(invoices(1), std::vector<std::string>{"F1"});
    EXPECT_EQ(invoices(2), std::vector<std::string>{"F2"});
    EXPECT_TRUE(must(case_row(desk(), 2)).next_look.has_value());
    expect_whole();
}

// What went into another case is owed there, and there alone: lists over both tell it once.
TEST_P(Merges, WhatIsOwedIsOwedOnce) {
    const auto owed = [&](Id id, Date day) { return must(rules::balance_on(state(id), day, frist::test::norway())).total(); };
    const auto listed = [&] {
        Money all(0, Currency::nok());
        for (const Id id : {1, 2}) {
            const cases::Case c = state(id);
            rules::RateBook rates(frist::test::norway());
            all += must(rules::open_on(rules::accrual_of(c, frist::test::norway()), c.kind, c.relation, monday, rates));
        }
        return all;
    };
    const Money one = owed(1, monday);
    const Money two = owed(2, monday);
    EXPECT_TRUE(two.positive());
    EXPECT_EQ(listed(), one + two);
    must(merge(desk(), 1, 2));
    EXPECT_EQ(owed(1, monday), one + two);
    EXPECT_EQ(listed(), one + two);
    const rules::Balance left = must(rules::balance_on(state(2), monday, frist::test::norway()));
    EXPECT_TRUE(left.total().zero());
    EXPECT_EQ(left.carried->total(), two);
    EXPECT_TRUE(owed(2, monday.previous()).positive()) << "the day before";
    must(unmerge(desk(), 1, 2));
    EXPECT_EQ(owed(2, monday), two);
    EXPECT_EQ(listed(), one + two);
}

TEST_P(Merges, CanBeJoinedAndPartedAgain) {
    must(merge(desk(), 1, 2));
    must(unmerge(desk(), 1, 2));
    must(merge(desk(), 2, 1));
    EXPECT_EQ(state(2).claims.size(), 2U);
    must(unmerge(desk(), 2, 1));
    EXPECT_EQ(invoices(1), std::vector<std::string>{"F1"});
    expect_whole();
}

TEST_P(Merges, ALetterThatOnlyWaitsGoesWithTheJoin) {
    must(merge(desk(), 1, 2));
    Date day = monday;
    while (!state(1).ordered) {
        ASSERT_LT(day, Date::of(2026, 6, 1));
        must(night(desk(day)));
        day = day.next();
    }
    const int number = state(1).ordered->letter;
    must(unmerge(desk(day), 1, 2));
    EXPECT_FALSE(state(1).ordered);
    EXPECT_EQ(must(store->letter(creditor, 1, number))->state, LetterState::cancelled);
    EXPECT_GE(state(1).last_letter, number);   // its number is not given out again
    expect_whole();
}

TEST_P(Merges, AreNotTakenBackOnceSomethingFollowed) {
    must(merge(desk(), 1, 2));
    must(answer(desk(), 1, cases::ReceivePayment{monday, nok(100), cases::CoverOrder::usual, false, "test"}, "test"));
    EXPECT_EQ(unmerge(desk(), 1, 2).error().code, "merge.followed");
    EXPECT_EQ(state(1).claims.size(), 2U);
}

TEST_P(Merges, OfTwoThatWereNeverJoined) { EXPECT_EQ(unmerge(desk(), 1, 2).error().code, "merge.none"); }

INSTANTIATE_TEST_SUITE_P(Engines, Merges, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
