#include "access/second_factor.h"

#include "access/secrets.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

// RFC 6238, appendix B, the rows of SHA-1.
TEST(ACode, IsThatOfTheStandard) {
    const std::string secret = "12345678901234567890";
    const std::pair<std::int64_t, std::string> rows[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                         {1111111111, "14050471"}, {1234567890, "89005924"},
                                                         {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [second, code] : rows) {
        EXPECT_EQ(code_at(secret, {second}, 8), code);
        EXPECT_EQ(code_at(secret, {second}), code.substr(2));
    }
}

TEST(ACode, IsTakenOneStepEarlierAndLater) {
    const std::string secret = "12345678901234567890";
    const std::int64_t step = noon.second / step_seconds;
    const std::string code = code_at(secret, noon);
    struct Row {
        const char* what;
        Seconds later;
        bool taken;
    };
    const Row rows[] = {
        {"a second before the window", {-31}, false},   {"its first second", {-30}, true},
        {"the second before its own step", {-1}, true}, {"its own step", {0}, true},
        {"the last second of its step", {29}, true},    {"the step after", {59}, true},
        {"a second after the window", {60}, false},
    };
    for (const Row& row : rows)
        EXPECT_EQ(step_of(secret, code, 0, noon + row.later).has_value(), row.taken) << row.what;
    EXPECT_EQ(step_of(secret, code, step - 1, noon), step);
    EXPECT_EQ(step_of(secret, code, step, noon), std::nullopt) << "the same code a second time";
    for (const char* wrong : {"", "1", "12345a", "1234567"}) EXPECT_EQ(step_of(secret, wrong, 0, noon), std::nullopt);
}

TEST(ASeal, OpensOnlyForItsPersonAndKey) {
    const SealKey key{1};
    const std::string sealed = seal(key, 3, "secret", foreseen());
    EXPECT_EQ(unseal(key, 3, sealed).value(), "secret");
    EXPECT_EQ(code_of(unseal(key, 4, sealed)), "factor.sealed");
    EXPECT_EQ(code_of(unseal(SealKey{2}, 3, sealed)), "factor.sealed");
    std::string changed = sealed;
    changed.back() = changed.back() == '0' ? '1' : '0';
    EXPECT_EQ(code_of(unseal(key, 3, changed)), "factor.sealed");
    for (const char* wrong : {"", "00", "xyz"}) EXPECT_EQ(code_of(unseal(key, 3, wrong)), "factor.sealed");
}

std::string bytes_of_base32(const std::string& text) {
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char c : text) {
        held = held << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        bits += 5;
        if (bits >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 0xff);
    }
    return bytes;
}

class SecondFactor : public AccessTest {
protected:
    // The owner has one from noon on; the code of that minute is used up.
    std::vector<std::string> enrolled() {
        const Enrolment enrolment = given(begin_factor(porter, owner(), good_password, noon));
        secret = bytes_of_base32(enrolment.secret);
        return given(confirm_factor(porter, owner(), code_at(secret, noon), noon));
    }
    std::string ticket(Instant now) { return given(try_password("blid@fjellrev.example", good_password, now)).ticket; }
    Result<NewSession> with_code(const std::string& code, Instant now) {
        return log_in_with_code(porter, {ticket(now), code, "192.0.2.7", "Test"}, now);
    }
    std::string secret;
};

TEST_F(SecondFactor, IsAskedForOnceItsFirstCodeHasCome) {
    const Enrolment enrolment = given(begin_factor(porter, owner(), good_password, noon));
    EXPECT_EQ(enrolment.secret.size(), 32U);
    EXPECT_EQ(enrolment.uri, "otpauth://totp/Frist:blid%40fjellrev.example?secret=" + enrolment.secret +
                                 "&issuer=Frist&algorithm=SHA1&digits=6&period=30");
    EXPECT_FALSE(given(my_factor(porter, owner())).on);
    EXPECT_TRUE(given(try_password("blid@fjellrev.example", good_password, noon)).session) << "not confirmed yet";
    EXPECT_EQ(code_of(confirm_factor(porter, owner(), "000000", noon)), "access.code");
    secret = bytes_of_base32(enrolment.secret);
    EXPECT_EQ(given(confirm_factor(porter, owner(), code_at(secret, noon), noon)).size(), 10U);
    const FactorState state = given(my_factor(porter, owner()));
    EXPECT_TRUE(state.on);
    EXPECT_EQ(state.recovery_codes, 10);
    const Entered entered = given(try_password("blid@fjellrev.example", good_password, noon));
    EXPECT_FALSE(entered.session);
    EXPECT_EQ(entered.ticket.size(), 43U);
}

TEST_F(SecondFactor, IsKeptSealed) {
    static_cast<void>(enrolled());
    const std::string kept = store.t.factors.at(owner().person).secret;
    EXPECT_EQ(kept.find(secret), kept.npos);
    EXPECT_EQ(unseal(porter.seal, owner().person, kept).value(), secret);
}

TEST_F(SecondFactor, EndsTheOtherSessions) {
    const Who who = owner();
    const NewSession other = *given(try_password("blid@fjellrev.example", good_password, noon)).session;
    static_cast<void>(enrolled());
    EXPECT_EQ(code_of(who_of_session(porter, other.token, noon)), "access.session");
    EXPECT_EQ(owner().session, who.session);
}

TEST_F(SecondFactor, OpensASessionThatSaysSo) {
    static_cast<void>(enrolled());
    const Instant later = noon + minutes(2);
    const NewSession session = given(with_code(code_at(secret, later), later));
    EXPECT_TRUE(given(who_of_session(porter, session.token, later)).second_factor);
    EXPECT_TRUE(owner().second_factor) << "proved in the session that set it up";
}

TEST_F(SecondFactor, TakesEachCodeOnce) {
    static_cast<void>(enrolled());
    EXPECT_EQ(code_of(with_code(code_at(secret, noon), noon)), "access.code") << "the code that confirmed it";
    const Instant later = noon + minutes(2);
    const std::string code = code_at(secret, later);
    EXPECT_EQ(code_of(with_code(code, later)), "");
    EXPECT_EQ(code_of(with_code(code, later)), "access.code") << "a replay";
    EXPECT_EQ(code_of(with_code(code_at(secret, later - Seconds{30}), later)), "access.code") << "an older one";
    EXPECT_EQ(code_of(with_code(code_at(secret, later + Seconds{30}), later)), "") << "the next one";
}

TEST_F(SecondFactor, TakesARecoveryCodeOnceHoweverItIsTyped) {
    const std::vector<std::string> codes = enrolled();
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    EXPECT_EQ(codes.front().size(), 29U);
    EXPECT_EQ(code_of(with_code(codes[0], noon)), "");
    EXPECT_EQ(code_of(with_code(codes[0], noon)), "access.code");
    std::string typed = codes[1];
    for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(code_of(with_code(" " + typed, noon)), "");
    EXPECT_EQ(given(my_factor(porter, owner())).recovery_codes, 8);
    for (const std::string& hash : store.t.codes.at(owner().person))
        for (const std::string& code : codes) EXPECT_NE(hash, code);
}

TEST_F(SecondFactor, GivesNewRecoveryCodesForOldOnes) {
    const std::vector<std::string> old = enrolled();
    EXPECT_EQ(code_of(new_recovery_codes(porter, owner(), "not this one", noon)), "access.login");
    const std::vector<std::string> fresh = given(new_recovery_codes(porter, owner(), good_password, noon));
    EXPECT_EQ(code_of(with_code(old[0], noon)), "access.code");
    EXPECT_EQ(code_of(with_code(fresh[0], noon)), "");
}

TEST_F(SecondFactor, MakesWhoGuessesWait) {
    static_cast<void>(enrolled());
    Instant now = noon + minutes(2);
    const std::string opened = ticket(now);
    const auto guess = [&](const std::string& code) {
        return log_in_with_code(porter, {opened, code, "", "Test"}, now);
    };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(code_of(guess("000000")), "access.code");
    EXPECT_EQ(code_of(guess(code_at(secret, now))), "access.wait") << "also the right one";
    now = now + Seconds{29};
    EXPECT_EQ(code_of(guess(code_at(secret, now))), "access.wait");
    now = now + Seconds{1};
    EXPECT_EQ(code_of(guess(code_at(secret, now))), "");
}

TEST_F(SecondFactor, IsNotForgivenByThePassword) {
    static_cast<void>(enrolled());
    for (int i = 0; i < 5; ++i) EXPECT_EQ(code_of(with_code("000000", noon)), "access.code");
    EXPECT_EQ(code_of(with_code("000000", noon)), "access.wait") << "a new ticket does not begin the count anew";
}

TEST_F(SecondFactor, TicketLivesFiveMinutesAndOnce) {
    static_cast<void>(enrolled());
    const std::string opened = ticket(noon);
    const auto use = [&](Instant now) {
        return log_in_with_code(porter, {opened, code_at(secret, now), "192.0.2.7", "Test"}, now);
    };
    EXPECT_EQ(code_of(use(noon + minutes(5))), "access.ticket");
    EXPECT_EQ(code_of(use(noon + minutes(5) - Seconds{1})), "");
    EXPECT_EQ(code_of(use(noon + minutes(4))), "access.ticket") << "used";
    EXPECT_EQ(code_of(log_in_with_code(porter, {"nothing", "000000", "", ""}, noon)), "access.ticket");
}

TEST_F(SecondFactor, IsTakenAwayWithThePassword) {
    EXPECT_EQ(code_of(drop_factor(porter, owner(), good_password, noon)), "factor.none");
    EXPECT_EQ(code_of(new_recovery_codes(porter, owner(), good_password, noon)), "factor.none");
    EXPECT_EQ(code_of(confirm_factor(porter, owner(), "000000", noon)), "factor.none");
    static_cast<void>(enrolled());
    EXPECT_EQ(code_of(begin_factor(porter, owner(), good_password, noon)), "factor.known");
    EXPECT_EQ(code_of(drop_factor(porter, owner(), "not this one", noon)), "access.login");
    EXPECT_EQ(code_of(drop_factor(porter, owner(), good_password, noon)), "");
    EXPECT_TRUE(given(try_password("blid@fjellrev.example", good_password, noon)).session);
}

TEST_F(SecondFactor, IsTakenAwayByAnAdministratorWhenEverythingIsLost) {
    static_cast<void>(enrolled());
    const Who administrator = joined("rask", Role::administrator, Reach::everything());
    EXPECT_EQ(code_of(drop_factor_of(porter, administrator, owner().person, noon)), "access.denied");
    const NewSession handler = join("lun", Role::handler, Reach::of({3}));
    EXPECT_EQ(code_of(drop_factor_of(porter, administrator, handler.person, noon)), "");
    EXPECT_EQ(code_of(who_of_session(porter, handler.token, noon)), "access.session");
}

}  // namespace
}  // namespace frist::access
