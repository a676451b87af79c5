// What an export says of itself: manifest.json, and the lines of papers.jsonl.
#pragma once
#include "store/exit_files.h"

#include <vector>

namespace frist::store {

struct Manifest {
    int shape = 0;
    std::vector<Written> files;
    // nullptr: it names no such file.
    [[nodiscard]] const Written* file(std::string_view name) const;
};

// Error exit.manifest: no manifest of ours, of a newer version, or one that does not name what its shape has.
Result<Manifest> read_manifest(const std::string& folder);
// Error exit.file: a file that it names is not there.
Outcome all_there(const std::string& folder, const Manifest& manifest);
// Error exit.file: rows, bytes or SHA-256 are not what was written.
Outcome same(const Written& wanted, const Written& got);

struct Paper {
    std::string kind;          // letter, words, enclosure
    std::int64_t creditor = 0;
    Written file;
    std::string letter;        // its name alone
};
// Error exit.row.
Result<Paper> paper_of(std::string_view line, const std::string& place);

}  // namespace frist::store
