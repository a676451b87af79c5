#include "exports/sheet_words.h"

#include "base/pch.h"

namespace frist::exports {
namespace {

constexpr std::size_t longest_title = 31;   // characters

}  // namespace

Error too_many_rows() { return {"sheet.rows", "rows", fmt::format("a sheet of a workbook holds {} rows", most_rows), "Narrow the filter, or take CSV."}; }

double width_of(const office::SheetColumn& column) {
    switch (column.kind) {
        case office::CellKind::whole: return 11;
        case office::CellKind::money: return 14;
        case office::CellKind::day: return 12;
        case office::CellKind::text: break;
    }
    return std::clamp(static_cast<double>(column.head.size()) + 6, 14.0, 34.0);
}

std::string first_characters(std::string_view words, std::size_t most) {
    std::size_t count = 0;
    std::size_t end = 0;
    while (end < words.size()) {
        if ((static_cast<unsigned char>(words[end]) & 0xC0U) != 0x80U && count++ == most) break;
        ++end;
    }
    return std::string(words.substr(0, end));
}

// A spreadsheet takes none of these in a sheet's name, and no apostrophe at either end.
std::string sheet_name(std::string_view title, const char* otherwise) {
    std::string name = first_characters(title, longest_title);
    std::replace_if(name.begin(), name.end(), [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; }, ' ');
    while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
    while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
    return name.empty() ? otherwise : name;
}

}  // namespace frist::exports
