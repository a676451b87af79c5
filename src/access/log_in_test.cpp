#include "access/log_in.h"

#include "access/acts.h"
#include "access/waits.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

const std::string blid = "blid@fjellrev.example";

class LogIn : public AccessTest {
protected:
    void SetUp() override { static_cast<void>(owner()); }
    void fail(int times, const std::string& email, Instant now, const std::string& address = "") {
        for (int i = 0; i < times; ++i)
            EXPECT_EQ(code_of(try_password(email, "not this one", now, address)), "access.login") << i;
    }
};

TEST_F(LogIn, OpensASessionForThePassword) {
    const Entered entered = given(try_password(" BLID@Fjellrev.Example ", good_password, noon));
    ASSERT_TRUE(entered.session);
    EXPECT_EQ(entered.session->token.size(), 43U);
    EXPECT_EQ(entered.session->ends, noon + days(7));
    EXPECT_EQ(given(who_of_session(porter, entered.session->token, noon)).person, owner().person);
}

TEST_F(LogIn, KeepsOnlyTheHashOfTheToken) {
    const std::string token = given(try_password(blid, good_password, noon)).session->token;
    for (const auto& [id, row] : store.t.sessions) EXPECT_NE(row.hash, token);
    EXPECT_TRUE(given(store.session(sha256(token))));
}

TEST_F(LogIn, TellsTheSameOfAWrongPasswordAndOfNobody) {
    const Error wrong = try_password(blid, "not this one", noon).error();
    const Error nobody = try_password("nobody@fjellrev.example", "not this one", noon).error();
    const Error no_email = try_password("nobody", "not this one", noon).error();
    EXPECT_EQ(wrong.code, "access.login");
    EXPECT_EQ(wrong, nobody);
    EXPECT_EQ(wrong, no_email);
}

TEST_F(LogIn, CostsTheSameWhenThereIsNobody) {
    hasher.checks = hasher.pretended = 0;
    static_cast<void>(try_password("nobody@fjellrev.example", "not this one", noon));
    EXPECT_EQ(hasher.checks, 0);
    EXPECT_EQ(hasher.pretended, 1);
    static_cast<void>(try_password(blid, "not this one", noon));
    EXPECT_EQ(hasher.checks, 1);
    EXPECT_EQ(hasher.pretended, 1);
}

TEST_F(LogIn, WritesAsMuchWhenThereIsNobody) {
    int changes = 0;
    store.before_change = [&] { ++changes; };
    static_cast<void>(try_password(blid, "not this one", noon));
    const int of_somebody = std::exchange(changes, 0);
    static_cast<void>(try_password("nobody@fjellrev.example", "not this one", noon));
    EXPECT_EQ(changes, of_somebody);
}

TEST_F(LogIn, DoesNotHashWhatIsTooLongToBeAPassword) {
    hasher.checks = hasher.pretended = 0;
    EXPECT_EQ(code_of(try_password(blid, std::string(1024, 'x'), noon)), "access.login");
    EXPECT_EQ(hasher.checks, 1);
    EXPECT_EQ(code_of(try_password(blid, std::string(1025, 'x'), noon)), "access.login");
    EXPECT_EQ(hasher.checks, 1);
    EXPECT_EQ(hasher.pretended, 1);
}

TEST(Waits, AreTwiceAsLongEachTimeUpToAQuarterOfAnHour) {
    const std::pair<int, std::int64_t> rows[] = {{0, 0},   {4, 0},   {5, 30},   {6, 60},   {7, 120},
                                                 {8, 240}, {9, 480}, {10, 900}, {11, 900}, {1000000, 900}};
    for (const auto& [failures, seconds] : rows) EXPECT_EQ(wait_after(failures, 5).count, seconds) << failures;
}

TEST_F(LogIn, MakesWhoFailsFiveTimesWait) {
    fail(5, blid, noon);
    const Error wait = try_password(blid, good_password, noon, "").error();
    EXPECT_EQ(wait.code, "access.wait");
    EXPECT_EQ(wait_seconds(wait), Seconds{30});
    EXPECT_EQ(wait_seconds(try_password(blid, good_password, noon + Seconds{29}, "").error()), Seconds{1});
    EXPECT_EQ(code_of(try_password(blid, good_password, noon + Seconds{30}, "")), "")
        << "what was refused was not counted";
    fail(5, blid, noon + Seconds{30});
}

TEST_F(LogIn, DoublesTheWait) {
    fail(5, blid, noon);
    fail(1, blid, noon + Seconds{30});
    EXPECT_EQ(wait_seconds(try_password(blid, good_password, noon + Seconds{30}, "").error()), Seconds{60});
}

TEST_F(LogIn, MakesEveryEMailWaitAlike) {
    fail(5, "nobody@fjellrev.example", noon);
    fail(5, blid, noon);
    EXPECT_EQ(try_password(blid, "x", noon, "").error(),
              try_password("nobody@fjellrev.example", "x", noon, "").error());
}

TEST_F(LogIn, CountsAnAddressOverAllEMails) {
    for (int i = 0; i < 20; ++i) fail(1, fmt::format("nobody{}@fjellrev.example", i), noon, "192.0.2.7");
    EXPECT_EQ(code_of(try_password(blid, good_password, noon, "192.0.2.7")), "access.wait");
    EXPECT_EQ(code_of(try_password(blid, good_password, noon, "192.0.2.8")), "");
}

TEST_F(LogIn, ForgivesAnAddressOnlyTheAttemptThatSucceeded) {
    for (int i = 0; i < 19; ++i) fail(1, fmt::format("nobody{}@fjellrev.example", i), noon, "192.0.2.7");
    EXPECT_EQ(code_of(try_password(blid, good_password, noon, "192.0.2.7")), "");
    fail(1, "nobody@fjellrev.example", noon, "192.0.2.7");
    EXPECT_EQ(code_of(try_password(blid, good_password, noon, "192.0.2.7")), "access.wait");
}

TEST_F(LogIn, ForgetsFailuresAfterADay) {
    fail(4, blid, noon);
    fail(1, blid, noon + hours(24));
    EXPECT_EQ(code_of(try_password(blid, good_password, noon + hours(24), "")), "") << "four and one are not five";
    fail(4, blid, noon + hours(48));
    fail(1, blid, noon + hours(72) - Seconds{1});
    EXPECT_EQ(code_of(try_password(blid, good_password, noon + hours(72), "")), "access.wait");
}

TEST_F(LogIn, WaitsNoLongerWhenTheClockIsSetBack) {
    fail(5, blid, noon);
    EXPECT_EQ(wait_seconds(try_password(blid, good_password, noon - hours(3), "").error()), Seconds{30});
}

TEST_F(LogIn, KeepsNeitherEMailNorAddressOfFailures) {
    fail(2, "nobody@fjellrev.example", noon, "192.0.2.7");
    for (const auto& [of, row] : store.t.failures) EXPECT_EQ(of.size(), 64U);
    for (const ActRow& act : store.t.acts) EXPECT_EQ(act.on.find("nobody"), std::string::npos);
}

TEST_F(LogIn, CountsAnAttemptBeforeItLooks) {
    // Many at once: the sixth comes while the fifth is looked at.
    fail(4, blid, noon);
    FRIST_CHECK(begin_attempt(store, {Meter::of_email(blid)}, noon).ok());
    EXPECT_EQ(code_of(try_password(blid, good_password, noon, "")), "access.wait");
}

TEST_F(LogIn, HashesAnewWhenTheParametersHaveChanged) {
    hasher.parameters = 2;
    EXPECT_EQ(code_of(try_password(blid, good_password, noon)), "");
    EXPECT_TRUE(given(store.person_of_email(blid))->password.starts_with("2 "));
    EXPECT_EQ(code_of(try_password(blid, good_password, noon)), "");
}

TEST_F(LogIn, IsWrittenInTheLog) {
    store.t.acts.clear();
    fail(1, blid, noon);
    fail(1, "nobody@fjellrev.example", noon);
    const std::string token = given(try_password(blid, good_password, noon)).session->token;
    EXPECT_TRUE(log_out(porter, token, noon).ok());
    EXPECT_EQ(told(), (std::vector<std::string>{"log-in-refused", "log-in", "log-out"}));
    EXPECT_EQ(store.t.acts[0].on, fmt::format("person {}", owner().person));
    EXPECT_EQ(store.t.acts[0].person, 0) << "nobody knows who it was";
}

TEST_F(LogIn, EndsWithLogOut) {
    const std::string token = given(try_password(blid, good_password, noon)).session->token;
    EXPECT_TRUE(log_out(porter, token, noon).ok());
    EXPECT_EQ(code_of(who_of_session(porter, token, noon)), "access.session");
    EXPECT_TRUE(log_out(porter, token, noon).ok()) << "twice is once";
}

}  // namespace
}  // namespace frist::access
