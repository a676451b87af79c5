// Several processes on one database: who waits for whom, who does what only one does, and what a link that was cut takes with it.
#include "base/pch.h"
#include "store/rooms.h"
#include "store_contract/postgres_engine.h"
#include "store_contract/world.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace frist;
using frist::test::must;
using store::Duty;

const Date monday = Date::of(2026, 3, 2);
constexpr const char* fjord = "999999999";
constexpr const char* other = "988077917";

class SideBySide : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        first = open();
        second = open();
    }
    [[nodiscard]] store::Rooms open() const { return must(store::open_rooms(engine->place(), store::Open::make, 50)); }
    static bool takes(const store::Rooms& rooms, Duty duty, office::Id creditor = 0) { return must(rooms.connection->engine().take_duty(duty, creditor)); }

    // A server notices the end of a link when it reads from its socket, a moment later.
    static bool takes_soon(const store::Rooms& rooms, Duty duty) {
        for (int look = 0; look < 2000; ++look)
            if (takes(rooms, duty)) return true;
        return false;
    }

    std::unique_ptr<frist::test::Engine> engine;
    store::Rooms first;
    store::Rooms second;
};

TEST_P(SideBySide, ADutyIsOnes) {
    EXPECT_TRUE(takes(first, Duty::dispatch, 1));
    EXPECT_FALSE(takes(second, Duty::dispatch, 1));
    EXPECT_TRUE(takes(second, Duty::dispatch, 2));
    EXPECT_TRUE(takes(second, Duty::night));
    first.connection->engine().end_duty(Duty::dispatch, 1);
    EXPECT_TRUE(takes(second, Duty::dispatch, 1));
    EXPECT_FALSE(takes(first, Duty::dispatch, 1));
}

TEST_P(SideBySide, ADutyGoesWithItsConnection) {
    EXPECT_TRUE(takes(first, Duty::jobs));
    first = {};
    EXPECT_TRUE(takes_soon(second, Duty::jobs));
}

TEST_P(SideBySide, ADutyGoesWithAProcessThatIsKilled) {
    int told[2];
    ASSERT_EQ(::pipe(told), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const store::Rooms own = open();
        const char ours = takes(own, Duty::night) ? 'y' : 'n';
        [[maybe_unused]] const auto written = ::write(told[1], &ours, 1);
        ::pause();
        ::_exit(0);
    }
    char ours = '?';
    ASSERT_EQ(::read(told[0], &ours, 1), 1);
    EXPECT_EQ(ours, 'y');
    EXPECT_FALSE(takes(second, Duty::night));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(takes_soon(second, Duty::night));
    ::close(told[0]);
    ::close(told[1]);
}

TEST_P(SideBySide, OneCreditorIsWrittenToByOneAtATime) {
    const office::Id creditor = frist::test::with_cases(*first.office, fjord, 2, monday);
    const Outcome outer = first.connection->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const auto seen, first.office->next_number(creditor, "test"));
        const Outcome inner = second.connection->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const auto number, second.office->next_number(creditor, "test"));
            return done;
        });
        EXPECT_FALSE(inner.ok());
        if (!inner.ok()) EXPECT_EQ(inner.error().code, "store.busy");
        return done;
    });
    EXPECT_TRUE(outer.ok());
    EXPECT_EQ(must(second.office->next_number(creditor, "test")), 2);
}

INSTANTIATE_TEST_SUITE_P(Engines, SideBySide, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

// What a server can and a file cannot.
class OnAServer : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = std::make_unique<frist::test::PostgresEngine>();
        rooms = must(store::open_rooms(engine->place(), store::Open::make, 2000));
    }
    std::unique_ptr<frist::test::PostgresEngine> engine;
    store::Rooms rooms;
};

TEST_P(OnAServer, TwoCreditorsAreWrittenToSideBySide) {
    const office::Id here = frist::test::add_creditor(*rooms.office, fjord);
    const office::Id there = frist::test::add_creditor(*rooms.office, other);
    const store::Rooms second = must(store::open_rooms(engine->place(), store::Open::existing, 50));
    const Outcome outer = rooms.connection->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const auto number, rooms.office->next_number(here, "test"));
        return second.connection->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const auto one, second.office->next_number(there, "test"));
            return done;
        });
    });
    EXPECT_TRUE(outer.ok()) << text(outer.error());
}

TEST_P(OnAServer, ALinkThatWasCutIsMadeAnewBetweenChanges) {
    const office::Id creditor = frist::test::add_creditor(*rooms.office, fjord);
    engine->cut_links();
    EXPECT_EQ(must(rooms.office->next_number(creditor, "test")), 1);
    engine->cut_links();
    EXPECT_EQ(must(rooms.office->creditors()).size(), 1U);
}

TEST_P(OnAServer, AChangeGoesWithTheLinkThatIsCutInIt) {
    const office::Id creditor = frist::test::add_creditor(*rooms.office, fjord);
    const std::string before = engine->dump();
    const Outcome outcome = rooms.connection->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const auto number, rooms.office->next_number(creditor, "test"));
        engine->cut_links();
        FRIST_TRY([[maybe_unused]] const auto never, rooms.office->next_number(creditor, "test"));
        return done;
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, "store.lost");
    EXPECT_EQ(engine->dump(), before);
    EXPECT_EQ(must(rooms.office->next_number(creditor, "test")), 1);
}

TEST_P(OnAServer, ALinkThatSaysWhoseRowsItWorksOnSeesNoOthers) {
    const office::Id here = frist::test::with_cases(*rooms.office, fjord, 2, monday);
    const office::Id there = frist::test::with_cases(*rooms.office, other, 3, monday);
    rooms.connection->narrow(here);
    EXPECT_EQ(must(rooms.office->cases(here, {})).size(), 2U);
    EXPECT_TRUE(must(rooms.office->cases(there, {})).empty());
    EXPECT_EQ(must(rooms.office->creditors()).size(), 1U);
    EXPECT_FALSE(rooms.office->put_kid(there, "0000018", 1, "").ok());
    EXPECT_FALSE(rooms.connection->change([&] { return rooms.office->put_kid(there, "0000018", 1, ""); }).ok());
    engine->cut_links();   // one that is made anew is as narrow
    EXPECT_TRUE(must(rooms.office->cases(there, {})).empty());
    rooms.connection->narrow(0);
    EXPECT_EQ(must(rooms.office->cases(there, {})).size(), 3U);
}

std::vector<frist::test::EngineKind> servers() {
    std::vector<frist::test::EngineKind> kinds = frist::test::engines();
    std::erase_if(kinds, [](const auto& kind) { return kind.name == "sqlite"; });
    return kinds;
}
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(OnAServer);   // without a server
INSTANTIATE_TEST_SUITE_P(Engines, OnAServer, testing::ValuesIn(servers()), [](const auto& kind) { return kind.param.name; });

}  // namespace
