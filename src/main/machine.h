// What the doctor finds on the machine: files and their rights, room, clock, days, fonts.
#pragma once
#include "main/program.h"
#include "office/health.h"
#include "store/reader.h"

namespace frist::program {

using Findings = std::vector<office::Finding>;

struct HealthWish {
    std::vector<std::string> letters;   // folders
    std::string key_file;               // of the server
    bool thorough = false;
    int least_free_mb = 500;
    int backup_days = 7;
};

// Who else may read what only its owner should, what a stopped backup has left, how much room there is, and whether the log of
// writes has grown out of hand.
Findings file_findings(const Program& program, const HealthWish& wish);
// Whether the PDFs of letters that were sent lie as they left: some of them, others each day, or all. Errors store.*.
Result<Findings> letter_findings(const store::Reader& reader, const HealthWish& wish, Date today);
// How old the last backup is; nothing of an installation in which nothing has happened. Errors store.*.
Result<Findings> backup_findings(const store::Reader& reader, const HealthWish& wish, Date today);
// The day of the last event beside today. Errors store.*.
Result<Findings> clock_findings(const store::Reader& reader, Date today);
// The days of this machine are those of Norway, and letters can be set.
Findings machine_findings();

}  // namespace frist::program
