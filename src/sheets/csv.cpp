#include "sheets/csv.h"

#include "base/pch.h"

namespace frist::sheets {
namespace {

// A sign, digits and what stands between them: no spreadsheet runs that as a formula.
bool plain_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789., ") == std::string_view::npos;
}

bool starts_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

// The apostrophes of a guarded cell: one or more, and then what would start a formula.
bool guarded(std::string_view text) {
    const auto sign = text.find_first_not_of('\'');
    return sign != std::string_view::npos && sign > 0 && starts_formula(text.substr(sign));
}

constexpr std::string_view candidates = ";\t,|";

// Counts of each candidate in each of the first lines, outside quotes.
std::vector<std::array<int, 4>> counts_of(std::string_view utf8) {
    std::vector<std::array<int, 4>> lines(1);
    bool quoted = false;
    bool text = false;
    for (const char c : utf8.substr(0, 1U << 18U)) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!text) continue;
            if (lines.size() == 50) return lines;
            lines.emplace_back();
            text = false;
            continue;
        }
        text = true;
        const auto which = candidates.find(c);
        if (!quoted && which != std::string_view::npos) ++lines.back()[which];
    }
    if (!text) lines.pop_back();
    return lines;
}

// Lines that agree on a count, weighed by the count up to four: a decimal comma in each line agrees
// too, but a list of open items has more columns than amounts.
int agreement(const std::vector<std::array<int, 4>>& lines, std::size_t which) {
    std::map<int, int> tally;
    for (const auto& line : lines)
        if (line[which] > 0) ++tally[line[which]];
    int best = 0;
    for (const auto& [count, times] : tally) best = std::max(best, times * std::min(count, 4));
    return best;
}

}  // namespace

CsvParser::CsvParser(char separator) : separator_(separator) {}

void CsvParser::open_cell() {
    if (!row_open_) {
        sheet_.begin_row(line_);
        row_open_ = true;
        columns_ = 0;
        row_has_text_ = false;
    }
    begin_ = sheet_.bytes();
    cell_was_quoted_ = false;
}

Outcome CsvParser::end_cell() {
    if (guarded(sheet_.open_text(begin_))) sheet_.cut_open_text(begin_, 1);
    sheet_.close_cell(begin_, Kind::text);
    if (++columns_ > Sheet::max_columns)
        return Error{"csv.columns", fmt::format("line {}", line_), "more columns than any list has",
                     "Check that the file is a table with separators."};
    if (sheet_.cells() > Sheet::max_cells || sheet_.bytes() > Sheet::max_text)
        return Error{"csv.size", fmt::format("line {}", line_), "the file is too large", "Split the file."};
    state_ = State::cell_start;
    return done;
}

Outcome CsvParser::end_row() {
    if (row_open_) {
        FRIST_TRY_DONE(end_cell());
        row_open_ = false;
    }
    state_ = State::cell_start;
    return done;
}

void CsvParser::plain_run(std::string_view piece, std::size_t& i) {
    const std::size_t start = i;
    while (i < piece.size() && piece[i] != separator_ && piece[i] != '\n' && piece[i] != '\r') ++i;
    sheet_.append(piece.substr(start, i - start));
}

void CsvParser::quoted_run(std::string_view piece, std::size_t& i) {
    const std::size_t start = i;
    for (; i < piece.size() && piece[i] != '"'; ++i) {
        const char c = piece[i];
        if (c == separator_) quoted_separator_ = true;
        // A line ends at LF, or at a CR that no LF follows.
        if (c == '\n' || (after_return_ && c != '\n')) ++line_;
        after_return_ = c == '\r';
    }
    sheet_.append(piece.substr(start, i - start));
}

Outcome CsvParser::push(std::string_view piece) {
    std::size_t i = 0;
    while (i < piece.size()) {
        const char c = piece[i];
        if (state_ == State::quoted) {
            if (c != '"') {
                quoted_run(piece, i);
                continue;
            }
            if (after_return_) ++line_;
            after_return_ = false;
            state_ = State::quote_in_quoted;
            ++i;
            continue;
        }
        if (after_return_ && c == '\n') {
            after_return_ = false;
            ++i;
            continue;
        }
        after_return_ = false;
        if (state_ == State::quote_in_quoted) {
            if (c == '"') {
                sheet_.append('"');
                state_ = State::quoted;
                ++i;
                continue;
            }
            state_ = State::plain;
        }
        if (c == separator_) {
            if (state_ == State::cell_start) open_cell();
            FRIST_TRY_DONE(end_cell());
            open_cell();
            state_ = State::cell_start;
            ++i;
        } else if (c == '\n' || c == '\r') {
            FRIST_TRY_DONE(end_row());
            after_return_ = c == '\r';
            ++line_;
            ++i;
        } else if (state_ == State::cell_start && c == '"') {
            open_cell();
            quote_line_ = line_;
            state_ = State::quoted;
            ++i;
        } else {
            if (state_ == State::cell_start) open_cell();
            state_ = State::plain;
            plain_run(piece, i);
        }
    }
    return done;
}

Result<Sheet> CsvParser::finish() {
    if (state_ == State::quoted)
        return Error{"csv.quote", fmt::format("line {}", quote_line_), "a quotation mark is opened here and never closed",
                     "Close the quotation mark, or double it when it belongs to the text."};
    FRIST_TRY_DONE(end_row());
    return std::move(sheet_);
}

CsvFacts csv_facts(std::string_view utf8) {
    if (utf8.size() >= 5 && (utf8.starts_with("sep=") || utf8.starts_with("SEP=")) &&
        (utf8.size() == 5 || utf8[5] == '\r' || utf8[5] == '\n') && utf8[4] != '\r' && utf8[4] != '\n' && utf8[4] != '"')
        return {utf8[4], true};
    const auto lines = counts_of(utf8);
    CsvFacts facts;
    int best = 0;
    // In the order of `candidates`: a draw goes to the semicolon, and the comma comes after TAB.
    for (std::size_t which = 0; which < candidates.size(); ++which) {
        const int score = agreement(lines, which);
        if (score > best) {
            best = score;
            facts.separator = candidates[which];
        }
    }
    return facts;
}

Result<CsvTable> read_csv(std::string_view utf8, std::optional<char> separator) {
    const CsvFacts facts = csv_facts(utf8);
    CsvTable table;
    table.separator = separator.value_or(facts.separator);
    CsvParser parser(table.separator);
    if (facts.instruction) {
        // The instruction is a line of the file: blanked, so that it counts but makes no row.
        FRIST_TRY_DONE(parser.push(utf8.substr(5).empty() ? "" : ""));
        utf8.remove_prefix(5);
    }
    FRIST_TRY_DONE(parser.push(utf8));
    FRIST_TRY(table.sheet, parser.finish());
    table.quoted_separator = parser.quoted_separator();
    return table;
}

void write_csv_row(std::string& out, std::span<const std::string> cells, char separator) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += separator;
        const std::string& cell = cells[i];
        const bool guard = guarded(cell) || (starts_formula(cell) && !plain_number(cell));
        // An only cell that is empty would make a blank line, which is no row.
        const bool quote = cell.find_first_of("\"\r\n") != std::string::npos || cell.find(separator) != std::string::npos ||
                           (cells.size() == 1 && cell.empty());
        if (quote) out += '"';
        if (guard) out += '\'';
        for (const char c : cell) {
            if (c == '"' && quote) out += '"';
            out += c;
        }
        if (quote) out += '"';
    }
    out += "\r\n";
}

}  // namespace frist::sheets
