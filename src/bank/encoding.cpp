#include "bank/encoding.h"

#include "base/pch.h"

namespace frist::bank {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

void add_utf8(std::string& out, char32_t sign) {
    const auto add = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (sign < 0x80) return add(sign);
    if (sign < 0x800) {
        add(0xC0 | (sign >> 6U));
        return add(0x80 | (sign & 0x3FU));
    }
    if (sign < 0x10000) {
        add(0xE0 | (sign >> 12U));
    } else {
        add(0xF0 | (sign >> 18U));
        add(0x80 | ((sign >> 12U) & 0x3FU));
    }
    add(0x80 | ((sign >> 6U) & 0x3FU));
    add(0x80 | (sign & 0x3FU));
}

// What windows-1252 has where ISO-8859-1 has control signs; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows_signs = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t latin_9(unsigned byte) {
    switch (byte) {
        case 0xA4: return 0x20AC;
        case 0xA6: return 0x0160;
        case 0xA8: return 0x0161;
        case 0xB4: return 0x017D;
        case 0xB8: return 0x017E;
        case 0xBC: return 0x0152;
        case 0xBD: return 0x0153;
        case 0xBE: return 0x0178;
        default: return byte;
    }
}

enum class OneByte { latin_1, latin_9, windows_1252 };

char32_t sign_of(unsigned byte, OneByte encoding) {
    switch (encoding) {
        case OneByte::latin_1: return byte;
        case OneByte::latin_9: return latin_9(byte);
        case OneByte::windows_1252: return byte >= 0x80 && byte < 0xA0 ? windows_signs[byte - 0x80] : byte;
    }
    return byte;
}

std::optional<std::string> utf8_from(std::string_view bytes, OneByte encoding) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned byte = byte_at(bytes, i);
        const char32_t sign = sign_of(byte, encoding);
        if (sign == 0 && byte != 0) return std::nullopt;
        add_utf8(out, sign);
    }
    return out;
}

std::optional<std::string> utf8_from_utf16(std::string_view bytes, bool big_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) -> char32_t {
        return big_endian ? byte_at(bytes, at) << 8U | byte_at(bytes, at + 1)
                          : byte_at(bytes, at + 1) << 8U | byte_at(bytes, at);
    };
    std::string out;
    out.reserve(bytes.size() / 2 + bytes.size() / 16);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const char32_t first = unit(i);
        if (first < 0xD800 || first > 0xDFFF) {
            add_utf8(out, first);
            continue;
        }
        if (first > 0xDBFF || i + 4 > bytes.size()) return std::nullopt;
        const char32_t second = unit(i += 2);
        if (second < 0xDC00 || second > 0xDFFF) return std::nullopt;
        add_utf8(out, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
    }
    return out;
}

// What <?xml … encoding="NAME"?> says, in small letters; empty when it says nothing.
std::string declared_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return "";
    std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
    const auto at = head.find("encoding");
    if (at == std::string_view::npos) return "";
    head.remove_prefix(at);
    const auto open = head.find_first_of("\"'");
    if (open == std::string_view::npos) return "";
    const auto close = head.find(head[open], open + 1);
    if (close == std::string_view::npos) return "";
    std::string name(head.substr(open + 1, close - open - 1));
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

Error not_text(std::string_view encoding) {
    return Error{"xml.encoding", "the file",
                 fmt::format("the bytes are not text in {}, which the file says it is in", encoding),
                 "Ask the bank to send the file again."};
}

Result<std::string_view> keep(std::optional<std::string> text, std::string& kept, std::string_view encoding) {
    if (!text) return not_text(encoding);
    kept = std::move(*text);
    return std::string_view(kept);
}

}  // namespace

bool is_ascii(std::string_view bytes) {
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & 0x8080808080808080ULL) != 0) return false;
    }
    for (; at < bytes.size(); ++at)
        if (byte_at(bytes, at) >= 0x80) return false;
    return true;
}

bool valid_utf8(std::string_view bytes) {
    if (is_ascii(bytes)) return true;
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned first = byte_at(bytes, at);
        const std::size_t more = first < 0x80                     ? 0
                                 : first >= 0xC2 && first <= 0xDF ? 1
                                 : (first & 0xF0U) == 0xE0        ? 2
                                 : first >= 0xF0 && first <= 0xF4 ? 3
                                                                  : 9;
        if (at + more >= bytes.size()) return false;
        for (std::size_t i = 1; i <= more; ++i)
            if ((byte_at(bytes, at + i) & 0xC0U) != 0x80) return false;
        // Overlong forms, surrogates and what lies above U+10FFFF.
        const unsigned second = more > 0 ? byte_at(bytes, at + 1) : 0;
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
            (first == 0xF4 && second > 0x8F))
            return false;
        at += more + 1;
    }
    return true;
}

std::string utf8_from_latin_1(std::string_view bytes) {
    return is_ascii(bytes) ? std::string(bytes) : *utf8_from(bytes, OneByte::latin_1);
}

std::string_view one_byte_text(std::string_view bytes, std::string& kept) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (is_ascii(bytes) || !valid_utf8(bytes)) return bytes;
    kept.clear();
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned first = byte_at(bytes, at);
        if (first < 0x80) {
            kept += bytes[at++];
        } else if (first < 0xE0) {
            const unsigned sign = (first & 0x1FU) << 6U | (byte_at(bytes, at + 1) & 0x3FU);
            kept += sign < 0x100 ? static_cast<char>(static_cast<unsigned char>(sign)) : '?';
            at += 2;
        } else {
            kept += '?';
            at += first < 0xF0 ? 3 : 4;
        }
    }
    return kept;
}

Result<std::string_view> xml_as_utf8(std::string_view bytes, std::string& kept) {
    if (bytes.starts_with("\xFE\xFF")) return keep(utf8_from_utf16(bytes.substr(2), true), kept, "UTF-16");
    if (bytes.starts_with("\xFF\xFE")) return keep(utf8_from_utf16(bytes.substr(2), false), kept, "UTF-16");
    if (bytes.starts_with(std::string_view("\0<", 2))) return keep(utf8_from_utf16(bytes, true), kept, "UTF-16");
    if (bytes.starts_with(std::string_view("<\0", 2))) return keep(utf8_from_utf16(bytes, false), kept, "UTF-16");
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    const std::string name = declared_encoding(bytes);
    if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") {
        if (!valid_utf8(bytes)) return not_text("UTF-8");
        return bytes;
    }
    if (is_ascii(bytes) && !name.starts_with("utf-16") &&
        (name.starts_with("iso-8859-") || name.starts_with("windows-125")))
        return bytes;
    if (name == "iso-8859-1" || name == "latin1") return keep(utf8_from(bytes, OneByte::latin_1), kept, "ISO-8859-1");
    if (name == "iso-8859-15") return keep(utf8_from(bytes, OneByte::latin_9), kept, "ISO-8859-15");
    if (name == "windows-1252" || name == "cp1252")
        return keep(utf8_from(bytes, OneByte::windows_1252), kept, "windows-1252");
    return Error{"xml.encoding", "the file", "the file names an encoding that is not supported",
                 "Ask the bank for the file in UTF-8."};
}

}  // namespace frist::bank
