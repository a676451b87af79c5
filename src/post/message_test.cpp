#include "post/message.h"

#include <gtest/gtest.h>

namespace frist::post {
namespace {

Message message() {
    Message m;
    m.id = "999999999-12-3@fjordror.example";
    m.date = "Tue, 3 Mar 2026 12:00:00 +0100";
    m.from_name = "Fjord Rør AS";
    m.from = "faktura@fjordror.example";
    m.to = "kari@kunde.example";
    m.subject = "Inkassovarsel";
    m.text = "Hei,\nbetal.\n";
    m.attachment = {"varsel.pdf", std::string(100, 'x')};
    return m;
}

TEST(message, is_ascii_in_lines_that_any_server_takes) {
    Message m = message();
    m.subject = std::string(200, 'a') + " Æresvarsel – «ørret» " + std::string(60, 'b');
    const std::string bytes = *bytes_of(m);
    std::size_t from = 0;
    while (from < bytes.size()) {
        const std::size_t end = bytes.find("\r\n", from);
        ASSERT_NE(end, std::string::npos) << "a line without CRLF";
        EXPECT_LE(end - from, 998u);
        EXPECT_EQ(bytes.substr(from, end - from).find('\n'), std::string::npos);
        from = end + 2;
    }
    EXPECT_TRUE(std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
    EXPECT_NE(bytes.find("From: =?UTF-8?B?RmpvcmQgUsO4ciBBUw==?= <faktura@fjordror.example>\r\n"), std::string::npos);
}

TEST(message, is_the_same_bytes_for_the_same_letter) { EXPECT_EQ(*bytes_of(message()), *bytes_of(message())); }

TEST(message, takes_no_header_from_a_name_or_a_subject) {
    Message m = message();
    m.from_name = "Firma\r\nBcc: alle@kunde.example";
    m.subject = "Varsel\r\nX-Spam: no";
    const std::string bytes = *bytes_of(m);
    EXPECT_EQ(bytes.find("\r\nBcc:"), std::string::npos);
    EXPECT_EQ(bytes.find("\r\nX-Spam:"), std::string::npos);
}

TEST(message, refuses_what_is_no_address_and_does_not_repeat_it) {
    for (const char* wrong : {"", "kari", "@kunde.example", "kari@", "kari @kunde.example", "a@b@c", "kari@kunde.example>\r\nX: y", "<kari@kunde.example>"}) {
        Message m = message();
        m.to = wrong;
        const auto bytes = bytes_of(m);
        ASSERT_FALSE(bytes.ok()) << wrong;
        EXPECT_EQ(bytes.error().code, "mail.address");
        EXPECT_EQ(bytes.error().message.find("kari"), std::string::npos);
    }
}

TEST(message, names_files_above_ascii_as_rfc_2231_wants) {
    Message m = message();
    m.attachment.name = "påkrav 1.pdf";
    EXPECT_NE(bytes_of(m)->find("filename*=UTF-8''p%C3%A5krav%201.pdf"), std::string::npos);
}

TEST(mail_date, names_the_weekday_and_the_offset) {
    EXPECT_EQ(mail_date({Date::of(2026, 3, 3), 720}, 60), "Tue, 3 Mar 2026 12:00:00 +0100");
    EXPECT_EQ(mail_date({Date::of(2028, 2, 29), 5}, 120), "Tue, 29 Feb 2028 00:05:00 +0200");
    EXPECT_EQ(mail_date({Date::of(2026, 11, 1), 1439}, -210), "Sun, 1 Nov 2026 23:59:00 -0330");
}

TEST(returns, have_an_address_for_each_letter) {
    EXPECT_EQ(returns_to("retur@firma.example", "999999999-12-3"), "retur+999999999-12-3@firma.example");
}

}  // namespace
}  // namespace frist::post
