// What leaves as ODS is read back by the reader that lists come in by.
#include "exports/exports.h"
#include "sheets/container.h"
#include "sheets/list_file.h"

#include "base/pch.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace frist::exports {
namespace {

using office::CellKind;
using office::SheetCell;
using office::SheetForm;
using sheets::Kind;

class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "frist_exports_XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::string file() const { return (folder_ / "list.ods").string(); }
    [[nodiscard]] bool empty() const { return std::filesystem::is_empty(folder_); }

private:
    std::filesystem::path folder_;
};

office::SheetPlan plan() {
    office::SheetPlan plan;
    plan.title = "Kunder & 'krav'/2026";
    plan.columns = {{"name", "Navn", CellKind::text, false}, {"count", "Antall", CellKind::whole, true}, {"open", "Åpent", CellKind::money, true}, {"due", "Forfall", CellKind::day, false}};
    plan.about_title = "Om <listen>";
    plan.about = {{"Periode", "1. \"januar\" – 31. desember"}};
    plan.sum_word = "Sum";
    return plan;
}

std::string written(const office::SheetPlan& plan, const std::vector<std::vector<SheetCell>>& rows) {
    const Scratch scratch;
    auto out = sheet_out(SheetForm::ods, plan, office::PassingFile(scratch.file()));
    if (!out.ok()) return "";
    for (const auto& row : rows) EXPECT_TRUE((*out)->row(row).ok());
    std::string bytes;
    {
        const auto file = (*out)->finish();
        EXPECT_TRUE(file.ok());
        if (file.ok()) bytes = file->bytes().ok() ? *file->bytes() : "";
    }
    out->reset();
    EXPECT_TRUE(scratch.empty());
    return bytes;
}

struct Seen {
    std::string name;
    std::vector<std::vector<std::pair<std::string, Kind>>> rows;
};

std::vector<Seen> read_back(const std::string& bytes) {
    std::vector<Seen> all;
    sheets::Layout read_as;
    const auto hidden = sheets::each_sheet(bytes, {}, [&](sheets::Layout layout) { read_as = std::move(layout); }, [&](const sheets::Sheet& sheet) {
        Seen& seen = all.emplace_back(Seen{sheet.name, {}});
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            seen.rows.emplace_back();
            for (std::size_t column = 0; column < sheet.width(row); ++column) seen.rows.back().emplace_back(sheet.text(row, column), sheet.kind(row, column));
        }
        return false;
    });
    EXPECT_TRUE(hidden.ok()) << (hidden.ok() ? "" : text(hidden.error()));
    EXPECT_EQ(read_as.format, sheets::Format::ods);
    return all;
}

TEST(open_document, comes_back_as_it_was_written) {
    const Money sum(-123456789, Currency::nok());
    const std::string bytes = written(plan(), {{std::string("  Blid  Fjellrev\n<c/o>\t\"Tenkt\" & \x01søn"), std::int64_t{7}, sum, Date::of(2026, 2, 28)}, {std::string("0150"), {}, Money(5, Currency::nok()), {}}});
    const std::vector<Seen> sheets = read_back(bytes);
    ASSERT_EQ(sheets.size(), 2U);
    EXPECT_EQ(sheets[0].name, "Kunder & 'krav' 2026");
    ASSERT_EQ(sheets[0].rows.size(), 4U);
    EXPECT_EQ(sheets[0].rows[0][2], std::pair(std::string("Åpent"), Kind::text));
    EXPECT_EQ(sheets[0].rows[1][0], std::pair(std::string("  Blid  Fjellrev\n<c/o>\t\"Tenkt\" & søn"), Kind::text));
    EXPECT_EQ(sheets[0].rows[1][1], std::pair(std::string("7"), Kind::number));
    EXPECT_EQ(sheets[0].rows[1][2], std::pair(std::string("-1234567.89"), Kind::number));
    EXPECT_EQ(sheets[0].rows[1][3], std::pair(std::string("2026-02-28"), Kind::date));
    EXPECT_EQ(sheets[0].rows[2][0], std::pair(std::string("0150"), Kind::text));
    EXPECT_EQ(sheets[0].rows[2][1].second, Kind::empty);
    EXPECT_EQ(sheets[0].rows[2][2], std::pair(std::string("0.05"), Kind::number));
    EXPECT_EQ(sheets[0].rows[3][0], std::pair(std::string("Sum"), Kind::text));
    EXPECT_EQ(sheets[0].rows[3][1], std::pair(std::string("7"), Kind::number));
    EXPECT_EQ(sheets[0].rows[3][2], std::pair(std::string("-1234567.84"), Kind::number));
    EXPECT_EQ(sheets[1].name, "Om <listen>");
    EXPECT_EQ(sheets[1].rows[0][1].first, "1. \"januar\" – 31. desember");
}

TEST(open_document, says_first_and_unpacked_what_it_is) {
    const std::string bytes = written(plan(), {});
    EXPECT_EQ(bytes.substr(30, 54), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    EXPECT_EQ(bytes.substr(8, 2), std::string(2, '\0')) << "stored";
    const auto zip = sheets::Container::open(bytes);
    ASSERT_TRUE(zip.ok());
    EXPECT_EQ(zip->parts(), (std::vector<std::string>{"mimetype", "META-INF/manifest.xml", "styles.xml", "settings.xml", "content.xml"}));
    EXPECT_EQ(bytes, written(plan(), {})) << "the same rows are the same bytes";
}

TEST(open_document, holds_more_rows_than_it_keeps_in_memory) {
    std::vector<std::vector<SheetCell>> rows;
    for (std::int64_t i = 0; i < 5'000; ++i) rows.push_back({std::string("Fjellrev"), i, Money(i, Currency::nok()), Date::of(2026, 1, 1)});
    const std::vector<Seen> sheets = read_back(written(plan(), rows));
    ASSERT_EQ(sheets.at(0).rows.size(), 5'002U) << "the head, the rows and their sums";
    EXPECT_EQ(sheets[0].rows[5'000][1].first, "4999");
    EXPECT_EQ(sheets[0].rows[5'001][1].first, "12497500");
}

TEST(open_document, says_when_it_cannot_be_written) {
    const Scratch scratch;
    const auto made = sheet_out(SheetForm::ods, plan(), office::PassingFile(scratch.file() + "/nowhere/list.ods"));
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, "sheet.disk");
}

}  // namespace
}  // namespace frist::exports
