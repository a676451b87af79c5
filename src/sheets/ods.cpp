#include "sheets/ods.h"

#include "base/pch.h"
#include "sheets/xml_part.h"

namespace frist::sheets {
namespace {

constexpr std::size_t longest_cell = std::size_t{1} << 20U;
constexpr std::size_t most_copies = 2'000'000;  // cells that stand for others like them
constexpr std::int64_t most_repeats = 1'048'576;

std::int64_t repeats(std::string_view text) {
    std::int64_t value = 1;
    if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 1, most_repeats);
}

struct Value {
    std::string text;
    Kind kind = Kind::empty;
};

class Content : public XmlPart {
public:
    Content(Sheet& sheet, const SheetTaker& take) : sheet_(sheet), take_(take) {}
    BookFacts facts;
    bool tables = false;

private:
    void opened(std::string_view name, const Attributes& attributes) override {
        if (!in_table_) {
            outside(name, attributes);
        } else if (ignored_ > 0) {
            ++ignored_;
        } else if (in_cell_) {
            inside_cell(name, attributes);
        } else if (name == "table") {
            ignored_ = 1;  // a table within a table belongs to no list
        } else if (name == "table-row") {
            open_row(attributes);
        } else if (in_row_ && (name == "table-cell" || name == "covered-table-cell")) {
            open_cell(attributes);
        }
    }

    void closed(std::string_view name) override {
        if (ignored_ > 0) {
            --ignored_;
        } else if (in_cell_) {
            if (depth() == paragraph_depth_)
                paragraph_depth_ = 0;
            else if (name == "table-cell" || name == "covered-table-cell")
                close_cell();
        } else if (name == "table-row" && in_row_) {
            close_row();
        } else if (name == "table" && in_table_) {
            close_table();
        }
    }

    void characters(std::string_view piece) override {
        if (in_cell_ && ignored_ == 0 && paragraph_depth_ > 0 && shown_.size() < longest_cell) shown_ += piece;
    }

    void outside(std::string_view name, const Attributes& attributes) {
        if (name == "style") {
            style_ = attributes["name"];
        } else if (name == "table-properties" && attributes["display"] == "false") {
            hidden_styles_.insert(style_);
        } else if (name == "spreadsheet") {
            tables = true;
        } else if (name == "table" && tables) {
            in_table_ = true;
            writer_.emplace(sheet_);
            sheet_.forget_rows(0);
            sheet_.name = attributes["name"];
            sheet_.hidden_rows = 0;
            merged_.clear();
            place_ = 0;
            if (hidden_styles_.contains(std::string(attributes["style-name"])) || ++sheets_ > most_sheets) {
                ++facts.hidden_sheets;
                hidden_ = true;
            }
        }
    }

    void open_row(const Attributes& attributes) {
        in_row_ = true;
        cells_.clear();
        row_repeats_ = repeats(attributes["number-rows-repeated"]);
        const std::string_view visible = attributes["visibility"];
        row_hidden_ = visible == "collapse" || visible == "filter";
        column_ = 0;
    }

    void open_cell(const Attributes& attributes) {
        in_cell_ = true;
        paragraph_depth_ = 0;
        any_paragraph_ = false;
        shown_.clear();
        cell_repeats_ = repeats(attributes["number-columns-repeated"]);
        rows_spanned_ = repeats(attributes["number-rows-spanned"]);
        formula_ = attributes.has("formula");
        value_ = {};
        const std::string_view type = attributes["value-type"];
        if (type == "float" || type == "currency" || type == "percentage")
            value_ = {shown_number(attributes["value"]), Kind::number};
        else if (type == "date")
            value_ = {std::string(attributes["date-value"].substr(0, 10)), Kind::date};
        else if (type == "boolean")
            value_ = {attributes["boolean-value"] == "true" ? "TRUE" : "FALSE", Kind::text};
        else if (type == "string" || type == "time")
            value_ = {std::string(attributes["string-value"]), Kind::text};
        any_value_ = !type.empty();
    }

    void inside_cell(std::string_view name, const Attributes& attributes) {
        if (name == "annotation" || name == "frame" || name == "table" || name == "ruby-text") {
            ignored_ = 1;  // remarks and pictures are no part of the cell's text
        } else if ((name == "p" || name == "h") && paragraph_depth_ == 0) {
            if (any_paragraph_) shown_ += '\n';
            any_paragraph_ = true;
            paragraph_depth_ = depth();
        } else if (name == "s" && shown_.size() < longest_cell) {
            shown_.append(static_cast<std::size_t>(std::min<std::int64_t>(repeats(attributes["c"]), 100)), ' ');
        } else if (name == "tab") {
            shown_ += '\t';
        } else if (name == "line-break") {
            shown_ += '\n';
        }
    }

    [[nodiscard]] bool wanted() const { return !hidden_ && (!taken_ || sheet_.rows() < glance_rows); }

    void close_cell() {
        in_cell_ = false;
        const auto column = column_;
        column_ += static_cast<std::size_t>(cell_repeats_);
        Value value = std::move(value_);
        if (any_value_ && value.kind == Kind::text && value.text.empty()) value.text = std::move(shown_);
        if (formula_ && (shown_.starts_with('#') || shown_.starts_with("Err:")))
            value = {shown_, Kind::broken};
        else if (formula_ && value.text.starts_with('#') && value.kind == Kind::text)
            value.kind = Kind::broken;
        else if (formula_ && !any_value_)
            value = {"#CALC!", Kind::broken};
        // 0150 is kept as 150 and shown with its zero.
        if (value.kind == Kind::number && shown_.size() > 1 && shown_.size() <= 40 && shown_.front() == '0' &&
            shown_ == with_leading_zeros(value.text, static_cast<int>(shown_.size())))
            value.text = shown_;
        if (rows_spanned_ > 1 && merged_.size() < most_merged && !value.text.empty())
            merged_.push_back({column, place_ + 1, place_ + static_cast<int>(rows_spanned_)});
        if (value.text.empty() || !wanted()) return;
        if (column + static_cast<std::size_t>(cell_repeats_) > Sheet::max_columns)
            return stop({"sheet.columns", fmt::format("row {}", place_ + 1), "more columns than any list has",
                         "Delete what stands to the right of the list."});
        for (std::int64_t i = 0; i < cell_repeats_; ++i)
            cells_.push_back({column + static_cast<std::size_t>(i), sheet_.keep(value.text, value.kind)});
    }

    void close_row() {
        in_row_ = false;
        copies_ += cells_.size() * static_cast<std::size_t>(row_repeats_ - 1);
        if (copies_ > most_copies)
            return stop({"sheet.size", fmt::format("row {}", place_ + 1),
                         "the row is repeated more often than any list of open items is long", "Split the list."});
        for (std::int64_t i = 0; i < row_repeats_ && !cells_.empty() && wanted(); ++i) {
            if (auto error = writer_->begin(place_ + 1 + i)) return stop(std::move(*error));
            for (const auto& [column, cell] : cells_)
                if (auto error = writer_->add(column, cell)) return stop(std::move(*error));
            if (row_hidden_) ++sheet_.hidden_rows;
        }
        place_ = static_cast<int>(std::min(place_ + row_repeats_, most_repeats));
    }

    void close_table() {
        in_table_ = false;
        if (!hidden_) {
            merge_down(sheet_, merged_);
            taken_ = take_(sheet_) || taken_;
        }
        hidden_ = false;
    }

    struct At {
        std::size_t column;
        Cell cell;
    };

    Sheet& sheet_;
    const SheetTaker& take_;
    std::optional<RowWriter> writer_;
    std::set<std::string> hidden_styles_;
    std::string style_;
    std::vector<MergedCells> merged_;
    std::vector<At> cells_;
    Value value_;
    std::string shown_;
    int ignored_ = 0;
    int paragraph_depth_ = 0;
    int place_ = 0;
    int sheets_ = 0;
    std::size_t column_ = 0;
    std::size_t copies_ = 0;
    std::int64_t row_repeats_ = 1;
    std::int64_t cell_repeats_ = 1;
    std::int64_t rows_spanned_ = 1;
    bool any_paragraph_ = false;
    bool any_value_ = false;
    bool formula_ = false;
    bool row_hidden_ = false;
    bool hidden_ = false;
    bool in_table_ = false;
    bool in_row_ = false;
    bool in_cell_ = false;
    bool taken_ = false;
};

class Manifest : public XmlPart {
public:
    bool encrypted = false;

private:
    void opened(std::string_view name, const Attributes& /*attributes*/) override {
        if (name != "encryption-data") return;
        encrypted = true;
        enough();
    }
    void closed(std::string_view /*name*/) override {}
    void characters(std::string_view /*piece*/) override {}
};

}  // namespace

bool is_open_document(const Container& container) {
    return container.begin_of("mimetype", 100).starts_with("application/vnd.oasis.opendocument.");
}

Result<BookFacts> read_ods(const Container& container, const SheetTaker& take) {
    const std::string kind = container.begin_of("mimetype", 100);
    if (!kind.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return Error{"sheet.kind", "", "this is an OpenDocument file, but no spreadsheet",
                     "Export the list as a spreadsheet or CSV."};
    if (container.has("META-INF/manifest.xml")) {
        Manifest manifest;
        FRIST_TRY_DONE(manifest.read(container, "META-INF/manifest.xml"));
        if (manifest.encrypted)
            return Error{"sheet.encrypted", "", "the file is locked with a password",
                         "Open it with its password and save it without one."};
    }
    Sheet sheet;
    sheet.reserve(std::min<std::size_t>(container.size("content.xml") / 12, std::size_t{64} << 20U));
    Content content(sheet, take);
    FRIST_TRY_DONE(content.read(container, "content.xml"));
    if (!content.tables) return Error{"sheet.kind", "", "the spreadsheet has no sheets", "Export the list again."};
    return content.facts;
}

}  // namespace frist::sheets
