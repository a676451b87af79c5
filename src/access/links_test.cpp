#include "access/links.h"

#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Links : public AccessTest {
protected:
    Result<NewSession> accept(const NewLink& link, Instant now, const std::string& email = {}) {
        return accept_link(porter, {link.token, email, "Rask Fjellrev", "nn", good_password, "Test"}, now);
    }
    NewLink invited(Instant now, const std::string& name = "rask") {
        return given(invite(porter, owner(), {email_of(name), Role::handler, Reach::of({3, 7})}, now));
    }
};

TEST_F(Links, TheFirstMakesTheOwner) {
    const NewLink link = *given(first_link(porter, noon));
    EXPECT_EQ(given(look_at_link(porter, link.token, noon)).kind, LinkKind::first_owner);
    const NewSession session = given(accept(link, noon, "rask@fjellrev.example"));
    const Who who = given(who_of_session(porter, session.token, noon));
    EXPECT_EQ(who.role, Role::owner);
    EXPECT_TRUE(who.reach.all);
    EXPECT_EQ(code_of(accept(link, noon, "lun@fjellrev.example")), "access.link");
    EXPECT_EQ(given(first_link(porter, noon)), std::nullopt) << "there is an owner";
}

TEST_F(Links, TheFirstWorksForADayAndOnlyTheNewest) {
    const NewLink older = *given(first_link(porter, noon));
    const NewLink newer = *given(first_link(porter, noon));
    EXPECT_EQ(code_of(look_at_link(porter, older.token, noon)), "access.link");
    EXPECT_EQ(code_of(look_at_link(porter, newer.token, noon + hours(24) - Seconds{1})), "");
    EXPECT_EQ(code_of(look_at_link(porter, newer.token, noon + hours(24))), "access.link");
}

TEST_F(Links, LeadAnOwnerBackWhoHasNoWayIn) {
    EXPECT_EQ(given(return_link(porter, noon)), std::nullopt) << "there is no owner to lead back";
    const NewSession session = given(accept(*given(first_link(porter, noon)), noon, "rask@fjellrev.example"));
    EXPECT_EQ(given(return_link(porter, noon)), std::nullopt) << "the owner has a password";
    PersonRow row = *given(store.person(session.person));
    row.password.clear();
    ++row.version;
    EXPECT_TRUE(store.put_person(row).ok());
    const NewLink older = *given(return_link(porter, noon));
    const NewLink link = *given(return_link(porter, noon));
    EXPECT_EQ(code_of(accept_password_link(porter, older.token, good_password, noon)), "access.link") << "only the newest";
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, good_password, noon + days(1))), "access.link") << "a day";
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, good_password, noon)), "");
    EXPECT_EQ(given(return_link(porter, noon)), std::nullopt);
}

TEST_F(Links, InvitesForSevenDays) {
    const NewLink link = invited(noon);
    EXPECT_EQ(link.ends, noon + days(7));
    EXPECT_EQ(code_of(accept(link, noon + days(7))), "access.link");
    EXPECT_EQ(code_of(accept(link, noon + days(7) - Seconds{1})), "");
}

TEST_F(Links, InviteOnceAndGiveWhatWasSaid) {
    const NewLink link = invited(noon);
    const OpenLink seen = given(look_at_link(porter, link.token, noon));
    EXPECT_EQ(seen.email, "rask@fjellrev.example");
    EXPECT_EQ(seen.by, owner().person);
    const NewSession session = given(accept(link, noon, "other@fjellrev.example"));
    const Person person = given(access::person(porter, owner(), session.person));
    EXPECT_EQ(person.email, "rask@fjellrev.example") << "not what was typed";
    EXPECT_EQ(person.name, "Rask Fjellrev");
    EXPECT_EQ(person.language, "nn");
    EXPECT_EQ(person.role, Role::handler);
    EXPECT_EQ(person.reach, Reach::of({3, 7}));
    EXPECT_EQ(code_of(accept(link, noon)), "access.link") << "twice";
    EXPECT_EQ(code_of(look_at_link(porter, link.token, noon)), "access.link");
}

TEST_F(Links, AcceptedTwiceAtTheSameTimeMakeOnePerson) {
    const NewLink link = invited(noon);
    std::string code_of_other = "nothing yet";
    hasher.during = [&] { code_of_other = code_of(accept(link, noon)); };
    EXPECT_EQ(code_of(accept(link, noon)), "access.link");
    EXPECT_EQ(code_of_other, "");
    EXPECT_EQ(given(people(porter, owner())).size(), 2U);
}

TEST_F(Links, OfTheFirstStartUsedTwiceAtTheSameTimeMakeOneOwner) {
    const NewLink link = *given(first_link(porter, noon));
    std::string code_of_other = "nothing yet";
    hasher.during = [&] { code_of_other = code_of(accept(link, noon, "lun@fjellrev.example")); };
    EXPECT_EQ(code_of(accept(link, noon, "rask@fjellrev.example")), "access.link");
    EXPECT_EQ(code_of_other, "");
    EXPECT_EQ(store.t.people.size(), 1U);
}

TEST_F(Links, TellWhatIsWrongWithWhatWasTypedAndStayOpen) {
    const NewLink link = invited(noon);
    struct Row {
        std::string name, language, password, code;
    };
    const Row rows[] = {
        {"", "nb", good_password, "person.name"},
        {"   ", "nb", good_password, "person.name"},
        {"Rask\nFjellrev", "nb", good_password, "person.name"},
        {std::string(101, 'x'), "nb", good_password, "person.name"},
        {"Rask", "de", good_password, "person.language"},
        {"Rask", "nb", "kort", "password.short"},
        {"Rask", "nb", "Passord123456", "password.common"},
        {"Rask", "nb", "rask-fjellrev-1", "password.common"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(code_of(accept_link(porter, {link.token, "", row.name, row.language, row.password, ""}, noon)),
                  row.code);
    const NewLink unknown{0, std::string(43, 'x'), noon};
    EXPECT_EQ(code_of(accept(unknown, noon)), "access.link");
    EXPECT_EQ(code_of(accept(link, noon)), "");
}

TEST_F(Links, OfTheFirstStartNeedAnEMail) {
    const NewLink link = *given(first_link(porter, noon));
    for (const char* wrong : {"", "rask", "@fjellrev.example", "rask@", "rask@fjellrev", "a@b@fjellrev.example",
                              "rask fjellrev@a.example", "rask@.example", "rask@fjellrev.", "<rask@fjellrev.example>"})
        EXPECT_EQ(code_of(accept(link, noon, wrong)), "person.email") << wrong;
}

TEST_F(Links, GoToAnEMailOnceAndOnlyTheNewestWorks) {
    const NewLink older = invited(noon);
    const NewLink newer = invited(noon);
    EXPECT_EQ(code_of(accept(older, noon)), "access.link");
    EXPECT_EQ(code_of(accept(newer, noon)), "");
    EXPECT_EQ(code_of(invite(porter, owner(), {"RASK@fjellrev.example", Role::reader, Reach::of({3})}, noon)),
              "person.known");
    EXPECT_EQ(code_of(invite(porter, owner(), {"rask", Role::reader, Reach::of({3})}, noon)), "person.email");
}

TEST_F(Links, AreWithdrawn) {
    const NewLink link = invited(noon);
    ASSERT_EQ(given(open_invites(porter, owner(), noon)).size(), 1U);
    EXPECT_EQ(given(open_invites(porter, owner(), noon + days(7))).size(), 0U);
    const Who of_other = joined("lun", Role::administrator, Reach::of({9}));
    EXPECT_EQ(given(open_invites(porter, of_other, noon)).size(), 0U) << "of creditors that are not seen";
    EXPECT_EQ(code_of(withdraw_link(porter, of_other, link.link, noon)), "link.unknown");
    EXPECT_EQ(code_of(withdraw_link(porter, owner(), link.link, noon)), "");
    EXPECT_EQ(code_of(withdraw_link(porter, owner(), link.link, noon)), "link.unknown");
    EXPECT_EQ(code_of(accept(link, noon)), "access.link");
    const Who handler = joined("varm", Role::handler, Reach::of({3}));
    EXPECT_EQ(code_of(open_invites(porter, handler, noon)), "access.denied");
    EXPECT_EQ(code_of(withdraw_link(porter, handler, 1, noon)), "access.denied");
}

TEST_F(Links, AreWorthWhatTheirMakerMayGiveWhenTheyAreAccepted) {
    const NewSession administrator = join("lun", Role::administrator, Reach::of({3, 7}));
    const auto by_administrator = [&](const std::string& name) {
        const Who who = given(who_of_session(porter, administrator.token, noon));
        return given(invite(porter, who, {email_of(name), Role::handler, Reach::of({3, 7})}, noon));
    };
    const NewLink first = by_administrator("rask");
    EXPECT_TRUE(set_rights(porter, owner(), {administrator.person, 1, Role::administrator, Reach::of({3})}, noon).ok());
    EXPECT_EQ(code_of(accept(first, noon)), "access.link") << "creditor 7 is no longer theirs";
    EXPECT_TRUE(
        set_rights(porter, owner(), {administrator.person, 2, Role::administrator, Reach::of({3, 7})}, noon).ok());
    EXPECT_EQ(code_of(look_at_link(porter, first.token, noon)), "");
    EXPECT_TRUE(remove_person(porter, owner(), administrator.person, 3, noon).ok());
    EXPECT_EQ(code_of(accept(first, noon)), "access.link");
}

TEST_F(Links, SetANewPasswordAndEndEverySession) {
    const NewSession session = join("rask", Role::handler, Reach::of({3}));
    const NewLink link = given(password_link(porter, owner(), session.person, noon));
    EXPECT_EQ(link.ends, noon + hours(24));
    EXPECT_EQ(code_of(accept(link, noon)), "access.link") << "it makes nobody";
    EXPECT_EQ(code_of(accept_password_link(porter, invited(noon, "lun").token, "ni skudd morgenvind 8", noon)),
              "access.link");
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, "kort", noon)), "password.short");
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, "ni skudd morgenvind 8", noon + hours(24))),
              "access.link");
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, "ni skudd morgenvind 8", noon + hours(24) - Seconds{1})),
              "");
    EXPECT_EQ(code_of(accept_password_link(porter, link.token, "ni skudd morgenvind 8", noon)), "access.link");
    EXPECT_EQ(code_of(who_of_session(porter, session.token, noon)), "access.session");
    EXPECT_EQ(code_of(try_password(email_of("rask"), good_password, noon)), "access.login");
    EXPECT_EQ(code_of(try_password(email_of("rask"), "ni skudd morgenvind 8", noon)), "");
}

TEST_F(Links, ToANewPasswordAreNotForThoseAbove) {
    const Who administrator = joined("lun", Role::administrator, Reach::everything());
    EXPECT_EQ(code_of(password_link(porter, administrator, owner().person, noon)), "access.denied");
    const Who of_one = joined("varm", Role::administrator, Reach::of({3}));
    EXPECT_EQ(code_of(password_link(porter, of_one, administrator.person, noon)), "person.unknown");
}

TEST_F(Links, ToANewPasswordEndWithTheRightsOfTheirMakerAndWithAnotherPassword) {
    const NewSession session = join("rask", Role::handler, Reach::of({3}));
    const Who administrator = joined("lun", Role::administrator, Reach::of({3}));
    const auto use = [&](const NewLink& link) {
        return code_of(accept_password_link(porter, link.token, "ni skudd morgenvind 8", noon));
    };
    const NewLink first = given(password_link(porter, administrator, session.person, noon));
    EXPECT_TRUE(set_rights(porter, owner(), {administrator.person, 1, Role::handler, Reach::of({3})}, noon).ok());
    EXPECT_EQ(use(first), "access.link");
    EXPECT_TRUE(set_rights(porter, owner(), {administrator.person, 2, Role::administrator, Reach::of({3})}, noon).ok());
    EXPECT_TRUE(set_rights(porter, owner(), {session.person, 1, Role::handler, Reach::of({3, 7})}, noon).ok());
    EXPECT_EQ(use(first), "access.link") << "the person has grown beyond its maker";
    const NewLink second = given(password_link(porter, owner(), session.person, noon));
    const Who who = given(who_of_session(porter, session.token, noon));
    EXPECT_TRUE(change_password(porter, who, good_password, "ti skudd kveldsvind 9", noon).ok());
    EXPECT_EQ(use(second), "access.link");
}

TEST_F(Links, AreKeptAsTheirHash) {
    const NewLink link = invited(noon);
    for (const auto& [id, row] : store.t.links) EXPECT_NE(row.hash, link.token);
    EXPECT_TRUE(given(store.link(sha256(link.token))));
}

}  // namespace
}  // namespace frist::access
