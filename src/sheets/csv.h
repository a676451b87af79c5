// Text with separators: one pass, also in pieces, at millions of rows a second. Quotes double inside
// quotes; line breaks inside quotes belong to the cell; CR LF, LF and CR end a line.
#pragma once
#include "base/result.h"
#include "sheets/table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace frist::sheets {

// Takes UTF-8 in pieces of any size; the rows are the same however the text was cut. Blank lines make
// no row but count as lines. A row's place is the physical line on which it begins.
class CsvParser {
public:
    explicit CsvParser(char separator);
    // Errors csv.columns, csv.size: then the parser takes no more.
    Outcome push(std::string_view piece);
    // Errors csv.quote: a quote that was opened and never closed, with its line.
    Result<Sheet> finish();

    [[nodiscard]] bool quoted_separator() const { return quoted_separator_; }

private:
    enum class State { cell_start, plain, quoted, quote_in_quoted };
    void open_cell();
    Outcome end_cell();
    Outcome end_row();
    void plain_run(std::string_view piece, std::size_t& i);
    void quoted_run(std::string_view piece, std::size_t& i);

    char separator_;
    Sheet sheet_;
    State state_ = State::cell_start;
    bool row_open_ = false;
    bool row_has_text_ = false;
    bool cell_was_quoted_ = false;
    bool after_return_ = false;
    bool quoted_separator_ = false;
    int line_ = 1;
    int quote_line_ = 0;
    std::size_t begin_ = 0;
    std::size_t columns_ = 0;
};

struct CsvFacts {
    char separator = ';';
    bool instruction = false;   // the first line was "sep=;"
};

// The separator with the most constant count outside quotes over the first 50 lines.
CsvFacts csv_facts(std::string_view utf8);

struct CsvTable {
    Sheet sheet;
    char separator = ';';
    bool quoted_separator = false;   // some cell needed its quotes
};
// All of a file at once; `separator` overrides what the file seems to have.
Result<CsvTable> read_csv(std::string_view utf8, std::optional<char> separator = std::nullopt);

// One line with CR LF. A text cell that a spreadsheet would run as a formula gets an apostrophe before
// it, which the reader takes away again.
void write_csv_row(std::string& out, std::span<const std::string> cells, char separator);

}  // namespace frist::sheets
