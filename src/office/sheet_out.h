// A table that leaves as a file: what its columns are, and its rows one after the other, so that a long one needs no memory in
// proportion. Who writes it is a door (exports).
#pragma once
#include "base/date.h"
#include "money/money.h"
#include "office/passing_file.h"

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace frist::office {

enum class SheetForm { xlsx, csv, json, ods };
constexpr auto names_of(SheetForm) { return std::to_array<std::string_view>({"xlsx", "csv", "json", "ods"}); }

enum class CellKind { text, whole, money, day };
constexpr auto names_of(CellKind) { return std::to_array<std::string_view>({"text", "whole", "money", "day"}); }

struct SheetColumn {
    std::string id;             // its name in JSON
    std::string head;           // its name to people
    CellKind kind = CellKind::text;
    bool summed = false;        // its sum stands below, in a workbook
};

// Empty, a text, a number, a sum, a day: as the column's kind says, or empty.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, Money, Date>;

struct SheetPlan {
    std::string title;          // of the sheet; up to 31 characters are shown
    std::vector<SheetColumn> columns;
    std::string about_title;    // of the second sheet of a workbook, which tells what was asked
    std::vector<std::pair<std::string, std::string>> about;
    std::string sum_word;       // stands in the first column beside the sums
    char separator = ';';       // of CSV; with it the decimal sign: a comma, or a point when the comma separates
};

class SheetOut {
public:
    SheetOut() = default;
    SheetOut(const SheetOut&) = delete;
    SheetOut& operator=(const SheetOut&) = delete;
    virtual ~SheetOut() = default;

    // As many cells as columns. Error sheet.rows: more than a workbook holds.
    virtual Outcome row(std::span<const SheetCell> cells) = 0;
    // The whole file; nothing can be added to it. Error sheet.disk: no room for it while it was written.
    virtual Result<PassingFile> finish() = 0;
};

}  // namespace frist::office
