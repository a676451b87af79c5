// What the room for people and rights asks of its Store, whichever keeps it: the one in memory that the tests of the
// room stand on, and the database.
#include "base/pch.h"
#include "store/access_store.h"
#include "store_contract/sqlite_engine.h"
#include "support/access_world.h"

namespace frist::test {
namespace {

struct Place {
    virtual ~Place() = default;
    virtual access::Store& store() = 0;
    virtual void reopen() = 0;
};

struct InMemory final : Place {
    MemoryStore kept;
    access::Store& store() override { return kept; }
    void reopen() override {}
};

struct InDatabase final : Place {
    TempFolder folder;
    std::unique_ptr<access::Store> kept;
    InDatabase() { reopen(); }
    access::Store& store() override { return *kept; }
    void reopen() override {
        kept.reset();
        kept = store::access_on(given(store::Connection::open(folder.file("frist.db"), store::Open::make, 0)));
    }
};

struct PlaceKind {
    const char* name;
    std::unique_ptr<Place> (*fresh)();
};
void PrintTo(const PlaceKind& kind, std::ostream* out) {
    *out << kind.name;
}

class AccessContract : public testing::TestWithParam<PlaceKind> {
protected:
    access::Store& store() { return place->store(); }
    static PersonRow person_named(const std::string& name) {
        PersonRow row;
        row.email = name + "@fjellrev.example";
        row.name = name;
        row.language = "nb";
        row.role = Role::handler;
        row.reach = Reach::of({3, 7});
        row.password = "hash of " + name;
        row.made = noon;
        return row;
    }
    Id add(const PersonRow& row) { return given(store().put_person(row)); }
    Id add_session(Id person, const std::string& hash, Instant made = noon, Instant seen = noon) {
        return given(store().add_session({0, person, hash, made, seen, "Test", true}));
    }
    std::unique_ptr<Place> place = GetParam().fresh();
};

TEST_P(AccessContract, KeepsAPersonWhole) {
    const Id id = add(person_named("rask"));
    place->reopen();
    const PersonRow row = *given(store().person(id));
    EXPECT_EQ(row.version, 1);
    EXPECT_EQ(row.email, "rask@fjellrev.example");
    EXPECT_EQ(row.name, "rask");
    EXPECT_EQ(row.language, "nb");
    EXPECT_EQ(row.role, Role::handler);
    EXPECT_EQ(row.reach, Reach::of({3, 7}));
    EXPECT_EQ(row.password, "hash of rask");
    EXPECT_EQ(row.made, noon);
    EXPECT_FALSE(row.removed);
    EXPECT_EQ(given(store().person_of_email("rask@fjellrev.example"))->id, id);
    EXPECT_FALSE(given(store().person_of_email("lun@fjellrev.example")));
    EXPECT_FALSE(given(store().person(id + 1)));
}

TEST_P(AccessContract, ChangesAPersonOnlyFromTheVersionThatWasRead) {
    PersonRow row = person_named("rask");
    row.id = add(row);
    row.version = 2;
    row.reach = Reach::everything();
    EXPECT_EQ(code_of(store().put_person(row)), "");
    EXPECT_EQ(code_of(store().put_person(row)), "store.conflict");
    EXPECT_EQ(given(store().person(row.id))->reach, Reach::everything());
}

TEST_P(AccessContract, HasEachEMailOnceAmongThoseWhoWereNotRemoved) {
    PersonRow row = person_named("rask");
    row.id = add(row);
    EXPECT_EQ(code_of(store().put_person(person_named("rask"))), "person.known");
    row.version = 2;
    row.removed = noon;
    EXPECT_EQ(code_of(store().put_person(row)), "");
    EXPECT_FALSE(given(store().person_of_email(row.email)));
    const Id other = add(person_named("rask"));
    EXPECT_NE(other, row.id);
    const std::vector<PersonRow> rows = given(store().people());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].removed, noon);
    EXPECT_FALSE(rows[1].removed);
}

TEST_P(AccessContract, UndoesAChangeThatFails) {
    const Outcome outcome = store().change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store().put_person(person_named("rask")));
        return Error{"test.wrong", "", "the last thing went wrong", ""};
    });
    EXPECT_EQ(outcome.error().code, "test.wrong");
    EXPECT_TRUE(given(store().people()).empty());
}

TEST_P(AccessContract, TakesEachStepOfAFactorOnceAndForwards) {
    EXPECT_TRUE(store().put_factor({5, "sealed", false, 0}).ok());
    EXPECT_TRUE(store().put_factor({5, "sealed anew", true, 100}).ok());
    EXPECT_FALSE(given(store().take_step(5, 99)));
    EXPECT_FALSE(given(store().take_step(5, 100)));
    EXPECT_TRUE(given(store().take_step(5, 101)));
    const FactorRow row = *given(store().factor(5));
    EXPECT_EQ(row.secret, "sealed anew");
    EXPECT_TRUE(row.confirmed);
    EXPECT_EQ(row.last_step, 101);
    EXPECT_FALSE(given(store().factor(6)));
}

TEST_P(AccessContract, TakesARecoveryCodeOnce) {
    EXPECT_TRUE(store().put_factor({5, "sealed", true, 0}).ok());
    EXPECT_TRUE(store().put_recovery_codes(5, {"a", "b", "c"}).ok());
    EXPECT_TRUE(store().put_recovery_codes(6, {"a"}).ok());
    EXPECT_TRUE(given(store().take_recovery_code(5, "a")));
    EXPECT_FALSE(given(store().take_recovery_code(5, "a")));
    EXPECT_FALSE(given(store().take_recovery_code(5, "x")));
    EXPECT_EQ(given(store().recovery_codes(5)), 2);
    EXPECT_TRUE(store().put_recovery_codes(5, {"d"}).ok());
    EXPECT_FALSE(given(store().take_recovery_code(5, "b"))) << "the new ones stand for the old ones";
    EXPECT_TRUE(store().drop_factor(5).ok());
    EXPECT_EQ(given(store().recovery_codes(5)), 0);
    EXPECT_EQ(given(store().recovery_codes(6)), 1);
    EXPECT_FALSE(given(store().factor(5)));
}

TEST_P(AccessContract, KeepsSessionsUntilTheyAreDropped) {
    const Id first = add_session(5, "one");
    const Id second = add_session(5, "two");
    const Id other = add_session(6, "three");
    EXPECT_TRUE(store().seen(second, noon + minutes(10)).ok());
    const SessionRow row = *given(store().session("two"));
    EXPECT_EQ(row.id, second);
    EXPECT_EQ(row.person, 5);
    EXPECT_EQ(row.made, noon);
    EXPECT_EQ(row.seen, noon + minutes(10));
    EXPECT_EQ(row.device, "Test");
    EXPECT_TRUE(row.second_factor);
    EXPECT_EQ(given(store().sessions(5)).size(), 2U);
    EXPECT_FALSE(given(store().drop_session(6, first))) << "another person's";
    EXPECT_TRUE(given(store().drop_session(5, first)));
    EXPECT_FALSE(given(store().drop_session(5, first)));
    EXPECT_TRUE(store().drop_sessions(5, second).ok());
    EXPECT_TRUE(given(store().session("two")));
    EXPECT_TRUE(store().drop_sessions(5, 0).ok());
    EXPECT_FALSE(given(store().session("two")));
    EXPECT_EQ(given(store().session("three"))->id, other);
    EXPECT_GT(add_session(5, "four"), other) << "an act names a session by its number: no number is given twice";
}

TEST_P(AccessContract, TakesATicketOnce) {
    EXPECT_TRUE(store().add_ticket({"one", 5, noon}).ok());
    EXPECT_TRUE(store().add_ticket({"two", 5, noon}).ok());
    EXPECT_TRUE(store().add_ticket({"three", 6, noon}).ok());
    EXPECT_EQ(given(store().ticket("one"))->person, 5);
    EXPECT_EQ(given(store().ticket("one"))->ends, noon);
    EXPECT_TRUE(given(store().take_ticket("one")));
    EXPECT_FALSE(given(store().take_ticket("one")));
    EXPECT_TRUE(store().drop_tickets(5).ok());
    EXPECT_FALSE(given(store().ticket("two")));
    EXPECT_TRUE(given(store().ticket("three")));
}

TEST_P(AccessContract, TakesALinkOnce) {
    const LinkRow made{0,    LinkKind::invite, "hash", "rask@fjellrev.example", Role::client, Reach::of({3}), 0, 5,
                       noon, noon + days(7)};
    const Id id = given(store().add_link(made));
    const LinkRow row = *given(store().link("hash"));
    EXPECT_EQ(row.id, id);
    EXPECT_EQ(row.kind, LinkKind::invite);
    EXPECT_EQ(row.email, made.email);
    EXPECT_EQ(row.role, Role::client);
    EXPECT_EQ(row.reach, Reach::of({3}));
    EXPECT_EQ(row.person, 0);
    EXPECT_EQ(row.by, 5);
    EXPECT_EQ(row.made, noon);
    EXPECT_EQ(row.ends, noon + days(7));
    EXPECT_EQ(given(store().links()).size(), 1U);
    EXPECT_TRUE(given(store().take_link(id)));
    EXPECT_FALSE(given(store().take_link(id)));
    EXPECT_FALSE(given(store().link("hash")));
    EXPECT_TRUE(given(store().links()).empty());
}

TEST_P(AccessContract, LendsACreditorOnce) {
    MandateRow made;
    made.creditor = 3;
    made.role = Role::handler;
    made.hash = "hash";
    made.by = 5;
    made.made = noon;
    made.ends = noon + days(7);
    const Id id = given(store().add_mandate(made));
    place->reopen();
    const MandateRow row = *given(store().mandate_of_code("hash"));
    EXPECT_EQ(row.id, id);
    EXPECT_EQ(row.creditor, 3);
    EXPECT_EQ(row.role, Role::handler);
    EXPECT_EQ(row.by, 5);
    EXPECT_EQ(row.made, noon);
    EXPECT_EQ(row.ends, made.ends);
    EXPECT_EQ(row.person, 0);
    EXPECT_FALSE(row.taken || row.ended);
    EXPECT_FALSE(given(store().mandate_of_code("other")));
    EXPECT_TRUE(given(store().take_mandate(id, 8, noon + hours(1))));
    EXPECT_FALSE(given(store().take_mandate(id, 9, noon + hours(1)))) << "twice is once";
    EXPECT_TRUE(store().join_mandate(id, 9).ok());
    EXPECT_TRUE(store().join_mandate(id, 8).ok());
    EXPECT_TRUE(store().join_mandate(id, 8).ok());
    EXPECT_EQ(given(store().mandate_members(id)), (std::vector<Id>{8, 9}));
    EXPECT_EQ(given(store().mandates_of_person(8)).size(), 1U);
    EXPECT_EQ(given(store().mandates_of_creditor(3)).front().person, 8);
    EXPECT_TRUE(given(store().mandates_of_creditor(4)).empty());
    EXPECT_TRUE(store().set_mandate_role(id, Role::reader).ok());
    EXPECT_EQ(given(store().mandate(id))->role, Role::reader);
    EXPECT_EQ(given(store().mandate(id))->taken, noon + hours(1));
    EXPECT_TRUE(store().leave_mandate(id, 9).ok());
    EXPECT_TRUE(given(store().mandates_of_person(9)).empty());
    EXPECT_TRUE(store().end_mandate(id, noon + hours(2)).ok());
    EXPECT_TRUE(given(store().mandates_of_creditor(3)).empty());
    EXPECT_TRUE(given(store().mandates_of_person(8)).empty());
    EXPECT_EQ(given(store().mandate(id))->ended, noon + hours(2));
    made.hash = "another";
    EXPECT_GT(given(store().add_mandate(made)), id) << "an act names it by its number";
}

TEST_P(AccessContract, KeepsKeysAlsoWhenTheyAreRevoked) {
    KeyRow made{
        0,  5, "Regnskap", "hash", "frist_abc", {Scope::read, Scope::import}, Reach::of({3}), noon, noon + days(1),
        {}, {}};
    const Id id = given(store().add_key(made));
    made.hash = "other";
    made.ends.reset();
    const Id other = given(store().add_key(made));
    EXPECT_TRUE(store().used(id, Date::of(2026, 7, 6)).ok());
    KeyRow row = *given(store().key("hash"));
    EXPECT_EQ(row.id, id);
    EXPECT_EQ(row.person, 5);
    EXPECT_EQ(row.name, "Regnskap");
    EXPECT_EQ(row.shown, "frist_abc");
    EXPECT_EQ(row.scopes, (std::vector{Scope::read, Scope::import}));
    EXPECT_EQ(row.reach, Reach::of({3}));
    EXPECT_EQ(row.ends, noon + days(1));
    EXPECT_EQ(row.last_used, Date::of(2026, 7, 6));
    EXPECT_FALSE(row.revoked);
    EXPECT_FALSE(given(store().key("other"))->ends);
    EXPECT_FALSE(given(store().key("other"))->last_used);
    EXPECT_TRUE(given(store().revoke_key(id, noon)));
    EXPECT_FALSE(given(store().revoke_key(id, noon + days(1))));
    EXPECT_TRUE(store().revoke_keys(5, noon + days(2)).ok());
    EXPECT_EQ(given(store().key("hash"))->revoked, noon) << "it was revoked before";
    EXPECT_EQ(given(store().key("other"))->revoked, noon + days(2));
    EXPECT_EQ(given(store().keys(std::nullopt)).size(), 2U);
    EXPECT_EQ(given(store().keys(5))[1].id, other);
    EXPECT_TRUE(given(store().keys(6)).empty());
}

TEST_P(AccessContract, CountsFailures) {
    EXPECT_FALSE(given(store().failures("hash")));
    EXPECT_TRUE(store().put_failures({"hash", 1, noon}).ok());
    EXPECT_TRUE(store().put_failures({"hash", 7, noon + Seconds{1}}).ok());
    EXPECT_EQ(given(store().failures("hash"))->count, 7);
    EXPECT_EQ(given(store().failures("hash"))->last, noon + Seconds{1});
}

TEST_P(AccessContract, FindsActs) {
    EXPECT_FALSE(given(store().last_act()));
    const auto write = [&](std::int64_t number, Id person, Id creditor) {
        EXPECT_TRUE(
            store().add_act({number, noon, person, 0, "case-pause", creditor, "case 17", std::to_string(number)}).ok());
    };
    write(1, 5, 3);
    write(2, 5, 7);
    write(3, 6, 33);
    write(4, 6, 0);
    write(5, 0, 3);
    EXPECT_EQ(given(store().last_act())->number, 5);
    EXPECT_EQ(given(store().last_act())->hash, "5");
    const auto found = [&](const ActFilter& filter) {
        std::vector<std::int64_t> numbers;
        for (const ActRow& row : given(store().acts(filter))) numbers.push_back(row.number);
        return numbers;
    };
    using Numbers = std::vector<std::int64_t>;
    const Reach every = Reach::everything();
    EXPECT_EQ(found({every, 0, {}, {}, 0, 100}), (Numbers{5, 4, 3, 2, 1}));
    EXPECT_EQ(found({every, 0, {}, {}, 4, 2}), (Numbers{3, 2}));
    EXPECT_EQ(found({Reach::of({3}), 0, {}, {}, 0, 100}), (Numbers{5, 1})) << "33 is not 3";
    EXPECT_EQ(found({Reach::of({3, 7}), 6, {}, {}, 0, 100}), (Numbers{5, 4, 3, 2, 1}));
    EXPECT_EQ(found({Reach::of({}), 0, {}, {}, 0, 100}), Numbers{});
    EXPECT_EQ(found({every, 0, 3, {}, 0, 100}), (Numbers{5, 1}));
    EXPECT_EQ(found({every, 0, 3, 5, 0, 100}), (Numbers{1}));
    EXPECT_EQ(found({every, 0, {}, 6, 0, 100}), (Numbers{4, 3}));
    EXPECT_EQ(found({Reach::of({7}), 0, {}, 5, 0, 100}), (Numbers{2}));
    EXPECT_EQ(given(store().acts_from(2, 2)).size(), 2U);
    EXPECT_EQ(given(store().acts_from(2, 2))[0].on, "case 17");
}

TEST_P(AccessContract, KeepsViewsOfAPersonAndThoseThatAreShared) {
    ViewRow one{0, 1, 5, ViewOf::cases, "Store", true, "{}"};
    one.id = given(store().put_view(one));
    const Id other = given(store().put_view({0, 1, 6, ViewOf::ledger, "Egne", false, "{}"}));
    EXPECT_EQ(given(store().views(5)).size(), 1U);
    ASSERT_EQ(given(store().shared_views()).size(), 1U);
    EXPECT_EQ(given(store().shared_views())[0].name, "Store");
    ++one.version;
    one.shared = false;
    EXPECT_TRUE(store().put_view(one).ok());
    EXPECT_EQ(code_of(store().put_view(one)), "store.conflict");
    EXPECT_TRUE(given(store().shared_views()).empty());
    EXPECT_EQ(given(store().view(other))->of, ViewOf::ledger);
    EXPECT_TRUE(store().drop_view(other).ok());
    EXPECT_FALSE(given(store().view(other)).has_value());
}

TEST_P(AccessContract, KeepsSettingsByName) {
    EXPECT_TRUE(store().put_setting(5, {"view", "1"}).ok());
    EXPECT_TRUE(store().put_setting(5, {"density", "2"}).ok());
    EXPECT_TRUE(store().put_setting(5, {"view", "3"}).ok());
    EXPECT_TRUE(store().put_setting(6, {"view", "4"}).ok());
    const std::vector<Setting> rows = given(store().settings(5));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "density");
    EXPECT_EQ(rows[1].value, "3");
    EXPECT_TRUE(store().put_setting(5, {"view", ""}).ok());
    EXPECT_EQ(given(store().settings(5)).size(), 1U);
    EXPECT_EQ(given(store().settings(6)).size(), 1U);
}

TEST_P(AccessContract, KeepsWhatTheInstallationIsToldOfItself) {
    EXPECT_EQ(given(store().site("address")), "");
    ASSERT_TRUE(store().put_site("address", "https://a.example").ok());
    ASSERT_TRUE(store().put_site("address", "https://b.example").ok());
    place->reopen();
    EXPECT_EQ(given(store().site("address")), "https://b.example");
    ASSERT_TRUE(store().put_site("address", "").ok());
    EXPECT_EQ(given(store().site("address")), "");
}

TEST_P(AccessContract, KeepsMailsAndWhatTheyTold) {
    WishRow wish;
    wish.person = 3;
    wish.held = true;
    wish.pace = Pace::at_once;
    ASSERT_TRUE(store().put_wish(wish).ok());
    EXPECT_TRUE(given(store().wish(3))->held);
    EXPECT_EQ(given(store().wish(3))->pace, Pace::at_once);
    EXPECT_FALSE(given(store().wish(4)));
    MailRow mail;
    mail.person = 3;
    mail.day = *Date::parse("2026-07-06");
    mail.made = noon;
    mail.creditor = 2;
    mail.id = given(store().add_mail(mail));
    NewsRow news;
    news.kind = NewsKind::legal;
    news.creditor = 2;
    news.case_id = 7;
    news.what = "choose";
    news.mail = mail.id;
    ASSERT_TRUE(store().add_news(3, news).ok());
    place->reopen();
    EXPECT_EQ(given(store().open_mails()).size(), 1U);
    EXPECT_EQ(given(store().mails_of_day(3, mail.day)).size(), 1U);
    EXPECT_TRUE(given(store().mails_of_day(3, mail.day + Days{1})).empty());
    EXPECT_EQ(given(store().news_of_mail(mail.id)).at(0).what, "choose");
    mail.state = MailState::sent;
    mail.begun = "2026-07-06T12:00";
    mail.tries = 2;
    mail.said = "250";
    ASSERT_TRUE(store().set_mail(mail).ok());
    EXPECT_TRUE(given(store().open_mails()).empty());
    const MailRow kept = given(store().mails_of_day(3, mail.day)).at(0);
    EXPECT_EQ(std::tie(kept.state, kept.begun, kept.tries, kept.said, kept.creditor), std::tie(mail.state, mail.begun, mail.tries, mail.said, mail.creditor));
    ASSERT_TRUE(store().drop_news(3, news).ok());
    EXPECT_TRUE(given(store().news_of_person(3)).empty());
}

TEST_P(AccessContract, KeepsAccountsOfProvidersAndPasskeys) {
    ASSERT_TRUE(store().add_identity({"https://login.example", "s1", 3, noon}).ok());
    EXPECT_EQ(given(store().identity("https://login.example", "s1"))->person, 3);
    EXPECT_FALSE(given(store().identity("https://other.example", "s1")));
    EXPECT_TRUE(given(store().has_identity(3, "https://login.example")));
    EXPECT_FALSE(given(store().has_identity(4, "https://login.example")));
    ASSERT_TRUE(store().drop_identities(3).ok());
    EXPECT_FALSE(given(store().identity("https://login.example", "s1")));
    PasskeyRow row;
    row.person = 3;
    row.credential = "abc";
    row.key = "def";
    row.name = "Nøkkel";
    row.made = noon;
    const Id id = given(store().add_passkey(row));
    ASSERT_TRUE(store().passkey_used(id, 9, noon).ok());
    place->reopen();
    const PasskeyRow kept = *given(store().passkey("abc"));
    EXPECT_EQ(kept.count, 9);
    EXPECT_EQ(kept.used, noon);
    EXPECT_EQ(kept.name, "Nøkkel");
    EXPECT_FALSE(given(store().drop_passkey(4, id)));
    EXPECT_TRUE(given(store().drop_passkey(3, id)));
    EXPECT_TRUE(given(store().passkeys(3)).empty());
}

TEST_P(AccessContract, KeepsTermsAndWhoAcceptedThem) {
    TermsRow terms;
    terms.version = 1;
    terms.starts = *Date::parse("2026-01-01");
    terms.title = "Vilkår";
    terms.text = "Tekst\n";
    ASSERT_TRUE(store().add_terms(terms).ok());
    terms.version = 2;
    ASSERT_TRUE(store().add_terms(terms).ok());
    ASSERT_TRUE(store().add_acceptance(1, 3, 2, noon).ok());
    place->reopen();
    EXPECT_EQ(given(store().terms()).at(0).version, 2);
    EXPECT_EQ(given(store().terms()).at(1).starts, terms.starts);
    EXPECT_EQ(given(store().acceptance(1, 3, 2)), std::optional(noon));
    EXPECT_FALSE(given(store().acceptance(1, 3, 1)));
    EXPECT_FALSE(given(store().acceptance(2, 3, 2)));
}

TEST_P(AccessContract, ForgetsWhatOpensNothing) {
    add_session(5, "made too long ago", noon - days(7), noon);
    add_session(5, "seen too long ago", noon - hours(13), noon - hours(12));
    add_session(5, "open", noon - days(7) + Seconds{1}, noon - hours(12) + Seconds{1});
    EXPECT_TRUE(store().add_ticket({"ended", 5, noon}).ok());
    EXPECT_TRUE(store().add_ticket({"open", 5, noon + Seconds{1}}).ok());
    const Id ended = given(store().add_link({0, LinkKind::invite, "ended", "", Role::client, {}, 0, 5, noon, noon}));
    const Id open =
        given(store().add_link({0, LinkKind::invite, "open", "", Role::client, {}, 0, 5, noon, noon + Seconds{1}}));
    EXPECT_TRUE(store().put_failures({"old", 5, noon - days(1)}).ok());
    EXPECT_TRUE(store().put_failures({"new", 5, noon - days(1) + Seconds{1}}).ok());
    EXPECT_TRUE(store().forget(noon, noon - days(7), noon - hours(12), noon - days(1)).ok());
    ASSERT_EQ(given(store().sessions(5)).size(), 1U);
    EXPECT_EQ(given(store().sessions(5))[0].hash, "open");
    EXPECT_FALSE(given(store().ticket("ended")));
    EXPECT_TRUE(given(store().ticket("open")));
    EXPECT_FALSE(given(store().take_link(ended)));
    EXPECT_TRUE(given(store().take_link(open)));
    EXPECT_FALSE(given(store().failures("old")));
    EXPECT_TRUE(given(store().failures("new")));
}

INSTANTIATE_TEST_SUITE_P(Places, AccessContract,
                         testing::Values(PlaceKind{"memory", [] { return std::unique_ptr<Place>(new InMemory); }},
                                         PlaceKind{"database", [] { return std::unique_ptr<Place>(new InDatabase); }}),
                         [](const auto& kind) { return std::string(kind.param.name); });

}  // namespace
}  // namespace frist::test
