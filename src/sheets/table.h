// sheets: CSV, XLSX and ODS. Bytes come in, rows of text cells go out, and back; above that the
// recognition of an open-item list: which column is which field, and what each row claims.
// Begin with open_items.h. Nothing here opens a file: the caller brings the bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frist::sheets {

enum class Kind : std::uint8_t {
    empty,
    text,
    number,   // plain decimal text: "-1250.5"; leading zeros kept when the cell's format shows them
    date,     // ISO text: "2026-01-29"
    broken,   // the spreadsheet's own error: "#REF!"; "#CALC!" for a formula that nothing has computed
};

// Where a cell's text lies in its sheet; eight bytes, because there are millions.
struct Cell {
    std::uint32_t begin = 0;
    std::uint32_t size : 28 = 0;
    std::uint32_t kind : 3 = 0;
    std::uint32_t merged : 1 = 0;
};

// Rows of cells, each row with its place: the physical line of a CSV file, the row number of a
// spreadsheet, both counted from 1 with the header included. The text of all cells lies in one string.
class Sheet {
public:
    std::string name;
    bool since_1904 = false;  // its serial days count from 1904
    int hidden_rows = 0;

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    [[nodiscard]] std::size_t width(std::size_t row) const {
        return (row + 1 < rows_.size() ? rows_[row + 1].first : cells_.size()) - rows_[row].first;
    }
    [[nodiscard]] int place(std::size_t row) const { return rows_[row].place; }
    // A cell that is not there is empty.
    [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const {
        const Cell* cell = find(row, column);
        return cell == nullptr ? std::string_view{} : std::string_view(text_).substr(cell->begin, cell->size);
    }
    [[nodiscard]] Kind kind(std::size_t row, std::size_t column) const {
        const Cell* cell = find(row, column);
        return cell == nullptr ? Kind::empty : static_cast<Kind>(cell->kind);
    }
    [[nodiscard]] std::size_t cells() const { return cells_.size(); }
    [[nodiscard]] std::size_t bytes() const { return text_.size(); }

    // A cell that shows what a cell above it holds, because the spreadsheet has merged them.
    [[nodiscard]] bool merged(std::size_t row, std::size_t column) const {
        const Cell* cell = find(row, column);
        return cell != nullptr && cell->merged != 0;
    }

    void reserve(std::size_t text_bytes) { text_.reserve(text_bytes); }
    void reserve_cells(std::size_t cells) { cells_.reserve(cells); }
    // Goes back to a sheet without rows whose text is the first so many bytes: strings that all sheets share stay.
    void forget_rows(std::size_t text_bytes) {
        text_.resize(text_bytes);
        cells_.clear();
        rows_.clear();
    }
    // Gives an empty cell the text of the one in `from`; the row must have the cell.
    void merge(std::size_t from, std::size_t row, std::size_t column) {
        const Cell* above = find(from, column);
        const Cell* here = find(row, column);
        if (above == nullptr || here == nullptr || here->size > 0) return;
        Cell copy = *above;
        copy.merged = 1;
        cells_[static_cast<std::size_t>(here - cells_.data())] = copy;
    }
    void begin_row(int place) { rows_.push_back({cells_.size(), place}); }
    // Text longer than a spreadsheet cell can ever be is cut; readers refuse files before that.
    void add(std::string_view text, Kind kind) {
        const Cell cell = keep(text, kind);
        cells_.push_back(cell);
    }
    void add(Cell kept) { cells_.push_back(kept); }
    // Text kept once and used by many cells (shared strings).
    Cell keep(std::string_view text, Kind kind) {
        if (text.size() > max_cell) text = text.substr(0, max_cell);
        Cell cell;
        cell.begin = static_cast<std::uint32_t>(text_.size());
        cell.size = static_cast<std::uint32_t>(text.size()) & max_cell;
        cell.kind = static_cast<std::uint32_t>(text.empty() ? Kind::empty : kind) & 0x7U;
        text_ += text;
        return cell;
    }
    // For readers that add to the text piece by piece: append, then close the cell at its beginning.
    void append(std::string_view piece) { text_ += piece; }
    void append(char c) { text_ += c; }
    void close_cell(std::size_t begin, Kind kind) {
        Cell cell;
        cell.begin = static_cast<std::uint32_t>(begin);
        cell.size = static_cast<std::uint32_t>(text_.size() - begin) & max_cell;
        cell.kind = static_cast<std::uint32_t>(text_.size() == begin ? Kind::empty : kind) & 0x7U;
        cells_.push_back(cell);
    }
    [[nodiscard]] std::string_view open_text(std::size_t begin) const { return std::string_view(text_).substr(begin); }
    void cut_open_text(std::size_t begin, std::size_t count) { text_.erase(begin, count); }

    static constexpr std::uint32_t max_cell = (1U << 28U) - 1;
    static constexpr std::size_t max_text = 1U << 31U;
    static constexpr std::size_t max_cells = 48'000'000;
    static constexpr std::size_t max_columns = 1024;

private:
    struct Row {
        std::size_t first;
        int place;
    };
    [[nodiscard]] const Cell* find(std::size_t row, std::size_t column) const {
        return column < width(row) ? &cells_[rows_[row].first + column] : nullptr;
    }
    std::string text_;
    std::vector<Cell> cells_;
    std::vector<Row> rows_;
};

// Without blanks at both ends, also the no-break ones (U+00A0, U+202F, U+2007, U+FEFF).
std::string_view trimmed(std::string_view text);

}  // namespace frist::sheets
