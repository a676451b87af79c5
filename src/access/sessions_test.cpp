#include "access/sessions.h"

#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Sessions : public AccessTest {
protected:
    NewSession open(Instant now, const std::string& device = "Test") {
        return *given(log_in(porter, {"blid@fjellrev.example", good_password, "", device}, now)).session;
    }
    void SetUp() override { static_cast<void>(owner()); }
};

TEST_F(Sessions, EndTwelveHoursAfterTheLastUse) {
    const NewSession one = open(noon);
    EXPECT_EQ(code_of(who_of_session(porter, one.token, noon + hours(12) - Seconds{1})), "");
    EXPECT_EQ(code_of(who_of_session(porter, one.token, noon + hours(24) - Seconds{2})), "") << "used meanwhile";
    const NewSession other = open(noon);
    EXPECT_EQ(code_of(who_of_session(porter, other.token, noon + hours(12))), "access.session");
}

TEST_F(Sessions, EndSevenDaysAfterTheyWereOpenedHoweverTheyAreUsed) {
    const NewSession one = open(noon);
    for (int hour = 6; hour < 7 * 24; hour += 6)
        EXPECT_EQ(code_of(who_of_session(porter, one.token, noon + hours(hour))), "") << hour;
    EXPECT_EQ(code_of(who_of_session(porter, one.token, noon + days(7) - Seconds{1})), "");
    EXPECT_EQ(code_of(who_of_session(porter, one.token, noon + days(7))), "access.session");
}

TEST_F(Sessions, WriteTheirUseOnlyEveryTenMinutes) {
    const NewSession one = open(noon);
    static_cast<void>(who_of_session(porter, one.token, noon + minutes(10) - Seconds{1}));
    EXPECT_EQ(store.t.sessions.at(one.session).seen, noon);
    static_cast<void>(who_of_session(porter, one.token, noon + minutes(10)));
    EXPECT_EQ(store.t.sessions.at(one.session).seen, noon + minutes(10));
}

TEST_F(Sessions, OfNobodyAreTold) {
    EXPECT_EQ(code_of(who_of_session(porter, "", noon)), "access.session");
    EXPECT_EQ(code_of(who_of_session(porter, std::string(43, 'x'), noon)), "access.session");
}

TEST_F(Sessions, AreListedAndEnded) {
    const NewSession first = open(noon, "Telefon");
    const NewSession second = open(noon + Seconds{1}, "Maskin");
    const Who who = given(who_of_session(porter, second.token, noon + Seconds{1}));
    std::vector<SessionSeen> seen = given(my_sessions(porter, who, noon + Seconds{1}));
    ASSERT_EQ(seen.size(), 3U);  // and the one of the first start
    EXPECT_EQ(seen[0].device, "Maskin");
    EXPECT_TRUE(seen[0].this_one);
    EXPECT_EQ(seen[1].device, "Telefon");
    EXPECT_FALSE(seen[1].this_one);
    EXPECT_TRUE(end_session(porter, who, first.session, noon).ok());
    EXPECT_EQ(code_of(who_of_session(porter, first.token, noon)), "access.session");
    EXPECT_EQ(code_of(end_session(porter, who, first.session, noon)), "session.unknown");
    EXPECT_EQ(given(my_sessions(porter, who, noon)).size(), 2U);
    EXPECT_EQ(given(my_sessions(porter, who, noon + days(8))).size(), 0U) << "what has ended is not told";
}

TEST_F(Sessions, OfOthersAreNotEnded) {
    const Who reader = joined("rask", Role::reader, Reach::of({3}));
    const NewSession mine = open(noon);
    EXPECT_EQ(code_of(end_session(porter, reader, mine.session, noon)), "session.unknown");
    EXPECT_EQ(code_of(who_of_session(porter, mine.token, noon)), "");
}

TEST_F(Sessions, AreEndedAllButThisOne) {
    const NewSession first = open(noon);
    const NewSession second = open(noon);
    const NewSession of_other = join("rask", Role::reader, Reach::of({3}));
    EXPECT_TRUE(end_other_sessions(porter, given(who_of_session(porter, second.token, noon)), noon).ok());
    EXPECT_EQ(code_of(who_of_session(porter, first.token, noon)), "access.session");
    EXPECT_EQ(code_of(who_of_session(porter, second.token, noon)), "");
    EXPECT_EQ(code_of(who_of_session(porter, of_other.token, noon)), "");
}

TEST_F(Sessions, AreForgottenOnceTheyOpenNothing) {
    const NewSession one = open(noon);
    static_cast<void>(try_password("nobody@fjellrev.example", "not this one", noon));
    EXPECT_TRUE(forget_ended(porter, noon + hours(12) - Seconds{1}).ok());
    EXPECT_TRUE(store.t.sessions.contains(one.session));
    EXPECT_TRUE(forget_ended(porter, noon + hours(24)).ok());
    EXPECT_TRUE(store.t.sessions.empty());
    EXPECT_TRUE(store.t.failures.empty());
}

TEST_F(Sessions, KeepOfTheDeviceWhatIsPlainAndShort) {
    const NewSession one = open(noon, "Test\x1b[31m\n" + std::string(200, 'x'));
    const std::string& device = store.t.sessions.at(one.session).device;
    EXPECT_EQ(device.size(), 120U);
    EXPECT_TRUE(device.starts_with("Test[31mxxx"));
}

}  // namespace
}  // namespace frist::access
