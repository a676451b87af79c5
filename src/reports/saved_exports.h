// Exports that a person has saved, and those that are made by themselves on their days: what was asked, when, and the files
// that came of it. Each belongs to the person; what may be exported is asked anew whenever one is made.
#pragma once
#include "access/ports.h"
#include "office/ports.h"
#include "office/sheet_out.h"

namespace frist::reports {

using office::Id;

// By itself: never, each day, on a day of the week (1 Monday to 7), on a day of the month (the last, where it has no such day).
enum class Every { never, day, week, month };
constexpr auto names_of(Every) { return std::to_array<std::string_view>({"never", "day", "week", "month"}); }

struct SavedExport {
    Id id = 0;
    std::int64_t version = 1;
    Id person = 0;
    std::string name;
    std::string body;            // JSON: what is exported
    Every every = Every::never;
    int on = 0;                  // of week and month
    Date since;                  // it is due on days after this one
};

// What came of one, on the day it was due.
struct ExportFile {
    Id id = 0;
    Id of = 0;                   // the saved export
    Id person = 0;
    Date due;
    access::Instant made;
    access::Instant ends;        // then it goes
    std::string name;            // of the file
    office::SheetForm form = office::SheetForm::xlsx;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    access::Reach creditors;     // whose cases it holds: who may not export of one of them any more does not get it
    std::string code;            // why there is none; empty: there is one
    std::string message;
};

class Exports {
public:
    Exports() = default;
    Exports(const Exports&) = delete;
    Exports& operator=(const Exports&) = delete;
    virtual ~Exports() = default;

    // Runs `work` in one transaction with all that the other stores of the same rooms write. Errors store.*, here and below.
    virtual Outcome change(const std::function<Outcome()>& work) = 0;
    // id 0 makes a row; else it is changed when its version is one less, else store.conflict.
    virtual Result<Id> put_export(const SavedExport& row) = 0;
    virtual Result<std::optional<SavedExport>> saved_export(Id id) = 0;
    virtual Result<std::vector<SavedExport>> exports_of(Id person) = 0;   // by id
    virtual Result<std::vector<SavedExport>> by_themselves() = 0;         // that are made without being asked for, by id
    virtual Outcome drop_export(Id id) = 0;
    // It was made for `due`, and is due on later days; its version stays.
    virtual Outcome made_for(Id id, Date due) = 0;

    // Nothing when there is one for this day already. The bytes stand in pieces, of which it brings the first.
    virtual Result<std::optional<Id>> add_file(const ExportFile& file, std::string_view first_piece) = 0;
    virtual Outcome add_file_piece(Id id, std::int64_t piece, std::string_view bytes) = 0;
    virtual Result<std::vector<ExportFile>> files_of(Id person, std::int64_t limit) = 0;   // newest first
    virtual Result<std::optional<ExportFile>> file(Id id) = 0;
    virtual Result<std::optional<std::string>> file_piece(Id id, std::int64_t piece) = 0;   // counted from 0
    virtual Outcome forget_files(access::Instant before) = 0;             // those that ended before
};

}  // namespace frist::reports
