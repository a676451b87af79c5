// Mail that came back, and receipts of print houses: whatever they hold, they are read or refused.
#include "post/batch.h"
#include "post/bounce.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto bounce = frist::post::read_bounce(text, "retur@fjordror.example", "fjordror.example");
    if (bounce && (bounce->letter.empty() || bounce->letter.find_first_not_of("0123456789-") != std::string::npos)) std::abort();
    const auto receipts = frist::post::read_receipts(text, "r.csv");
    if (!receipts.ok() && receipts.error().field.find("r.csv line ") != 0) std::abort();
    return 0;
}
