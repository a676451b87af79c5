// Files that travel inside the binary: law tables, letter texts and fonts, so that one file is the
// whole program. The tables are made at build time (cmake/embed.cmake).
#pragma once
#include <span>
#include <string_view>

namespace frist::embedded {

struct File {
    std::string_view path;   // relative to its folder, with '/': "no/late_interest.csv"
    std::string_view bytes;
};

std::span<const File> law();     // law/**.csv
std::span<const File> courses(); // courses/*.json
std::span<const File> sql();     // src/store/sql/*.sql
std::span<const File> texts();   // texts/**.txt
std::span<const File> evidence(); // src/office/evidence/*.py
std::span<const File> fonts();   // the letter fonts, .ttf and .otf
std::span<const File> passwords(); // src/access/passwords/*.txt

}  // namespace frist::embedded
