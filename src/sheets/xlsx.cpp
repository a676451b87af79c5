#include "sheets/xlsx.h"

#include "base/pch.h"
#include "sheets/xlsx_parts.h"
#include "sheets/xml_part.h"

namespace frist::sheets {
namespace {

enum class Type : std::uint8_t { number, shared, text, boolean, error, day };

Type type_of(std::string_view t) {
    if (t.empty() || t == "n") return Type::number;
    if (t == "s") return Type::shared;
    if (t == "b") return Type::boolean;
    if (t == "e") return Type::error;
    if (t == "d") return Type::day;
    return Type::text;  // str, inlineStr
}

struct Reference {
    std::size_t column = 0;
    int row = 0;
};

// "AB12". Column 0 is A.
std::optional<Reference> reference(std::string_view text) {
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
        column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
        if (i > 3) return std::nullopt;
    }
    Reference out;
    const auto read = std::from_chars(text.data() + i, text.data() + text.size(), out.row);
    if (column == 0 || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    out.column = column - 1;
    return out;
}

class Rows : public XmlPart {
public:
    Rows(Sheet& sheet, const XlsxBook& book, const std::vector<Cell>& strings, std::size_t most_rows)
        : sheet_(sheet), book_(book), strings_(strings), most_rows_(most_rows), writer_(sheet) {}

    std::vector<MergedCells> merged;

private:
    enum class In : std::uint8_t { other, data, row, cell };

    void opened(std::string_view name, const Attributes& attributes) override {
        collecting_ = false;
        switch (in_) {
            case In::other:
                if (name == "sheetData" && depth() == 2) in_ = In::data;
                if (name == "mergeCell" && depth() == 3) merge(attributes["ref"]);
                break;
            case In::data:
                if (name == "row") open_row(attributes);
                break;
            case In::row:
                if (name == "c") open_cell(attributes);
                break;
            case In::cell:
                if (name == "f") formula_ = true;
                if (name == "rPh") ++phonetic_;
                collecting_ = name == "v" || (name == "t" && phonetic_ == 0);
                break;
        }
    }

    void closed(std::string_view name) override {
        collecting_ = false;
        switch (in_) {
            case In::other: break;
            case In::data:
                if (name == "sheetData") in_ = In::other;
                break;
            case In::row:
                if (name == "row") close_row();
                break;
            case In::cell:
                if (name == "rPh" && phonetic_ > 0) --phonetic_;
                if (name == "c" && depth() == 4) close_cell();
                break;
        }
    }

    void characters(std::string_view piece) override {
        if (collecting_) value_ += piece;
    }

    void open_row(const Attributes& attributes) {
        in_ = In::row;
        std::int64_t place = std::int64_t{writer_.place()} + 1;
        if (const std::string_view r = attributes["r"]; !r.empty())
            if (std::from_chars(r.data(), r.data() + r.size(), place).ec != std::errc()) place = 0;
        if (auto error = writer_.begin(place)) return stop(std::move(*error));
        hidden_ = attributes["hidden"] == "1" || attributes["hidden"] == "true";
        column_ = 0;
    }

    void close_row() {
        in_ = In::data;
        if (hidden_ && writer_.written()) ++sheet_.hidden_rows;
        if (sheet_.rows() >= most_rows_) enough();
    }

    void open_cell(const Attributes& attributes) {
        in_ = In::cell;
        value_.clear();
        formula_ = false;
        phonetic_ = 0;
        type_ = type_of(attributes["t"]);
        style_ = 0;
        if (const std::string_view s = attributes["s"]; !s.empty())
            std::from_chars(s.data(), s.data() + s.size(), style_);
        if (const std::string_view r = attributes["r"]; !r.empty()) {
            const auto at = reference(r);
            column_ = at ? at->column : Sheet::max_columns;
        }
    }

    void close_cell() {
        in_ = In::row;
        if (auto error = add()) stop(std::move(*error));
        ++column_;
    }

    std::optional<Error> add() {
        if (value_.empty()) return formula_ ? writer_.add(column_, "#CALC!", Kind::broken) : std::nullopt;
        switch (type_) {
            case Type::number: return add_number();
            case Type::shared: {
                std::size_t index = 0;
                const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), index);
                if (read.ec != std::errc() || index >= strings_.size())
                    return Error{"sheet.form", fmt::format("row {}", writer_.place()),
                                 "a cell refers to a text that the spreadsheet does not have",
                                 "Save it again in a spreadsheet program."};
                return writer_.add(column_, strings_[index]);
            }
            case Type::text:
                if (value_.find("_x") != std::string::npos) value_ = without_escapes(value_);
                return writer_.add(column_, value_, Kind::text);
            case Type::boolean: return writer_.add(column_, value_ == "1" ? "TRUE" : "FALSE", Kind::text);
            case Type::error: return writer_.add(column_, value_, Kind::broken);
            case Type::day: return writer_.add(column_, std::string_view(value_).substr(0, 10), Kind::date);
        }
        return std::nullopt;
    }

    std::optional<Error> add_number() {
        std::string shown = shown_number(value_);
        if (shown.empty()) return writer_.add(column_, value_, Kind::broken);
        const NumberFormat format = style_ < book_.formats.size() ? book_.formats[style_] : NumberFormat{};
        if (format.day)
            if (const std::string day = day_of_serial(shown, book_.since_1904); !day.empty())
                return writer_.add(column_, day, Kind::date);
        if (format.digits > 1) shown = with_leading_zeros(std::move(shown), format.digits);
        return writer_.add(column_, shown, Kind::number);
    }

    void merge(std::string_view range) {
        const auto colon = range.find(':');
        if (colon == std::string_view::npos || merged.size() >= most_merged) return;
        const auto from = reference(range.substr(0, colon));
        const auto to = reference(range.substr(colon + 1));
        if (from && to && to->row > from->row) merged.push_back({from->column, from->row, to->row});
    }

    Sheet& sheet_;
    const XlsxBook& book_;
    const std::vector<Cell>& strings_;
    std::size_t most_rows_;
    RowWriter writer_;
    In in_ = In::other;
    Type type_ = Type::number;
    bool collecting_ = false;
    bool formula_ = false;
    bool hidden_ = false;
    int phonetic_ = 0;
    std::size_t style_ = 0;
    std::size_t column_ = 0;
    std::string value_;
};

}  // namespace

Result<BookFacts> read_xlsx(const Container& container, const SheetTaker& take) {
    FRIST_TRY(const XlsxBook book, read_xlsx_book(container));
    Sheet sheet;
    sheet.since_1904 = book.since_1904;
    FRIST_TRY(const std::vector<Cell> strings, read_shared_strings(container, book.strings, sheet));
    const std::size_t shared = sheet.bytes();
    BookFacts facts;
    bool taken = false;
    for (const XlsxSheet& one : book.sheets) {
        if (one.hidden) {
            ++facts.hidden_sheets;
            continue;
        }
        sheet.forget_rows(shared);
        sheet.name = one.name;
        sheet.hidden_rows = 0;
        // A cell is some 30 bytes of XML and, when it holds a number, some 8 of text.
        if (!taken) {
            sheet.reserve(shared + std::min<std::size_t>(container.size(one.part) / 6, std::size_t{64} << 20U));
            sheet.reserve_cells(std::min<std::size_t>(container.size(one.part) / 36, 4'000'000));
        }
        Rows rows(sheet, book, strings, taken ? glance_rows : Sheet::max_cells);
        FRIST_TRY_DONE(rows.read(container, one.part));
        merge_down(sheet, rows.merged);
        taken = take(sheet) || taken;
    }
    return facts;
}

}  // namespace frist::sheets
