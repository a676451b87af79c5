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

// A credit of a customer who owes something else lowers what may be claimed.
void propose_set_off(OpenItems& out) {
    if (out.credits.empty()) return;
    const auto customer_of = [](const OpenItem& item) -> std::string_view { return item.customer_number.empty() ? item.customer_name : item.customer_number; };
    const auto column = out.layout.columns.find(Field::open_amount);
    std::set<std::string_view> owing;
    for (const OpenItem& item : out.claims) owing.insert(customer_of(item));
    for (OpenItem& item : out.credits)
        if (owing.contains(customer_of(item)))
            item.findings.push_back({item.row, column == out.layout.columns.end() ? "" : column->second, "credit.set_off",
                                     "the customer has this credit and owes other invoices",
                                     "Set it off against them in the accounting system, and export again."});
}

// Looks for the list among the sheets. Remembers why a sheet is none; what a sheet is counts more than what it lacks.
class Search {
public:
    Search(const Mapping& mapping, Currency fallback, OpenItems& out)
        : mapping_(mapping), fallback_(fallback), out_(out) {}

    void read_as(Layout layout) { layout_ = std::move(layout); }

    // True when the sheet is the list.
    bool look_at(const Sheet& sheet) {
        sheets_.push_back(sheet.name);
        if (mapping_.sheet && *mapping_.sheet != sheet.name && !sheet.name.empty()) return false;
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
        show_top(sheet, *header, layout);
        out_.layout = std::move(layout);
        if (sheet.hidden_rows > 0)
            out_.findings.push_back(
                {0, "", "sheet.hidden_rows",
                 fmt::format("{} rows are hidden in the spreadsheet; they were read with the others",
                             sheet.hidden_rows),
                 "Delete them if they do not belong to the list."});
        const Forms forms = settle_forms(sheet, *recognised, mapping_, out_);
        read_rows(sheet, *recognised, forms, fallback_, out_);
        propose_set_off(out_);
        return true;
    }

    [[nodiscard]] Outcome outcome(int hidden_sheets) const {
        out_.layout.sheets = sheets_;
        if (mapping_.sheet && std::none_of(sheets_.begin(), sheets_.end(), [&](const std::string& name) { return name.empty() || name == *mapping_.sheet; }))
            return Error{"sheet.named", "sheet", fmt::format("the workbook has no sheet \"{}\". It has: {}", *mapping_.sheet, fmt::join(sheets_, ", ")), "Write the name as it stands on the tab."};
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
    std::vector<std::string> sheets_;
    bool found_ = false;
    std::optional<Error> error_;
};

// The sheet that is named, or whose header was found, or the first with a row of three cells.
class Glance {
public:
    explicit Glance(const Mapping& mapping) : mapping_(mapping) {}
    void read_as(Layout layout) { read_as_ = std::move(layout); }
    bool look_at(const Sheet& sheet) {
        sheets_.push_back(sheet.name);
        if (mapping_.sheet && *mapping_.sheet != sheet.name && !sheet.name.empty()) return false;
        const std::optional<std::size_t> header = find_header(sheet, mapping_);
        const std::optional<std::size_t> row = header ? header : first_wide(sheet);
        if (!row || (chosen_ && !header) || found_) return false;
        Layout layout = read_as_;
        layout.sheet = sheet.name;
        Mapping as_it_stands = mapping_;   // without names that are not there, which are told elsewhere
        std::erase_if(as_it_stands.columns, [&](const auto& named) { return !stands_in(sheet, *row, named.second); });
        static_cast<void>(recognise(sheet, *row, as_it_stands, layout));
        show_top(sheet, *row, layout);
        chosen_ = std::move(layout);
        found_ = header.has_value();
        return false;
    }
    Layout layout() {
        Layout layout = chosen_ ? std::move(*chosen_) : read_as_;
        layout.sheets = sheets_;
        return layout;
    }

private:
    static bool stands_in(const Sheet& sheet, std::size_t row, const std::string& name) {
        for (std::size_t column = 0; column < sheet.width(row); ++column)
            if (trimmed(sheet.text(row, column)) == trimmed(name)) return true;
        return false;
    }
    static std::optional<std::size_t> first_wide(const Sheet& sheet) {
        for (std::size_t row = 0; row < sheet.rows() && row < glance_rows; ++row) {
            int filled = 0;
            for (std::size_t column = 0; column < sheet.width(row); ++column) filled += trimmed(sheet.text(row, column)).empty() ? 0 : 1;
            if (filled >= 3) return row;
        }
        return std::nullopt;
    }

    const Mapping& mapping_;
    Layout read_as_;
    std::vector<std::string> sheets_;
    std::optional<Layout> chosen_;
    bool found_ = false;
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

Result<Layout> glance(std::string_view bytes, const Mapping& mapping) {
    Glance glance(mapping);
    FRIST_TRY([[maybe_unused]] const int hidden, each_sheet(bytes, mapping, [&](Layout layout) { glance.read_as(std::move(layout)); },
                                                            [&](const Sheet& sheet) { return glance.look_at(sheet); }));
    return glance.layout();
}

GivenBack given_back(const std::vector<std::string>& header, const std::vector<RowFault>& rejected) {
    GivenBack back{{header}, {std::vector<Kind>(header.size() + 2, Kind::text)}};
    back.rows.front().emplace_back("reason");
    back.rows.front().emplace_back("remedy");
    for (std::size_t i = 0; i < rejected.size();) {
        const RowFault& first = rejected[i];
        std::string reason;
        std::string remedy;
        for (; i < rejected.size() && rejected[i].row == first.row; ++i) {
            const RowFault& fault = rejected[i];
            reason += fmt::format("{}{}: {}", reason.empty() ? "" : "; ", fault.column, fault.reason);
            remedy += (remedy.empty() ? "" : " ") + fault.remedy;
        }
        std::vector<std::string> cells = first.cells;
        cells.resize(header.size());
        cells.push_back(std::move(reason));
        cells.push_back(std::move(remedy));
        back.rows.push_back(std::move(cells));
        std::vector<Kind> kinds = first.kinds;
        kinds.resize(header.size(), Kind::empty);
        kinds.resize(header.size() + 2, Kind::text);
        back.kinds.push_back(std::move(kinds));
    }
    return back;
}

std::string rejected_csv(const std::vector<std::string>& header, const std::vector<RowFault>& rejected) {
    if (rejected.empty()) return {};
    constexpr char separator = ';';
    std::string out = "\xEF\xBB\xBF";
    for (const std::vector<std::string>& cells : given_back(header, rejected).rows) write_csv_row(out, cells, separator);
    return out;
}

}  // namespace frist::sheets
