#include "post/bounce.h"

#include <gtest/gtest.h>

namespace frist::post {
namespace {

const std::string returns = "retur@fjordror.example";
const std::string domain = "fjordror.example";

std::string report(const std::string& action, const std::string& status, const std::string& to = "retur+999999999-12-3@fjordror.example") {
    return "From: MAILER-DAEMON@mx.example\r\nTo: " + to + "\r\nSubject: Undelivered Mail\r\nContent-Type: multipart/report\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
           "Final-Recipient: rfc822; kari@kunde.example\r\nAction: " + action + "\r\nStatus: " + status + "\r\n";
}

TEST(bounce, tells_letter_and_reason) {
    const auto bounce = read_bounce(report("failed", "5.1.1 (unknown)"), returns, domain);
    ASSERT_TRUE(bounce);
    EXPECT_EQ(bounce->letter, "999999999-12-3");
    EXPECT_TRUE(bounce->for_good);
    EXPECT_EQ(bounce->status, "5.1.1");
}

TEST(bounce, that_is_only_late_is_not_for_good) {
    const auto bounce = read_bounce(report("delayed", "4.4.1"), returns, domain);
    ASSERT_TRUE(bounce);
    EXPECT_FALSE(bounce->for_good);
}

TEST(bounce, is_no_receipt_of_delivery) { EXPECT_FALSE(read_bounce(report("delivered", "2.0.0"), returns, domain)); }

TEST(bounce, is_found_by_the_message_id_when_the_address_lost_its_letter) {
    const std::string mail = report("failed", "5.2.2", returns) + "\r\nMessage-ID: <999999999-7-1@fjordror.example>\r\n";
    const auto bounce = read_bounce(mail, returns, domain);
    ASSERT_TRUE(bounce);
    EXPECT_EQ(bounce->letter, "999999999-7-1");
}

TEST(bounce, is_understood_from_a_server_that_writes_no_report) {
    const std::string mail = "From: Postmaster <postmaster@old.example>\r\nSubject: Returned mail: user unknown\r\nTo: retur+999999999-12-3@fjordror.example\r\n\r\nSorry.\r\n";
    const auto bounce = read_bounce(mail, returns, domain);
    ASSERT_TRUE(bounce);
    EXPECT_TRUE(bounce->for_good);
}

TEST(bounce, is_not_an_answer_of_the_debtor_or_a_mail_about_something_else) {
    EXPECT_FALSE(read_bounce("From: kari@kunde.example\r\nTo: retur+999999999-12-3@fjordror.example\r\nSubject: Delivery of my objection\r\n\r\nHei\r\n", returns, domain));
    EXPECT_FALSE(read_bounce(report("failed", "5.1.1", "retur@fjordror.example"), returns, domain));
    EXPECT_FALSE(read_bounce(report("failed", "5.1.1", "retur+12@fjordror.example"), returns, domain));
    EXPECT_FALSE(read_bounce("", returns, domain));
    EXPECT_FALSE(read_bounce(report("failed", "5.1.1"), "", domain));
}

}  // namespace
}  // namespace frist::post
