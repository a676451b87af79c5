// Spreadsheets and text files of the tests, made from one table.
#pragma once
#include "sheets/encoding.h"
#include "sheets/open_items.h"
#include "support/zip.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace frist::sheets {

using Words = std::vector<std::string>;

inline std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline OpenItems read(const std::string& bytes, const Mapping& mapping = {}, Currency currency = Currency::nok()) {
    auto items = read_open_items(bytes, "list", mapping, currency);
    if (items.ok()) return *items;
    ADD_FAILURE() << text(items.error());
    return {};
}

// The code of the error; empty when the file is read.
inline std::string refusal(const std::string& bytes, const Mapping& mapping = {}) {
    const auto items = read_open_items(bytes, "list", mapping);
    if (items.ok()) return "";
    EXPECT_FALSE(items.error().message.empty() || items.error().remedy.empty() || items.error().field.empty())
        << text(items.error());
    return items.error().code;
}

template <class FaultList>
Words codes(const FaultList& faults) {
    Words out;
    for (const auto& fault : faults)
        out.push_back(fault.row == 0 && fault.column.empty()
                          ? fault.code
                          : fmt::format("{} {} {}", fault.row, fault.column, fault.code));
    return out;
}

// The findings of the rows, claims first.
inline Words row_findings(const OpenItems& items) {
    std::vector<Fault> all;
    for (const auto* list : {&items.claims, &items.credits})
        for (const OpenItem& item : *list) all.insert(all.end(), item.findings.begin(), item.findings.end());
    return codes(all);
}

// --- XLSX made by hand, so that each form a program may write can be tried ---

struct HandMade {
    std::string rows;  // inside sheetData
    std::string merges;
    std::string strings;                                           // inside sst
    std::string formats;                                           // inside styleSheet
    std::string workbook_pr;                                       // attributes
    std::vector<std::pair<std::string, std::string>> more_sheets;  // name and rows
    std::string first_state;                                       // attributes of the first sheet
};

inline std::vector<test::ZipPart> xlsx_parts(const HandMade& made) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const std::string main = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
    };
    std::string sheets = "<sheet name=\"Liste\" sheetId=\"1\" " + made.first_state + " r:id=\"rId1\"/>";
    std::string relations = relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                            relation("rIdStyles", "styles", "styles.xml") +
                            relation("rIdStrings", "sharedStrings", "/xl/sharedStrings.xml");
    std::vector<test::ZipPart> parts;
    const auto add = [&](const std::string& name, const std::string& bytes) {
        parts.push_back({name, bytes, 0, 0, 0});
    };
    const auto sheet = [&](const std::string& rows, const std::string& merges) {
        return head + "<worksheet" + main + "><sheetData>" + rows + "</sheetData>" +
               (merges.empty() ? "" : "<mergeCells>" + merges + "</mergeCells>") + "</worksheet>";
    };
    add("xl/worksheets/sheet1.xml", sheet(made.rows, made.merges));
    for (std::size_t i = 0; i < made.more_sheets.size(); ++i) {
        const std::string number = std::to_string(i + 2);
        sheets +=
            "<sheet name=\"" + made.more_sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        relations += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        add("xl/worksheets/sheet" + number + ".xml", sheet(made.more_sheets[i].second, ""));
    }
    add("[Content_Types].xml", head + "<Types/>");
    add("_rels/.rels",
        head + "<Relationships>" + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    add("xl/workbook.xml", head + "<workbook" + main + " xmlns:r=\"" + types.substr(0, types.size() - 1) +
                               "\"><workbookPr " + made.workbook_pr + "/><sheets>" + sheets + "</sheets></workbook>");
    add("xl/_rels/workbook.xml.rels", head + "<Relationships>" + relations + "</Relationships>");
    add("xl/styles.xml", head + "<styleSheet" + main + ">" + made.formats + "</styleSheet>");
    add("xl/sharedStrings.xml", head + "<sst" + main + ">" + made.strings + "</sst>");
    return parts;
}

inline std::string xlsx_of(const HandMade& made) {
    return test::zip_of(xlsx_parts(made));
}

inline std::string row_of(int place, const Words& cells) {
    std::string out = fmt::format("<row r=\"{}\">", place);
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", static_cast<char>('A' + i), place,
                           cells[i]);
    return out + "</row>";
}

// --- ODS ---

inline std::string ods_of(const std::string& content_body, const std::string& styles = "",
                          const std::string& mime = "application/vnd.oasis.opendocument.spreadsheet") {
    const std::string content = R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content )"
                                R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
                                R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
                                R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
                                R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">)"
                                "<office:automatic-styles>" +
                                styles + "</office:automatic-styles><office:body><office:spreadsheet>" + content_body +
                                "</office:spreadsheet></office:body></office:document-content>";
    return test::zip_of({{"mimetype", mime, 0, 0, 0}, {"content.xml", content, 0, 0, 0}});
}

inline std::string ods_text(const std::string& text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
}
inline std::string ods_row(const Words& cells) {
    std::string out = "<table:table-row>";
    for (const std::string& cell : cells) out += cell.empty() ? "<table:table-cell/>" : ods_text(cell);
    return out + "</table:table-row>";
}

}  // namespace frist::sheets
