// Words as a search compares them: without capitals, accents and apostrophes, and in the order of the Norwegian
// alphabet.
#pragma once
#include <string>
#include <string_view>

namespace frist {

// "Åse O’Brien-Lýðsson" and "ASE OBRIEN LYDSSON" differ only in the å: small letters, the letters with marks of Latin
// scripts without their marks, apostrophes gone, every other mark and row of blanks one blank, none at the ends.
// æ, ø and å are letters of their own (ä is æ and ö is ø); they stand as { | } after z, where the alphabet has them, so
// that comparing bytes sorts. Letters of other scripts stay; what is no UTF-8 stays as bytes.
std::string folded(std::string_view utf8);

}  // namespace frist
