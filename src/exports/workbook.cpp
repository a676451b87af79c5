#include "exports/workbook.h"

#include "base/pch.h"
#include "exports/sheet_words.h"

#include <xlsxwriter.h>

#include <cstdio>
#include <filesystem>

namespace frist::exports {
namespace {

using office::CellKind;
using office::SheetCell;
using office::SheetColumn;
using office::SheetPlan;

Error no_room() { return {"sheet.disk", "file", "the workbook could not be written", "See that there is room where temporary files go."}; }

// A spreadsheet knows no other numbers; sums of money below 2^53 minor units are exact to the øre in it.
double as_number(const Money& money) { return static_cast<double>(money.minor()) / 100; }

class Workbook : public office::SheetOut {
public:
    Workbook(const SheetPlan& plan, office::PassingFile file) : plan_(plan), file_(std::move(file)), total_(plan.columns.size()) {}
    ~Workbook() override {
        if (book_ != nullptr) workbook_close(book_);
    }

    Outcome begin() {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        std::string folder = std::filesystem::path(file_.path()).parent_path().string();
        options.tmpdir = folder.data();
        book_ = workbook_new_opt(file_.path().c_str(), &options);
        if (book_ == nullptr) return no_room();
        sheet_ = workbook_add_worksheet(book_, sheet_name(plan_.title, "1").c_str());
        lxw_worksheet* const about = workbook_add_worksheet(book_, sheet_name(plan_.about_title, "2").c_str());
        if (sheet_ == nullptr || about == nullptr) return no_room();
        make_formats();
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const bool right = plan_.columns[i].kind == CellKind::money || plan_.columns[i].kind == CellKind::whole;
            worksheet_set_column(sheet_, column, column, width_of(plan_.columns[i]), nullptr);
            worksheet_write_string(sheet_, 0, column, plan_.columns[i].head.c_str(), right ? right_head_ : head_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        tell_about(about);
        return done;
    }

    Outcome row(std::span<const SheetCell> cells) override {
        if (rows_ == most_rows) return too_many_rows();
        ++rows_;
        for (std::size_t i = 0; i < cells.size(); ++i) write(i, cells[i]);
        return done;
    }

    Result<office::PassingFile> finish() override {
        if (rows_ > 0) {
            write_sums();
            worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows_), static_cast<lxw_col_t>(plan_.columns.size() - 1));
        }
        const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
        if (closed != LXW_NO_ERROR) return no_room();
        return std::move(file_);
    }

private:
    void make_formats() {
        head_ = workbook_add_format(book_);
        right_head_ = workbook_add_format(book_);
        for (lxw_format* const format : {head_, right_head_}) {
            format_set_bold(format);
            format_set_bottom(format, LXW_BORDER_THIN);
        }
        format_set_align(right_head_, LXW_ALIGN_RIGHT);
        money_ = workbook_add_format(book_);
        format_set_num_format(money_, "#,##0.00");
        day_ = workbook_add_format(book_);
        format_set_num_format(day_, "yyyy-mm-dd");
        sum_ = workbook_add_format(book_);
        format_set_num_format(sum_, "#,##0.00");
        sum_word_ = workbook_add_format(book_);
        count_ = workbook_add_format(book_);
        for (lxw_format* const format : {sum_, sum_word_, count_}) {
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
        }
    }

    void tell_about(lxw_worksheet* about) {
        worksheet_set_column(about, 0, 0, 26, nullptr);
        worksheet_set_column(about, 1, 1, 80, nullptr);
        lxw_row_t at = 0;
        for (const auto& [name, value] : plan_.about) {
            worksheet_write_string(about, at, 0, name.c_str(), head_);
            worksheet_write_string(about, at++, 1, first_characters(value, longest_text).c_str(), nullptr);
        }
    }

    void write(std::size_t i, const SheetCell& cell) {
        const auto at = static_cast<lxw_row_t>(rows_);
        const auto column = static_cast<lxw_col_t>(i);
        if (const auto* words = std::get_if<std::string>(&cell)) {
            worksheet_write_string(sheet_, at, column, first_characters(*words, longest_text).c_str(), nullptr);
        } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            worksheet_write_number(sheet_, at, column, static_cast<double>(*whole), nullptr);
            total_[i] += *whole;
        } else if (const auto* money = std::get_if<Money>(&cell)) {
            worksheet_write_number(sheet_, at, column, as_number(*money), money_);
            total_[i] += money->minor();
        } else if (const auto* day = std::get_if<Date>(&cell)) {
            lxw_datetime told{};
            told.year = day->year();
            told.month = static_cast<int>(day->month());
            told.day = static_cast<int>(day->day());
            worksheet_write_datetime(sheet_, at, column, &told, day_);
        }
    }

    // The sum is a formula with its value beside it: it follows what somebody changes.
    void write_sums() {
        const bool any = std::any_of(plan_.columns.begin(), plan_.columns.end(), [](const SheetColumn& column) { return column.summed; });
        if (!any) return;
        const auto at = static_cast<lxw_row_t>(rows_ + 1);
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            if (!plan_.columns[i].summed) {
                worksheet_write_string(sheet_, at, column, i == 0 ? plan_.sum_word.c_str() : "", sum_word_);
                continue;
            }
            std::array<char, LXW_MAX_COL_NAME_LENGTH> name{};
            lxw_col_to_name(name.data(), column, 0);
            const std::string formula = fmt::format("=SUM({0}2:{0}{1})", name.data(), rows_ + 1);
            const bool counts = plan_.columns[i].kind == CellKind::whole;
            worksheet_write_formula_num(sheet_, at, column, formula.c_str(), counts ? count_ : sum_, counts ? static_cast<double>(total_[i]) : static_cast<double>(total_[i]) / 100);
        }
    }

    SheetPlan plan_;
    office::PassingFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* head_ = nullptr;
    lxw_format* right_head_ = nullptr;
    lxw_format* money_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* sum_ = nullptr;
    lxw_format* sum_word_ = nullptr;
    lxw_format* count_ = nullptr;
    std::size_t rows_ = 0;
    std::vector<std::int64_t> total_;   // by column, in minor units or as they are counted
};

}  // namespace

Result<std::unique_ptr<office::SheetOut>> workbook_out(const SheetPlan& plan, office::PassingFile file) {
    auto made = std::make_unique<Workbook>(plan, std::move(file));
    FRIST_TRY_DONE(made->begin());
    return std::unique_ptr<office::SheetOut>(std::move(made));
}

}  // namespace frist::exports
