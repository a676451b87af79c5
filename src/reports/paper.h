// A report for paper: words in their columns, ready to be set.
#pragma once
#include "reports/words.h"

namespace frist::reports {

struct PaperColumn {
    std::string head;
    bool right = false;   // figures stand under each other
};

struct Paper {
    std::string language;
    std::string creditor;
    std::string title;
    std::string about;                           // what the numbers say
    std::string asked;                           // the days and what it is narrowed to
    std::string page_words;                      // "Side {page} av {pages}"
    std::string empty;                           // instead of the table when there is no row
    std::vector<PaperColumn> columns;
    std::vector<std::vector<std::string>> rows;  // a word per column
    std::vector<std::string> sum;                // of all rows; empty when there are none
    Date day;                                    // as of
};

constexpr std::size_t most_on_paper = 2'000;     // rows; nobody reads more of them on paper

// Error report.rows: more than paper takes.
Outcome fits_on_paper(std::size_t rows);
// Errors of table, and report.rows.
Result<Paper> paper(const Room& room, const Ask& ask, std::string_view language, const std::string& creditor);

}  // namespace frist::reports
