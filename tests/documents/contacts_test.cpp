// A list of customers completes those that the ledger has brought: the next letter knows it, those that left keep theirs.
#include "documents/lived.h"
#include "office/take_contacts.h"

namespace frist::office {
namespace {

using lived::must;

class CustomerList : public lived::LivedCase {
protected:
    ContactsReport take(const std::string& file) { return must(take_contacts(desk(today), must(sheets::read_contacts(file, "kunder.csv")))); }
    DebtorRecord debtor() { return must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record)); }
};

TEST_F(CustomerList, completes_by_number_and_leaves_the_rest) {
    begin();
    const ContactsReport first = take("Kundenr;Navn;E-post;Telefon\n1001;;kari@prove.example;400 00 000\n9999;Ukjent;x@y.example;\n");
    EXPECT_EQ(std::tuple(first.completed, first.same, first.unknown), std::tuple(1, 0, 1));
    EXPECT_EQ(debtor().email, "kari@prove.example");
    EXPECT_EQ(debtor().name, "Kari D'Prøve");
    EXPECT_EQ(debtor().address.street, "Eksempelveien 1");
    EXPECT_FALSE(must(store->debtor_of_key(creditor, "9999")));
    const ContactsReport again = take("Kundenr;Navn;E-post;Telefon\n1001;;kari@prove.example;400 00 000\n");
    EXPECT_EQ(std::tuple(again.completed, again.same), std::tuple(0, 1));
}

TEST_F(CustomerList, moves_the_debtor_and_keeps_the_address_before) {
    begin();
    live(Date::of(2026, 2, 2));
    take("Kundenr;Adresse;Postnr;Poststed\n1001;Nyveien 2;484;Oslo\n");
    EXPECT_EQ(debtor().address.postal_code, "0484");
    ASSERT_EQ(debtor().earlier_addresses.size(), 1U);
    EXPECT_EQ(debtor().earlier_addresses.front().until, today);
}

TEST_F(CustomerList, brings_no_address_of_a_protected_debtor) {
    begin();
    DebtorRecord hidden = debtor();
    protect(hidden);
    ASSERT_TRUE(store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, "1001", stored(hidden)));
        return done;
    }).ok());
    take("Kundenr;Adresse;Postnr;Poststed;E-post\n1001;Nyveien 2;0484;Oslo;kari@prove.example\n");
    EXPECT_TRUE(debtor().address.lines().empty());
    EXPECT_TRUE(debtor().earlier_addresses.empty());
    EXPECT_EQ(debtor().email, "kari@prove.example");
}

}  // namespace
}  // namespace frist::office
