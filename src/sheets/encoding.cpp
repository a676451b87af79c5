#include "sheets/encoding.h"

#include "base/pch.h"
#include "sheets/table.h"

#include <unicode/ucnv.h>

namespace frist::sheets {
namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 7> names = {{
    {Encoding::utf8, "UTF-8"},
    {Encoding::utf8_mark, "UTF-8 with byte order mark"},
    {Encoding::utf16_le, "UTF-16LE"},
    {Encoding::utf16_be, "UTF-16BE"},
    {Encoding::windows_1252, "windows-1252"},
    {Encoding::dos_865, "CP865"},
    {Encoding::macintosh, "macintosh"},
}};

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

const char* converter_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
        case Encoding::utf8_mark: return "UTF-8";
        case Encoding::utf16_le: return "UTF-16LE";
        case Encoding::utf16_be: return "UTF-16BE";
        case Encoding::windows_1252: return "windows-1252";
        case Encoding::dos_865: return "ibm-865";
        case Encoding::macintosh: return "macintosh";
    }
    return "UTF-8";
}

struct Zeros {
    std::size_t even = 0;
    std::size_t odd = 0;
    std::size_t pairs = 0;
};

Zeros zeros_of(std::string_view bytes) {
    Zeros zeros;
    zeros.pairs = std::min<std::size_t>(bytes.size(), 8192) / 2;
    for (std::size_t i = 0; i < zeros.pairs; ++i) {
        if (bytes[2 * i] == '\0') ++zeros.even;
        if (bytes[2 * i + 1] == '\0') ++zeros.odd;
    }
    return zeros;
}

// Nordic letters of one single-byte encoding, lower case first, and the signs that stand at numbers.
struct Alphabet {
    Encoding encoding;
    std::string_view lower;    // å ä ö æ ø é ü
    std::string_view upper;    // Å Ä Ö Æ Ø É Ü
    std::string_view numeric;  // no-break space, euro: plausible beside a digit
};

constexpr std::array<Alphabet, 3> alphabets = {{
    {Encoding::windows_1252, "\xE5\xE4\xF6\xE6\xF8\xE9\xFC", "\xC5\xC4\xD6\xC6\xD8\xC9\xDC", "\xA0\x80"},
    {Encoding::dos_865, "\x86\x84\x94\x91\x9B\x82\x81", "\x8F\x8E\x99\x92\x9D\x90\x9A", "\xFF"},
    {Encoding::macintosh, "\x8C\x8A\x9A\xBE\xBF\x8E\x9F", "\x81\x80\x85\xAE\xAF\x83\x86", "\xCA\xDB"},
}};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How well the bytes above 0x7F read as Nordic words: a letter among letters of its own case is a good
// sign, a capital in the middle of small letters or a letter inside a number is a bad one.
int plausibility(std::string_view bytes, const Alphabet& alphabet) {
    int score = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (static_cast<unsigned char>(c) < 0x80) continue;
        const char before = i > 0 ? bytes[i - 1] : ' ';
        const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
        const bool among_small = is_lower(before) || is_lower(after);
        const bool among_letters = among_small || is_upper(before) || is_upper(after);
        if (alphabet.lower.find(c) != std::string_view::npos) {
            score += is_digit(before) || is_digit(after) ? -2 : is_lower(before) || is_lower(after) ? 3 : 1;
        } else if (alphabet.upper.find(c) != std::string_view::npos) {
            score += is_digit(before) || is_digit(after) || is_lower(before) ? -2 : among_letters ? 3 : 1;
        } else if (alphabet.numeric.find(c) != std::string_view::npos) {
            score += is_digit(before) || is_digit(after) ? 2 : 0;
        } else if (among_letters) {
            score -= 2;
        }
    }
    return score;
}

Encoding single_byte_encoding_of(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 1U << 20U);
    Encoding best = Encoding::windows_1252;
    int best_score = 0;
    for (const Alphabet& alphabet : alphabets) {
        const int score = plausibility(sample, alphabet);
        // windows-1252 stands first and keeps a draw: DOS and Mac files are the exception.
        if (alphabet.encoding == Encoding::windows_1252 || score > best_score) {
            best = alphabet.encoding;
            best_score = score;
        }
    }
    return best;
}

Error invalid(Encoding encoding) {
    return Error{"encoding.invalid", "", fmt::format("the bytes are not text in {}", name_of(encoding)),
                 "Save the file again as CSV UTF-8, or name its encoding in the map file."};
}

struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter converter_for(Encoding encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(converter_name(encoding), &status));
    FRIST_CHECK(U_SUCCESS(status));
    return converter;
}

std::string convert(UConverter* to, UConverter* from, std::string_view bytes) {
    std::string out(bytes.size() * 3 + 16, '\0');
    char* target = out.data();
    const char* source = bytes.data();
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), true, true, &status);
    FRIST_CHECK(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(target - out.data()));
    return out;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    for (const auto& [value, name] : names)
        if (value == encoding) return name;
    return "";
}

Result<Encoding> encoding_named(std::string_view name) {
    const auto same = [](std::string_view a, std::string_view b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
            return (is_upper(x) ? static_cast<char>(x + 32) : x) == (is_upper(y) ? static_cast<char>(y + 32) : y);
        });
    };
    for (const auto& [value, known] : names)
        if (same(name, known)) return value;
    for (const std::string_view other : {"latin1", "latin-1", "iso-8859-1", "iso-8859-15", "cp1252"})
        if (same(name, other)) return Encoding::windows_1252;
    for (const std::string_view other : {"cp850", "dos"})
        if (same(name, other)) return Encoding::dos_865;
    return Error{"encoding.unknown", "", "this encoding is not known",
                 "Use UTF-8, UTF-16LE, UTF-16BE, windows-1252, CP865 or macintosh."};
}

bool valid_utf8(std::string_view bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = at + bytes.size();
    while (at < end) {
        if (end - at >= 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, at, 8);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const int more = *at >= 0xC2 && *at <= 0xDF ? 1 : (*at & 0xF0) == 0xE0 ? 2 : *at >= 0xF0 && *at <= 0xF4 ? 3 : 0;
        if (more == 0 || end - at <= more) return false;
        for (int i = 1; i <= more; ++i)
            if ((at[i] & 0xC0) != 0x80) return false;
        // Overlong forms, surrogates and what lies above U+10FFFF.
        if ((*at == 0xE0 && at[1] < 0xA0) || (*at == 0xED && at[1] > 0x9F) || (*at == 0xF0 && at[1] < 0x90) ||
            (*at == 0xF4 && at[1] > 0x8F))
            return false;
        at += more + 1;
    }
    return true;
}

Encoding encoding_of(std::string_view bytes) {
    if (bytes.starts_with(utf8_bom)) return Encoding::utf8_mark;
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_be;
    const Zeros zeros = zeros_of(bytes);
    if (zeros.pairs > 0 && zeros.odd * 5 > zeros.pairs * 2 && zeros.even * 20 <= zeros.pairs) return Encoding::utf16_le;
    if (zeros.pairs > 0 && zeros.even * 5 > zeros.pairs * 2 && zeros.odd * 20 <= zeros.pairs) return Encoding::utf16_be;
    if (valid_utf8(bytes)) return Encoding::utf8;
    return single_byte_encoding_of(bytes);
}

Result<std::string> to_utf8(std::string_view bytes, Encoding encoding) {
    if (bytes.starts_with(utf8_bom)) {
        bytes.remove_prefix(3);
        encoding = Encoding::utf8;
    }
    std::string out;
    switch (encoding) {
        case Encoding::utf8:
        case Encoding::utf8_mark:
            if (!valid_utf8(bytes)) return invalid(encoding);
            out = bytes;
            break;
        case Encoding::utf16_le:
        case Encoding::utf16_be: {
            if (bytes.starts_with(encoding == Encoding::utf16_le ? "\xFF\xFE" : "\xFE\xFF")) bytes.remove_prefix(2);
            if (bytes.size() % 2 != 0) return invalid(encoding);
            [[fallthrough]];
        }
        case Encoding::windows_1252:
        case Encoding::dos_865:
        case Encoding::macintosh: {
            const Converter from = converter_for(encoding);
            const Converter to = converter_for(Encoding::utf8);
            out = convert(to.get(), from.get(), bytes);
            break;
        }
    }
    if (out.find('\0') != std::string::npos)
        return Error{"encoding.invalid", "", "this is not a text file: it holds zero bytes",
                     "Export the list as CSV or XLSX."};
    return out;
}

std::string from_utf8(std::string_view text, Encoding encoding) {
    if (encoding == Encoding::utf8) return std::string(text);
    if (encoding == Encoding::utf8_mark) return std::string(utf8_bom) + std::string(text);
    const Converter from = converter_for(Encoding::utf8);
    const Converter to = converter_for(encoding);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setSubstChars(to.get(), "?", 1, &status);
    return convert(to.get(), from.get(), text);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::array<std::string_view, 4> wide = {"\u00a0", "\u202f", "\u2007", "\ufeff"};
    const auto narrow = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (bool again = true; again && !text.empty();) {
        again = false;
        while (!text.empty() && narrow(text.front())) text.remove_prefix(1);
        while (!text.empty() && narrow(text.back())) text.remove_suffix(1);
        for (const std::string_view blank : wide) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

}  // namespace frist::sheets
