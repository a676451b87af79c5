#include "print/report_paper.h"

#include "print/press.h"

#include <gtest/gtest.h>

namespace frist::print {
namespace {

reports::Paper paper(int rows, const std::string& name) {
    reports::Paper made;
    made.language = "nb";
    made.creditor = "Fjord Rør AS";
    made.title = "Alle saker";
    made.about = "Hver sak som ble registrert i perioden, én gang.";
    made.asked = "Til: 2026-03-31";
    made.page_words = "Side {page} av {pages}";
    made.empty = "Ingenting å vise.";
    made.columns = {{"Kunde"}, {"Status"}, {"Hovedstol", true}, {"Utestående", true}};
    for (int i = 0; i < rows; ++i) made.rows.push_back({name, "Går", "10 000,00", "10 184,11"});
    if (rows > 0) made.sum = {"Sum", "", "1 000 000,00", "1 018 411,00"};
    made.day = Date::of(2026, 3, 31);
    return made;
}
int pages(const reports::Paper& of) {
    const Result<std::string> pdf = pdf_of(of);
    EXPECT_TRUE(pdf.ok()) << (pdf.ok() ? "" : text(pdf.error()));
    return pdf.ok() ? pages_of(*pdf).value() : 0;
}

TEST(report_paper, goes_on_over_as_many_pages_as_it_has_rows_for) {
    EXPECT_EQ(pages(paper(0, "")), 1) << "also with nothing to show";
    EXPECT_EQ(pages(paper(5, "Blid Fjellrev")), 1);
    const int many = pages(paper(400, "Blid Fjellrev"));
    EXPECT_GT(many, 10);
    EXPECT_GT(pages(paper(400, "Et navn som er så langt at det ikke får plass på en linje ved siden av tallene, og som derfor brytes over flere, slik at raden blir høyere enn de andre radene i tabellen")), many);
}

TEST(report_paper, the_same_report_is_the_same_bytes) { EXPECT_EQ(pdf_of(paper(30, "Åse Øgle")).value(), pdf_of(paper(30, "Åse Øgle")).value()); }

TEST(report_paper, a_character_without_a_letter_in_the_font_is_refused) {
    const auto pdf = pdf_of(paper(1, "\xF0\x93\x80\x80"));   // an Egyptian hieroglyph
    ASSERT_FALSE(pdf.ok());
    EXPECT_EQ(pdf.error().code, "print.glyph");
}

}  // namespace
}  // namespace frist::print
