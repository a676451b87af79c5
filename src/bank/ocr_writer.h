// Writes OCR giro as the clearing house would, for the demo, the tests and the measurements. Frist never sends it to a
// bank.
#pragma once
#include "base/date.h"
#include "base/result.h"
#include "money/money.h"

#include <optional>
#include <string>
#include <vector>

namespace frist::bank {

struct OcrPayment {
    std::string kid;  // up to 25 signs; may be empty
    Money amount;     // NOK; negative writes a credit note
    Date booking_date;
    std::optional<Date> payment_date;  // when the payer's bank got the order
    std::string payer_account;         // eleven digits, or empty for unknown
    std::string archive_ref;           // up to nine digits, or empty
    std::string text;                  // up to 40 signs of ISO-8859-1, as UTF-8; makes it a type 21
};

struct OcrDelivery {
    std::string transmission = "0000001";  // up to seven digits
    std::string recipient;                 // up to eight digits: the creditor's customer unit
    std::string agreement;                 // up to nine digits
    std::string assignment = "0000001";    // up to seven digits
    std::string account;                   // the creditor's, eleven digits
    std::vector<OcrPayment> payments;
};

// One transmission with one assignment, dated on the latest booking date; lines end with a line feed. Errors
// ocr_writer.empty (no payments), ocr_writer.field with the payment's number from 1.
Result<std::string> write_ocr_giro(const OcrDelivery& delivery);

}  // namespace frist::bank
