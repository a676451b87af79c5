// What an authenticator says: whatever it holds, it is read or refused, and a key that was read checks a signature.
#include "access/passkey_data.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto inner = frist::access::authenticator_data_of(text);
    const auto data = frist::access::read_authenticator_data(inner.ok() ? std::string_view(*inner) : text);
    const auto key = frist::access::cose_key(data.ok() ? std::string_view(data->key) : text);
    if (key.ok()) (void)key->fits(text, text);
    return 0;
}
