#include "access/passwords.h"

#include "support/access_world.h"

#include <sodium.h>

namespace frist::access {
namespace {

using frist::test::foreseen;
using frist::test::good_password;

std::string verdict(std::string_view password) {
    const Outcome outcome = check_password(password, "blid.fjellrev@skogen.example", "Blid Fjellrev");
    return outcome.ok() ? "" : outcome.error().code;
}
std::string times(std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

TEST(APassword, IsLongEnoughAndNotCommon) {
    struct Row {
        const char* what;
        std::string password;
        std::string code;
    };
    const Row rows[] = {
        {"11 characters", "fire skudd7", "password.short"},
        {"12", "fire skudd 7", ""},
        {"12 characters of two bytes", "æøåÆØÅæøåÆæø", ""},
        {"11 characters of two bytes are 22 bytes", "æøåÆØÅæøåÆæ", "password.short"},
        {"signs of other scripts", "лиса бежит домой 🦊", ""},
        {"256", good_password + std::string("wvutqxzkjhgdywbcnpslrtf").substr(0, 23) + times("kveld sol ", 21), ""},
        {"257", good_password + std::string("wvutqxzkjhgdywbcnpslrtfm").substr(0, 24) + times("kveld sol ", 21),
         "password.long"},
        {"no UTF-8", "fire skudd \xff\xfe", "password.text"},
        {"a cut character", "fire skudd 7\xc3", "password.text"},
        {"too long a form of a character", "fire skudd 7\xc0\xaf", "password.text"},
        {"nothing but small letters will do", "kveldsvindfireskudd", ""},
        {"a word of the list and a year", "Sommer-2026!!", "password.common"},
        {"an English one", "Password1234", "password.common"},
        {"in capital letters of Swedish", "LÖSENORD2026!", "password.common"},
        {"a word between digits", "123sommer456789", "password.common"},
        {"a whole one of the list", "1qaz2wsx3edc", "password.common"},
        {"a word twice", "passordpassord", "password.common"},
        {"a word twice with a year", "Passord2026Passord", "password.common"},
        {"one sign", "aaaaaaaaaaaaaaaa", "password.common"},
        {"a short piece again and again", "abc123abc123abc", "password.common"},
        {"a run of keys", "qwertyuiopåasdf", "password.common"},
        {"backwards", "zyxwvutsrqponm", "password.common"},
        {"a run of digits", "345678901234567", "password.common"},
        {"the own name", "BlidFjellrev99", "password.common"},
        {"the own name turned", "fjellrev.blid!!", "password.common"},
        {"of the e-mail", "skogen-fjellrev-1", "password.common"},
        {"the name of the program", "frist-inkasso-26", "password.common"},
        {"the own name in something longer", "fjellrev spiser tyttebær", ""},
    };
    for (const Row& row : rows) EXPECT_EQ(verdict(row.password), row.code) << row.what;
}

TEST(APassword, CostsWhatTheParametersSay) {
    const auto hasher = argon2id();
    const std::string hash = hasher->hash(good_password, foreseen());
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(hasher->fits(hash, good_password));
    EXPECT_FALSE(hasher->fits(hash, good_password + " "));
    EXPECT_FALSE(hasher->fits(hash, ""));
    EXPECT_FALSE(hasher->fits("", good_password));
    EXPECT_FALSE(hasher->outdated(hash));
}

TEST(APassword, HasASaltOfItsOwn) {
    const auto hasher = argon2id();
    const Random random = foreseen();
    EXPECT_NE(hasher->hash(good_password, random), hasher->hash(good_password, random));
}

TEST(APassword, MadeWithOtherParametersIsOutdatedAndStillFits) {
    const auto hasher = argon2id();
    std::array<char, crypto_pwhash_STRBYTES> weaker{};
    ASSERT_EQ(crypto_pwhash_str(weaker.data(), good_password.data(), good_password.size(), 1, 8 * 1024 * 1024), 0);
    EXPECT_TRUE(hasher->fits(weaker.data(), good_password));
    EXPECT_TRUE(hasher->outdated(weaker.data()));
}

}  // namespace
}  // namespace frist::access
