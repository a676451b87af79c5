// Cases as a file, one row each: whose, which, by which date, and the columns in the order in which they were picked. Rows go
// through and are not kept; what a column needs is computed only when it was asked for. Every figure is that of the register or
// of the report it stands in (ADR 24).
#pragma once
#include "base/strict_json.h"
#include "office/sheet_out.h"
#include "reports/report.h"

#include <map>

namespace frist::reports {

// Which cases. Status narrows it down further.
enum class Taken { all, ongoing, inactive, closed };
constexpr auto names_of(Taken) { return std::to_array<std::string_view>({"all", "ongoing", "inactive", "closed"}); }

// By which day of the case: it was registered, closed, its oldest invoice was written, its oldest invoice fell due.
enum class DayOf { registered, closed, invoiced, due };
constexpr auto names_of(DayOf) { return std::to_array<std::string_view>({"registered", "closed", "invoiced", "due"}); }

// Days that move with the day on which the export is made; a week begins on Monday.
enum class Moving { last_week, last_month, last_quarter, last_year, this_month, this_year };
constexpr auto names_of(Moving) { return std::to_array<std::string_view>({"last_week", "last_month", "last_quarter", "last_year", "this_month", "this_year"}); }

struct FromTo {
    std::optional<Date> from;
    std::optional<Date> to;   // both included
    bool operator==(const FromTo&) const = default;
};
FromTo moving_days(Moving span, Date today);

struct CaseExport {
    std::vector<std::string> creditors;          // by organisation number; empty: whoever is asked for otherwise
    Taken cases = Taken::all;
    std::vector<office::Status> status;
    DayOf day = DayOf::registered;
    FromTo days;                                 // empty: any day
    std::optional<Moving> span;                   // instead of them
    std::vector<std::string> columns;            // empty: all
    office::SheetForm form = office::SheetForm::xlsx;
    std::string name;                            // of the file, without its ending; empty: "cases"
    std::string language;                        // nb, nn, en, sv; empty: the creditor's
    char separator = ';';                        // of CSV
};

// {"creditors", "cases", "status", "date", "from", "to", "year", "period", "columns", "form", "name", "language", "separator"},
// each of which may be left out. Errors json.*, export.choice, export.days, export.columns.
Result<CaseExport> case_export(JsonObject& body);
boost::json::object json_of(const CaseExport& ask);

struct ExportColumn {
    std::string_view id;
    std::string_view group;                      // case, debtor, invoices, charged, paid, open, dates
    office::CellKind kind = office::CellKind::text;
    bool summed = false;
};
std::span<const ExportColumn> export_columns();
std::string head_of(std::string_view language, const ExportColumn& column);

// Sums are written down by creditor: whose money it is, in the country's currency.
struct ExportRoom {
    office::Desk desk;                           // its day is that of the sums
    std::string org_number;
    std::string name;
};

// The plan of the file: heads in the language, and on the second sheet what was asked.
office::SheetPlan export_plan(const CaseExport& ask, const std::vector<ExportRoom>& rooms);
// Its name with the ending of its form.
std::string file_name(const CaseExport& ask);

// The rows of all rooms, one after the other; how many there were. A case that has gone into another stands there and not for
// itself. Errors store.*, law.*, interest.rate_missing, job.cancelled, those of the sheet.
Result<std::int64_t> write_cases(const CaseExport& ask, const std::vector<ExportRoom>& rooms, office::SheetOut& out);

}  // namespace frist::reports
