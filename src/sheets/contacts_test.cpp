// A list of customers: which columns count, what a row says, and rows that are refused with their place.
#include "sheets/contacts.h"

#include <gtest/gtest.h>

namespace frist::sheets {
namespace {

Contacts of(std::string_view file) {
    auto read = read_contacts(file, "kunder.csv");
    EXPECT_TRUE(read.ok()) << text(read.error());
    return read.ok() ? std::move(read).value() : Contacts{};
}

std::string code_of(std::string_view file) {
    const auto read = read_contacts(file, "kunder.csv");
    return read.ok() ? "fine" : read.error().code + " " + read.error().field;
}

TEST(read_contacts, in_the_names_of_several_languages) {
    const Contacts norwegian = of("Kundenr;Navn;Adresse;Postnr;Poststed;E-post;Telefon;Orgnr\n1001;Sirkus Prøve AS;Prøveveien 1;150;Oslo;post@sirkus.example;400 00 000;988 077 917\n");
    ASSERT_EQ(norwegian.rows.size(), 1U);
    const Customer& one = norwegian.rows.front();
    EXPECT_EQ(std::tuple(one.row, one.customer_number, one.customer_name, one.street, one.postal_code, one.town, one.email), std::tuple(2, "1001", "Sirkus Prøve AS", "Prøveveien 1", "0150", "Oslo", "post@sirkus.example"));
    EXPECT_EQ(one.org_number, "988077917");
    EXPECT_EQ(one.kind, party::DebtorKind::company);
    const Contacts english = of("Customer number,Customer name,Address,Postal code,City,Email\n1001,Kari Test,Street 1,0150,Oslo,kari@test.example\n");
    ASSERT_EQ(english.rows.size(), 1U);
    EXPECT_EQ(english.rows.front().town, "Oslo");
    EXPECT_FALSE(english.rows.front().kind);
}

TEST(read_contacts, finds_the_group_of_a_customer_in_five_languages) {
    for (const char* name : {"Kundegruppe", "Kundgrupp", "Kundekategori", "Asiakasryhmä", "Customer group"}) {
        const Contacts list = of(fmt::format("Kundenr;Navn;{}\n1001;Sirkus Prøve AS;Borettslag\n1002;Kari Test;\n", name));
        ASSERT_EQ(list.rows.size(), 2U) << name;
        EXPECT_EQ(list.rows[0].group, "Borettslag") << name;
        EXPECT_EQ(list.rows[1].group, "") << name;
    }
}

TEST(read_contacts, keeps_no_number_of_a_person_and_leaves_out_rows_that_say_nothing) {
    const Contacts list = of("Kundenr;Navn;Orgnr;E-post\n1001;Kari Test;18926094870;\n1002;;;\n1003;;;kari@test.example\n");
    ASSERT_EQ(list.rows.size(), 2U);
    EXPECT_EQ(list.rows[0].kind, party::DebtorKind::person);
    EXPECT_EQ(list.rows[0].org_number, "");
    EXPECT_EQ(list.rows[1].customer_number, "1003");
    EXPECT_TRUE(list.rejected.empty());
}

TEST(read_contacts, tells_each_row_that_is_wrong) {
    const Contacts list = of("Kundenr;Navn;Type;Orgnr;Språk\n;Kari Test;privat;;\n1001;Sirkus AS;katt;;\n1001;Sirkus AS;bedrift;123456789;\n1003;Per Test;privat;;klingon\n");
    std::vector<std::string> told;
    for (const Fault& fault : list.rejected) told.push_back(fmt::format("{} {} {}", fault.row, fault.column, fault.code));
    EXPECT_EQ(told, (std::vector<std::string>{"2 Kundenr customer.missing", "3 Type kind.unknown", "4 Orgnr org_number.check_digit", "4 Kundenr customer.twice", "5 Språk language.unknown"}));
}

TEST(read_contacts, wants_the_customers_number_and_something_beside_it) {
    EXPECT_EQ(code_of("Navn;Adresse;Postnr\nKari Test;Gata 1;0150\n"), "columns.missing kunder.csv: row 1");
    EXPECT_EQ(code_of("a;b;c\n1;2;3\n"), "header.missing kunder.csv: rows 1 to 30");
    EXPECT_EQ(code_of(""), "list.empty kunder.csv");
    EXPECT_EQ(code_of("%PDF-1.4"), "sheet.pdf kunder.csv");
    Mapping named;
    named.columns = {{Field::customer_number, "Ref"}, {Field::email, "Nett"}};
    const auto mapped = read_contacts("Ref;Nett;Annet\n1001;kari@test.example;x\n", "kunder.csv", named);
    ASSERT_TRUE(mapped.ok()) << text(mapped.error());
    EXPECT_EQ(mapped->rows.front().email, "kari@test.example");
}

}  // namespace
}  // namespace frist::sheets
