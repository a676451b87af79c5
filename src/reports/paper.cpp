#include "reports/paper.h"

#include "base/pch.h"
#include "money/forms.h"

namespace frist::reports {
namespace {

// As people write it: thousands apart and a comma, where machines write a point.
std::string figure_words(const Table& table, const Row& row, std::size_t column, Currency currency) {
    const Shown shown = table.shown(row, column);
    if (!shown.value) return "–";
    const Kind kind = table.definition->columns[column].kind;
    if (kind == Kind::money || kind == Kind::part_of) return grouped(Money(*shown.value, currency));
    std::string words = machine_text(table, row, column, currency);
    std::replace(words.begin(), words.end(), '.', ',');
    return kind == Kind::share ? words + "\u00a0%" : words;
}

void add_figures(const Table& table, const Row& row, Currency currency, std::vector<std::string>& words) {
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i)
        if (table.definition->columns[i].shown) words.push_back(figure_words(table, row, i, currency));
}

// What the sheet's second page tells, on a line; but for creditor and definition, which have places of their own.
std::string asked_of(const office::SheetPlan& plan) {
    std::string words;
    for (std::size_t i = 2; i < plan.about.size(); ++i) words += (words.empty() ? "" : "  ·  ") + plan.about[i].first + ": " + plan.about[i].second;
    return words;
}

}  // namespace

Outcome fits_on_paper(std::size_t rows) {
    if (rows <= most_on_paper) return done;
    return Error{"report.rows", "form", fmt::format("{} rows are more than paper takes", rows), "Part the report by something else, narrow it down, or take a workbook."};
}

Result<Paper> paper(const Room& room, const Ask& ask, std::string_view language, const std::string& creditor) {
    FRIST_TRY(const Table found, table(room, ask, {0, most_on_paper}));
    FRIST_TRY_DONE(fits_on_paper(found.count));
    const Currency currency = room.desk.country.currency();
    const office::SheetPlan plan = sheet_plan(language, *found.definition, found.ask, creditor);
    Paper made;
    made.language = std::string(language);
    made.creditor = creditor;
    made.title = plan.title;
    made.about = about(language, *found.definition);
    made.asked = asked_of(plan);
    made.page_words = word(language, "word/page");
    made.empty = word(language, "word/empty");
    made.day = found.ask.as_of;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) made.columns.push_back({plan.columns[i].head, i >= found.ask.by.size()});
    for (const Row& row : found.rows) {
        std::vector<std::string> words;
        words.reserve(plan.columns.size());
        for (std::size_t i = 0; i < row.keys.size(); ++i) words.push_back(label_of(language, found.ask.by[i], row.keys[i]));
        add_figures(found, row, currency, words);
        made.rows.push_back(std::move(words));
    }
    if (made.rows.empty()) return made;
    made.sum.assign(found.ask.by.size(), "");
    made.sum.front() = plan.sum_word;
    add_figures(found, found.sum, currency, made.sum);
    return made;
}

}  // namespace frist::reports
