#include "access/views.h"

#include "access/keys.h"
#include "access/people.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Views : public AccessTest {
protected:
    static ViewRow view(const std::string& name, bool shared = false) {
        return {0, 1, 0, ViewOf::cases, name, shared, R"({"filter":{}})"};
    }
    std::vector<std::string> seen_by(const Who& who) {
        std::vector<std::string> names;
        for (const View& one : given(views(porter, who))) names.push_back(one.row.name + (one.mine ? "" : " by " + one.by));
        return names;
    }
};

TEST_F(Views, BelongToAPersonAndMayBeSharedWithTheOffice) {
    const Who colleague = joined("lun", Role::reader, Reach::of({3}));
    const Who client = joined("rask", Role::client, Reach::of({3}));
    given(put_view(porter, owner(), view("Store saker", true)));
    given(put_view(porter, owner(), view("Mine egne")));
    EXPECT_EQ(seen_by(owner()), (std::vector<std::string>{"Mine egne", "Store saker"}));
    ASSERT_EQ(seen_by(colleague).size(), 1U);
    EXPECT_TRUE(seen_by(colleague)[0].starts_with("Store saker by "));
    EXPECT_TRUE(seen_by(client).empty()) << "a client user is no colleague";
    EXPECT_EQ(code_of(put_view(porter, client, view("Delt", true))), "access.denied");
    EXPECT_EQ(code_of(put_view(porter, client, view("Egen"))), "");
}

TEST_F(Views, AreChangedByTheirOwnerAlone) {
    const Who colleague = joined("lun", Role::handler, Reach::everything());
    ViewRow row = view("Rettslig", true);
    row.id = given(put_view(porter, owner(), row));
    ++row.version;
    row.name = "Til retten";
    EXPECT_EQ(code_of(put_view(porter, colleague, row)), "view.unknown");
    EXPECT_EQ(code_of(put_view(porter, owner(), row)), "");
    EXPECT_EQ(code_of(put_view(porter, owner(), row)), "store.conflict") << "somebody was quicker";
    EXPECT_EQ(code_of(drop_view(porter, colleague, row.id)), "view.unknown");
    EXPECT_EQ(code_of(drop_view(porter, owner(), row.id)), "");
    EXPECT_EQ(code_of(drop_view(porter, owner(), row.id)), "view.unknown");
}

TEST_F(Views, HaveLimits) {
    for (const std::string& name : {std::string{}, std::string("  "), std::string(241, 'x')})
        EXPECT_EQ(code_of(put_view(porter, owner(), view(name))), "view.name");
    ViewRow long_one = view("Lang");
    long_one.body = '"' + std::string(longest_view, 'x') + '"';
    EXPECT_EQ(code_of(put_view(porter, owner(), long_one)), "view.body");
    for (std::size_t i = 0; i < most_views; ++i) given(put_view(porter, owner(), view(fmt::format("Visning {}", i))));
    EXPECT_EQ(code_of(put_view(porter, owner(), view("En til"))), "view.many");
    EXPECT_EQ(code_of(put_view(porter, owner(), view("Visning 1"))), "view.many");
}

TEST_F(Views, OfOnePersonHaveEachTheirName) {
    given(put_view(porter, owner(), view("På vent")));
    EXPECT_EQ(code_of(put_view(porter, owner(), view("På vent"))), "view.name");
    ViewRow of_ledger = view("På vent");
    of_ledger.of = ViewOf::ledger;
    EXPECT_EQ(code_of(put_view(porter, owner(), of_ledger)), "") << "of another list";
}

TEST_F(Views, AreNoKeys) {
    const NewKey key = given(make_key(porter, owner(), {"Regnskap", {Scope::write}, Reach::everything(), {}}, noon));
    const Who program = given(who_of_key(porter, key.secret, noon));
    given(put_view(porter, owner(), view("Delt", true)));
    EXPECT_TRUE(given(views(porter, program)).empty());
    EXPECT_EQ(code_of(put_view(porter, program, view("Egen"))), "access.denied");
    EXPECT_EQ(code_of(drop_view(porter, program, 1)), "access.denied");
}

}  // namespace
}  // namespace frist::access
