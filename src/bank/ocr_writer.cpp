#include "bank/ocr_writer.h"

#include "bank/encoding.h"
#include "bank/ocr_record.h"
#include "base/pch.h"

namespace frist::bank {
namespace {

Error wrong(std::string place, std::string_view what) {
    return Error{"ocr_writer.field", std::move(place), std::string(what), "Correct the field."};
}

constexpr std::int64_t too_large = 100'000'000'000'000'000;  // eighteen digits

bool fits(std::string_view digits, std::size_t most) {
    return digits.size() <= most && all_digits(digits);
}

std::string ddmmyy(const std::optional<Date>& date) {
    if (!date) return "000000";
    return fmt::format("{:02}{:02}{:02}", date->day(), date->month(), date->year() % 100);
}

bool has_two_digit_year(Date date) {
    return date.year() >= 1980 && date.year() <= 2079;
}

std::string_view wrong_field(const OcrPayment& payment) {
    std::string kept;
    if (payment.amount.currency() != Currency::nok()) return "OCR giro is in NOK";
    if (payment.amount.minor() >= too_large || payment.amount.minor() <= -too_large)
        return "the amount has more than 17 digits";
    if (payment.kid.size() > 25 || !is_ascii(payment.kid) || payment.kid.find_first_of(" \r\n") != std::string::npos)
        return "the KID has more than 25 signs, or a blank";
    if (!fits(payment.payer_account, 11)) return "the payer's account is not eleven digits";
    if (!fits(payment.archive_ref, 9)) return "the archive reference is not nine digits";
    const std::string_view words = one_byte_text(payment.text, kept);
    if (words.size() > 40 || words.find_first_of("\r\n") != std::string_view::npos)
        return "the text has more than 40 signs, or a line break";
    if (!has_two_digit_year(payment.booking_date) ||
        !has_two_digit_year(payment.payment_date.value_or(payment.booking_date)))
        return "the year is not one of 1980 to 2079";
    return "";
}

// A record is filled with zeros to its 80 positions.
void add_record(std::string& out, std::string record) {
    FRIST_CHECK(record.size() <= 80);
    record.resize(80, '0');
    out += record;
    out += '\n';
}

void add_payment(std::string& out, const OcrPayment& payment, std::size_t number) {
    const std::string_view type = payment.text.empty() ? "10" : "21";
    add_record(out, fmt::format("NY09{}30{:07}{}00{:02}000001{}{:017}{:>25}", type, number,
                                ddmmyy(payment.booking_date), payment.booking_date.day(),
                                payment.amount.negative() ? '-' : '0', std::abs(payment.amount.minor()), payment.kid));
    add_record(out, fmt::format("NY09{}31{:07}0000000000{:0>9}0000000{}{:0>11}", type, number, payment.archive_ref,
                                ddmmyy(payment.payment_date), payment.payer_account));
    if (payment.text.empty()) return;
    std::string kept;
    // Padded by bytes: fmt would count the signs of UTF-8.
    std::string words(one_byte_text(payment.text, kept));
    words.resize(40, ' ');
    add_record(out, fmt::format("NY092132{:07}", number) + words);
}

}  // namespace

Result<std::string> write_ocr_giro(const OcrDelivery& delivery) {
    if (delivery.payments.empty())
        return Error{"ocr_writer.empty", "payments", "an OCR giro file has at least one payment", "Write no file."};
    if (!fits(delivery.transmission, 7)) return wrong("transmission", "this is not seven digits");
    if (!fits(delivery.recipient, 8)) return wrong("recipient", "this is not eight digits");
    if (!fits(delivery.agreement, 9)) return wrong("agreement", "this is not nine digits");
    if (!fits(delivery.assignment, 7)) return wrong("assignment", "this is not seven digits");
    if (delivery.account.size() != 11 || !all_digits(delivery.account))
        return wrong("account", "this is not eleven digits");

    std::string out;
    add_record(out, fmt::format("NY00001000008080{:0>7}{:0>8}", delivery.transmission, delivery.recipient));
    add_record(out, fmt::format("NY090020{:0>9}{:0>7}{}", delivery.agreement, delivery.assignment, delivery.account));
    std::int64_t sum = 0;
    Date first = delivery.payments.front().booking_date;
    Date last = first;
    for (std::size_t i = 0; i < delivery.payments.size(); ++i) {
        const OcrPayment& payment = delivery.payments[i];
        if (const std::string_view fault = wrong_field(payment); !fault.empty())
            return wrong(fmt::format("payment {}", i + 1), fault);
        if (__builtin_add_overflow(sum, payment.amount.minor(), &sum) || sum >= too_large)
            return wrong(fmt::format("payment {}", i + 1), "the sum has more than 17 digits");
        first = std::min(first, payment.booking_date);
        last = std::max(last, payment.booking_date);
        add_payment(out, payment, i + 1);
    }
    if (sum < 0) return wrong("payments", "the credit notes are larger than the payments: the end record has no sign");
    const std::size_t records = static_cast<std::size_t>(std::count(out.begin(), out.end(), '\n'));
    const std::size_t count = delivery.payments.size();
    add_record(out, fmt::format("NY090088{:08}{:08}{:017}{}{}{}", count, records, sum, ddmmyy(last), ddmmyy(first),
                                ddmmyy(last)));
    add_record(out, fmt::format("NY000089{:08}{:08}{:017}{}", count, records + 2, sum, ddmmyy(last)));
    return out;
}

}  // namespace frist::bank
