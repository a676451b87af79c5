#include "access/passkey_data.h"

#include "base/pch.h"

namespace frist::access {
namespace {

constexpr int deepest = 8;
constexpr std::size_t longest_credential = 1023;

Error wrong() {
    return {"passkey.data", "passkey", "is not written as an authenticator writes it", "Try again, or use another one."};
}

// CBOR (RFC 8949) of definite lengths, read from the front; anything else ends the reading.
class Cbor {
public:
    explicit Cbor(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }

    std::optional<std::size_t> map() {
        const auto head = next();
        return head && head->kind == 5 ? std::optional<std::size_t>(head->value) : std::nullopt;
    }
    std::optional<std::int64_t> whole() {
        const auto head = next();
        if (!head || head->kind > 1 || head->value > 0x7fffffff) return std::nullopt;
        const auto value = static_cast<std::int64_t>(head->value);
        return head->kind == 0 ? value : -1 - value;
    }
    std::optional<std::string_view> bytes() { return chunk(2); }
    std::optional<std::string_view> text() { return chunk(3); }

    bool skip(int depth = 0) {
        const auto head = next();
        if (!head || depth > deepest) return false;
        if (head->kind == 2 || head->kind == 3) return take(head->value).has_value();
        if (head->kind == 6) return skip(depth + 1);
        if (head->kind != 4 && head->kind != 5) return true;
        for (std::uint64_t i = 0; i < (head->kind == 5 ? 2 * head->value : head->value); ++i)
            if (!skip(depth + 1)) return false;
        return true;
    }

private:
    struct Head {
        int kind = 0;
        std::uint64_t value = 0;
    };
    std::optional<Head> next() {
        const auto first = take(1);
        if (!first) return std::nullopt;
        const auto byte = static_cast<unsigned char>(first->front());
        const unsigned size = byte & 31U;
        if (size < 24) return Head{byte >> 5, size};
        if (size > 27) return std::nullopt;
        const auto more = take(std::size_t{1} << (size - 24));
        if (!more) return std::nullopt;
        std::uint64_t value = 0;
        for (const char c : *more) value = value << 8 | static_cast<unsigned char>(c);
        return value > 0xffffffff && byte >> 5 != 7 ? std::nullopt : std::optional<Head>({byte >> 5, value});
    }
    std::optional<std::string_view> chunk(int kind) {
        const auto head = next();
        return head && head->kind == kind ? take(head->value) : std::nullopt;
    }
    std::optional<std::string_view> take(std::uint64_t count) {
        if (count > rest_.size()) return std::nullopt;
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::string_view rest_;
};

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

// The fields of a COSE key: small whole numbers and byte strings, by their whole number.
struct Cose {
    std::map<std::int64_t, std::int64_t> numbers;
    std::map<std::int64_t, std::string_view> bytes;
};
std::optional<Cose> read_cose(std::string_view told) {
    Cbor cbor(told);
    const auto count = cbor.map();
    if (!count || *count > 20) return std::nullopt;
    Cose cose;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto label = cbor.whole();
        if (!label) return std::nullopt;
        Cbor as_number = cbor;
        Cbor as_bytes = cbor;
        if (const auto number = as_number.whole()) cose.numbers[*label] = *number;
        else if (const auto bytes = as_bytes.bytes()) cose.bytes[*label] = *bytes;
        if (!cbor.skip()) return std::nullopt;
    }
    return cose;
}

}  // namespace

Result<AuthenticatorData> read_authenticator_data(std::string_view bytes) {
    constexpr std::size_t least = 37;
    constexpr std::size_t before_length = 16;
    if (bytes.size() < least) return wrong();
    AuthenticatorData data;
    const auto flags = static_cast<unsigned char>(bytes[32]);
    data.site_digest = bytes.substr(0, 32);
    data.present = (flags & 1U) != 0;
    data.verified = (flags & 4U) != 0;
    data.count = big_endian(bytes.substr(33, 4));
    if ((flags & 0x40U) == 0) return data;
    std::string_view rest = bytes.substr(least);
    if (rest.size() < before_length + 2) return wrong();
    const std::size_t length = big_endian(rest.substr(before_length, 2));
    rest.remove_prefix(before_length + 2);
    if (length == 0 || length > longest_credential || length >= rest.size()) return wrong();
    data.credential = rest.substr(0, length);
    rest.remove_prefix(length);
    Cbor key(rest);
    if (!key.skip()) return wrong();
    data.key = rest.substr(0, rest.size() - key.rest().size());
    return data;
}

Result<std::string> authenticator_data_of(std::string_view attestation) {
    Cbor cbor(attestation);
    const auto count = cbor.map();
    if (!count || *count > 20) return wrong();
    std::optional<std::string_view> data;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto name = cbor.text();
        if (!name) return wrong();
        if (*name == "authData") data = cbor.bytes();
        else if (!cbor.skip()) return wrong();
    }
    if (!data) return wrong();
    return std::string(*data);
}

Result<PublicKey> cose_key(std::string_view bytes) {
    constexpr std::int64_t kind = 1, algorithm = 3;
    constexpr std::int64_t es256 = -7, eddsa = -8, rs256 = -257;
    std::optional<Cose> cose = read_cose(bytes);
    if (!cose) return wrong();
    const std::int64_t signs = cose->numbers[algorithm];
    if (signs == es256 && cose->numbers[kind] == 2 && cose->numbers[-1] == 1) return PublicKey::p256(cose->bytes[-2], cose->bytes[-3]);
    if (signs == eddsa && cose->numbers[kind] == 1 && cose->numbers[-1] == 6) return PublicKey::ed25519(cose->bytes[-2]);
    if (signs == rs256 && cose->numbers[kind] == 3) return PublicKey::rsa(cose->bytes[-1], cose->bytes[-2]);
    return wrong();
}

}  // namespace frist::access
