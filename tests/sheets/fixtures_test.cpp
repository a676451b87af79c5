// The collected headers and spreadsheets of real programs, where they are at hand.
#include "base/fields.h"
#include "sheets/books.h"

namespace frist::sheets {
namespace {

const std::filesystem::path root = FRIST_ROOT;

TEST(sheet_fixtures, published_headers) {
    const auto folder = root / ".." / "shared" / "fixtures" / "csv_headers";
    if (!std::filesystem::exists(folder)) return;
    int checked = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        SCOPED_TRACE(entry.path().filename().string());
        const auto expected = boost::json::parse(file_bytes(entry.path().string() + ".expected.json")).as_object();
        const OpenItems items = read(file_bytes(entry.path()));
        const Layout& layout = items.layout;
        EXPECT_EQ(layout.encoding, std::string(expected.at("encoding").as_string()));
        EXPECT_EQ(layout.separator, std::string(expected.at("separator").as_string()));
        EXPECT_EQ(layout.decimal, std::string(expected.at("decimal").as_string()));
        EXPECT_EQ(layout.thousands,
                  expected.contains("thousands") ? std::string(expected.at("thousands").as_string()) : "");
        EXPECT_EQ(layout.date, std::string(expected.at("date").as_string()));
        EXPECT_EQ(layout.header_row, expected.at("header_row").as_int64());
        EXPECT_EQ(layout.quoted_separator, expected.contains("quoted_separator"));
        EXPECT_EQ(items.rows, expected.at("rows").as_int64());
        for (const auto& [name, column] : expected.at("mapping").as_object()) {
            const auto field = enum_of<Field>(std::string_view(name));
            ASSERT_TRUE(field.has_value()) << name;
            EXPECT_EQ(layout.columns.contains(*field) ? layout.columns.at(*field) : "", std::string(column.as_string()))
                << name;
        }
        if (const auto* open = expected.if_contains("open_minor")) {
            std::vector<std::int64_t> sums(open->as_array().size(), 0);
            for (const auto& list : {items.claims, items.credits})
                for (const OpenItem& item : list)
                    sums.at(static_cast<std::size_t>(item.row - layout.header_row - 1)) = item.open.minor();
            EXPECT_EQ(boost::json::value_from(sums).as_array(), open->as_array());
        }
        EXPECT_EQ(items.credits.size(),
                  expected.contains("credit_rows") ? expected.at("credit_rows").as_array().size() : 0);
        const bool references = expected.at("mapping").as_object().contains("payment_reference");
        for (const OpenItem& item : items.claims)
            EXPECT_EQ(item.payment_reference.substr(0, 1), references ? "0" : "") << "leading zeros stay";
        EXPECT_EQ(items.settled, expected.contains("settled_rows") ? expected.at("settled_rows").as_array().size() : 0);
        ++checked;
    }
    EXPECT_GE(checked, 3);
}

// The export for tax auditors as a workbook: dimensions, accounts, postings, customers with their balances, suppliers.
// Nothing of it is a list of open items, and no sheet may be taken for one.
TEST(sheet_fixtures, an_audit_workbook_claims_nothing) {
    const auto file = root / ".." / "shared" / "fixtures" / "xlsx" / "saft_888888888_excel_view.xlsx";
    if (!std::filesystem::exists(file)) return;
    const auto items = read_open_items(file_bytes(file), "view.xlsx");
    ASSERT_FALSE(items.ok());
    EXPECT_EQ(items.error().code, "list.supplier");
    EXPECT_EQ(items.error().field, "view.xlsx: sheet \"Leverandører\" header");
}

}  // namespace
}  // namespace frist::sheets
