// The whole installation as files that need no Frist, and back in (docs/operate/exit.md, docs/adr/0025). What leaves and
// what stays stands in exit_tables.h.
#pragma once
#include "base/moment.h"
#include "rules/country.h"
#include "store/connection.h"
#include "store/exit_files.h"

namespace frist::store {

inline constexpr std::string_view exit_format = "frist-exit";
inline constexpr int exit_version = 1;

struct ExitWish {
    std::string folder;                    // that is made; it must be free
    std::vector<std::string> letters;      // folders in which the PDFs lie
    Moment made;                           // now
    std::string program;                   // its version
    std::string law;                       // the fingerprint of its tables
    // Told of each letter that was sent and whose PDF is not found as it left. Nothing: the export is refused.
    std::function<void(const Error&)> missing;
};

struct ExitTold {
    std::vector<Written> files;            // one for each table, and papers.jsonl
    std::int64_t papers = 0;               // letters and enclosures
    std::int64_t missing = 0;              // letters
    std::int64_t open_jobs = 0;            // long work that was asked for and stays
};

// As it is at one moment, whatever is written meanwhile. It is made beside its place; when it is stopped nothing stands there
// that looks whole. Errors exit.folder, exit.write, exit.letter, exit.damaged, store.*.
Result<ExitTold> export_all(Connection& connection, const ExitWish& wish);

struct EntryWish {
    std::string folder;                    // of the export
    std::string database;                  // made, or empty
    std::string letters;                   // the folder that the PDFs go into; it must be free
    const rules::Country& country;
    int patience_ms = 5000;
};

// In one transaction. What is derived is made anew. Letters of several creditors that have the same name go into a folder of
// their creditor's number below `letters`. Errors exit.manifest, exit.file, exit.row, exit.chain, exit.not_empty, exit.write,
// acts.broken, law.*, store.*; then nothing of it is left.
Result<ExitTold> import_all(const EntryWish& wish);

}  // namespace frist::store
