// The variables of a creditor: each has its meaning, and a change is remembered with who made it.
#include "office/settings.h"

#include "base/pch.h"
#include "office/setting_words.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

TEST(Settings, EachHaveTheirMeaning) {
    const std::vector<std::string> names = setting_names();
    EXPECT_GT(names.size(), 60U);
    for (const std::string& name : names) EXPECT_NE(meaning_of(name), "") << name << " wants a sentence in setting_words.cpp, and a name on the screen";
}

TEST(Settings, HoldNoFilesOfSecretsAndNothingThatNamesTheCreditor) {
    for (const std::string& name : setting_names()) {
        EXPECT_EQ(name.find("secret"), std::string::npos) << name;
        EXPECT_NE(name, "org_number");
        EXPECT_NE(name, "practice_today");
    }
    EXPECT_FALSE(travels("automation.excluded")) << "debtors stay at home";
    EXPECT_FALSE(travels("automation.customers"));
}

TEST(Settings, RememberWhoChangedThemLast) {
    const Date monday = Date::of(2026, 3, 2);
    CreditorRecord before;
    before.name = "Fjord Rør AS";
    CreditorRecord now = before;
    now.address.street = "Prøvekaien 5";
    now.kid_length = 12;
    mark_changes(before, now, 7, monday);
    ASSERT_EQ(now.marks.size(), 2U);
    EXPECT_EQ(now.marks[0].name, "address.street");
    EXPECT_EQ(now.marks[1].name, "kid_length");
    CreditorRecord later = now;
    later.kid_length = 13;
    mark_changes(now, later, 8, monday + Days{1});
    ASSERT_EQ(later.marks.size(), 2U);
    EXPECT_EQ(later.marks[1].name, "kid_length");
    EXPECT_EQ(later.marks[1].by, 8);
    EXPECT_EQ(later.marks[1].on, monday + Days{1});
    CreditorRecord same = later;
    mark_changes(later, same, 9, monday + Days{2});
    EXPECT_EQ(same.marks[1].by, 8) << "what did not change was set by nobody";
}

TEST(Groups, AreOneLine) {
    EXPECT_TRUE(good_group(""));
    EXPECT_TRUE(good_group("Borettslag"));
    EXPECT_FALSE(good_group("a\nb"));
    EXPECT_FALSE(good_group(std::string(241, 'a')));
}

}  // namespace
}  // namespace frist::office
