// What a person may save, on which days an export is due, and making those that are. One is made once for each day it is due:
// its file is kept in the transaction that marks the day. What was missed while nothing ran is made once, for the last day.
#pragma once
#include "access/log_in.h"
#include "reports/case_export.h"
#include "reports/saved_exports.h"

namespace frist::reports {

inline constexpr std::size_t most_exports = 100;                      // of one person
inline constexpr access::Seconds export_file_life = access::days(30);

// Makes (id 0) or changes one of the own; its id. Errors export.name (1 to 60 characters, not one of the own), export.many,
// export.schedule, export.unknown (none of the own), store.conflict, access.denied for a key.
Result<Id> put_export(Exports& exports, const access::Who& who, const SavedExport& wish);
// Errors export.unknown, access.denied for a key.
Result<SavedExport> own_export(Exports& exports, const access::Who& who, Id id);
Outcome drop_export(Exports& exports, const access::Who& who, Id id);

// The last day until `today` on which it is due and was not made; nothing: none.
std::optional<Date> due_day(const SavedExport& saved, Date today);
// The next one after `today`.
std::optional<Date> next_day(const SavedExport& saved, Date today);

using SheetMaker = std::function<Result<std::unique_ptr<office::SheetOut>>(office::SheetForm, const office::SheetPlan&)>;

// Where exports are made.
struct ExportHouse {
    office::Store& store;
    const rules::Country& country;
    const access::Porter& porter;
    Exports& exports;
    SheetMaker sheet_of;
    Moment wall;
    access::Instant now;
};

// The creditors of an export, in the order in which they were named, or all with which `who` may export. Errors
// creditor.unknown, access.denied: one of them, or none at all.
Result<std::vector<ExportRoom>> rooms_of(const ExportHouse& house, const access::Who& who, const std::vector<std::string>& creditors, office::Progress* progress);

// The bytes of a file into `file`, piece by piece. Errors file.write, store.*.
Outcome fetch(Exports& exports, Id id, const office::PassingFile& file);

struct MadeExports {
    int made = 0;
    std::vector<Error> failed;    // told in the file's row as well; the field names the export
};
// Everybody's that are due. Errors store.*: what is not made yet is made by the next call.
Result<MadeExports> make_due_exports(const ExportHouse& house);

}  // namespace frist::reports
