#include "access/people.h"

#include "access/keys.h"
#include "access/settings.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class People : public AccessTest {
protected:
    std::int64_t version(Id person) { return store.t.people.at(person).version; }
    std::string give(const Who& who, Id person, Role role, const Reach& reach) {
        return code_of(set_rights(porter, who, {person, version(person), role, reach}, noon));
    }
};

TEST_F(People, AreSeenByThoseWhoSeeAllOfTheirCreditors) {
    const Who of_three = joined("lun", Role::administrator, Reach::of({3}));
    const Who handler = joined("rask", Role::handler, Reach::of({3}));
    const Who of_both = joined("varm", Role::reader, Reach::of({3, 7}));
    EXPECT_EQ(given(people(porter, owner())).size(), 4U);
    const std::vector<Person> seen = given(people(porter, of_three));
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0].id, of_three.person);
    EXPECT_EQ(seen[1].id, handler.person);
    EXPECT_EQ(code_of(person(porter, of_three, of_both.person)), "person.unknown");
    EXPECT_EQ(code_of(person(porter, of_three, 4711)), "person.unknown");
    EXPECT_EQ(code_of(people(porter, handler)), "access.denied");
    EXPECT_EQ(code_of(person(porter, handler, of_three.person)), "access.denied");
    EXPECT_EQ(given(person(porter, handler, handler.person)).name, "rask Fjellrev") << "oneself";
}

TEST_F(People, HaveNamesForThoseWhoShareACreditor) {
    const Who handler = joined("rask", Role::handler, Reach::of({3, 7}));
    const Who client = joined("lun", Role::client, Reach::of({7}));
    const Who other = joined("varm", Role::client, Reach::of({9}));
    const std::vector<Id> ids{handler.person, other.person, 4711};
    const auto for_client = given(names(porter, client, ids));
    ASSERT_EQ(for_client.size(), 1U);
    EXPECT_EQ(for_client[0].second, "rask Fjellrev");
    EXPECT_EQ(given(names(porter, owner(), ids)).size(), 2U);
}

TEST_F(People, GetOtherRightsAtOnce) {
    const NewSession session = join("rask", Role::handler, Reach::of({3}));
    EXPECT_EQ(give(owner(), session.person, Role::reader, Reach::of({7})), "");
    const Who who = given(who_of_session(porter, session.token, noon));
    EXPECT_EQ(who.role, Role::reader);
    EXPECT_EQ(who.reach, Reach::of({7}));
}

TEST_F(People, AreNotChangedByTwoAtOnce) {
    const Who handler = joined("rask", Role::handler, Reach::of({3}));
    const NewRights rights{handler.person, version(handler.person), Role::reader, Reach::of({3})};
    EXPECT_EQ(code_of(set_rights(porter, owner(), rights, noon)), "");
    EXPECT_EQ(code_of(set_rights(porter, owner(), rights, noon)), "store.conflict");
    EXPECT_EQ(code_of(remove_person(porter, owner(), handler.person, rights.version, noon)), "store.conflict");
}

TEST_F(People, AboveOrElsewhereAreNotChanged) {
    const Who administrator = joined("lun", Role::administrator, Reach::everything());
    const Who of_three = joined("varm", Role::administrator, Reach::of({3}));
    const Who handler = joined("rask", Role::handler, Reach::of({3, 7}));
    EXPECT_EQ(give(administrator, owner().person, Role::reader, Reach::of({3})), "access.denied");
    EXPECT_EQ(give(administrator, handler.person, Role::owner, Reach::everything()), "access.denied");
    EXPECT_EQ(give(administrator, administrator.person, Role::owner, Reach::everything()), "access.denied");
    EXPECT_EQ(give(of_three, handler.person, Role::reader, Reach::of({3})), "person.unknown");
    EXPECT_EQ(give(of_three, of_three.person, Role::administrator, Reach::of({3, 7})), "access.denied");
    EXPECT_EQ(give(handler, handler.person, Role::administrator, Reach::of({3, 7})), "access.denied");
    EXPECT_EQ(code_of(remove_person(porter, administrator, owner().person, 1, noon)), "access.denied");
    EXPECT_EQ(code_of(remove_person(porter, handler, of_three.person, 1, noon)), "access.denied");
}

TEST_F(People, KeepTheirLastOwner) {
    EXPECT_EQ(give(owner(), owner().person, Role::administrator, Reach::everything()), "access.last_owner");
    EXPECT_EQ(code_of(remove_person(porter, owner(), owner().person, version(owner().person), noon)),
              "access.last_owner");
    EXPECT_EQ(give(owner(), owner().person, Role::owner, Reach::everything()), "") << "the same again";
    const Who second = joined("rask", Role::owner, Reach::everything());
    EXPECT_EQ(give(second, owner().person, Role::administrator, Reach::everything()), "");
    EXPECT_EQ(code_of(remove_person(porter, second, second.person, version(second.person), noon)), "access.last_owner");
}

TEST_F(People, WhoAreRemovedComeInNoMore) {
    const NewSession session = join("rask", Role::handler, Reach::of({3}));
    const Who who = given(who_of_session(porter, session.token, noon));
    const NewKey key = given(make_key(porter, who, {"Regnskap", {Scope::read}, Reach::of({3}), {}}, noon));
    const NewLink link = given(password_link(porter, owner(), who.person, noon));
    EXPECT_TRUE(put_my_setting(porter, who, {"density", "1"}).ok());
    EXPECT_EQ(code_of(remove_person(porter, owner(), who.person, version(who.person), noon)), "");
    EXPECT_EQ(code_of(who_of_session(porter, session.token, noon)), "access.session");
    EXPECT_EQ(code_of(who_of_key(porter, key.secret, noon)), "access.key");
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, "ni skudd morgenvind 8", noon)), "access.link");
    EXPECT_EQ(code_of(try_password(email_of("rask"), good_password, noon)), "access.login");
    EXPECT_EQ(given(people(porter, owner())).size(), 1U);
    EXPECT_EQ(code_of(remove_person(porter, owner(), who.person, version(who.person), noon)), "person.unknown")
        << "twice";
    const auto named = given(names(porter, owner(), {who.person}));
    ASSERT_EQ(named.size(), 1U) << "the log can still say who it was";
    EXPECT_EQ(store.t.people.at(who.person).email, "");
    EXPECT_TRUE(store.t.settings.at(who.person).empty());
    static_cast<void>(join("rask", Role::reader, Reach::of({3})));  // the e-mail is free again
}

TEST_F(People, ChangeTheirNameAndLanguage) {
    const Who who = joined("rask", Role::client, Reach::of({3}));
    const auto set = [&](std::int64_t at, const char* name, const char* language) {
        return code_of(set_own_account(porter, who, {at, name, language}, noon));
    };
    EXPECT_EQ(set(1, "Rask Snøugle", "sv"), "");
    EXPECT_EQ(set(1, "Rask Snøugle", "nb"), "store.conflict");
    EXPECT_EQ(set(2, "", "nb"), "person.name");
    EXPECT_EQ(set(2, "Rask", "xx"), "person.language");
    EXPECT_EQ(given(person(porter, who, who.person)).name, "Rask Snøugle");
}

TEST_F(People, ChangeTheirPasswordAndTheOtherSessionsEnd) {
    const Who who = joined("rask", Role::reader, Reach::of({3}));
    const NewSession other = *given(try_password(email_of("rask"), good_password, noon)).session;
    const auto change = [&](const std::string& old, const std::string& fresh, Instant now = noon) {
        return code_of(change_password(porter, who, old, fresh, now));
    };
    EXPECT_EQ(change("not this one", "ni skudd morgenvind 8"), "access.login");
    EXPECT_EQ(change(good_password, "kort"), "password.short");
    EXPECT_EQ(change(good_password, "ni skudd morgenvind 8"), "");
    EXPECT_EQ(code_of(who_of_session(porter, other.token, noon)), "access.session");
    EXPECT_EQ(given(my_sessions(porter, who, noon)).size(), 1U);
    EXPECT_EQ(code_of(try_password(email_of("rask"), good_password, noon)), "access.login");
    EXPECT_EQ(code_of(try_password(email_of("rask"), "ni skudd morgenvind 8", noon)), "");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(change("not this one", "ti skudd morgenvind 9"), "access.login");
    EXPECT_EQ(change("ni skudd morgenvind 8", "ti skudd morgenvind 9"), "access.wait");
    EXPECT_EQ(change("ni skudd morgenvind 8", "ti skudd morgenvind 9", noon + Seconds{30}), "");
}

TEST_F(People, AreNotKeys) {
    const Who who = owner();
    const NewKey key =
        given(make_key(porter, who, {"Regnskap", {Scope::read, Scope::write}, Reach::everything(), {}}, noon));
    const Who program = given(who_of_key(porter, key.secret, noon));
    EXPECT_EQ(code_of(people(porter, program)), "access.denied");
    EXPECT_EQ(code_of(person(porter, program, who.person)), "access.denied");
    EXPECT_EQ(code_of(change_password(porter, program, good_password, "ni skudd morgenvind 8", noon)), "access.denied");
    EXPECT_EQ(code_of(set_own_account(porter, program, {1, "Rask", "nb"}, noon)), "access.denied");
    EXPECT_EQ(code_of(begin_factor(porter, program, good_password, noon)), "access.denied");
    EXPECT_EQ(code_of(my_sessions(porter, program, noon)), "access.denied");
    EXPECT_EQ(code_of(invite(porter, program, {"rask@fjellrev.example", Role::reader, Reach::of({3})}, noon)),
              "access.denied");
    EXPECT_EQ(code_of(make_key(porter, program, {"Ny", {Scope::read}, Reach::everything(), {}}, noon)),
              "access.denied");
    EXPECT_EQ(code_of(keys(porter, program)), "access.denied");
    EXPECT_EQ(code_of(revoke_key(porter, program, key.key, noon)), "access.denied");
}

TEST_F(People, AreNamedInNoErrorAndNoAct) {
    const Who who = joined("rask", Role::reader, Reach::of({3}));
    const Error errors[] = {
        invite(porter, owner(), {"rask@fjellrev.example", Role::reader, Reach::of({3})}, noon).error(),
        invite(porter, owner(), {"rask@fjellrev", Role::reader, Reach::of({3})}, noon).error(),
        try_password("rask@fjellrev.example", "not this one", noon).error(),
        remove_person(porter, owner(), who.person, 7, noon).error(),
        change_password(porter, who, "rask", "rask", noon).error(),
    };
    for (const Error& error : errors) EXPECT_EQ(text(error).find("rask"), std::string::npos) << text(error);
    for (const ActRow& act : store.t.acts) EXPECT_EQ((act.what + act.on).find("rask"), std::string::npos);
}

}  // namespace
}  // namespace frist::access
