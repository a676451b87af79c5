// Any bytes: reading camt ends with a verdict, nothing outside the file is read, and the items add up to the entries.
// When the bytes are not XML they are tried as the inside of a message too.
#include "bank/payment_file.h"
#include "base/pch.h"

namespace {

using namespace frist;         // NOLINT(google-build-using-namespace)
using namespace frist::bank;   // NOLINT(google-build-using-namespace)

void must_be_sound(const PaymentFile& file) {
    FRIST_CHECK((file.verdict == Verdict::reject) == !file.errors.empty());
    FRIST_CHECK(file.verdict != Verdict::reject || file.items.empty());
    FRIST_CHECK(file.errors.size() <= fault_limit && file.findings.size() <= fault_limit);
    std::set<std::string> prints;
    std::map<std::string, std::int64_t> net;
    for (const PaymentItem& item : file.items) {
        FRIST_CHECK(item.fingerprint.size() == 64 && prints.insert(item.fingerprint).second);
        FRIST_CHECK(item.place.find("/Ntry[") != std::string::npos && !item.raw.empty());
        FRIST_CHECK(item.group < file.groups.size());
        net[std::string(item.amount.currency().code())] += item.amount.minor();
    }
    for (const Total& total : file.totals) {
        FRIST_CHECK(net[std::string(total.credits.currency().code())] == (total.credits - total.debits).minor());
    }
    const std::string json = boost::json::serialize(to_json(file));
    FRIST_CHECK(!json.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    must_be_sound(read_camt(bytes));
    if (is_camt(bytes)) must_be_sound(read_payment_file(bytes));   // an OCR giro file has other places
    must_be_sound(read_camt("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>"
                            "<GrpHdr><CreDtTm>2025-03-01T10:00:00</CreDtTm></GrpHdr><Ntfctn><Acct><Id><IBAN>NO7112345678903</IBAN></Id></Acct>" +
                            bytes + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"));
    return 0;
}
