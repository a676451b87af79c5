#include "sheets/encoding.h"

namespace frist::sheets {
namespace {

TEST(encoding, what_was_written_is_read) {
    for (const char* words : {"Åse Ødegård;Sjølyst", "Förfallodatum;Göteborg;Älvsjö", "ÅPNE POSTER PER ØRE",
                              "Blåbærsyltetøy;1\u00a0250,00"})
        for (const Encoding encoding : {Encoding::utf8, Encoding::utf8_mark, Encoding::utf16_le, Encoding::utf16_be,
                                        Encoding::windows_1252, Encoding::dos_865, Encoding::macintosh}) {
            const std::string bytes = from_utf8(words, encoding);
            EXPECT_EQ(encoding_of(bytes), encoding) << words << " " << name_of(encoding);
            const auto text = to_utf8(bytes, encoding);
            ASSERT_TRUE(text.ok());
            EXPECT_EQ(*text, words) << name_of(encoding);
        }
}

TEST(encoding, names) {
    for (const Encoding encoding :
         {Encoding::utf8, Encoding::utf16_le, Encoding::windows_1252, Encoding::dos_865, Encoding::macintosh})
        EXPECT_EQ(*encoding_named(name_of(encoding)), encoding);
    EXPECT_EQ(*encoding_named("ISO-8859-1"), Encoding::windows_1252);
    EXPECT_EQ(*encoding_named("latin1"), Encoding::windows_1252);
    EXPECT_EQ(encoding_named("EBCDIC").error().code, "encoding.unknown");
}

TEST(encoding, what_is_no_text) {
    for (const std::string bytes : {"\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xFF"}) {
        EXPECT_FALSE(valid_utf8(bytes));
        EXPECT_EQ(to_utf8(bytes, Encoding::utf8).error().code, "encoding.invalid");
    }
    EXPECT_TRUE(valid_utf8("Åse €\xF0\x9F\x98\x80"));
    EXPECT_EQ(to_utf8("abc", Encoding::utf16_le).error().code, "encoding.invalid");
    EXPECT_EQ(to_utf8(std::string_view("a\0b", 3), Encoding::windows_1252).error().code, "encoding.invalid");
}

}  // namespace
}  // namespace frist::sheets
