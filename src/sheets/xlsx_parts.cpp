#include "sheets/xlsx_parts.h"

#include "base/pch.h"
#include "sheets/xml_part.h"

namespace frist::sheets {
namespace {

int number_in(std::string_view text) {
    int value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : -1;
}

bool is_true(std::string_view text) {
    return text == "1" || text == "true" || text == "on";
}

struct Relation {
    std::string id;
    std::string type;  // the last word of its address: "worksheet", "sharedStrings"
    std::string target;
};

class Relations : public XmlPart {
public:
    std::vector<Relation> all;

private:
    void opened(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship" || all.size() > 10'000 || attributes["TargetMode"] == "External") return;
        const std::string_view type = attributes["Type"];
        all.push_back({std::string(attributes["Id"]), std::string(type.substr(type.rfind('/') + 1)),
                       std::string(attributes["Target"])});
    }
    void closed(std::string_view /*name*/) override {}
    void characters(std::string_view /*piece*/) override {}
};

// A target as its part's name: relative to the folder of the part that refers to it.
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string base(folder);
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../"))
            base = base.substr(0, base.find_last_of('/') == std::string::npos ? 0 : base.find_last_of('/'));
        target.remove_prefix(target.starts_with("../") ? 3 : 2);
    }
    return base.empty() ? std::string(target) : base + "/" + std::string(target);
}

class Workbook : public XmlPart {
public:
    bool since_1904 = false;
    struct Named {
        std::string name;
        std::string id;
        bool hidden;
    };
    std::vector<Named> sheets;
    bool right = false;

private:
    void opened(std::string_view name, const Attributes& attributes) override {
        if (depth() == 1) right = name == "workbook";
        if (name == "workbookPr") since_1904 = is_true(attributes["date1904"]);
        if (name == "sheet" && depth() == 3 && sheets.size() < most_sheets)
            sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                              !attributes["state"].empty() && attributes["state"] != "visible"});
    }
    void closed(std::string_view /*name*/) override {}
    void characters(std::string_view /*piece*/) override {}
};

class Styles : public XmlPart {
public:
    std::vector<NumberFormat> formats;

private:
    void opened(std::string_view name, const Attributes& attributes) override {
        if (name == "numFmt") own_[number_in(attributes["numFmtId"])] = number_format(attributes["formatCode"]);
        if (name == "cellXfs") cells_ = true;
        if (name != "xf" || !cells_ || formats.size() > 100'000) return;
        const int id = number_in(attributes["numFmtId"]);
        const auto own = own_.find(id);
        formats.push_back(own == own_.end() ? built_in_format(id) : own->second);
    }
    void closed(std::string_view name) override {
        if (name == "cellXfs") enough();
    }
    void characters(std::string_view /*piece*/) override {}

    std::map<int, NumberFormat> own_;
    bool cells_ = false;
};

class Strings : public XmlPart {
public:
    explicit Strings(Sheet& sheet) : sheet_(sheet) {}
    std::vector<Cell> all;

private:
    void opened(std::string_view name, const Attributes& /*attributes*/) override {
        if (name == "si") {
            text_.clear();
        } else if (name == "rPh") {
            ++phonetic_;  // how a Japanese name is spoken; no part of the text
        }
        in_text_ = name == "t" && phonetic_ == 0;
    }
    void closed(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh" && phonetic_ > 0) --phonetic_;
        if (name != "si") return;
        if (all.size() >= Sheet::max_cells || sheet_.bytes() > Sheet::max_text)
            return stop(
                {"sheet.size", "", "the spreadsheet has more text than any list of open items", "Split the list."});
        all.push_back(sheet_.keep(text_.find("_x") == std::string::npos ? text_ : without_escapes(text_), Kind::text));
    }
    void characters(std::string_view piece) override {
        if (in_text_) text_ += piece;
    }

    Sheet& sheet_;
    std::string text_;
    bool in_text_ = false;
    int phonetic_ = 0;
};

Error not_xlsx(std::string reason) {
    return {"sheet.kind", "", std::move(reason), "Save it as XLSX or CSV in the program that opens it."};
}

bool hexadecimal(std::string_view text, std::uint32_t& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

void put_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

}  // namespace

std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint32_t code = 0;
        const std::string_view escape = text.substr(i, 7);
        const bool whole = escape.size() == 7 && escape.starts_with("_x") && escape.ends_with('_');
        const bool good =
            whole && hexadecimal(escape.substr(2, 4), code) && code != 0 && (code < 0xD800 || code > 0xDFFF);
        if (!good) {
            out += text[i];
            continue;
        }
        put_utf8(out, code);
        i += 6;
    }
    return out;
}

Result<XlsxBook> read_xlsx_book(const Container& container) {
    if (!container.has("[Content_Types].xml"))
        return not_xlsx("this is a zip archive, but neither an XLSX nor an ODS spreadsheet");
    Relations top;
    FRIST_TRY_DONE(top.read(container, "_rels/.rels"));
    std::string workbook;
    for (const Relation& relation : top.all)
        if (relation.type == "officeDocument") workbook = resolved("", relation.target);
    if (workbook.ends_with(".bin")) return not_xlsx("this is a binary spreadsheet (.xlsb), which is not read");
    Workbook book;
    FRIST_TRY_DONE(book.read(container, workbook));
    if (!book.right) return not_xlsx("this is an office document, but no spreadsheet");
    const auto slash = workbook.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : workbook.substr(0, slash);
    const std::string file = slash == std::string::npos ? workbook : workbook.substr(slash + 1);
    Relations relations;
    FRIST_TRY_DONE(relations.read(container, (folder.empty() ? "" : folder + "/") + "_rels/" + file + ".rels"));
    XlsxBook out;
    out.since_1904 = book.since_1904;
    std::string styles;
    for (const Relation& relation : relations.all) {
        if (relation.type == "styles") styles = resolved(folder, relation.target);
        if (relation.type == "sharedStrings") out.strings = resolved(folder, relation.target);
    }
    if (container.has(styles)) {
        Styles read;
        FRIST_TRY_DONE(read.read(container, styles));
        out.formats = std::move(read.formats);
    }
    for (const Workbook::Named& sheet : book.sheets) {
        const auto at = std::find_if(relations.all.begin(), relations.all.end(), [&sheet](const Relation& relation) {
            return relation.id == sheet.id && relation.type == "worksheet";  // others are charts and macros
        });
        if (at != relations.all.end()) out.sheets.push_back({sheet.name, resolved(folder, at->target), sheet.hidden});
    }
    if (out.sheets.empty()) return not_xlsx("the workbook has no sheets");
    return out;
}

Result<std::vector<Cell>> read_shared_strings(const Container& container, const std::string& part, Sheet& sheet) {
    Strings strings(sheet);
    if (!part.empty() && container.has(part)) { FRIST_TRY_DONE(strings.read(container, part)); }
    return std::move(strings.all);
}

}  // namespace frist::sheets
