// What looks wrong before the first letter leaves, and what does not.
#include "office/address_doubts.h"
#include "office/authorities.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

DebtorRecord fine() {
    DebtorRecord debtor;
    debtor.name = "Kari D'Prøve";
    debtor.address = {"Eksempelveien 1", "", "5003", "BERGEN", "NO"};
    debtor.email = "kari@prove.example";
    return debtor;
}

std::string doubts(const DebtorRecord& debtor) {
    std::string all;
    for (const AddressDoubt& doubt : address_doubts(debtor, **offices())) {
        all += (all.empty() ? "" : " ") + doubt.what;
        EXPECT_FALSE(doubt.says.empty() || doubt.remedy.empty());
    }
    return all;
}

template <class Change>
std::string with(Change change) {
    DebtorRecord debtor = fine();
    change(debtor);
    return doubts(debtor);
}

TEST(address_doubts, of_one_thing_at_a_time) {
    EXPECT_EQ(doubts(fine()), "");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.place = "Tromsø"; d.address.postal_code = "9008"; }), "");   // the register writes TROMSØ
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.postal_code = "0009"; }), "postal_code");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.place = "Oslo"; }), "place");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.street.clear(); }), "street");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.street = "Eksempelveien"; }), "street");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address = {}; }), "street");
    EXPECT_EQ(with([](DebtorRecord& d) { protect(d); }), "protected");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address_doubtful = true; }), "doubtful");
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.country = "DE"; d.address.postal_code = "10115"; }), "");
    for (const char* bad : {"kari", "kari@", "@prove.example", "kari@prove", "ka ri@prove.example", "kari@a@prove.example"})
        EXPECT_EQ(with([&](DebtorRecord& d) { d.email = bad; }), "email") << bad;
    EXPECT_EQ(with([](DebtorRecord& d) { d.email.clear(); }), "");
    EXPECT_EQ(with([](DebtorRecord& d) { d.email_bounced_on = Date::of(2026, 1, 2); }), "email");
    EXPECT_EQ(with([](DebtorRecord& d) { d.name = "Testbygg As"; }), "name");
    EXPECT_EQ(with([](DebtorRecord& d) { d.org_number = "988077918"; }), "number");
    EXPECT_EQ(with([](DebtorRecord& d) { d.org_number = "988077917"; }), "");
}

TEST(address_doubts, of_several_things) {
    EXPECT_EQ(with([](DebtorRecord& d) { d.address.place = "Oslo"; d.address.street = "Eksempelveien"; d.email = "kari"; }), "place street email");
}

}  // namespace
}  // namespace frist::office
