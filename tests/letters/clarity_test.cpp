#include "letters/clarity.h"

#include "base/embedded.h"
#include "letters/invented.h"

namespace frist::letters {
namespace {

std::string ours(std::string_view path) {
    for (const embedded::File& file : embedded::texts())
        if (file.path == path) return std::string(file.bytes);
    return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

TEST(clarity, our_own_texts_are_easy_to_read) {
    for (std::size_t k = 0; k < names_of(Kind{}).size(); ++k)
        for (const std::string_view language : names_of(Language{})) {
            const std::string name = fmt::format("{}.{}.txt", names_of(Kind{})[k], language);
            const Clarity clarity = clarity_of(static_cast<Kind>(k), ours(name));
            for (const Finding& finding : clarity.findings) ADD_FAILURE() << name << ":" << finding.line << ": " << finding.message;
            EXPECT_GE(clarity.score(), 90) << name << " LIX " << clarity.lix();
        }
}

TEST(clarity, counts_words_sentences_and_long_words) {
    const Clarity clarity = clarity_of(Kind::annex, "[lead]\nEn kort setning. {{#one}}Forsinkelsesrente{{/one}} løper på **{{total}}**.\n");
    EXPECT_EQ(clarity.words, 7);
    EXPECT_EQ(clarity.sentences, 2);
    EXPECT_EQ(clarity.long_words, 2);   // setning, Forsinkelsesrente
    EXPECT_EQ(clarity.lix(), 3 + 28);
}

TEST(clarity, names_the_line_and_the_remedy) {
    const std::string text = replaced(ours("reminder.nb.txt"), "Betaler {{du}} ikke innen fristen, kan vi sende inkassovarsel.",
                                      "Betaler {{du}} ikke innen fristen som er satt i dette brevet, og som vi ber om at {{du}} merker seg, så kan det hende at vi etter en vurdering kommer til å sende et varsel om inkasso.");
    const Clarity clarity = clarity_of(Kind::reminder, text);
    ASSERT_EQ(clarity.findings.size(), 1U);
    EXPECT_EQ(text.substr(0, text.find("Betaler {{du}}")).size(), text.find("Betaler {{du}}"));
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("Betaler {{du}} ikke")), '\n');
    EXPECT_EQ(clarity.findings[0].line, line);
    EXPECT_NE(clarity.findings[0].remedy.find("Make two of it"), std::string::npos);
}

TEST(clarity, misses_a_question_that_is_not_answered) {
    std::string text = ours("friendly_reminder.nb.txt");
    const auto from = text.find("[answer deadline]");
    text.erase(from, text.find("[answer next]") - from);
    const Clarity clarity = clarity_of(Kind::friendly_reminder, text);
    ASSERT_EQ(clarity.findings.size(), 1U);
    EXPECT_EQ(clarity.findings[0].message, "the letter does not answer: by when");
}

TEST(clarity, a_hard_text_falls_below_the_least_score) {
    std::string lead = "[lead]\n";
    for (int i = 0; i < 4; ++i)
        lead += "Undertegnede inkassovirksomhet henstiller herved innstendig ovenstående betalingsforpliktede vedkommende hovedfordringens betalingsmislighold umiddelbart gjennomføre fullstendig oppgjør innenfor gjeldende betalingsfrist "
                "ettersom inndrivelsesomkostninger ellers uunngåelig påløper overensstemmende tvangsfullbyrdelseslovgivningens bestemmelser vedrørende.\n";
    EXPECT_LT(clarity_of(Kind::reminder, replaced(ours("reminder.nb.txt"), "[lead]\n", lead)).score(), least_score);
}

}  // namespace
}  // namespace frist::letters
