#include "sheets/open_items.h"

#include "base/pch.h"
#include "sheets/csv.h"
#include "sheets/encoding.h"
#include "sheets/ods.h"
#include "sheets/rows.h"
#include "sheets/xlsx.h"

namespace frist::sheets {
namespace {

constexpr std::size_t most_bytes = 512U << 20U;

Error at_file(Error error, std::string_view file) {
    error.field = error.field.empty() ? std::string(file) : fmt::format("{}: {}", file, error.field);
    return error;
}

bool starts_as(std::string_view bytes, std::string_view word) {
    while (!bytes.empty() && (bytes.front() == ' ' || bytes.front() == '\n' || bytes.front() == '\r' ||
                              bytes.front() == '\t' || static_cast<unsigned char>(bytes.front()) >= 0xBB))
        bytes.remove_prefix(1);
    return bytes.size() >= word.size() && std::equal(word.begin(), word.end(), bytes.begin(), [](char w, char c) {
               return w == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
           });
}

// Office programs put a locked XLSX into the container of the old formats, under this name.
bool is_locked_office_file(std::string_view bytes) {
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) (name += c) += '\0';
    return bytes.find(name) != std::string_view::npos;
}

// The first words with letters beyond A to Z show at a glance whether the encoding is the right one. Digits end them:
// no number of anybody is shown.
std::string nordic_words(std::string_view text) {
    const auto ends = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' ' && (c | 32) < 'a'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) < 0xC3) continue;
        constexpr std::size_t longest = 60;
        std::size_t begin = i;
        while (begin > 0 && i - begin < longest && !ends(text[begin - 1])) --begin;
        while (begin < i && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) ++begin;
        std::size_t end = i;
        while (end < text.size() && end - i < longest && !ends(text[end])) ++end;
        while (end > i && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
        return std::string(trimmed(text.substr(begin, end - begin)));
    }
    return "";
}

// What is no table, by its first bytes.
std::optional<Error> refused(std::string_view bytes) {
    const std::string again = "Save it as XLSX or CSV in the program that opens it.";
    if (bytes.size() > most_bytes)
        return Error{"sheet.size", "", "the file is larger than any list of open items", "Split the list."};
    if (bytes.starts_with("\xD0\xCF\x11\xE0") && is_locked_office_file(bytes))
        return Error{"sheet.encrypted", "", "the file is locked with a password",
                     "Open it with its password and save it without one."};
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Error{"sheet.old_xls", "", "this is the Excel format from before 2007 (.xls), which is not read", again};
    if (bytes.starts_with("%PDF"))
        return Error{"sheet.pdf", "", "this is a PDF, not a table", "Export the list as XLSX or CSV."};
    for (const std::string_view word : {"<html", "<!doctype", "<table", "<?xml", "<workbook"})
        if (starts_as(bytes, word))
            return Error{"sheet.html", "", "this is a web page or XML with the name of a spreadsheet", again};
    if (bytes.empty()) return Error{"list.empty", "", "the file is empty", "Export the list again."};
    return std::nullopt;
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

Outcome look_at_text(std::string_view bytes, const Mapping& mapping, Search& search) {
    Encoding encoding = encoding_of(bytes);
    if (mapping.encoding) { FRIST_TRY(encoding, encoding_named(*mapping.encoding)); }
    Layout layout;
    CsvTable table;
    {
        FRIST_TRY(const std::string text, to_utf8(bytes, encoding));
        FRIST_TRY(table, read_csv(text, mapping.separator));
        if (encoding != Encoding::utf8 && encoding != Encoding::utf8_mark) layout.encoding_sample = nordic_words(text);
    }
    layout.encoding = name_of(encoding);
    layout.separator = std::string(1, table.separator);
    layout.quoted_separator = table.quoted_separator;
    search.read_as(std::move(layout));
    static_cast<void>(search.look_at(table.sheet));
    return search.outcome(0);
}

Outcome look_at_book(std::string_view bytes, Search& search) {
    FRIST_TRY(const Container container, Container::open(bytes));
    const bool ods = is_open_document(container);
    Layout layout;
    layout.format = ods ? Format::ods : Format::xlsx;
    search.read_as(std::move(layout));
    const SheetTaker take = [&search](const Sheet& sheet) { return search.look_at(sheet); };
    FRIST_TRY(const BookFacts facts, ods ? read_ods(container, take) : read_xlsx(container, take));
    return search.outcome(facts.hidden_sheets);
}

bool noted(const std::vector<OpenItem>& items) {
    return std::any_of(items.begin(), items.end(), [](const OpenItem& item) { return !item.findings.empty(); });
}

Result<OpenItems> read(std::string_view bytes, const Mapping& mapping, Currency fallback) {
    if (const auto error = refused(bytes)) return *error;
    OpenItems out;
    Search search(mapping, fallback, out);
    FRIST_TRY_DONE(bytes.starts_with("PK\x03\x04") ? look_at_book(bytes, search)
                                                   : look_at_text(bytes, mapping, search));
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
