#include "base/fold.h"

#include "base/pch.h"

namespace frist {
namespace {

constexpr char ae = '{', oe = '|', aa = '}';  // as in the Norwegian ISO 646

// U+00C0 to U+017F, one or two letters each; a blank for what is no letter.
constexpr std::string_view latin[] = {
    "a", "a", "a",  "a",  "{", "}", "{", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // À
    "d", "n", "o",  "o",  "o", "o", "|", " ", "|", "u", "u", "u", "u", "y", "th", "ss",  // Ð
    "a", "a", "a",  "a",  "{", "}", "{", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // à
    "d", "n", "o",  "o",  "o", "o", "|", " ", "|", "u", "u", "u", "u", "y", "th", "y",   // ð
    "a", "a", "a",  "a",  "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // Ā
    "d", "d", "e",  "e",  "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // Đ
    "g", "g", "g",  "g",  "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // Ġ
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // İ
    "l", "l", "l",  "n",  "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // ŀ
    "|", "|", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // Ő
    "s", "s", "t",  "t",  "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // Š
    "u", "u", "u",  "u",  "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // Ű
};
static_assert(std::size(latin) == 0x180 - 0xC0);

struct Sign {
    char32_t code;
    std::size_t bytes;  // 0: no UTF-8
};

Sign sign_at(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    if ((first & 0xE0) == 0xC0 && tail(1)) return {char32_t(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if ((first & 0xF0) == 0xE0 && tail(1) && tail(2))
        return {char32_t(first & 0x0F) << 12 | char32_t(byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    if ((first & 0xF8) == 0xF0 && tail(1) && tail(2) && tail(3))
        return {char32_t(first & 0x07) << 18 | char32_t(byte(1) & 0x3F) << 12 | char32_t(byte(2) & 0x3F) << 6 |
                    (byte(3) & 0x3F),
                4};
    return {0, 0};
}

constexpr bool is_apostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2032;
}

class Folder {
public:
    std::string of(std::string_view text) {
        out_.reserve(text.size());
        while (!text.empty()) {
            const Sign sign = sign_at(text);
            const std::string_view bytes = text.substr(0, std::max<std::size_t>(sign.bytes, 1));
            if (sign.bytes == 0)
                out_ += bytes;
            else
                take(sign.code, bytes);
            text.remove_prefix(bytes.size());
        }
        if (out_.ends_with(' ')) out_.pop_back();
        return std::move(out_);
    }

private:
    void take(char32_t c, std::string_view bytes) {
        if (c >= 'a' && c <= 'z')
            out_.push_back(static_cast<char>(c));
        else if (c >= 'A' && c <= 'Z')
            out_.push_back(static_cast<char>(c - 'A' + 'a'));
        else if (c >= '0' && c <= '9')
            out_.push_back(static_cast<char>(c));
        else if (is_apostrophe(c))
            return;
        else if (c >= 0xC0 && c < 0x180)
            letters(latin[c - 0xC0]);
        else if (c >= 0x300 && c < 0x370)
            mark(c);
        else if (c < 0xC0 || (c >= 0x2000 && c < 0x2070))
            blank();
        else if (c >= 0x410 && c < 0x430)
            put(c + 0x20);  // Cyrillic capitals
        else if (c >= 0x391 && c < 0x3AA)
            put(c + 0x20);  // Greek capitals
        else
            out_ += bytes;
    }
    void letters(std::string_view some) {
        if (some == " ")
            blank();
        else
            out_ += some;
    }
    void blank() {
        if (!out_.empty() && out_.back() != ' ') out_.push_back(' ');
    }
    // A mark that stands behind its letter: a ring makes an å of an a, two dots an æ or an ø.
    void mark(char32_t c) {
        if (out_.empty()) return;
        char& letter = out_.back();
        if (c == 0x30A && letter == 'a') letter = aa;
        if (c == 0x308 && letter == 'a') letter = ae;
        if (c == 0x308 && letter == 'o') letter = oe;
    }
    void put(char32_t c) {
        out_.push_back(static_cast<char>(0xC0 | c >> 6));
        out_.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }

    std::string out_;
};

}  // namespace

std::string folded(std::string_view utf8) {
    return Folder().of(utf8);
}

}  // namespace frist
