#include "access/passwords.h"

#include "access/secrets.h"
#include "base/embedded.h"
#include "base/pch.h"

#include <sodium.h>

#include <unordered_set>

namespace frist::access {
namespace {

// The number of characters; nothing when the bytes are no UTF-8.
std::optional<std::size_t> characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const unsigned char first = byte(at);
        const std::size_t length = first < 0x80                    ? 1
                                   : first >= 0xc2 && first < 0xe0 ? 2
                                   : first >= 0xe0 && first < 0xf0 ? 3
                                   : first >= 0xf0 && first < 0xf5 ? 4
                                                                   : 0;
        if (length == 0 || at + length > text.size()) return std::nullopt;
        for (std::size_t i = at + 1; i < at + length; ++i)
            if ((byte(i) & 0xc0) != 0x80) return std::nullopt;
        at += length;
    }
    return count;
}

// A to Z and the letters of Latin-1 (Æ, Ø, Å, Ö) in lower case.
std::string folded(std::string_view text) {
    std::string low(text);
    for (std::size_t i = 0; i < low.size(); ++i) {
        const auto byte = static_cast<unsigned char>(low[i]);
        const bool latin = i > 0 && low[i - 1] == '\xc3' && byte >= 0x80 && byte <= 0x9e;
        if ((byte >= 'A' && byte <= 'Z') || latin) low[i] = static_cast<char>(byte + 0x20);
    }
    return low;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string letters_of(std::string_view low) {
    std::string letters;
    std::copy_if(low.begin(), low.end(), std::back_inserter(letters), is_letter);
    return letters;
}

// The text without what is no letter at its ends.
std::string_view heart_of(std::string_view low) {
    while (!low.empty() && !is_letter(low.front())) low.remove_prefix(1);
    while (!low.empty() && !is_letter(low.back())) low.remove_suffix(1);
    return low;
}

bool listed(std::string_view low) {
    static const std::unordered_set<std::string_view> list = [] {
        std::unordered_set<std::string_view> words;
        for (const embedded::File& file : embedded::passwords())
            for (std::string_view rest = file.bytes; !rest.empty();) {
                const std::string_view line = rest.substr(0, rest.find('\n'));
                if (!line.empty() && line.front() != '#') words.insert(line);
                rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            }
        return words;
    }();
    return list.contains(low);
}

// The shortest piece that makes the text when it is written again and again, also when its last one is cut.
std::string_view piece_of(std::string_view text) {
    for (std::size_t size = 1; size < text.size(); ++size)
        if (text.substr(size) == text.substr(0, text.size() - size)) return text.substr(0, size);
    return text;
}

// A run along the alphabet, the digits or a row of keys, forwards or backwards.
bool is_run(std::string_view low) {
    constexpr std::string_view rows[] = {"abcdefghijklmnopqrstuvwxyzabcdefghijklm", "0123456789012345678901234567890",
                                         "1234567890qwertyuiopasdfghjklzxcvbnm",
                                         "qwertyuiop\xc3\xa5"
                                         "asdfghjkl\xc3\xb8\xc3\xa6zxcvbnm"};
    const std::string back(low.rbegin(), low.rend());
    return std::any_of(std::begin(rows), std::end(rows),
                       [&](std::string_view row) { return row.find(low) != row.npos || row.find(back) != row.npos; });
}

bool is_common(std::string_view low) {
    const std::string letters = letters_of(low);
    const std::string_view piece = piece_of(low);
    return listed(low) || listed(heart_of(low)) || listed(letters) || (!letters.empty() && listed(piece_of(letters))) ||
           (piece.size() < low.size() && (piece.size() <= 6 || listed(piece))) || is_run(low);
}

// The words of a person's name and e-mail, and those of this program.
std::vector<std::string> own_words(std::string_view email, std::string_view name) {
    std::vector<std::string> words{"frist", "inkasso"};
    std::string word;
    for (const char c : folded(email) + " " + folded(name) + " ") {
        if (is_letter(c))
            word += c;
        else if (word.size() >= 3)
            words.push_back(std::exchange(word, {}));
        else
            word.clear();
    }
    std::sort(words.begin(), words.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return words;
}

// Nothing of it is secret when the own words are taken away.
bool is_own(std::string_view low, std::string_view email, std::string_view name) {
    std::string rest = letters_of(low);
    const std::size_t before = rest.size();
    for (const std::string& word : own_words(email, name))
        for (std::size_t at = rest.find(word); at != rest.npos; at = rest.find(word)) rest.erase(at, word.size());
    return rest.size() < before && (rest.size() < 4 || listed(rest));
}

class Argon2id final : public Hasher {
public:
    Argon2id() : nobody_(with_salt("no such person", std::string(crypto_pwhash_SALTBYTES, '\0'))) {}

    [[nodiscard]] std::string hash(std::string_view password, const Random& random) const override {
        return with_salt(password, chance_bytes(random, crypto_pwhash_SALTBYTES));
    }
    [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
        return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
    }
    [[nodiscard]] bool outdated(const std::string& hash) const override {
        return crypto_pwhash_str_needs_rehash(hash.c_str(), argon_passes, argon_memory) != 0;
    }
    void pretend(std::string_view password) const override { static_cast<void>(fits(nobody_, password)); }

private:
    // crypto_pwhash_str makes the same text but takes its salt from the system; here chance comes in as an argument.
    static std::string with_salt(std::string_view password, const std::string& salt) {
        std::string key(32, '\0');
        const int made = crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), password.data(),
                                       password.size(), reinterpret_cast<const unsigned char*>(salt.data()),
                                       argon_passes, argon_memory, crypto_pwhash_ALG_ARGON2ID13);
        FRIST_CHECK(made == 0);  // only without memory
        return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", argon_memory / 1024, argon_passes, base64(salt),
                           base64(key));
    }
    static std::string base64(const std::string& bytes) {
        constexpr int form = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
        std::string text(sodium_base64_encoded_len(bytes.size(), form), '\0');
        sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                          form);
        text.pop_back();
        return text;
    }

    std::string nobody_;
};

}  // namespace

Outcome check_password(std::string_view password, std::string_view email, std::string_view name) {
    const std::optional<std::size_t> length = characters(password);
    if (!length) return Error{"password.text", "password", "is no text", "Choose characters of a keyboard."};
    if (*length < shortest_password)
        return Error{"password.short", "password", fmt::format("has fewer than {} characters", shortest_password),
                     "Make it longer; several words in a row are good."};
    if (*length > longest_password)
        return Error{"password.long", "password", fmt::format("has more than {} characters", longest_password),
                     "Make it shorter."};
    const std::string low = folded(password);
    if (is_common(low) || is_own(low, email, name))
        return Error{"password.common", "password", "is easy to guess",
                     "Choose words that do not belong together, and not your name or e-mail."};
    return done;
}

std::unique_ptr<Hasher> argon2id() {
    static const bool ready = sodium_init() >= 0;
    FRIST_CHECK(ready);
    return std::make_unique<Argon2id>();
}

}  // namespace frist::access
