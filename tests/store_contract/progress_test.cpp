// Long work that somebody listens to, and stops.
#include "base/pch.h"
#include "office/automation.h"
#include "office/night.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);
const char* const fjord = "999999999";

class Listener final : public Progress {
public:
    explicit Listener(int patience) : patience_(patience) {}
    bool go_on(std::int64_t count, std::int64_t total) override {
        last = count;
        of = total;
        return patience_-- > 0;
    }
    std::int64_t last = 0;
    std::int64_t of = 0;

private:
    int patience_;
};

class Stopped : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::add_creditor(*store, fjord);
    }
    Desk desk(Progress& progress) { return {*store, frist::test::norway(), creditor, monday, std::nullopt, &progress}; }
    CreditorRecord record() { return must(creditor_record(must(store->creditors()).front().record)); }

    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

TEST_P(Stopped, AnImportLeavesNothing) {
    Listener once(1);
    const auto stopped = mirror_ledger(desk(once), frist::test::ledger(250), "abc", false);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, "job.cancelled");
    EXPECT_EQ(once.of, 250);
    EXPECT_TRUE(must(store->items_without_case(creditor)).empty());
    Listener always(100);
    EXPECT_EQ(must(mirror_ledger(desk(always), frist::test::ledger(250), "abc", false)).added, 250);
    EXPECT_EQ(always.last, 200);
}

TEST_P(Stopped, RulesStartCasesOnceAndInTheNightOfTheirDay) {
    Listener always(1000);
    must(mirror_ledger(desk(always), frist::test::ledger(3), "abc", false));
    const MakeKid kid = frist::test::kid_of;
    EXPECT_EQ(must(whole_night(desk(always), record(), kid)).started, 0) << "nothing is on";
    Automation rules;
    rules.start = Level::by_itself;
    rules.skip_incomplete = true;
    EXPECT_EQ(must(set_automation(desk(always), record(), {rules, 0, 4})).number, 1);
    EXPECT_EQ(set_automation(desk(always), record(), {rules, 0, 4}).error().code, "store.conflict");
    EXPECT_EQ(must(whole_night(desk(always), record(), kid)).started, 3);
    const NightReport again = must(whole_night(desk(always), record(), kid));
    EXPECT_EQ(again.started, 0);
    EXPECT_EQ(again.cases, 0);
}

TEST_P(Stopped, RunningCasesFollowTheCreditorsCriteriaButForTheirOwn) {
    Listener always(1000);
    must(mirror_ledger(desk(always), frist::test::ledger(2), "abc", false));
    must(start_cases(desk(always), {}, record(), frist::test::kid_of));
    const Money fifty(5000, Currency::nok());
    const Money hundred(10000, Currency::nok());
    must(answer(desk(always), 2, cases::SetCriteria{std::nullopt, fifty, true}, "hand:2026-03-02"));
    Automation rules;
    rules.criteria.close_at_or_below = hundred;
    EXPECT_EQ(must(spread(desk(always), rules)), 1);
    EXPECT_EQ(must(spread(desk(always), rules)), 0);
    EXPECT_EQ(must(store->case_row(creditor, 1))->state.course.close_at_or_below, hundred);
    EXPECT_EQ(must(store->case_row(creditor, 2))->state.course.close_at_or_below, fifty);
}

INSTANTIATE_TEST_SUITE_P(Engines, Stopped, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
