// What dispatch keeps: a row for each letter and channel, found by its state and by its case; and the links of the chain.
#include "base/pch.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);
const char* const fjord = "999999999";

class DispatchRows : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::with_cases(*store, fjord, 2, monday);
    }
    void keep(const std::function<Outcome()>& work) {
        const Outcome outcome = store->change(work);
        ASSERT_TRUE(outcome.ok()) << text(outcome.error());
    }
    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

DispatchRow row(Id case_id, int letter, Channel channel, DispatchState state) {
    DispatchRow r;
    r.case_id = case_id;
    r.letter = letter;
    r.channel = channel;
    r.state = state;
    r.deciding = channel == Channel::paper;
    r.batch = "batch 1";
    r.address = "Prøveveien 1\n5003 Bergen";
    r.file = "a.pdf";
    r.sha256 = "ab";
    r.tries = 3;
    r.at = {monday, 61};
    r.said = "sa «ja»; 'kanskje'";
    return r;
}

TEST_P(DispatchRows, ComeBackAsTheyWere) {
    DispatchRow kept = row(1, 2, Channel::email, DispatchState::later);
    kept.next_try = Moment{monday.next(), 0};
    keep([&] { return store->put_dispatch(creditor, kept); });
    const auto found = must(store->dispatches_of_case(creditor, 1));
    ASSERT_EQ(found.size(), 1U);
    const DispatchRow& r = found[0];
    EXPECT_EQ(std::tuple(r.case_id, r.letter, r.channel, r.state, r.deciding, r.tries), std::tuple(Id{1}, 2, Channel::email, DispatchState::later, false, 3));
    EXPECT_EQ(std::tuple(r.batch, r.address, r.file, r.sha256, r.said), std::tuple(kept.batch, kept.address, kept.file, kept.sha256, kept.said));
    EXPECT_EQ(r.at, kept.at);
    EXPECT_EQ(r.next_try, kept.next_try);
}

TEST_P(DispatchRows, AreOneForALetterAndChannel) {
    keep([&] { return store->put_dispatch(creditor, row(1, 1, Channel::paper, DispatchState::begun)); });
    keep([&] { return store->put_dispatch(creditor, row(1, 1, Channel::email, DispatchState::begun)); });
    keep([&] { return store->put_dispatch(creditor, row(1, 1, Channel::paper, DispatchState::sent)); });
    const auto found = must(store->dispatches_of_case(creditor, 1));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[0].next_try) << "a next try that was not set";
    EXPECT_EQ(must(store->dispatches(creditor, DispatchState::sent)).size(), 1U);
    EXPECT_EQ(must(store->dispatches(creditor, DispatchState::begun)).size(), 1U);
    keep([&] { return store->drop_dispatch(creditor, 1, 1, Channel::email); });
    EXPECT_TRUE(must(store->dispatches(creditor, DispatchState::begun)).empty());
}

TEST_P(DispatchRows, AreTheCreditorsOwn) {
    keep([&] { return store->put_dispatch(creditor, row(1, 1, Channel::paper, DispatchState::begun)); });
    EXPECT_TRUE(must(store->dispatches(creditor + 1, DispatchState::begun)).empty());
    EXPECT_TRUE(must(store->dispatches_of_case(creditor + 1, 1)).empty());
    keep([&] { return store->drop_dispatch(creditor + 1, 1, 1, Channel::paper); });
    EXPECT_EQ(must(store->dispatches(creditor, DispatchState::begun)).size(), 1U);
}

TEST_P(DispatchRows, GoWithTheirTransaction) {
    const Outcome outcome = store->change([&]() -> Outcome {
        FRIST_TRY_DONE(store->put_dispatch(creditor, row(1, 1, Channel::paper, DispatchState::begun)));
        return Error{"test.stop", "", "stops here", ""};
    });
    EXPECT_FALSE(outcome.ok());
    EXPECT_TRUE(must(store->dispatches_of_case(creditor, 1)).empty());
}

TEST_P(DispatchRows, TheChainIsFoundLinkByLink) {
    const auto events = must(store->events(creditor, 1));
    ASSERT_FALSE(events.empty());
    for (const StoredEvent& event : events) {
        EXPECT_EQ(must(store->hash_of_link(creditor, event.link)), event.hash);
        EXPECT_EQ(link_hash(must(store->hash_of_link(creditor, event.link - 1)), event), event.hash);
    }
    EXPECT_EQ(must(store->hash_of_link(creditor, 0)), "");
    EXPECT_EQ(must(store->hash_of_link(creditor + 1, 1)), "");
}

INSTANTIATE_TEST_SUITE_P(Engines, DispatchRows, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
