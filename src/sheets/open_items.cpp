#include "sheets/open_items.h"

#include "base/fields.h"
#include "base/pch.h"
#include "sheets/csv.h"
#include "sheets/encoding.h"
#include "sheets/rows.h"

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

// What is no table of text, by its first bytes.
std::optional<Error> refused(std::string_view bytes) {
    const std::string again = "Save it as XLSX or CSV in the program that opens it.";
    if (bytes.size() > most_bytes)
        return Error{"sheet.size", "", "the file is larger than any list of open items", "Split the list."};
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

struct Tables {
    Layout layout;
    std::vector<Sheet> sheets;
};

Result<Tables> read_text(std::string_view bytes, const Mapping& mapping) {
    Tables tables;
    Encoding encoding = encoding_of(bytes);
    if (mapping.encoding) { FRIST_TRY(encoding, encoding_named(*mapping.encoding)); }
    FRIST_TRY(const std::string text, to_utf8(bytes, encoding));
    FRIST_TRY(CsvTable table, read_csv(text, mapping.separator));
    tables.layout.encoding = name_of(encoding);
    tables.layout.separator = std::string(1, table.separator);
    tables.layout.quoted_separator = table.quoted_separator;
    tables.sheets.push_back(std::move(table.sheet));
    return tables;
}

Result<Tables> read_tables(std::string_view bytes, const Mapping& mapping) {
    if (const auto error = refused(bytes)) return *error;
    return read_text(bytes, mapping);
}

Result<OpenItems> read(std::string_view bytes, const Mapping& mapping, Currency fallback) {
    FRIST_TRY(Tables tables, read_tables(bytes, mapping));
    OpenItems out;
    out.layout = std::move(tables.layout);
    for (const Sheet& sheet : tables.sheets) {
        const auto header = find_header(sheet, mapping);
        if (!header) continue;
        out.layout.sheet = sheet.name;
        FRIST_TRY(const Recognised recognised, recognise(sheet, *header, mapping, out.layout));
        const Forms forms = settle_forms(sheet, recognised, mapping, out);
        read_rows(sheet, recognised, forms, fallback, out);
        if (out.rows == 0)
            return Error{"list.empty", fmt::format("row {}", out.layout.header_row),
                         "there are no rows under the header", "Export the list again, with its rows."};
        const bool noted = !out.rejected.empty() || !out.findings.empty() ||
                           std::any_of(out.claims.begin(), out.claims.end(),
                                       [](const OpenItem& item) { return !item.findings.empty(); }) ||
                           std::any_of(out.credits.begin(), out.credits.end(),
                                       [](const OpenItem& item) { return !item.findings.empty(); });
        out.verdict = !out.questions.empty() ? Verdict::ask : noted ? Verdict::accept_with_findings : Verdict::accept;
        return out;
    }
    return Error{"header.missing", "rows 1 to 30",
                 "no row holds the names of three columns that a list of open items has, such as Kundenr, Fakturanr, "
                 "Forfallsdato, Restbeløp",
                 "Export the list with its header row, or name the columns in the map file."};
}

boost::json::array as_json(const std::vector<Fault>& faults) {
    boost::json::array out;
    for (const Fault& fault : faults)
        out.push_back({{"row", fault.row},
                       {"column", fault.column},
                       {"code", fault.code},
                       {"reason", fault.reason},
                       {"remedy", fault.remedy}});
    return out;
}

boost::json::array as_json(const std::vector<std::string>& names) {
    boost::json::array out;
    for (const std::string& name : names) out.emplace_back(name);
    return out;
}

boost::json::object as_json(const Layout& layout) {
    boost::json::object columns;
    for (const auto& [field, name] : layout.columns) columns[frist::name_of(field)] = name;
    boost::json::object out{{"format", frist::name_of(layout.format)}, {"header_row", layout.header_row},
                            {"header_hash", layout.header_hash},       {"decimal", layout.decimal},
                            {"thousands", layout.thousands},           {"date", layout.date}};
    if (layout.format == Format::csv) {
        out["encoding"] = layout.encoding;
        out["separator"] = layout.separator;
        out["quoted_separator"] = layout.quoted_separator;
    } else {
        out["sheet"] = layout.sheet;
    }
    out["columns"] = std::move(columns);
    out["ageing"] = as_json(layout.ageing);
    out["unknown"] = as_json(layout.unknown);
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

boost::json::object to_json(const OpenItems& items) {
    boost::json::array totals;
    for (const Total& total : items.totals)
        totals.push_back({{"currency", total.claims.currency().code()},
                          {"claims", text(total.claims)},
                          {"credits", text(total.credits)}});
    boost::json::array rejected;
    for (const RowFault& fault : items.rejected)
        rejected.push_back({{"row", fault.row},
                            {"column", fault.column},
                            {"code", fault.code},
                            {"reason", fault.reason},
                            {"remedy", fault.remedy}});
    std::vector<Fault> findings = items.findings;
    for (const OpenItem& item : items.claims)
        findings.insert(findings.end(), item.findings.begin(), item.findings.end());
    for (const OpenItem& item : items.credits)
        findings.insert(findings.end(), item.findings.begin(), item.findings.end());
    return {{"verdict", frist::name_of(items.verdict)},
            {"layout", as_json(items.layout)},
            {"rows", items.rows},
            {"claims", items.claims.size()},
            {"credits", items.credits.size()},
            {"settled", items.settled},
            {"totals", std::move(totals)},
            {"rejected", std::move(rejected)},
            {"findings", as_json(findings)},
            {"questions", as_json(items.questions)}};
}

}  // namespace frist::sheets
