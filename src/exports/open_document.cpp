#include "exports/open_document.h"

#include "base/pch.h"
#include "exports/sheet_words.h"

#include <zip.h>

namespace frist::exports {
namespace {

using office::CellKind;
using office::SheetCell;
using office::SheetColumn;
using office::SheetPlan;

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::size_t piece = std::size_t{1} << 16U;   // written at once

constexpr std::string_view xml_head = R"(<?xml version="1.0" encoding="UTF-8"?>)";

constexpr std::string_view names = R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
                                   R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
                                   R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0")"
                                   R"( xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3")";

constexpr std::string_view cell_styles =
    R"(<number:number-style style:name="nm"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>)"
    R"(<number:date-style style:name="nd"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>)"
    R"(<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.75pt solid #000000"/><style:text-properties fo:font-weight="bold"/></style:style>)"
    R"(<style:style style:name="headright" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.75pt solid #000000" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold"/></style:style>)"
    R"(<style:style style:name="money" style:family="table-cell" style:data-style-name="nm"/>)"
    R"(<style:style style:name="day" style:family="table-cell" style:data-style-name="nd"/>)"
    R"(<style:style style:name="sum" style:family="table-cell" style:data-style-name="nm"><style:table-cell-properties fo:border-top="0.75pt solid #000000"/><style:text-properties fo:font-weight="bold"/></style:style>)"
    R"(<style:style style:name="count" style:family="table-cell"><style:table-cell-properties fo:border-top="0.75pt solid #000000"/><style:text-properties fo:font-weight="bold"/></style:style>)";

constexpr std::string_view manifest = R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">)"
                                      R"(<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
                                      R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
                                      R"(<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>)"
                                      R"(<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>)"
                                      R"(</manifest:manifest>)";

Error no_room() { return {"sheet.disk", "file", "the spreadsheet could not be written", "See that there is room where temporary files go."}; }

// What XML cannot hold is left out; a sign that means something to it is written out.
void put_sign(std::string& out, char c) {
    switch (c) {
        case '&': out += "&amp;"; return;
        case '<': out += "&lt;"; return;
        case '>': out += "&gt;"; return;
        case '"': out += "&quot;"; return;
        default: break;
    }
    if (static_cast<unsigned char>(c) >= 0x20U) out += c;
}

std::string attribute(std::string_view words) {
    std::string out;
    for (const char c : words) put_sign(out, c);
    return out;
}

// As paragraphs; of several spaces XML keeps one, so the others have a sign of their own.
void put_text(std::string& out, std::string_view words) {
    out += "<text:p>";
    bool blank = true;   // at the beginning, or behind a space
    for (const char c : words) {
        if (c == '\n') out += "</text:p><text:p>";
        else if (c == '\t') out += "<text:tab/>";
        else if (c == ' ' && blank) out += "<text:s/>";
        else put_sign(out, c);
        blank = c == ' ' || c == '\n';
    }
    out += "</text:p>";
}

void put_words(std::string& out, std::string_view words, std::string_view style = "") {
    if (words.empty() && style.empty()) {
        out += "<table:table-cell/>";
        return;
    }
    out += "<table:table-cell";
    if (!style.empty()) out += fmt::format(R"( table:style-name="{}")", style);
    if (words.empty()) {
        out += "/>";
        return;
    }
    out += R"( office:value-type="string">)";
    put_text(out, first_characters(words, longest_text));
    out += "</table:table-cell>";
}

void put_number(std::string& out, std::string_view value, std::string_view style, const std::string& formula = "") {
    out += "<table:table-cell";
    if (!style.empty()) out += fmt::format(R"( table:style-name="{}")", style);
    if (!formula.empty()) out += fmt::format(R"( table:formula="{}")", formula);
    out += fmt::format(R"( office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>)", value);
}

std::string hundredths(std::int64_t minor) {
    const std::uint64_t size = minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    return fmt::format("{}{}.{:02}", minor < 0 ? "-" : "", size / 100, size % 100);
}

// "A", "Z", "AA".
std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

class OpenDocument : public office::SheetOut {
public:
    OpenDocument(const SheetPlan& plan, office::PassingFile file)
        : plan_(plan), name_(sheet_name(plan.title, "1")), file_(std::move(file)), total_(plan.columns.size()) {}
    ~OpenDocument() override {
        if (zip_ != nullptr) zipClose(zip_, nullptr);
    }

    // What kind of file it is stands first and as it is, so that it can be seen without unpacking.
    Outcome begin() {
        zip_ = zipOpen64(file_.path().c_str(), APPEND_STATUS_CREATE);
        if (zip_ == nullptr) return no_room();
        const std::string styles = fmt::format("{}<office:document-styles{}><office:styles/></office:document-styles>", xml_head, names);
        if (!part("mimetype", media_type, 0) || !part("META-INF/manifest.xml", std::string(xml_head) + std::string(manifest)) || !part("styles.xml", styles) || !part("settings.xml", settings()) || !open("content.xml"))
            return no_room();
        out_ = fmt::format("{}<office:document-content{}><office:automatic-styles>{}", xml_head, names, cell_styles);
        for (std::size_t i = 0; i < plan_.columns.size(); ++i)
            out_ += fmt::format(R"(<style:style style:name="c{}" style:family="table-column"><style:table-column-properties style:column-width="{:.1f}mm"/></style:style>)", i, width_of(plan_.columns[i]) * 2.1);
        out_ += R"(<style:style style:name="told" style:family="table-column"><style:table-column-properties style:column-width="60mm"/></style:style></office:automatic-styles><office:body><office:spreadsheet>)";
        out_ += fmt::format(R"(<table:table table:name="{}">)", attribute(name_));
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) out_ += fmt::format(R"(<table:table-column table:style-name="c{}"/>)", i);
        out_ += "<table:table-header-rows><table:table-row>";
        for (const SheetColumn& column : plan_.columns) put_words(out_, column.head, column.kind == CellKind::money || column.kind == CellKind::whole ? "headright" : "head");
        out_ += "</table:table-row></table:table-header-rows>";
        return done;
    }

    Outcome row(std::span<const SheetCell> cells) override {
        if (rows_ == most_rows) return too_many_rows();
        ++rows_;
        out_ += "<table:table-row>";
        for (std::size_t i = 0; i < cells.size(); ++i) write(i, cells[i]);
        out_ += "</table:table-row>";
        return out_.size() < piece || flush() ? Outcome(done) : Outcome(no_room());
    }

    Result<office::PassingFile> finish() override {
        if (rows_ > 0) write_sums();
        out_ += "</table:table>";
        tell_about();
        if (rows_ > 0)
            out_ += fmt::format(R"(<table:database-ranges><table:database-range table:name="rows" table:target-range-address="{}.A1:{}.{}{}" table:display-filter-buttons="true"/></table:database-ranges>)", quoted(), quoted(),
                                column_name(plan_.columns.size() - 1), rows_ + 1);
        out_ += "</office:spreadsheet></office:body></office:document-content>";
        const bool written = flush() && zipCloseFileInZip(zip_) == ZIP_OK;
        if (zipClose(std::exchange(zip_, nullptr), nullptr) != ZIP_OK || !written) return no_room();
        return std::move(file_);
    }

private:
    // --- the zip ---

    bool open(const char* name, int level = 6) {
        zip_fileinfo info{};
        info.dosDate = (1UL << 21U) | (1UL << 16U);   // the first day that a zip can name: the same rows are the same bytes
        return zipOpenNewFileInZip64(zip_, name, &info, nullptr, 0, nullptr, 0, nullptr, level == 0 ? 0 : Z_DEFLATED, level, 0) == ZIP_OK;
    }
    bool part(const char* name, std::string_view bytes, int level = 6) {
        return open(name, level) && zipWriteInFileInZip(zip_, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK && zipCloseFileInZip(zip_) == ZIP_OK;
    }
    bool flush() {
        const bool good = zipWriteInFileInZip(zip_, out_.data(), static_cast<unsigned>(out_.size())) == ZIP_OK;
        out_.clear();
        return good;
    }

    // --- what stands in it ---

    // The head stays when the rows are moved.
    [[nodiscard]] std::string settings() const {
        const auto item = [](std::string_view name, std::string_view type, int value) { return fmt::format(R"(<config:config-item config:name="{}" config:type="{}">{}</config:config-item>)", name, type, value); };
        return std::string(xml_head) +
               R"(<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>)"
               R"(<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">)" +
               fmt::format(R"(<config:config-item-map-entry config:name="{}">)", attribute(name_)) + item("VerticalSplitMode", "short", 2) + item("VerticalSplitPosition", "int", 1) + item("ActiveSplitRange", "short", 2) + item("PositionBottom", "int", 1) +
               R"(</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>)";
    }

    [[nodiscard]] std::string quoted() const {
        std::string name;
        for (const char c : name_) {
            if (c == '\'') name += '\'';
            name += c;
        }
        return attribute("'" + name + "'");
    }

    void write(std::size_t i, const SheetCell& cell) {
        if (const auto* words = std::get_if<std::string>(&cell)) {
            put_words(out_, *words);
        } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            put_number(out_, std::to_string(*whole), "");
            total_[i] += *whole;
        } else if (const auto* money = std::get_if<Money>(&cell)) {
            put_number(out_, hundredths(money->minor()), "money");
            total_[i] += money->minor();
        } else if (const auto* day = std::get_if<Date>(&cell)) {
            out_ += fmt::format(R"(<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{0}"><text:p>{0}</text:p></table:table-cell>)", text(*day));
        } else {
            out_ += "<table:table-cell/>";
        }
    }

    // The sum is a formula with its value beside it: it follows what somebody changes.
    void write_sums() {
        if (std::none_of(plan_.columns.begin(), plan_.columns.end(), [](const SheetColumn& column) { return column.summed; })) return;
        out_ += "<table:table-row>";
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            if (!plan_.columns[i].summed) {
                put_words(out_, i == 0 ? plan_.sum_word : "", "count");
                continue;
            }
            const bool counts = plan_.columns[i].kind == CellKind::whole;
            const std::string column = column_name(i);
            put_number(out_, counts ? std::to_string(total_[i]) : hundredths(total_[i]), counts ? "count" : "sum", fmt::format("of:=SUM([.{0}2:.{0}{1}])", column, rows_ + 1));
        }
        out_ += "</table:table-row>";
    }

    void tell_about() {
        if (plan_.about.empty()) return;
        std::string title = sheet_name(plan_.about_title, "2");
        if (title == name_) title = "2";
        out_ += fmt::format(R"(<table:table table:name="{}"><table:table-column table:style-name="told" table:number-columns-repeated="2"/>)", attribute(title));
        for (const auto& [name, value] : plan_.about) {
            out_ += "<table:table-row>";
            put_words(out_, name, "head");
            put_words(out_, value);
            out_ += "</table:table-row>";
        }
        out_ += "</table:table>";
    }

    SheetPlan plan_;
    std::string name_;
    office::PassingFile file_;
    zipFile zip_ = nullptr;
    std::string out_;
    std::size_t rows_ = 0;
    std::vector<std::int64_t> total_;   // by column, in minor units or as they are counted
};

}  // namespace

Result<std::unique_ptr<office::SheetOut>> open_document_out(const SheetPlan& plan, office::PassingFile file) {
    auto made = std::make_unique<OpenDocument>(plan, std::move(file));
    FRIST_TRY_DONE(made->begin());
    return std::unique_ptr<office::SheetOut>(std::move(made));
}

}  // namespace frist::exports
