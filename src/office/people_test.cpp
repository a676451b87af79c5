#include "office/people.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

const Date monday = Date::of(2026, 3, 2);
const Date tuesday = Date::of(2026, 3, 3);
const Date friday = Date::of(2026, 3, 6);

PostalAddress at(const std::string& street) { return {street, "", "5003", "Bergen", "NO"}; }
DebtorRecord from_ledger(const std::string& street, const std::string& email = "") {
    DebtorRecord told;
    told.name = "Blid Fjellrev";
    told.address = at(street);
    told.email = email;
    return told;
}

// Known from the ledger with address A, which a person replaced by B.
struct SetByPerson : testing::Test {
    SetByPerson() {
        debtor = from_ledger("A");
        debtor.address_source = "ledger";
        debtor.address_since = monday;
        move_to(debtor, at("B"), "hand", tuesday);
    }
    void told(const std::string& street, Date on = friday) { debtor = told_again(debtor, from_ledger(street), on); }
    [[nodiscard]] std::string to_choose() const { return debtor.ledger ? debtor.ledger->address.street : ""; }
    DebtorRecord debtor;
};

TEST(ToldAgain, the_ledger_s_address_is_taken_as_long_as_nobody_set_another) {
    DebtorRecord debtor = told_again(from_ledger("A"), from_ledger("C"), friday);
    EXPECT_EQ(debtor.address, at("C"));
    EXPECT_EQ(debtor.address_since, friday);
    EXPECT_FALSE(debtor.ledger);
}

TEST_F(SetByPerson, what_was_replaced_is_nothing_new) {
    told("A");
    EXPECT_EQ(debtor.address, at("B"));
    EXPECT_FALSE(debtor.ledger);
}

TEST_F(SetByPerson, another_address_waits_for_a_choice_since_the_day_it_came) {
    told("C", friday);
    told("C", friday.next());
    EXPECT_EQ(debtor.address, at("B"));
    EXPECT_EQ(to_choose(), "C");
    EXPECT_EQ(debtor.ledger->address_since, friday);
    told("D", friday.next());
    EXPECT_EQ(to_choose(), "D");
    EXPECT_EQ(debtor.ledger->address_since, friday.next());
}

TEST_F(SetByPerson, nothing_waits_when_the_ledger_has_come_round) {
    for (const char* street : {"A", "B"}) {
        told("C");
        told(street);
        EXPECT_EQ(debtor.address, at("B"));
        EXPECT_FALSE(debtor.ledger) << street;
    }
}

TEST_F(SetByPerson, the_ledger_s_is_chosen_and_from_then_on_it_is_the_ledger_s) {
    told("C");
    move_to(debtor, at("C"), "hand", friday);
    EXPECT_EQ(debtor.address, at("C"));
    EXPECT_EQ(debtor.address_source, "ledger");
    EXPECT_EQ(debtor.earlier_addresses.size(), 2U);
    EXPECT_FALSE(debtor.ledger);
    told("D");
    EXPECT_EQ(debtor.address, at("D"));
}

TEST_F(SetByPerson, ours_is_kept_until_the_ledger_tells_a_third_one) {
    told("C");
    move_to(debtor, at("B"), "hand", friday);
    EXPECT_EQ(debtor.earlier_addresses.size(), 1U);   // nothing moved
    EXPECT_EQ(to_choose(), "");
    told("C");
    EXPECT_EQ(debtor.address, at("B"));
    EXPECT_EQ(to_choose(), "");
    told("D");
    EXPECT_EQ(to_choose(), "D");
}

TEST_F(SetByPerson, a_protected_address_leaves_nothing_of_the_ledger_s) {
    told("C");
    protect(debtor);
    EXPECT_FALSE(debtor.ledger);
    told("D");
    EXPECT_TRUE(debtor.address.lines().empty());
    EXPECT_FALSE(debtor.ledger);
}

TEST_F(SetByPerson, who_makes_a_case_by_hand_says_where_the_letter_goes) {
    DebtorRecord typed = from_ledger("E");
    typed.address_source = "hand";
    debtor = told_again(debtor, typed, friday);
    EXPECT_EQ(debtor.address, at("E"));
    EXPECT_EQ(debtor.address_source, "hand");
    EXPECT_EQ(to_choose(), "");
}

TEST(ToldAgain, an_address_for_e_mail_that_a_person_set_stands_until_the_ledger_has_a_new_one) {
    DebtorRecord debtor = from_ledger("A", "gammel@fjellrev.example");
    const DebtorRecord before = debtor;
    debtor.email = "ny@fjellrev.example";
    debtor.email_bounced_on.reset();
    set_by_person(debtor, before);
    debtor = told_again(debtor, from_ledger("A", "gammel@fjellrev.example"), friday);
    EXPECT_EQ(debtor.email, "ny@fjellrev.example");
    debtor.email_bounced_on = monday;
    debtor = told_again(debtor, from_ledger("A", "gammel@fjellrev.example"), friday);
    EXPECT_EQ(debtor.email_bounced_on, monday);   // it is the same still
    debtor = told_again(debtor, from_ledger("A", "nyest@fjellrev.example"), friday);
    EXPECT_EQ(debtor.email, "nyest@fjellrev.example");
    EXPECT_FALSE(debtor.email_bounced_on);
    EXPECT_FALSE(debtor.ledger);
    debtor = told_again(debtor, from_ledger("A", "gammel@fjellrev.example"), friday);
    EXPECT_EQ(debtor.email, "gammel@fjellrev.example");   // the ledger went back to it
}

TEST(ToldAgain, what_is_set_back_to_the_ledger_s_stands_against_nothing) {
    DebtorRecord debtor = from_ledger("A");
    debtor.phone = "55 55 55 55";
    DebtorRecord before = debtor;
    debtor.phone = "";
    set_by_person(debtor, before);
    EXPECT_EQ(debtor.ledger->phone, "55 55 55 55");
    before = debtor;
    debtor.phone = "55 55 55 55";
    set_by_person(debtor, before);
    EXPECT_FALSE(debtor.ledger);
}

TEST(DebtorRecord, one_of_before_has_nothing_to_choose) {
    boost::json::object old = to_json(from_ledger("A"));
    EXPECT_TRUE(old.erase("ledger"));
    const auto read = debtor_record(boost::json::serialize(old));
    ASSERT_TRUE(read.ok());
    EXPECT_FALSE(read->ledger);
}

}  // namespace
}  // namespace frist::office
