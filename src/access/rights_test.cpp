#include "access/rights.h"

#include "base/pch.h"

#include <gtest/gtest.h>

#include <fstream>

namespace frist::access {
namespace {

Who person_of(Role role, Reach reach = Reach::everything()) {
    Who who;
    who.person = 1;
    who.session = 1;
    who.role = role;
    who.reach = std::move(reach);
    return who;
}
Who key_of(Role role, std::vector<Scope> scopes, Reach reach = Reach::everything()) {
    Who who = person_of(role, std::move(reach));
    who.session = 0;
    who.key = 1;
    who.scopes = std::move(scopes);
    return who;
}
std::string code_of(const Outcome& outcome) {
    return outcome.ok() ? "" : outcome.error().code;
}

// The table a second time, as sentences: who holds each right.
const std::map<Right, std::set<Role>> holders = {
    {Right::read_cases, {Role::owner, Role::administrator, Role::handler, Role::reader, Role::client}},
    {Right::read_reports, {Role::owner, Role::administrator, Role::handler, Role::reader, Role::client}},
    {Right::read_settings, {Role::owner, Role::administrator, Role::handler, Role::reader}},
    {Right::export_data, {Role::owner, Role::administrator, Role::handler}},
    {Right::act_on_cases, {Role::owner, Role::administrator, Role::handler}},
    {Right::register_payments, {Role::owner, Role::administrator, Role::handler}},
    {Right::import_ledger, {Role::owner, Role::administrator, Role::handler}},
    {Right::send_letters, {Role::owner, Role::administrator, Role::handler}},
    {Right::manage_creditor, {Role::owner, Role::administrator}},
    {Right::read_log, {Role::owner, Role::administrator}},
    {Right::add_creditor, {Role::owner, Role::administrator}},
    {Right::run_night, {Role::owner, Role::administrator}},
    {Right::manage_people, {Role::owner, Role::administrator}},
    {Right::manage_keys, {Role::owner, Role::administrator}},
    {Right::own_keys, {Role::owner, Role::administrator, Role::handler}},
};
const std::map<Right, std::set<Scope>> scopes_for = {
    {Right::read_cases, {Scope::read, Scope::write}},
    {Right::read_reports, {Scope::read, Scope::write}},
    {Right::read_settings, {Scope::read, Scope::write}},
    {Right::export_data, {Scope::read, Scope::write}},
    {Right::read_log, {Scope::read, Scope::write}},
    {Right::act_on_cases, {Scope::write}},
    {Right::send_letters, {Scope::write}},
    {Right::manage_creditor, {Scope::write}},
    {Right::register_payments, {Scope::write, Scope::import}},
    {Right::import_ledger, {Scope::write, Scope::import}},
};

template <class E>
std::vector<E> each() {
    std::vector<E> values;
    for (std::size_t i = 0; i < names_of(E{}).size(); ++i) values.push_back(static_cast<E>(i));
    return values;
}

TEST(Rights, OfEachRole) {
    ASSERT_EQ(holders.size(), right_count);
    for (const Right right : each<Right>())
        for (const Role role : each<Role>()) {
            const bool held = holders.at(right).contains(role);
            EXPECT_EQ(code_of(may(person_of(role), right, 7)), held ? "" : "access.denied")
                << name_of(role) << ' ' << name_of(right);
        }
}

// Rows "| read_cases | x | x | …" of the manual, in the order of the table.
TEST(Rights, StandInTheManual) {
    std::ifstream page(std::string(FRIST_ROOT) + "/docs/operate/people.md");
    const std::string text((std::istreambuf_iterator<char>(page)), {});
    for (const Right right : each<Right>()) {
        std::string row = fmt::format("| {} |", name_of(right));
        for (const Role role : each<Role>()) row += has(role, right) ? " x |" : " |";
        for (const Scope scope : each<Scope>()) row += has(scope, right) ? " x |" : " |";
        EXPECT_NE(text.find(row + "\n"), text.npos) << row;
    }
}

TEST(Rights, OfEachScopeOfAKeyAreThoseOfItsPersonAtMost) {
    for (const Right right : each<Right>())
        for (const Role role : each<Role>())
            for (const Scope scope : each<Scope>()) {
                const auto found = scopes_for.find(right);
                const bool held =
                    holders.at(right).contains(role) && found != scopes_for.end() && found->second.contains(scope);
                EXPECT_EQ(may(key_of(role, {scope}), right, 7).ok(), held)
                    << name_of(role) << ' ' << name_of(scope) << ' ' << name_of(right);
            }
}

TEST(Rights, OfAKeyWithTwoScopesAreThoseOfBoth) {
    const Who both_scopes = key_of(Role::owner, {Scope::read, Scope::import});
    EXPECT_TRUE(may(both_scopes, Right::read_cases, 7).ok());
    EXPECT_TRUE(may(both_scopes, Right::import_ledger, 7).ok());
    EXPECT_FALSE(may(both_scopes, Right::act_on_cases, 7).ok());
    EXPECT_FALSE(may(key_of(Role::owner, {}), Right::read_cases, 7).ok());
}

TEST(Rights, OfNobodyReachACreditorThatIsNotSeen) {
    for (const Role role : each<Role>())
        for (const Right right : each<Right>()) {
            const Outcome refused = may(person_of(role, Reach::of({3, 8})), right, 7);
            ASSERT_FALSE(refused.ok());
            EXPECT_EQ(refused.error(), creditor_unknown()) << "one can tell it from a creditor that there is not";
        }
    EXPECT_TRUE(may(person_of(Role::reader, Reach::of({3, 8})), Right::read_cases, 8).ok());
    EXPECT_EQ(code_of(may(key_of(Role::owner, {Scope::write}, Reach::of({3})), Right::act_on_cases, 7)),
              "creditor.unknown");
}

TEST(Rights, OverEveryCreditorAreOnlyTheirsWhoSeeEveryOne) {
    EXPECT_TRUE(may_for_all(person_of(Role::administrator), Right::run_night).ok());
    EXPECT_EQ(code_of(may_for_all(person_of(Role::administrator, Reach::of({3})), Right::run_night)), "access.denied");
    EXPECT_EQ(code_of(may_for_all(person_of(Role::handler), Right::run_night)), "access.denied");
}

TEST(Rights, AreListedForTheScreen) {
    EXPECT_EQ(rights_of(person_of(Role::owner)).size(), right_count);
    EXPECT_EQ(rights_of(person_of(Role::client)), (std::vector{Right::read_cases, Right::read_reports}));
    EXPECT_EQ(rights_of(key_of(Role::handler, {Scope::import})),
              (std::vector{Right::register_payments, Right::import_ledger}));
}

TEST(Rights, AreGivenNotAboveTheOwnAndNotBeyondTheOwnCreditors) {
    const Who owner = person_of(Role::owner);
    const Who administrator = person_of(Role::administrator);
    const Who of_one = person_of(Role::administrator, Reach::of({3}));
    struct Row {
        const char* what;
        const Who& who;
        Role role;
        Reach reach;
        std::string code;
    };
    const Row rows[] = {
        {"an owner makes an owner", owner, Role::owner, Reach::everything(), ""},
        {"of some creditors no owner is made", owner, Role::owner, Reach::of({3}), "access.reach"},
        {"an administrator makes no owner", administrator, Role::owner, Reach::everything(), "access.denied"},
        {"but an administrator", administrator, Role::administrator, Reach::everything(), ""},
        {"within the own creditors", of_one, Role::administrator, Reach::of({3}), ""},
        {"not beyond them", of_one, Role::reader, Reach::of({3, 7}), "access.denied"},
        {"and not all", of_one, Role::reader, Reach::everything(), "access.denied"},
        {"a client user sees named creditors", owner, Role::client, Reach::everything(), "access.reach"},
        {"at least one", owner, Role::client, Reach::of({}), "access.reach"},
        {"as everybody", owner, Role::handler, Reach::of({}), "access.reach"},
        {"a case handler gives nothing", person_of(Role::handler), Role::client, Reach::of({3}), "access.denied"},
        {"a reader neither", person_of(Role::reader), Role::client, Reach::of({3}), "access.denied"},
        {"nor a client", person_of(Role::client, Reach::of({3})), Role::client, Reach::of({3}), "access.denied"},
        {"nor any key", key_of(Role::owner, {Scope::write}), Role::client, Reach::of({3}), "access.denied"},
    };
    for (const Row& row : rows) EXPECT_EQ(code_of(may_give(row.who, row.role, row.reach)), row.code) << row.what;
}

TEST(ReachOfCreditors, IsReadAsItIsWritten) {
    for (const Reach& reach : {Reach::everything(), Reach::of({}), Reach::of({7, 3, 7}), Reach::of({12})})
        EXPECT_EQ(reach_of(text(reach)).value(), reach);
    EXPECT_EQ(text(Reach::of({7, 3, 7})), "3,7");
    for (const char* wrong : {"x", "3,x", "3,,7", "-3", "0", "3 7"}) {
        ASSERT_FALSE(reach_of(wrong).ok()) << wrong;
        EXPECT_EQ(reach_of(wrong).error().code, "access.reach");
    }
}

TEST(ReachOfCreditors, IsNarrowedAndCompared) {
    EXPECT_EQ(both(Reach::of({3, 7}), Reach::of({7, 9})), Reach::of({7}));
    EXPECT_EQ(both(Reach::everything(), Reach::of({7, 9})), Reach::of({7, 9}));
    EXPECT_EQ(both(Reach::of({7, 9}), Reach::everything()), Reach::of({7, 9}));
    EXPECT_TRUE(within(Reach::of({7}), Reach::of({3, 7})));
    EXPECT_FALSE(within(Reach::of({7, 9}), Reach::of({3, 7})));
    EXPECT_FALSE(within(Reach::everything(), Reach::of({3, 7})));
    EXPECT_TRUE(within(Reach::everything(), Reach::everything()));
}

}  // namespace
}  // namespace frist::access
