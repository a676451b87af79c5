#include "store/postgres_text.h"

#include "base/pch.h"
#include "bank/encoding.h"
#include "base/result.h"

#include <sodium.h>

namespace frist::store {
namespace {

constexpr std::string_view mark = "\x02" "base64:";
constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

bool is_utf8_without_zero(std::string_view text) { return text.find('\0') == std::string_view::npos && bank::valid_utf8(text); }

bool is_wrapped(std::string_view kept) { return kept.starts_with(mark); }

std::string wrapped(std::string_view bytes) {
    std::string words(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(words.data(), words.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    words.pop_back();   // the zero at the end
    return std::string(mark) + words;
}

std::string unwrapped(std::string_view kept) {
    kept.remove_prefix(mark.size());
    std::string bytes(kept.size(), '\0');
    std::size_t size = 0;
    const int wrong = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), kept.data(), kept.size(), nullptr, &size, nullptr, variant);
    FRIST_CHECK(wrong == 0);
    bytes.resize(size);
    return bytes;
}

}  // namespace frist::store
