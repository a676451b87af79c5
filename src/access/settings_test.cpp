#include "access/settings.h"

#include "access/keys.h"
#include "support/access_world.h"

namespace frist::access {
namespace {

using namespace frist::test;

class Settings : public AccessTest {
protected:
    std::string put(const std::string& name, const std::string& value) {
        return code_of(put_my_setting(porter, owner(), {name, value}));
    }
};

TEST_F(Settings, AreKeptForEachPerson) {
    EXPECT_EQ(put("view-late", R"({"state":"late"})"), "");
    EXPECT_EQ(put("density", R"("compact")"), "");
    EXPECT_EQ(put("density", R"("wide")"), "");
    const std::vector<Setting> mine = given(my_settings(porter, owner()));
    ASSERT_EQ(mine.size(), 2U);
    EXPECT_EQ(mine[0].name, "density");
    EXPECT_EQ(mine[0].value, R"("wide")");
    EXPECT_TRUE(given(my_settings(porter, joined("rask", Role::client, Reach::of({3})))).empty());
    EXPECT_EQ(put("density", ""), "");
    EXPECT_EQ(given(my_settings(porter, owner())).size(), 1U);
}

TEST_F(Settings, HaveLimits) {
    for (const std::string& name : {std::string{}, std::string("Density"), std::string("a b"), std::string(65, 'x')})
        EXPECT_EQ(put(name, "1"), "setting.name");
    EXPECT_EQ(put(std::string(64, 'x'), "1"), "");
    EXPECT_EQ(put("density", "compact"), "setting.value");
    EXPECT_EQ(put("long", '"' + std::string(longest_setting - 2, 'x') + '"'), "");
    EXPECT_EQ(put("long", '"' + std::string(longest_setting - 1, 'x') + '"'), "setting.value");
    for (std::size_t i = 2; i < most_settings; ++i) EXPECT_EQ(put(fmt::format("view-{}", i), "1"), "");
    EXPECT_EQ(put("one-more", "1"), "setting.many");
    EXPECT_EQ(put("long", "2"), "") << "one that is there may change";
}

TEST_F(Settings, AreNoKeys) {
    const NewKey key = given(make_key(porter, owner(), {"Regnskap", {Scope::write}, Reach::everything(), {}}, noon));
    const Who program = given(who_of_key(porter, key.secret, noon));
    EXPECT_EQ(code_of(my_settings(porter, program)), "access.denied");
    EXPECT_EQ(code_of(put_my_setting(porter, program, {"density", "1"})), "access.denied");
}

}  // namespace
}  // namespace frist::access
