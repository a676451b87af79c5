// A file of paper that came back: each line by its code, all or nothing, and once.
#include "documents/lived.h"
#include "office/returned_mail.h"

namespace frist::office {
namespace {

using lived::must;

class ReturnedPapers : public lived::LivedCase {
protected:
    std::string ends(const std::string& file) {
        std::string all;
        for (const TakenReturn& one : must(take_returned_paper(desk(today), record, file))) all += (all.empty() ? "" : " ") + std::string(name_of(one.end));
        return all;
    }
    DebtorRecord debtor() { return must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record)); }
    cases::Case state() { return must(case_row(desk(today), 1)).state; }
};

TEST(read_returned_paper, of_every_form) {
    const auto list = must(read_returned_paper("reason;code;street;postal_code;place\n"
                                               "flyttet;21234100001002;Nyveien 2;0484;Oslo\n"
                                               "ukjent;1002;;;\n"
                                               "ukjent;21234200000012003;;;\n"));
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(std::tuple(list[0].case_id, list[0].letter, list[0].level, list[0].place), std::tuple(Id{1}, 2, std::optional(1), "line 2"));
    EXPECT_EQ(list[0].address->place, "Oslo");
    EXPECT_EQ(std::tuple(list[1].case_id, list[1].letter, list[1].level), std::tuple(Id{1}, 2, std::optional<int>()));
    EXPECT_EQ(std::tuple(list[2].case_id, list[2].letter, list[2].level), std::tuple(Id{12}, 3, std::optional(2)));
}

TEST(read_returned_paper, tells_what_is_wrong_and_where) {
    const auto wrong = [](std::string_view file) {
        const auto read = read_returned_paper(file);
        return read.ok() ? "fine" : read.error().code + " " + read.error().field;
    };
    EXPECT_EQ(wrong(""), "returned.columns line 1");
    EXPECT_EQ(wrong("code\n1002\n"), "returned.columns line 1");
    EXPECT_EQ(wrong("code;reason\n1002;ukjent\n12A2;ukjent\n"), "returned.code line 3");
    EXPECT_EQ(wrong("code;reason\n1000;ukjent\n"), "returned.code line 2");
    EXPECT_EQ(wrong("code;reason\n1002;\n"), "returned.row line 2");
    EXPECT_EQ(wrong("code;street;place\n1002;Nyveien 2;Oslo\n"), "returned.row line 2");
}

TEST_F(ReturnedPapers, a_forwarded_letter_changes_the_address_only) {
    begin();
    live(Date::of(2026, 2, 2));   // nudge and reminder
    EXPECT_EQ(ends("code;street;postal_code;place\n21234000001002;Nyveien 2;0484;Oslo\n"), "moved");
    EXPECT_EQ(debtor().address.street, "Nyveien 2");
    EXPECT_EQ(debtor().address_source, "post");
    EXPECT_FALSE(state().returned_mail);
    EXPECT_FALSE(state().ordered);
}

TEST_F(ReturnedPapers, a_shredded_letter_with_a_new_address_goes_out_again_without_a_second_fee) {
    begin();
    live(Date::of(2026, 2, 2));
    EXPECT_EQ(ends("code;street;postal_code;place\n21234200001002;Nyveien 2;0484;Oslo\n"), "sent_anew");
    const cases::Case c = state();
    ASSERT_TRUE(c.ordered);
    EXPECT_EQ(c.ordered->replaces, 2);
    EXPECT_FALSE(c.ordered->fee_wanted);
    EXPECT_FALSE(c.returned_mail);
}

TEST_F(ReturnedPapers, one_without_an_address_holds_the_case) {
    begin();
    live(Date::of(2026, 2, 2));
    EXPECT_EQ(ends("code;reason\n1002;ukjent på adressen\n1002;ukjent på adressen\n"), "returned known");
    EXPECT_TRUE(state().returned_mail);
}

TEST_F(ReturnedPapers, an_earlier_letter_only_makes_the_address_doubtful) {
    begin();
    live(Date::of(2026, 2, 2));
    EXPECT_EQ(ends("code;reason\n1001;ukjent\n"), "doubtful");
    EXPECT_TRUE(debtor().address_doubtful);
    EXPECT_FALSE(state().returned_mail);
}

TEST_F(ReturnedPapers, what_nobody_sent_is_told) {
    begin();
    live(Date::of(2026, 2, 2));
    EXPECT_EQ(ends("code;reason\n1009;ukjent\n77002;ukjent\n"), "unknown unknown");
}

TEST_F(ReturnedPapers, a_file_is_taken_once) {
    begin();
    live(Date::of(2026, 2, 2));
    const std::string file = "code;reason\n1002;ukjent\n";
    EXPECT_EQ(ends(file), "returned");
    EXPECT_EQ(take_returned_paper(desk(today), record, file).error().code, "returned.again");
}

TEST_F(ReturnedPapers, a_file_with_a_mistake_does_nothing) {
    begin();
    live(Date::of(2026, 2, 2));
    EXPECT_EQ(take_returned_paper(desk(today), record, "code;reason\n1002;ukjent\nx;ukjent\n").error().field, "line 3");
    EXPECT_FALSE(state().returned_mail);
}

}  // namespace
}  // namespace frist::office
