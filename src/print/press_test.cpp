#include "letters/invented.h"
#include "print/press.h"

#include <fstream>

namespace frist::print {
TEST(Tmp, Writes) {
    using namespace letters;
    int n = 0;
    auto put = [&](const Facts& f, std::string name) {
        auto letter = compose(f, invented::texts());
        ASSERT_TRUE(letter.ok()) << text(letter.error());
        EXPECT_EQ(missing(*letter, f, invented::texts().law()).size(), 0u);
        auto pdf = pdf_of(*letter);
        ASSERT_TRUE(pdf.ok()) << text(pdf.error());
        std::ofstream("/tmp/f/" + name + ".pdf") << *pdf;
        std::ofstream("/tmp/f/" + name + ".txt") << plain_text(*letter);
        ++n;
    };
    for (auto l : {Language::nb, Language::en})
        for (auto k : {Kind::friendly_reminder, Kind::reminder, Kind::notice, Kind::demand, Kind::rest_note})
            put(invented::facts(k, l), std::string(names_of(k)[(int)k]) + "." + std::string(names_of(l)[(int)l]));
    put(invented::many_claims(50), "many50");
    put(invented::many_claims(3), "many3");
}
}
