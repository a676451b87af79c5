#include "letters/invented.h"
#include "print/press.h"

namespace frist::print {
namespace {

using namespace letters;

Letter letter_of(const Facts& facts) {
    auto letter = compose(facts, invented::texts());
    EXPECT_TRUE(letter.ok());
    return std::move(letter).value();
}

std::string printed(Press& press, const Facts& facts) {
    auto pdf = press.pdf_of(letter_of(facts));
    EXPECT_TRUE(pdf.ok());
    return pdf.ok() ? *pdf : std::string();
}

}  // namespace

TEST(Press, ALetterIsTheSameBytesWhateverWasPrintedBefore) {
    Press fresh = *Press::open();
    const std::string wanted = printed(fresh, invented::demand());
    Press used = *Press::open();
    for (const Language language : {Language::en, Language::nb})
        for (const Kind kind : {Kind::notice, Kind::rest_note, Kind::demand}) printed(used, invented::facts(kind, language));
    printed(used, invented::many_claims(50));
    EXPECT_EQ(printed(used, invented::demand()), wanted);
    EXPECT_EQ(printed(used, invented::demand()), wanted);
}

// More different words than a press keeps.
TEST(Press, WhatIsForgottenIsSetAgain) {
    Press press = *Press::open();
    const std::string wanted = printed(press, invented::demand());
    printed(press, invented::many_claims(800));
    EXPECT_EQ(printed(press, invented::demand()), wanted);
}

TEST(Press, ACharacterThatTheFontsLackIsToldEveryTime) {
    Press press = *Press::open();
    Facts facts = invented::demand();
    const std::string wanted = printed(press, facts);
    facts.debtor.name = "Prøve 漢字";
    for (int turn = 0; turn < 2; ++turn) {
        const auto pdf = press.pdf_of(letter_of(facts));
        ASSERT_FALSE(pdf.ok());
        EXPECT_EQ(pdf.error().code, "print.glyph");
    }
    EXPECT_EQ(printed(press, invented::demand()), wanted);
}

}  // namespace frist::print
