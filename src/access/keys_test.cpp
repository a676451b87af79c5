#include "access/keys.h"

#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Keys : public AccessTest {
protected:
    NewKey made(const Who& who, const Reach& reach, std::optional<Instant> ends = {}) {
        return given(make_key(porter, who, {"Regnskap", {Scope::read}, reach, ends}, noon));
    }
};

TEST_F(Keys, HaveAFormThatIsKnownFromChance) {
    const NewKey key = made(owner(), Reach::everything());
    EXPECT_EQ(key.secret.size(), 42U);
    EXPECT_TRUE(key.secret.starts_with("frist_"));
    EXPECT_EQ(key.shown, key.secret.substr(0, 12));
    EXPECT_TRUE(looks_like_key(key.secret));
    for (std::size_t at = 0; at < key.secret.size(); ++at) {
        std::string slip = key.secret;
        slip[at] = slip[at] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(looks_like_key(slip)) << at;
        EXPECT_EQ(code_of(who_of_key(porter, slip, noon)), "access.key");
    }
    for (const std::string& wrong : {std::string{}, std::string("frist_"), key.secret + "x"})
        EXPECT_FALSE(looks_like_key(wrong));
}

TEST_F(Keys, AreKeptAsTheirHash) {
    const NewKey key = made(owner(), Reach::everything());
    EXPECT_EQ(store.t.keys.at(key.key).hash, sha256(key.secret));
}

TEST_F(Keys, ActForTheirPersonNarrowed) {
    const NewSession session = join("rask", Role::handler, Reach::of({3, 7}));
    const Who person = given(who_of_session(porter, session.token, noon));
    const NewKey key = made(person, Reach::of({7}));
    Who who = given(who_of_key(porter, key.secret, noon));
    EXPECT_EQ(who.person, person.person);
    EXPECT_EQ(who.key, key.key);
    EXPECT_EQ(who.reach, Reach::of({7}));
    EXPECT_EQ(who.scopes, std::vector{Scope::read});
    EXPECT_EQ(code_of(may(who, Right::read_cases, 7)), "");
    EXPECT_EQ(code_of(may(who, Right::read_cases, 3)), "creditor.unknown");
    EXPECT_EQ(code_of(may(who, Right::act_on_cases, 7)), "access.denied");
    EXPECT_TRUE(set_rights(porter, owner(), {person.person, 1, Role::client, Reach::of({3})}, noon).ok());
    who = given(who_of_key(porter, key.secret, noon));
    EXPECT_EQ(who.role, Role::client);
    EXPECT_EQ(who.reach, Reach::of({})) << "what the person has lost the key has lost";
}

TEST_F(Keys, OfEverythingFollowTheirPerson) {
    const Who person = joined("rask", Role::administrator, Reach::everything());
    const NewKey key = made(person, Reach::everything());
    EXPECT_TRUE(set_rights(porter, owner(), {person.person, 1, Role::handler, Reach::of({3})}, noon).ok());
    EXPECT_EQ(given(who_of_key(porter, key.secret, noon)).reach, Reach::of({3}));
}

TEST_F(Keys, AreWishedForRightly) {
    const Who who = joined("rask", Role::handler, Reach::of({3}));
    struct Row {
        KeyWish wish;
        std::string code;
    };
    const Row rows[] = {
        {{"", {Scope::read}, Reach::of({3}), {}}, "key.name"},
        {{std::string(61, 'x'), {Scope::read}, Reach::of({3}), {}}, "key.name"},
        {{"Regnskap", {}, Reach::of({3}), {}}, "key.scopes"},
        {{"Regnskap", {Scope::read}, Reach::of({3, 7}), {}}, "access.reach"},
        {{"Regnskap", {Scope::read}, Reach::everything(), {}}, "access.reach"},
        {{"Regnskap", {Scope::read}, Reach::of({}), {}}, "access.reach"},
        {{"Regnskap", {Scope::read}, Reach::of({3}), noon}, "key.ends"},
        {{"Regnskap", {Scope::read}, Reach::of({3}), noon + Seconds{1}}, ""},
    };
    for (const Row& row : rows) EXPECT_EQ(code_of(make_key(porter, who, row.wish, noon)), row.code);
    const Who reader = joined("lun", Role::reader, Reach::of({3}));
    EXPECT_EQ(code_of(make_key(porter, reader, {"Regnskap", {Scope::read}, Reach::of({3}), {}}, noon)),
              "access.denied");
}

TEST_F(Keys, EndOnTheirSecond) {
    const NewKey key = made(owner(), Reach::everything(), noon + days(30));
    EXPECT_EQ(code_of(who_of_key(porter, key.secret, noon + days(30) - Seconds{1})), "");
    EXPECT_EQ(code_of(who_of_key(porter, key.secret, noon + days(30))), "access.key");
}

TEST_F(Keys, TellTheDayOfTheirLastUse) {
    const NewKey key = made(owner(), Reach::everything());
    EXPECT_EQ(given(keys(porter, owner()))[0].last_used, std::nullopt);
    static_cast<void>(given(who_of_key(porter, key.secret, noon + days(1))));
    EXPECT_EQ(given(keys(porter, owner()))[0].last_used, Date::of(2026, 7, 7));
}

TEST_F(Keys, AreRevoked) {
    const NewKey key = made(owner(), Reach::everything());
    EXPECT_TRUE(revoke_key(porter, owner(), key.key, noon).ok());
    EXPECT_EQ(code_of(who_of_key(porter, key.secret, noon)), "access.key");
    EXPECT_TRUE(revoke_key(porter, owner(), key.key, noon).ok()) << "twice is once";
    EXPECT_EQ(told().back(), "key-revoke");
    EXPECT_EQ(code_of(revoke_key(porter, owner(), 4711, noon)), "key.unknown");
}

TEST_F(Keys, OfOthersAreSeenAndRevokedByThoseWhoManageThem) {
    const Who of_three = joined("lun", Role::administrator, Reach::of({3}));
    const Who handler = joined("rask", Role::handler, Reach::of({3}));
    const Who elsewhere = joined("varm", Role::handler, Reach::of({7}));
    const NewKey key = made(handler, Reach::of({3}));
    const NewKey other = made(elsewhere, Reach::of({7}));
    EXPECT_EQ(given(keys(porter, owner())).size(), 2U);
    ASSERT_EQ(given(keys(porter, of_three)).size(), 1U);
    EXPECT_EQ(given(keys(porter, of_three))[0].key, key.key);
    EXPECT_EQ(given(keys(porter, elsewhere)).size(), 1U);
    EXPECT_EQ(code_of(revoke_key(porter, of_three, other.key, noon)), "key.unknown");
    EXPECT_EQ(code_of(revoke_key(porter, elsewhere, key.key, noon)), "key.unknown");
    EXPECT_EQ(code_of(revoke_key(porter, of_three, key.key, noon)), "");
}

}  // namespace
}  // namespace frist::access
