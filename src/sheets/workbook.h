// What XLSX and ODS have in common: sheets one after the other, cells that know what they are, and numbers as a
// spreadsheet shows them.
#pragma once
#include "base/result.h"
#include "sheets/table.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace frist::sheets {

// Is shown each visible sheet in the workbook's order. True: this is the one. Of those behind it only the first rows
// are read, to see whether there is a second list.
using SheetTaker = std::function<bool(const Sheet&)>;
constexpr std::size_t glance_rows = 40;
constexpr int most_sheets = 256;

// What is told of the workbook besides its sheets.
struct BookFacts {
    int hidden_sheets = 0;  // not looked at
};

// A number of a file as plain decimal text with at most 15 digits, which is what spreadsheets hold and show, and at
// most nine decimals: what a sum leaves behind there ("5.5511151231257827E-17") is nothing. "1234.5599999999999" is
// "1234.56", "1E3" is "1000". Whole numbers with more than 15 digits have lost their end and are written
// "1.23456789012346E+17". No floating point is used. Empty when it is no number.
std::string shown_number(std::string_view raw);

struct NumberFormat {
    bool day = false;
    int digits = 0;  // "0000" shows 0150: at least so many, with leading zeros
};
NumberFormat number_format(std::string_view code);
NumberFormat built_in_format(int id);  // those that XLSX numbers and never writes out

// "46051" or "46051.5" as "2026-01-29". Empty when it is no day from 1900 to 2199.
std::string day_of_serial(std::string_view number, bool since_1904);
// "150" with four digits is "0150".
std::string with_leading_zeros(std::string number, int digits);

// Writes rows into a sheet; rows and columns without a value make no cells, except before a value.
class RowWriter {
public:
    explicit RowWriter(Sheet& sheet) : sheet_(sheet) {}
    // Places must rise.
    [[nodiscard]] std::optional<Error> begin(std::int64_t place);
    [[nodiscard]] std::optional<Error> add(std::size_t column, std::string_view text, Kind kind);
    [[nodiscard]] std::optional<Error> add(std::size_t column, Cell kept);
    [[nodiscard]] std::size_t next() const { return next_; }
    [[nodiscard]] bool written() const { return open_; }
    [[nodiscard]] int place() const { return place_; }

private:
    [[nodiscard]] std::optional<Error> pad(std::size_t column);

    Sheet& sheet_;
    int place_ = 0;
    bool open_ = false;
    std::size_t next_ = 0;
};

// Cells of a column that the spreadsheet shows as one, by places; the first holds the text.
struct MergedCells {
    std::size_t column = 0;
    int first = 0;
    int last = 0;
};
constexpr std::size_t most_merged = 100'000;
void merge_down(Sheet& sheet, const std::vector<MergedCells>& merged);

}  // namespace frist::sheets
