#include "base/fold.h"

#include "base/pch.h"

#include <gtest/gtest.h>

namespace frist {
namespace {

TEST(folded, compares_as_people_do) {
    struct Row {
        std::string_view about, text, wanted;
    };
    const Row rows[] = {
        {"capitals", "Blid Fjellrev AS", "blid fjellrev as"},
        {"the letters of the language", "ÆØÅ æøå", "{|} {|}"},
        {"the neighbours' letters", "Äpple Öst", "{pple |st"},
        {"accents", "Éva Müller Ñuñez Čović Łódź", "eva muller nunez covic lodz"},
        {"Sami letters", "Áŋŋel Đoŧŋa Šuvŋŋe Žáhka", "annel dotna suvnne zahka"},
        {"apostrophes of every shape", "O'Brien O’Brien O`Brien O´Brien", "obrien obrien obrien obrien"},
        {"a mark behind its letter", "A\xCC\x8Ase Bjo\xCC\x88rn Rene\xCC\x81", "}se bj|rn rene"},
        {"hyphens, dashes and points part words", "Anne-Marie – A.B. & Co", "anne marie a b co"},
        {"blanks at the ends and in rows", "  to   ord ", "to ord"},
        {"a blank that does not break",
         "12\xC2\xA0"
         "761",
         "12 761"},
        {"sharp s and thorn", "Straße Þór", "strasse thor"},
        {"other scripts keep their letters", "Иванов Ωμέγα", "иванов ωμέγα"},
        {"what is no UTF-8 stays",
         "a\xff"
         "b",
         "a\xff"
         "b"},
        {"nothing", "", ""},
        {"only marks", "'-.'", ""},
    };
    for (const Row& row : rows) EXPECT_EQ(folded(row.text), row.wanted) << row.about;
}

TEST(folded, sorts_as_the_alphabet) {
    const std::vector<std::string> names = {"Aas", "Berg", "Zeiner", "Ærlig", "Østby", "Ås"};
    for (std::size_t i = 0; i + 1 < names.size(); ++i) EXPECT_LT(folded(names[i]), folded(names[i + 1])) << names[i];
}

}  // namespace
}  // namespace frist
