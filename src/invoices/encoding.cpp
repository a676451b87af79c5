#include "base/pch.h"
#include "invoices/xml.h"

namespace frist::invoices {
namespace {

void put_utf8(std::string& out, std::uint32_t sign) {
    const auto tail = [&](unsigned shift) { out.push_back(static_cast<char>(0x80U | ((sign >> shift) & 0x3fU))); };
    if (sign < 0x80) {
        out.push_back(static_cast<char>(sign));
    } else if (sign < 0x800) {
        out.push_back(static_cast<char>(0xc0U | (sign >> 6)));
        tail(0);
    } else if (sign < 0x10000) {
        out.push_back(static_cast<char>(0xe0U | (sign >> 12)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xf0U | (sign >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

Error wrong_encoding(std::string message) {
    return {"invoice.encoding", "", std::move(message), "Ask the sender for the document in UTF-8."};
}

// Well-formed UTF-8 without zeros, by the table of the Unicode standard (3.9, table 3-7).
bool good_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            if (lead == 0) return false;
            ++i;
            continue;
        }
        const std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || text.size() - i <= more) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f)) return false;
        if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f)) return false;
        i += more + 1;
    }
    return true;
}

Result<std::string> from_utf16(std::string_view bytes, bool big) {
    if (bytes.size() % 2 != 0) return wrong_encoding("is UTF-16 with half a sign at its end");
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(big ? a << 8 | b : b << 8 | a);
    };
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint32_t sign = unit(i);
        if (sign >= 0xd800 && sign < 0xe000) {
            const std::uint32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
            if (sign >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return wrong_encoding("is no valid UTF-16");
            sign = 0x10000 + ((sign - 0xd800) << 10) + (low - 0xdc00);
            i += 2;
        }
        if (sign == 0) return wrong_encoding("has a zero in its text");
        put_utf8(out, sign);
    }
    return out;
}

// 0x80 to 0x9f of windows-1252; 0 where it has no sign.
constexpr auto windows_signs = std::to_array<std::uint32_t>(
    {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
     0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
     0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178});

enum class OneByte { latin_1, latin_9, windows_1252 };

std::uint32_t latin_9_sign(unsigned char byte) {
    switch (byte) {
        case 0xa4: return 0x20ac;
        case 0xa6: return 0x0160;
        case 0xa8: return 0x0161;
        case 0xb4: return 0x017d;
        case 0xb8: return 0x017e;
        case 0xbc: return 0x0152;
        case 0xbd: return 0x0153;
        case 0xbe: return 0x0178;
        default: return byte;
    }
}

std::uint32_t sign_of(unsigned char byte, OneByte table) {
    switch (table) {
        case OneByte::latin_1: return byte;
        case OneByte::latin_9: return latin_9_sign(byte);
        case OneByte::windows_1252: return byte >= 0x80 && byte < 0xa0 ? windows_signs[byte - 0x80U] : byte;
    }
    return 0;
}

Result<std::string> from_one_byte(std::string_view bytes, OneByte table) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const std::uint32_t sign = sign_of(static_cast<unsigned char>(c), table);
        if (sign == 0) return wrong_encoding("has a byte that its encoding does not know");
        put_utf8(out, sign);
    }
    return out;
}

// The encoding in <?xml … encoding="…"?>, in small letters; empty when it is not said.
std::string declared(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return "";
    const std::string_view declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{400}));
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return "";
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return "";
    const std::size_t end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return "";
    std::string name(declaration.substr(at + 1, end - at - 1));
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

Result<std::string> by_declaration(std::string_view bytes) {
    const std::string name = declared(bytes);
    if (name == "iso-8859-1" || name == "latin1") return from_one_byte(bytes, OneByte::latin_1);
    if (name == "iso-8859-15" || name == "latin-9") return from_one_byte(bytes, OneByte::latin_9);
    if (name == "windows-1252" || name == "cp1252") return from_one_byte(bytes, OneByte::windows_1252);
    if (!name.empty() && name != "utf-8" && name != "utf8" && name != "us-ascii")
        return wrong_encoding("declares an encoding that is not supported");
    if (!good_utf8(bytes)) return wrong_encoding("is no valid UTF-8");
    return std::string(bytes);
}

}  // namespace

Result<std::string> xml_as_utf8(std::string_view bytes) {
    if (bytes.size() > xml_bytes_limit)
        return Error{"invoice.size", "", "is larger than any invoice",
                     "Ask the sender for it without its attachments."};
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xff\xfe"sv)) return from_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xfe\xff"sv)) return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("<\0"sv)) return from_utf16(bytes, false);
    if (bytes.starts_with("\0<"sv)) return from_utf16(bytes, true);
    if (!bytes.starts_with("\xef\xbb\xbf"sv)) return by_declaration(bytes);
    if (!good_utf8(bytes)) return wrong_encoding("is no valid UTF-8");
    return std::string(bytes.substr(3));
}

}  // namespace frist::invoices
