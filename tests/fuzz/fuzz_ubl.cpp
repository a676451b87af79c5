// An invoice from anywhere: reading never stops the program, and what is accepted is whole.
#include "base/pch.h"
#include "base/result.h"
#include "invoices/invoice.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frist::invoices;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(is_ubl(bytes));
    const InvoiceFile file = read_ubl(bytes);
    FRIST_CHECK((file.verdict == Verdict::reject) == !file.errors.empty());
    if (file.verdict != Verdict::reject) {
        FRIST_CHECK(file.invoice.has_value());
        const Invoice& i = *file.invoice;
        FRIST_CHECK(!i.id.empty() && i.issued && i.currency && i.payable && i.supplier && i.customer);
        FRIST_CHECK(i.payable->currency() == *i.currency);
        FRIST_CHECK(!file.claimable || i.payable->positive());
    }
    FRIST_CHECK(!boost::json::serialize(to_json(file)).empty());
    return 0;
}
