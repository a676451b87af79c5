// The words of a report in a language of its readers: titles, what each report says, columns, values (texts/reports).
#pragma once
#include "office/sheet_out.h"
#include "reports/report.h"

namespace frist::reports {

// "column/paid" in nb, nn, en or sv; in English when the language has no such word, and the name's own end when none has.
std::string word(std::string_view language, std::string_view name);
bool has_language(std::string_view language);

std::string title_of(std::string_view language, const Definition& definition);
// What the report's numbers mean, in a few sentences.
std::string about(std::string_view language, const Definition& definition);
std::string head_of(std::string_view language, const Column& column);
// A value by which a table is parted, for people.
std::string label_of(std::string_view language, By by, const Key& key);

// An act of the log, and what a line is (which may be such an act); their own word when there is none for people.
std::string act_words(std::string_view language, std::string_view what);
std::string what_words(std::string_view language, std::string_view what);

// The plan of a report as a file: heads in the language, what was asked and the definition on the second sheet. Columns for
// the keys come first; then the shown columns of the definition.
office::SheetPlan sheet_plan(std::string_view language, const Definition& definition, const Ask& full, const std::string& creditor);
// The cells of a row, as the plan has columns.
std::vector<office::SheetCell> cells(std::string_view language, const Table& table, const Row& row, Currency currency);
// The figure of a column as words for machines: "1234.50", "12", "83.25", "14.3"; empty when there is none.
std::string machine_text(const Table& table, const Row& row, std::size_t column, Currency currency);

// Writes a report as a workbook, CSV or JSON, row by row. Errors of each_row, and those of the sheet.
Result<office::PassingFile> write_sheet(const Room& room, const Ask& ask, std::string_view language, const std::string& creditor, office::SheetForm form,
                                const std::function<Result<std::unique_ptr<office::SheetOut>>(office::SheetForm, const office::SheetPlan&)>& sheet_of);

}  // namespace frist::reports
