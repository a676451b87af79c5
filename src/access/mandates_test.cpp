#include "access/mandates.h"

#include "access/acts.h"
#include "access/keys.h"
#include "access/waits.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

// Creditor 3 is the office of "rask"; 7 that of an accountant, "lun".
class Mandates : public AccessTest {
protected:
    Who giver = joined("rask", Role::administrator, Reach::of({3}));
    NewSession taker_session = join("lun", Role::administrator, Reach::of({7}));

    Who again(const NewSession& session) { return given(who_of_session(porter, session.token, noon)); }
    Who taker() { return again(taker_session); }
    NewMandate offer(Role role = Role::handler) { return given(offer_mandate(porter, giver, 3, role, noon)); }
    Result<Id> take(const Who& who, const std::string& code, Instant now = noon) {
        return take_mandate(porter, who, {3, code, ""}, now);
    }
};

TEST_F(Mandates, GiveNoMoreThanTheySay) {
    struct Row {
        Role role;
        bool reads, acts, manages;
    };
    const Row rows[] = {
        {Role::administrator, true, true, true},
        {Role::handler, true, true, false},
        {Role::reader, true, false, false},
    };
    for (const Row& row : rows) {
        const NewMandate made = offer(row.role);
        given(take(taker(), made.code));
        const Who who = taker();
        EXPECT_EQ(may(who, Right::read_cases, 3).ok(), row.reads);
        EXPECT_EQ(may(who, Right::act_on_cases, 3).ok(), row.acts);
        EXPECT_EQ(may(who, Right::manage_creditor, 3).ok(), row.manages);
        EXPECT_TRUE(may(who, Right::manage_creditor, 7).ok()) << "at home nothing changes";
        EXPECT_EQ(rights_with(who, 7).size(), right_count);
        EXPECT_EQ(rights_with(who, 3).size() == right_count, row.manages);
        ASSERT_EQ(code_of(end_mandate(porter, giver, 3, made.mandate, noon)), "");
        EXPECT_EQ(code_of(may(taker(), Right::read_cases, 3)), "creditor.unknown");
    }
}

TEST_F(Mandates, AreTakenOnceWithinSevenDays) {
    const NewMandate late = offer();
    EXPECT_EQ(code_of(take(taker(), late.code, late.ends)), "mandate.code") << "on the last second it is over";
    const NewMandate made = offer();
    const Who third = joined("varm", Role::administrator, Reach::of({7}));
    given(take(taker(), made.code, made.ends - Seconds{1}));
    EXPECT_EQ(code_of(take(third, made.code)), "mandate.code");
    EXPECT_EQ(given(take(taker(), made.code)), made.mandate) << "the same person is told the same";
    EXPECT_EQ(store.t.mandates.at(made.mandate).hash.find(made.code.substr(0, 6)), std::string::npos);
}

TEST_F(Mandates, AreGivenByTheOwnOfficeAlone) {
    EXPECT_EQ(code_of(offer_mandate(porter, taker(), 3, Role::reader, noon)), "creditor.unknown");
    EXPECT_EQ(code_of(offer_mandate(porter, joined("mild", Role::handler, Reach::of({3})), 3, Role::reader, noon)), "access.denied");
    EXPECT_EQ(code_of(offer_mandate(porter, giver, 3, Role::owner, noon)), "mandate.role");
    EXPECT_EQ(code_of(offer_mandate(porter, giver, 3, Role::client, noon)), "mandate.role");
    given(take(taker(), offer(Role::administrator).code));
    EXPECT_EQ(code_of(offer_mandate(porter, taker(), 3, Role::reader, noon)), "access.denied");
    const NewKey key = given(make_key(porter, giver, {"program", {Scope::write}, Reach::of({3}), {}}, noon));
    EXPECT_EQ(code_of(offer_mandate(porter, given(who_of_key(porter, key.secret, noon)), 3, Role::reader, noon)), "access.denied");
}

TEST_F(Mandates, AreWorthWhatTheirMakerMayThatDay) {
    const NewMandate made = offer();
    const Person maker = given(person(porter, owner(), giver.person));
    ASSERT_EQ(code_of(set_rights(porter, owner(), {maker.id, maker.version, Role::handler, Reach::of({3})}, noon)), "");
    EXPECT_EQ(code_of(take(taker(), made.code)), "mandate.code");
}

TEST_F(Mandates, WaitAfterFiveWrongCodesWhateverWasWrong) {
    const NewMandate made = offer();
    const Who who = taker();
    EXPECT_EQ(code_of(take(who, "abcdef-abcdef-abcdef-abcdef")), "mandate.code");
    EXPECT_EQ(code_of(take_mandate(porter, who, {std::nullopt, made.code, ""}, noon)), "mandate.code");
    EXPECT_EQ(code_of(take_mandate(porter, who, {7, made.code, ""}, noon)), "mandate.code");
    EXPECT_EQ(code_of(take(who, "")), "mandate.code");
    EXPECT_EQ(code_of(take(who, std::string(100'000, 'a'))), "mandate.code");
    EXPECT_EQ(code_of(take(who, made.code)), "access.wait");
    EXPECT_EQ(code_of(take(who, made.code, noon + first_wait)), "") << "and the code was not used up";
}

TEST_F(Mandates, LetColleaguesInAndOutAgain) {
    const NewSession colleague = join("mild", Role::handler, Reach::of({7}));
    const NewMandate made = offer(Role::reader);
    given(take(taker(), made.code));
    const auto set = [&](const Who& who, const Reach& reach) {
        const Person now = given(person(porter, owner(), colleague.person));
        return code_of(set_rights(porter, who, {now.id, now.version, now.role, reach}, noon));
    };
    ASSERT_EQ(set(taker(), Reach::of({3, 7})), "");
    EXPECT_EQ(store.t.people.at(colleague.person).reach, Reach::of({7})) << "the creditor is lent";
    EXPECT_TRUE(may(again(colleague), Right::read_cases, 3).ok());
    EXPECT_EQ(code_of(may(again(colleague), Right::act_on_cases, 3)), "access.denied");
    EXPECT_EQ(set(owner(), Reach::of({3, 7})), "");
    EXPECT_EQ(store.t.people.at(colleague.person).reach, Reach::of({7})) << "and stays so when an owner saves what is shown";
    ASSERT_EQ(set(taker(), Reach::of({7})), "");
    EXPECT_EQ(code_of(may(again(colleague), Right::read_cases, 3)), "creditor.unknown");
    EXPECT_TRUE(may(taker(), Right::read_cases, 3).ok());
}

TEST_F(Mandates, KeepTheTwoOfficesApart) {
    const NewSession colleague = join("mild", Role::handler, Reach::of({3}));
    given(take(taker(), offer(Role::administrator).code));
    for (const auto& [who, count] : {std::pair(taker(), 1U), std::pair(giver, 2U)}) EXPECT_EQ(given(people(porter, who)).size(), count);
    const Person of_creditor = given(person(porter, owner(), colleague.person));
    EXPECT_EQ(code_of(set_rights(porter, taker(), {of_creditor.id, of_creditor.version, Role::reader, Reach::of({3})}, noon)), "person.unknown");
    EXPECT_EQ(code_of(remove_person(porter, giver, taker().person, 1, noon)), "person.unknown");
    given(invite(porter, giver, {"fersk@fjellrev.example", Role::handler, Reach::of({3})}, noon));
    EXPECT_TRUE(given(open_invites(porter, taker(), noon)).empty());
    EXPECT_EQ(given(open_invites(porter, giver, noon)).size(), 1U);
    EXPECT_EQ(given(names(porter, giver, {taker().person})).size(), 1U) << "but the log names who was let in";
}

TEST_F(Mandates, InviteByThemselves) {
    const NewMandate made = offer(Role::reader);
    given(take(taker(), made.code));
    const NewLink link = given(invite(porter, taker(), {"fersk@fjellrev.example", Role::handler, Reach::of({3})}, noon));
    const NewSession fresh = given(accept_link(porter, {link.token, "", "Fersk Fjellrev", "nb", good_password, "Test"}, noon));
    EXPECT_EQ(store.t.people.at(fresh.person).reach, Reach::of({}));
    EXPECT_EQ(role_with(again(fresh), 3), Role::reader);
    EXPECT_EQ(code_of(person(porter, giver, fresh.person)), "person.unknown");
    ASSERT_EQ(code_of(end_mandate(porter, giver, 3, made.mandate, noon)), "");
    EXPECT_EQ(code_of(person(porter, giver, fresh.person)), "person.unknown") << "who sees nothing is nobody's but an owner's";
}

TEST_F(Mandates, EndWithTheLastWhoWorksByThem) {
    const NewMandate made = offer();
    given(take(taker(), made.code));
    const Person now = given(person(porter, owner(), taker().person));
    ASSERT_EQ(code_of(remove_person(porter, owner(), now.id, now.version, noon)), "");
    EXPECT_TRUE(store.t.mandates.at(made.mandate).ended.has_value());
    EXPECT_TRUE(given(mandates(porter, giver, 3, noon)).empty());
}

TEST_F(Mandates, StandInTheLogOfBoth) {
    const NewMandate made = offer();
    given(take(taker(), made.code));
    ASSERT_EQ(code_of(change_mandate(porter, giver, [&] {
                          MandateRow wish;
                          wish.id = made.mandate;
                          wish.creditor = 3;
                          wish.role = Role::reader;
                          return wish;
                      }(), noon)), "");
    ASSERT_EQ(code_of(end_mandate(porter, giver, 3, made.mandate, noon)), "");
    const auto words = [&](const Who& who) {
        std::vector<std::string> found;
        for (const ActRow& row : given(acts(porter, who, {})))
            if (row.what.starts_with("mandate-")) found.push_back(row.what);
        return found;
    };
    EXPECT_EQ(words(giver), (std::vector<std::string>{"mandate-end", "mandate-role", "mandate-take", "mandate-offer"}));
    EXPECT_EQ(words(taker()), (std::vector<std::string>{"mandate-end", "mandate-role", "mandate-take"}));
}

TEST_F(Mandates, OfAHandlerShowNoLog) {
    given(take(taker(), offer().code));
    ASSERT_EQ(code_of(write_act(porter, giver, {"case-pause", 3, "case 1"}, noon)), "");
    for (const ActRow& row : given(acts(porter, taker(), {}))) EXPECT_NE(row.what, "case-pause");
    EXPECT_EQ(code_of(acts(porter, taker(), {3, {}, 0, 100})), "access.denied");
}

TEST_F(Mandates, AreNotNeededByWhoSeesTheCreditor) {
    const NewMandate made = offer();
    EXPECT_EQ(code_of(take(owner(), made.code)), "mandate.seen");
    EXPECT_EQ(code_of(take(taker(), made.code)), "");
}

TEST_F(Mandates, AreLeft) {
    const NewMandate made = offer();
    given(take(taker(), made.code));
    EXPECT_EQ(given(my_mandates(porter, taker())).size(), 1U);
    EXPECT_EQ(code_of(leave_mandate(porter, giver, made.mandate, noon)), "mandate.unknown");
    EXPECT_EQ(code_of(leave_mandate(porter, taker(), made.mandate, noon)), "");
    EXPECT_TRUE(given(my_mandates(porter, taker())).empty());
    EXPECT_EQ(code_of(end_mandate(porter, giver, 3, made.mandate, noon)), "mandate.unknown");
}

TEST_F(Mandates, AreNotNeededForACreditorOnesOwnOfficeMakes) {
    ASSERT_EQ(code_of(see_new_creditor(porter, taker(), 9)), "");
    EXPECT_EQ(taker().reach, Reach::of({7, 9}));
    ASSERT_EQ(code_of(see_new_creditor(porter, owner(), 9)), "");
    EXPECT_EQ(owner().reach, Reach::everything());
    ASSERT_EQ(code_of(forget_creditor(porter, 9)), "");
    EXPECT_EQ(taker().reach, Reach::of({7}));
}

}  // namespace
}  // namespace frist::access
