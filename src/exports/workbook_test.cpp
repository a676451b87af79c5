// What a workbook says cannot be done; what it holds is read back over the wire in tests/http/sheet_test.py.
#include "exports/exports.h"

#include "base/pch.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace frist::exports {
namespace {

using office::SheetForm;

office::SheetPlan one_column() {
    office::SheetPlan plan;
    plan.title = "It's: [a/list]";
    plan.columns = {{"case", "Case", office::CellKind::whole, false}};
    return plan;
}

class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "frist_exports_XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::string file() const { return (folder_ / "list.xlsx").string(); }
    [[nodiscard]] bool empty() const { return std::filesystem::is_empty(folder_); }

private:
    std::filesystem::path folder_;
};

TEST(workbook, leaves_no_file_behind) {
    const Scratch scratch;
    {
        auto made = sheet_out(SheetForm::xlsx, one_column(), office::PassingFile(scratch.file()));
        ASSERT_TRUE(made.ok());
        const office::SheetCell cell = std::int64_t{1};
        EXPECT_TRUE((*made)->row({&cell, 1}).ok());
        const auto file = (*made)->finish();
        ASSERT_TRUE(file.ok());
        EXPECT_TRUE(file->bytes()->starts_with("PK"));
    }
    EXPECT_TRUE(scratch.empty());
    { const auto given_up = sheet_out(SheetForm::xlsx, one_column(), office::PassingFile(scratch.file())); }
    EXPECT_TRUE(scratch.empty());
}

TEST(workbook, says_when_it_cannot_be_written) {
    const Scratch scratch;
    auto made = sheet_out(SheetForm::xlsx, one_column(), office::PassingFile(scratch.file() + "/nowhere/list.xlsx"));
    if (!made.ok()) {
        EXPECT_EQ(made.error().code, "sheet.disk");
        return;
    }
    const auto bytes = (*made)->finish();
    ASSERT_FALSE(bytes.ok());
    EXPECT_EQ(bytes.error().code, "sheet.disk");
}

TEST(workbook, holds_as_many_rows_as_a_sheet_and_no_more) {
    const Scratch scratch;
    auto made = sheet_out(SheetForm::xlsx, one_column(), office::PassingFile(scratch.file()));
    ASSERT_TRUE(made.ok());
    const office::SheetCell cell;   // empty: only the rows are counted
    for (int i = 0; i < 1'048'574; ++i) ASSERT_TRUE((*made)->row({&cell, 1}).ok());
    const Outcome more = (*made)->row({&cell, 1});
    ASSERT_FALSE(more.ok());
    EXPECT_EQ(more.error().code, "sheet.rows");
}

}  // namespace
}  // namespace frist::exports
