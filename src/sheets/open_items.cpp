#include "sheets/open_items.h"

#include "base/pch.h"
#include "sheets/csv.h"
#include "sheets/list_file.h"
#include "sheets/rows.h"

namespace frist::sheets {
namespace {

Error at_file(Error error, std::string_view file) {
    error.field = error.field.empty() ? std::string(file) : fmt::format("{}: {}", file, error.field);
    return error;
}

// Looks for the list among the sheets. Remembers why a sheet is none; what a sheet is counts more than what it lacks.
class Search {
public:
    Search(const Mapping& mapping, Currency fallback, OpenItems& out)
        : mapping_(mapping), fallback_(fallback), out_(out) {}

    void read_as(Layout layout) { layout_ = std::move(layout); }

    // True when the sheet is the list.
    bool look_at(const Sheet& sheet) {
        const auto header = find_header(sheet, mapping_);
        if (!header) return false;
        Layout layout = layout_;
        layout.sheet = sheet.name;
        const auto recognised = recognise(sheet, *header, mapping_, layout);
        if (found_) {
            if (recognised.ok()) second_list(sheet.name);
            return false;
        }
        if (!recognised.ok()) {
            Error error = recognised.error();
            if (!sheet.name.empty()) error.field = fmt::format("sheet \"{}\" {}", sheet.name, error.field);
            if (!error_ || (error_->code == "columns.missing" && error.code != error_->code)) error_ = std::move(error);
            return false;
        }
        found_ = true;
        out_.layout = std::move(layout);
        if (sheet.hidden_rows > 0)
            out_.findings.push_back(
                {0, "", "sheet.hidden_rows",
                 fmt::format("{} rows are hidden in the spreadsheet; they were read with the others",
                             sheet.hidden_rows),
                 "Delete them if they do not belong to the list."});
        const Forms forms = settle_forms(sheet, *recognised, mapping_, out_);
        read_rows(sheet, *recognised, forms, fallback_, out_);
        return true;
    }

    [[nodiscard]] Outcome outcome(int hidden_sheets) const {
        if (found_ && out_.rows == 0)
            return Error{"list.empty", fmt::format("row {}", out_.layout.header_row),
                         "there are no rows under the header", "Export the list again, with its rows."};
        if (found_) return done;
        if (error_) return *error_;
        return Error{
            "header.missing", "rows 1 to 30",
            fmt::format("no row holds the names of three columns that a list of open items has, such as Kundenr, "
                        "Fakturanr, Forfallsdato, Restbeløp{}",
                        hidden_sheets > 0 ? fmt::format("; {} hidden sheets were not looked at", hidden_sheets) : ""),
            "Export the list with its header row, or name the columns in the map file."};
    }

private:
    void second_list(const std::string& name) {
        out_.findings.push_back(
            {0, "", "sheet.more",
             fmt::format("the sheet \"{}\" looks like a list too; only \"{}\" was read", name, out_.layout.sheet),
             "Put all rows on one sheet, or save each sheet as a file of its own."});
    }

    const Mapping& mapping_;
    Currency fallback_;
    OpenItems& out_;
    Layout layout_;
    bool found_ = false;
    std::optional<Error> error_;
};

bool noted(const std::vector<OpenItem>& items) {
    return std::any_of(items.begin(), items.end(), [](const OpenItem& item) { return !item.findings.empty(); });
}

Result<OpenItems> read(std::string_view bytes, const Mapping& mapping, Currency fallback) {
    OpenItems out;
    Search search(mapping, fallback, out);
    FRIST_TRY(const int hidden, each_sheet(bytes, mapping, [&](Layout layout) { search.read_as(std::move(layout)); },
                                           [&](const Sheet& sheet) { return search.look_at(sheet); }));
    FRIST_TRY_DONE(search.outcome(hidden));
    const bool remarks = !out.rejected.empty() || !out.findings.empty() || noted(out.claims) || noted(out.credits);
    out.verdict = !out.questions.empty() ? Verdict::ask : remarks ? Verdict::accept_with_findings : Verdict::accept;
    return out;
}

}  // namespace

Result<OpenItems> read_open_items(std::string_view bytes, std::string_view file_name, const Mapping& mapping,
                                  Currency fallback) {
    auto items = read(bytes, mapping, fallback);
    if (!items.ok()) return at_file(items.error(), file_name);
    return items;
}

std::string rejected_csv(const OpenItems& items) {
    std::string out;
    if (items.rejected.empty()) return out;
    constexpr char separator = ';';
    out = "\xEF\xBB\xBF";
    std::vector<std::string> cells = items.layout.header;
    cells.emplace_back("reason");
    cells.emplace_back("remedy");
    write_csv_row(out, cells, separator);
    for (std::size_t i = 0; i < items.rejected.size();) {
        const RowFault& first = items.rejected[i];
        std::string reason;
        std::string remedy;
        for (; i < items.rejected.size() && items.rejected[i].row == first.row; ++i) {
            const RowFault& fault = items.rejected[i];
            reason += fmt::format("{}{}: {}", reason.empty() ? "" : "; ", fault.column, fault.reason);
            remedy += (remedy.empty() ? "" : " ") + fault.remedy;
        }
        cells = first.cells;
        cells.resize(items.layout.header.size());
        cells.push_back(std::move(reason));
        cells.push_back(std::move(remedy));
        write_csv_row(out, cells, separator);
    }
    return out;
}

}  // namespace frist::sheets
