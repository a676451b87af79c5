#include "bank/ocr_writer.h"

#include "bank/payment_file.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace frist::bank {
namespace {

Date d(const char* iso) {
    return Date::parse(iso).value();
}

OcrDelivery delivery(std::vector<OcrPayment> payments) {
    return {
        .recipient = "00123456", .agreement = "001234567", .account = "12345678903", .payments = std::move(payments)};
}

OcrPayment payment(const char* kid, std::int64_t ore, const char* day) {
    return {.kid = kid,
            .amount = nok(ore),
            .booking_date = d(day),
            .payment_date = d(day),
            .payer_account = "99990000011",
            .archive_ref = "000000017",
            .text = ""};
}

TEST(ocr_writer, writes_what_the_description_shows) {
    const std::string file = write_ocr_giro(delivery({payment("0000531", 102000, "2025-03-04")})).value();
    EXPECT_EQ(file,
              "NY000010000080800000001001234560000000000000000000000000000000000000000000000000\n"
              "NY090020001234567000000112345678903000000000000000000000000000000000000000000000\n"
              "NY09103000000010403250004000001000000000000102000                  0000531000000\n"
              "NY091031000000100000000000000000170000000040325999900000110000000000000000000000\n"
              "NY090088000000010000000400000000000102000040325040325040325000000000000000000000\n"
              "NY000089000000010000000600000000000102000040325000000000000000000000000000000000\n");
}

TEST(ocr_writer, what_it_cannot_write_is_named) {
    const auto fault = [](OcrPayment changed) {
        return text(write_ocr_giro(delivery({payment("18", 100, "2025-03-04"), std::move(changed)})).error());
    };
    EXPECT_EQ(write_ocr_giro(delivery({})).error().code, "ocr_writer.empty");
    OcrPayment one = payment("123456789012345678901234567", 100, "2025-03-04");
    EXPECT_EQ(fault(one), "payment 2: the KID has more than 25 signs, or a blank — Correct the field.");
    one = payment("18", 100, "2080-01-01");
    EXPECT_EQ(fault(one), "payment 2: the year is not one of 1980 to 2079 — Correct the field.");
    one = payment("18", 100, "2025-03-04");
    one.amount = Money(100, Currency::sek());
    EXPECT_EQ(fault(one), "payment 2: OCR giro is in NOK — Correct the field.");
    one = payment("18", -200, "2025-03-04");
    EXPECT_EQ(fault(one).substr(0, 9), "payments:");
    one = payment("18", 100'000'000'000'000'000, "2025-03-04");
    EXPECT_EQ(fault(one).substr(0, 10), "payment 2:");
    OcrDelivery odd = delivery({payment("18", 100, "2025-03-04")});
    odd.account = "1234";
    EXPECT_EQ(write_ocr_giro(odd).error().field, "account");
}

OcrPayment any_payment() {
    const auto digits = [](std::size_t shortest, std::size_t longest) {
        const auto count = *rc::gen::inRange<std::size_t>(shortest, longest + 1);
        return *rc::gen::container<std::string>(count, rc::gen::inRange<char>('0', '9' + 1));
    };
    OcrPayment one;
    one.kid = digits(0, 25);
    one.amount = nok(*rc::gen::inRange<std::int64_t>(1, 100'000'000));
    one.booking_date = d("2025-01-01") + Days{*rc::gen::inRange(0, 40)};
    if (*rc::gen::arbitrary<bool>()) one.payment_date = one.booking_date - Days{*rc::gen::inRange(0, 9)};
    if (*rc::gen::arbitrary<bool>()) one.payer_account = "9999" + digits(7, 7);
    one.archive_ref = "1" + digits(8, 8);
    if (*rc::gen::inRange(0, 5) == 0)
        one.text = *rc::gen::elementOf(std::vector<std::string>{"Takk for kjøpet", "Ærlig", "x"});
    return one;
}

TEST(ocr_writer, reading_gives_back_what_was_written) {
    EXPECT_TRUE(rc::check([] {
        std::vector<OcrPayment> payments;
        const int count = *rc::gen::inRange(1, 30);
        for (int i = 0; i < count; ++i) payments.push_back(any_payment());
        // A credit note, never larger than what comes in.
        if (count > 3) payments[1].amount = nok(-std::min(payments[0].amount.minor(), payments[1].amount.minor()));
        const PaymentFile file = read_payment_file(write_ocr_giro(delivery(payments)).value());
        RC_ASSERT(file.verdict == Verdict::accept);
        RC_ASSERT(file.items.size() == payments.size());
        for (std::size_t i = 0; i < payments.size(); ++i) {
            const PaymentItem& item = file.items[i];
            RC_ASSERT(item.reference == payments[i].kid);
            RC_ASSERT(item.amount == payments[i].amount);
            RC_ASSERT(item.booking_date == payments[i].booking_date);
            RC_ASSERT(item.payment_date == payments[i].payment_date);
            RC_ASSERT(item.payer_account == payments[i].payer_account);
            RC_ASSERT(item.archive_ref == payments[i].archive_ref);
            RC_ASSERT((item.text.empty() ? "" : item.text.front()) == payments[i].text);
            RC_ASSERT(item.account == "12345678903");
            RC_ASSERT(item.books() == payments[i].amount.positive());
        }
    }));
}

}  // namespace
}  // namespace frist::bank
