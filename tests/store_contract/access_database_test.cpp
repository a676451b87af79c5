// The room for people and rights on the real database: what an intruder finds in the file, two requests at the same
// time on connections of their own, and acts that are kept together with what was done.
#include "access/acts.h"
#include "access/keys.h"
#include "access/passwords.h"
#include "base/pch.h"
#include "store/access_store.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"
#include "support/access_world.h"

#include <fstream>
#include <thread>

namespace frist::test {
namespace {

// One open database with the office's store and the people's.
struct OpenRooms : store::Rooms {
    explicit OpenRooms(store::Rooms opened) : store::Rooms(std::move(opened)), access(store::access_on(connection)) {}
    std::unique_ptr<access::Store> access;
};

class AccessDatabase : public testing::Test {
protected:
    [[nodiscard]] OpenRooms open() const {
        return OpenRooms(given(store::open_rooms(engine.file(), store::Open::make, 5000)));
    }
    Porter porter_on(OpenRooms& on) const { return {*on.access, hasher, foreseen(), SealKey{1, 2, 3}}; }
    Who owner() {
        const NewLink link = *given(first_link(porter, noon));
        opened = given(accept_link(
            porter, {link.token, "blid@fjellrev.example", "Blid Fjellrev", "nb", good_password, "Test"}, noon));
        return given(who_of_session(porter, opened.token, noon));
    }
    // Every byte that lies beside the database too.
    std::string bytes() const {
        std::string all;
        for (const char* end : {"", "-wal"}) {
            std::ifstream file(engine.file() + end, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }

    SqliteEngine engine;
    QuickHasher hasher;
    OpenRooms rooms = open();
    Porter porter = porter_on(rooms);
    NewSession opened;
};

TEST_F(AccessDatabase, HoldsNothingThatOpensTheDoor) {
    std::vector<std::string> secrets{good_password};
    const auto link = *given(first_link(porter, noon));
    secrets.push_back(link.token);
    const auto strong = argon2id();
    const Porter real{*rooms.access, *strong, foreseen(), SealKey{1, 2, 3}};
    const NewSession session = given(
        accept_link(real, {link.token, "blid@fjellrev.example", "Blid Fjellrev", "nb", good_password, "Test"}, noon));
    secrets.push_back(session.token);
    const Who who = given(who_of_session(real, session.token, noon));
    secrets.push_back(given(make_key(real, who, {"Regnskap", {Scope::read}, Reach::everything(), {}}, noon)).secret);
    secrets.push_back(given(invite(real, who, {"rask@fjellrev.example", Role::reader, Reach::of({3})}, noon)).token);
    const Enrolment enrolment = given(begin_factor(real, who, good_password, noon));
    secrets.push_back(enrolment.secret);
    std::string secret;
    unsigned held = 0;
    int bits = 0;
    for (const char c : enrolment.secret) {
        held = held << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        bits += 5;
        if (bits >= 8) secret += static_cast<char>(held >> (bits -= 8) & 0xff);
    }
    secrets.push_back(secret);
    for (std::string code : given(confirm_factor(real, who, code_at(secret, noon), noon))) {
        secrets.push_back(code);
        std::erase(code, '-');
        secrets.push_back(code);
    }
    secrets.push_back(given(log_in(real, {"blid@fjellrev.example", good_password, "192.0.2.7", "Test"}, noon)).ticket);
    static_cast<void>(log_in(real, {"nobody@fjellrev.example", good_password, "192.0.2.7", "Test"}, noon));
    secrets.insert(secrets.end(), {"192.0.2.7", "nobody@"});
    const std::string all = bytes();
    ASSERT_NE(all.find("blid@fjellrev.example"), all.npos) << "these are the bytes";
    for (const std::string& one : secrets) {
        ASSERT_GT(one.size(), 6U);
        EXPECT_EQ(all.find(one), all.npos) << one;
    }
}

TEST_F(AccessDatabase, MakesOnePersonOfALinkThatTwoAcceptAtOnce) {
    const Who who = owner();
    const NewLink link = given(invite(porter, who, {"rask@fjellrev.example", Role::reader, Reach::of({3})}, noon));
    std::array<std::string, 4> codes;
    std::vector<std::thread> threads;
    for (std::string& code : codes)
        threads.emplace_back([&] {
            OpenRooms own = open();
            code = code_of(
                accept_link(porter_on(own), {link.token, "", "Rask Fjellrev", "nb", good_password, "Test"}, noon));
        });
    for (std::thread& thread : threads) thread.join();
    std::sort(codes.begin(), codes.end());
    EXPECT_EQ(codes, (std::array<std::string, 4>{"", "access.link", "access.link", "access.link"}));
    EXPECT_EQ(given(people(porter, who)).size(), 2U);
    EXPECT_TRUE(verify_acts(*rooms.access).ok());
}

TEST_F(AccessDatabase, LetsManyGuessesAtOnceCountEach) {
    static_cast<void>(owner());
    std::array<std::string, 8> codes;
    std::vector<std::thread> threads;
    for (std::string& code : codes)
        threads.emplace_back([&] {
            OpenRooms own = open();
            code = code_of(log_in(porter_on(own), {"blid@fjellrev.example", "not this one", "", ""}, noon));
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "access.login"), 5);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "access.wait"), 3);
}

TEST_F(AccessDatabase, KeepsAnActWithTheCaseOrNeither) {
    const Who who = owner();
    const Date monday = Date::of(2026, 3, 2);
    const office::Id creditor = with_cases(*rooms.office, "999999999", 1, monday);
    const std::string before = engine.dump();
    const auto pause = [&](const Outcome& end) {
        return rooms.office->change([&]() -> Outcome {
            FRIST_TRY_DONE(rooms.office->set_creditor(creditor, "{\"changed\": true}"));
            FRIST_TRY_DONE(write_act(porter, who, {"creditor-change", creditor, "creditor 1"}, noon));
            return end;
        });
    };
    EXPECT_FALSE(pause(Error{"test.wrong", "", "the last thing went wrong", ""}).ok());
    EXPECT_EQ(engine.dump(), before);
    EXPECT_TRUE(pause(done).ok());
    EXPECT_EQ(given(acts(porter, who, {creditor, {}, 0, 100})).size(), 1U);
}

TEST_F(AccessDatabase, LetsNobodyChangeAnAct) {
    static_cast<void>(owner());
    for (const char* words : {"DELETE FROM act WHERE number = 1", "UPDATE act SET person = 9 WHERE number = 1"})
        EXPECT_FALSE(rooms.connection->execute(words).ok()) << words;
    EXPECT_TRUE(verify_acts(*rooms.access).ok());
    // Who can write the file can take the guard away; then the chain tells.
    engine.execute("DROP TRIGGER act_stays; UPDATE act SET person = 9 WHERE number = 1");
    EXPECT_EQ(code_of(verify_acts(*rooms.access)), "acts.broken");
}

TEST_F(AccessDatabase, TellsWhenTheLastActsAreCutOff) {
    static_cast<void>(owner());
    engine.execute("DROP TRIGGER act_only_grows; DELETE FROM act WHERE number = (SELECT max(number) FROM act)");
    EXPECT_EQ(code_of(verify_acts(*rooms.access)), "acts.broken");
}

}  // namespace
}  // namespace frist::test
