// Any bytes: reading OCR giro ends with a verdict, and what it says of itself is true. The second half tries a whole
// file whose end records agree, so that the fuzzer gets past them.
#include "bank/ocr_writer.h"
#include "bank/payment_file.h"
#include "base/pch.h"

namespace {

using namespace frist;         // NOLINT(google-build-using-namespace)
using namespace frist::bank;   // NOLINT(google-build-using-namespace)

void must_be_sound(const PaymentFile& file) {
    FRIST_CHECK((file.verdict == Verdict::reject) == !file.errors.empty());
    FRIST_CHECK(file.verdict != Verdict::reject || (file.items.empty() && file.totals.empty()));
    FRIST_CHECK(file.errors.size() <= fault_limit && file.findings.size() <= fault_limit);
    std::set<std::string> prints;
    for (const PaymentItem& item : file.items) {
        FRIST_CHECK(item.fingerprint.size() == 64 && prints.insert(item.fingerprint).second);
        FRIST_CHECK(!item.books() || item.amount.positive());
        FRIST_CHECK(!item.place.empty() && !item.raw.empty());
    }
    const std::string json = boost::json::serialize(to_json(file));
    FRIST_CHECK(!json.empty());
}

// The bytes as payments: eight bytes each.
std::vector<OcrPayment> payments_of(std::string_view bytes) {
    std::vector<OcrPayment> payments;
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        OcrPayment one;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
        one.amount = nok(1 + byte(0) + 256 * byte(1));
        one.booking_date = Date::of(2025, 1, 1) + Days{byte(2) % 30};
        if (byte(3) > 127) one.payment_date = one.booking_date;
        one.kid = std::to_string(byte(4) * 256 + byte(5));
        one.archive_ref = std::to_string(byte(6));
        if (byte(7) > 200) one.text = "text";
        payments.push_back(std::move(one));
    }
    return payments;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    must_be_sound(read_ocr_giro(bytes));
    must_be_sound(read_payment_file(bytes));

    OcrDelivery delivery;
    delivery.account = "12345678903";
    delivery.payments = payments_of(bytes.substr(0, 800));
    const auto written = write_ocr_giro(delivery);
    if (!written.ok()) return 0;
    const PaymentFile back = read_ocr_giro(*written);
    must_be_sound(back);
    FRIST_CHECK(back.verdict == Verdict::accept && back.items.size() == delivery.payments.size());
    return 0;
}
