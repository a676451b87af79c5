#include "access/notifications.h"

#include "access/mail_words.h"
#include "base/embedded.h"
#include "cases/course.h"
#include "support/access_world.h"

#include <sstream>

namespace frist::test {
namespace {

const Date monday = *Date::parse("2026-07-06");

class Notifications : public AccessTest {
protected:
    void wants(const Who& who, Pace pace = Pace::daily) {
        WishRow wish;
        wish.ready = true;
        wish.pace = pace;
        ASSERT_TRUE(set_my_wishes(porter, who, wish, noon).ok());
    }
    static NewsRow ready(Id creditor, Id case_id, const std::string& what = "notice") {
        NewsRow row;
        row.creditor = creditor;
        row.case_id = case_id;
        row.what = what;
        return row;
    }
    static Due due(std::vector<NewsRow> news) { return {{1, 2}, {2}, std::move(news)}; }
    int made(const Due& what, Date day = monday, bool digests = true) {
        return given(make_mails(porter, what, day, digests, noon)).mails;
    }
    void all_sent() {
        for (const Outgoing& one : given(outgoing_mails(porter, noon)))
            ASSERT_TRUE(end_mail(porter, one.mail, MailState::sent, "250").ok());
    }
};

TEST_F(Notifications, AreForThoseWhoAsked) {
    const Who who = owner();
    EXPECT_FALSE(given(my_wishes(porter, who)).any());
    EXPECT_EQ(made(due({ready(2, 7)})), 0);
    wants(who);
    NewsRow held = ready(2, 8);
    held.kind = NewsKind::held;
    EXPECT_EQ(made(due({held})), 0);
    EXPECT_EQ(made(due({ready(2, 7), held})), 1);
    const std::vector<Outgoing> mails = given(outgoing_mails(porter, noon));
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].news.size(), 1U);
    EXPECT_EQ(mails[0].news[0].case_id, 7);
}

TEST_F(Notifications, TellEachThingOnceForAsLongAsItLasts) {
    wants(owner(), Pace::at_once);
    EXPECT_EQ(made(due({ready(2, 7)})), 1);
    all_sent();
    EXPECT_EQ(made(due({ready(2, 7)})), 0);
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)})), 1) << "only what is new";
    EXPECT_EQ(given(outgoing_mails(porter, noon)).at(0).news.size(), 1U);
    all_sent();
    EXPECT_EQ(made({{1}, {2}, {}}), 0) << "a creditor that was not looked at is not forgotten";
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)})), 0);
    EXPECT_EQ(made(due({ready(2, 8)})), 0);
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)})), 1) << "it was over and came again";
    all_sent();
    EXPECT_EQ(made(due({ready(2, 7, "demand"), ready(2, 8)})), 1) << "the next step is another thing";
}

TEST_F(Notifications, BringOneDigestADay) {
    wants(owner());
    EXPECT_EQ(made(due({ready(2, 7)}), monday, false), 0);
    EXPECT_EQ(made(due({ready(2, 7)})), 1);
    all_sent();
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)})), 0);
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)}), monday + Days{1}), 1) << "what came later waits for the next day";
}

TEST_F(Notifications, AreOfCreditorsThatAreSeen) {
    const Who who = joined("rask", Role::handler, Reach::of({1}));
    wants(who);
    EXPECT_EQ(made(due({ready(2, 7)})), 0);
    const MadeMails none = given(make_mails(porter, due({ready(1, 7)}), monday, true, noon));
    EXPECT_EQ(none.mails, 0);
    EXPECT_EQ(none.without_door, 1) << "creditor 1 has no mail server";
}

TEST_F(Notifications, AreBegunByOne) {
    wants(owner());
    EXPECT_EQ(made(due({ready(2, 7)})), 1);
    const MailRow mail = given(outgoing_mails(porter, noon)).at(0).mail;
    EXPECT_TRUE(given(begin_mail(porter, mail, "2026-07-06T12:00")));
    EXPECT_FALSE(given(begin_mail(porter, mail, "2026-07-06T12:00")));
    const MailRow begun = given(outgoing_mails(porter, noon)).at(0).mail;
    EXPECT_EQ(begun.state, MailState::begun);
    EXPECT_EQ(begun.tries, 1);
}

TEST_F(Notifications, AreGivenUpWhenTheyAreOldOrNotWantedAnyMore) {
    wants(owner());
    EXPECT_EQ(made(due({ready(2, 7)})), 1);
    EXPECT_TRUE(given(outgoing_mails(porter, noon + mail_life + Seconds{1})).empty());
    EXPECT_TRUE(given(outgoing_mails(porter, noon)).empty());
    EXPECT_EQ(made(due({ready(2, 7), ready(2, 8)}), monday + Days{1}), 1);
    ASSERT_TRUE(unsubscribe(porter, unsubscribe_token(porter.seal, owner().person), noon).ok());
    EXPECT_TRUE(given(outgoing_mails(porter, noon)).empty());
}

TEST_F(Notifications, EndByALinkThatOpensNothingElse) {
    const Who who = owner();
    wants(who);
    const std::string token = unsubscribe_token(porter.seal, who.person);
    SealKey other = porter.seal;
    other[0] ^= 1;
    for (const std::string& wrong : {std::string(), token + "0", "9" + token.substr(1), unsubscribe_token(other, who.person), std::string("1-")})
        EXPECT_EQ(code_of(person_of_unsubscribe(porter, wrong)), "access.link") << wrong;
    EXPECT_EQ(given(person_of_unsubscribe(porter, token)).id, who.person);
    ASSERT_TRUE(unsubscribe(porter, token, noon).ok());
    ASSERT_TRUE(unsubscribe(porter, token, noon).ok());
    EXPECT_FALSE(given(my_wishes(porter, who)).any());
}

TEST(SiteAddress, IsAHostAndNoPath) {
    MemoryStore store;
    for (const char* right : {"https://frist.firma.example", "https://frist.firma.example:8443", "http://localhost:8080", "http://127.0.0.1:8080", ""})
        EXPECT_TRUE(set_site_address(store, right).ok()) << right;
    for (const char* wrong : {"frist.firma.example", "http://frist.firma.example", "https://", "https://a.example/frist", "https://a b", "javascript:alert(1)", "https://a.example?x", "http://localhost.evil.example"})
        EXPECT_FALSE(set_site_address(store, wrong).ok()) << wrong;
    EXPECT_TRUE(set_site_address(store, "https://frist.firma.example/").ok());
    EXPECT_EQ(given(site_address(store)), "https://frist.firma.example");
}

TEST(MailWords, AreThereInEveryLanguage) {
    std::map<std::string_view, std::set<std::string>> keys;
    for (const embedded::File& file : embedded::texts()) {
        if (!file.path.starts_with("mails/")) continue;
        std::istringstream lines{std::string(file.bytes)};
        for (std::string line; std::getline(lines, line);)
            if (!line.starts_with('#')) keys[file.path].insert(line.substr(0, line.find(':')));
    }
    ASSERT_EQ(keys.size(), 4U);
    for (const auto& [path, known] : keys) EXPECT_EQ(known, keys.begin()->second) << path;
    for (const std::string_view step : names_of(cases::StepKind{})) EXPECT_TRUE(keys.begin()->second.contains(std::string(step))) << step;   // a letter that may leave is told
}

TEST(MailWords, NameCasesUpToALimitAndCountTheRest) {
    std::vector<NewsRow> news(53);
    for (std::size_t i = 0; i < news.size(); ++i) {
        news[i].creditor = 1;
        news[i].case_id = static_cast<Id>(i + 1);
        news[i].what = "notice";
    }
    const MailText mail = mail_text("en", news, {{{1, "Fjord Rør AS"}}, "https://frist.example/", "https://frist.example/x"});
    EXPECT_EQ(mail.subject, "Frist: 53 cases are waiting for you");
    EXPECT_NE(mail.text.find("case 50: a collection notice may be sent\n  … and 3 more\n"), std::string::npos) << mail.text;
    EXPECT_EQ(mail.text.find("case 51"), std::string::npos);
}

}  // namespace
}  // namespace frist::test
