#include "party/contact.h"

#include <gtest/gtest.h>

namespace frist::party {
namespace {

TEST(contact, an_email_address_has_a_name_a_host_and_a_domain) {
    for (const char* good : {"post@fjordror.example", "a@b.no", "ola.o'fjell+purring@sub.fjell.example", "blåbær@fjell.example"}) EXPECT_TRUE(email_shaped(good)) << good;
    for (const char* bad : {"", "ikke", "ikke@", "@fjell.example", "a@b", "a@b.", "a@.no", "a@b..no", "a@b@c.no", "a b@c.no", "a@c.no,b@c.no", "<a@c.no>", "a@c.no\n"}) EXPECT_FALSE(email_shaped(bad)) << bad;
    EXPECT_TRUE(email_shaped(std::string(242, 'a') + "@fjell.no"));
    EXPECT_FALSE(email_shaped(std::string(250, 'a') + "@fjell.no"));
}

TEST(contact, a_phone_number_has_five_to_fifteen_digits) {
    for (const char* good : {"02800", "55 00 00 00", "+47 55 00 00 00", "0047 55000000", "(555) 000-00", "070-000 00 00", "+123456789012345"}) EXPECT_TRUE(phone_shaped(good)) << good;
    for (const char* bad : {"", "12", "1234", "+1234567890123456", "ring meg", "55 00 00 00 (kveld)", "++4755000000", "55000000;55000001"}) EXPECT_FALSE(phone_shaped(bad)) << bad;
}

}  // namespace
}  // namespace frist::party
