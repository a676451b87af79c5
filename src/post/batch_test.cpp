#include "post/batch.h"

#include <gtest/gtest.h>

namespace frist::post {
namespace {

std::string code_of(const std::string& bytes) {
    const auto receipts = read_receipts(bytes, "r.csv");
    return receipts.ok() ? "" : receipts.error().code;
}

TEST(receipts, say_posted_refused_and_returned) {
    const auto receipts = read_receipts("\xEF\xBB\xBFletter;posted_on;status;note\r\n9-1-1;2026-03-03;posted;\r\n\r\n9-2-1;2026-03-04;refused;no address\r\n9-3-1;2026-03-05;returned;\r\n", "r.csv");
    ASSERT_TRUE(receipts.ok());
    ASSERT_EQ(receipts->size(), 3u);
    EXPECT_EQ((*receipts)[0].state, office::DispatchState::sent);
    EXPECT_EQ((*receipts)[0].on, Date::of(2026, 3, 3));
    EXPECT_EQ((*receipts)[1].state, office::DispatchState::failed);
    EXPECT_EQ((*receipts)[2].state, office::DispatchState::bounced);
    EXPECT_EQ((*receipts)[1].said.find("no address"), std::string::npos) << "a note may hold a name";
}

TEST(receipts, with_a_mistake_tell_the_line_and_bring_nothing) {
    EXPECT_EQ(code_of("letter;status\n"), "receipt.header");
    EXPECT_EQ(code_of("letter;posted_on;status\n9-1-1;2026-03-03\n"), "receipt.line");
    EXPECT_EQ(code_of("letter;posted_on;status\n9-1-1;2026-02-30;posted\n"), "receipt.day");
    EXPECT_EQ(code_of("letter;posted_on;status\n9-1-1;2026-03-03;perhaps\n"), "receipt.status");
    EXPECT_EQ(read_receipts("letter;posted_on;status\n\n9-1-1;x;posted\n", "r.csv").error().field, "r.csv line 3");
    EXPECT_EQ(code_of(""), "");
}

TEST(manifest, has_a_line_for_each_letter_whatever_stands_in_the_address) {
    office::Parcel parcel;
    parcel.id = "9-1-1";
    parcel.file = "a.pdf";
    parcel.sha256 = "ab";
    parcel.dated = Date::of(2026, 3, 3);
    parcel.address = "Prøveveien 1; \"bak\"\n5003 Bergen";
    const std::string told = manifest(std::vector{parcel}, std::vector{2});
    EXPECT_EQ(told, "letter;file;sha256;pages;dated;recipient\n9-1-1;a.pdf;ab;2;2026-03-03;Prøveveien 1   bak  | 5003 Bergen\n");
}

}  // namespace
}  // namespace frist::post
