// Lists of what came in, with the names that banks give their columns.
#include "sheets/payment_list.h"

#include <gtest/gtest.h>

namespace frist::sheets {
namespace {

PaymentList of(std::string_view file) {
    auto read = read_payment_list(file, Currency::nok());
    EXPECT_TRUE(read.ok()) << text(read.error());
    return read.ok() ? std::move(read).value() : PaymentList{};
}
std::string code_of(std::string_view file) {
    const auto read = read_payment_list(file, Currency::nok());
    return read.ok() ? "fine" : read.error().code;
}
std::string told(const ListedPayment& one) {
    return text(one.on) + " " + text(one.amount) + " " + one.reference + " " + one.payer_name + " " + one.payer_account;
}

TEST(payment_list, of_a_bank_with_in_and_out) {
    const PaymentList list = of("Dato;Forklaring;Rentedato;Ut fra konto;Inn på konto\n"
                                "20.03.2026;Overføring innland KID: 0012345674;20.03.2026;;1.234,50\n"
                                "20.03.2026;Gebyr;20.03.2026;45,00;\n"
                                "\n");
    ASSERT_EQ(list.rows.size(), 2U);
    EXPECT_EQ(told(list.rows[0]), "2026-03-20 1234.50 0012345674  ");
    EXPECT_EQ(told(list.rows[1]), "2026-03-20 -45.00   ");
    EXPECT_EQ(list.rows[0].row, 2);
    EXPECT_EQ(list.rows[0].raw, "20.03.2026;Overføring innland KID: 0012345674;20.03.2026;;1.234,50");
    EXPECT_EQ(list.columns.at("in"), "Inn på konto");
}

TEST(payment_list, of_a_bank_with_accounts_and_a_signed_sum) {
    const PaymentList list = of("Bokføringsdato,Beløp,Avsender,Fra konto,Til konto,KID,Valuta,Arkivreferanse\n"
                                "2026-03-20,100.00,Blid Fjellrev,1234 56 78903,12345678903,000123,NOK,A1\n"
                                "2026-03-21,-20.00,,,12345678903,,NOK,A2\n");
    ASSERT_EQ(list.rows.size(), 2U);
    EXPECT_EQ(told(list.rows[0]), "2026-03-20 100.00 000123 Blid Fjellrev 1234 56 78903");
    EXPECT_EQ(list.rows[0].account, "12345678903");
    EXPECT_EQ(list.rows[0].archive_ref, "A1");
    EXPECT_EQ(list.rows[1].amount, Money(-20'00, Currency::nok()));
}

TEST(payment_list, a_text_that_only_sounds_like_a_kid_is_none) {
    const PaymentList list = of("Dato;Beløp;Tekst\n20.03.2026;10,00;Barnekid 123456\n20.03.2026;11,00;kid 1\n20.03.2026;12,00;KID.99\n");
    ASSERT_EQ(list.rows.size(), 3U);
    EXPECT_EQ(list.rows[0].reference, "");
    EXPECT_EQ(list.rows[1].reference, "") << "one digit is no reference";
    EXPECT_EQ(list.rows[2].reference, "99");
}

TEST(payment_list, rows_that_cannot_be_read_are_told_by_their_place) {
    const PaymentList list = of("Dato;Beløp;KID\n20.03.2026;10,00;12\n31.02.2026;10,00;12\n21.03.2026;ti;12\n22.03.2026;10,00;1,23457E+13\n23.03.2026;;12\nSum;30,00;\n");
    ASSERT_EQ(list.rows.size(), 1U);
    ASSERT_EQ(list.rejected.size(), 3U);
    EXPECT_EQ(list.rejected[0].row, 3);
    EXPECT_EQ(list.rejected[0].code, "day");
    EXPECT_EQ(list.rejected[1].code, "amount");
    EXPECT_EQ(list.rejected[1].column, "Beløp");
    EXPECT_EQ(list.rejected[2].code, "reference");
    EXPECT_EQ(list.empty, 1);
}

TEST(payment_list, what_is_no_list_of_payments) {
    EXPECT_EQ(code_of("Kundenr;Navn;Fakturanr\n1;Blid Fjellrev;F1\n"), "payments.header");
    EXPECT_EQ(code_of("Dato;Beløp\n"), "payments.empty");
    EXPECT_EQ(code_of("Dato;Beløp\n01.02.2026;1.250\n01.02.2026;2.500\n"), "payments.decimal");
    EXPECT_EQ(code_of("Dato;Beløp\n01/02/2026;1,50\n03/04/2026;2,50\n"), "payments.days");
}

}  // namespace
}  // namespace frist::sheets
