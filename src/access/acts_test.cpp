#include "access/acts.h"

#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Acts : public AccessTest {
protected:
    void act(const Who& who, const std::string& what, std::optional<Id> creditor, const std::string& on = "case 17") {
        EXPECT_TRUE(write_act(porter, who, {what, creditor, on}, noon).ok());
    }
    std::vector<std::string> read(const Who& who, const ActsAsked& asked) {
        std::vector<std::string> words;
        for (const ActRow& row : given(acts(porter, who, asked))) words.push_back(row.what);
        return words;
    }
};

using Words = std::vector<std::string>;

TEST_F(Acts, SayWhoDidWhatToWhat) {
    const Who who = owner();
    act(who, "case-pause", 3);
    const ActRow row = given(acts(porter, who, {})).front();
    EXPECT_EQ(row.at, noon);
    EXPECT_EQ(row.person, who.person);
    EXPECT_EQ(row.key, 0);
    EXPECT_EQ(row.creditor, 3);
    EXPECT_EQ(row.on, "case 17");
    EXPECT_EQ(text(row.at), "2026-07-06T12:00:00Z");
}

TEST_F(Acts, AreSeenWithTheCreditorsOneSeesAndTheOwnOnes) {
    const Who of_three = joined("lun", Role::administrator, Reach::of({3}));
    const Who handler = joined("rask", Role::handler, Reach::of({3, 7}));
    store.t.acts.clear();
    act(handler, "case-pause", 3);
    act(handler, "case-resume", 7);
    act(owner(), "office-change", std::nullopt);
    act(of_three, "own-change", std::nullopt);
    EXPECT_EQ(read(owner(), {}), (Words{"own-change", "office-change", "case-resume", "case-pause"}));
    EXPECT_EQ(read(of_three, {}), (Words{"own-change", "case-pause"}));
    EXPECT_EQ(read(owner(), {7, {}, 0, 100}), Words{"case-resume"});
    EXPECT_EQ(read(owner(), {{}, handler.person, 0, 1}), Words{"case-resume"});
    const std::int64_t newest = store.t.acts.back().number;
    EXPECT_EQ(read(owner(), {{}, {}, newest - 1, 1}), Words{"case-resume"});
    EXPECT_EQ(code_of(acts(porter, of_three, {7, {}, 0, 100})), "creditor.unknown");
    EXPECT_EQ(code_of(acts(porter, handler, {})), "access.denied");
}

TEST_F(Acts, AreAChainInWhichEveryChangeIsFound) {
    const Who who = owner();
    for (int i = 0; i < 1200; ++i) act(who, "case-pause", 3);
    EXPECT_TRUE(verify_acts(store).ok());
    const auto rows = store.t.acts;
    const auto broken = [&](const char* what, const std::function<void(std::vector<ActRow>&)>& change) {
        store.t.acts = rows;
        change(store.t.acts);
        EXPECT_EQ(code_of(verify_acts(store)), "acts.broken") << what;
    };
    broken("another person", [](auto& acts) { acts[7].person = 99; });
    broken("another key", [](auto& acts) { acts[7].key = 99; });
    broken("another time", [](auto& acts) { acts[7].at.second += 1; });
    broken("another word", [](auto& acts) { acts[7].what = "case-resume"; });
    broken("another creditor", [](auto& acts) { acts[7].creditor = 4; });
    broken("another case", [](auto& acts) { acts[7].on = "case 18"; });
    broken("one is taken out", [](auto& acts) { acts.erase(acts.begin() + 7); });
    broken("one of the second page", [](auto& acts) { acts[1100].on = "case 18"; });
    broken("the tail is cut", [](auto& acts) { acts.pop_back(); });
    broken("all are gone", [](auto& acts) { acts.clear(); });
    store.t.acts = rows;
    store.t.end = rows[7];
    EXPECT_EQ(code_of(verify_acts(store)), "acts.broken") << "more than were written";
}

TEST_F(Acts, OfNobodyAreWholeToo) {
    EXPECT_TRUE(verify_acts(store).ok());
}

TEST_F(Acts, AreKeptOrUndoneWithWhatWasDone) {
    const Who who = owner();
    const std::size_t before = store.t.acts.size();
    const Outcome outcome = store.change([&]() -> Outcome {
        FRIST_TRY_DONE(write_act(porter, who, {"case-pause", 3, "case 17"}, noon));
        return Error{"test.wrong", "", "the last thing went wrong", ""};
    });
    EXPECT_FALSE(outcome.ok());
    EXPECT_EQ(store.t.acts.size(), before);
}

TEST_F(Acts, WithWordsThatMayBeNamesAreABug) {
    for (const char* on : {"Blid Fjellrev", "blid@fjellrev.example"})
        EXPECT_DEATH(static_cast<void>(write_act(porter, Who{}, {"case-pause", 3, on}, noon)), "");
    for (const char* what : {"", "case.pause", "-case", "Case"})
        EXPECT_DEATH(static_cast<void>(write_act(porter, Who{}, {what, 3, "case 17"}, noon)), "");
}

}  // namespace
}  // namespace frist::access
