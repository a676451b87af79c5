#include "sheets/csv.h"

#include <rapidcheck.h>

namespace frist::sheets {
namespace {

std::string dump(const Sheet& sheet) {
    std::string out;
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        out += fmt::format("{}:", sheet.place(row));
        for (std::size_t column = 0; column < sheet.width(row); ++column)
            out += fmt::format("[{}]", sheet.text(row, column));
        out += " ";
    }
    return out;
}

TEST(csv, rows) {
    const std::pair<std::string, std::string> rows[] = {
        {"a;b\nc;d", "1:[a][b] 2:[c][d] "},
        {"a;b\r\nc;d\r\n", "1:[a][b] 2:[c][d] "},
        {"a;b\rc;d\r", "1:[a][b] 2:[c][d] "},
        {"a;b\n\n\nc;d\n", "1:[a][b] 4:[c][d] "},
        {"a;\"b;c\"\n", "1:[a][b;c] "},
        {"a;\"b \"\"c\"\"\"\n", "1:[a][b \"c\"] "},
        {"a;\"b\nc\";d\ne;f\n", "1:[a][b\nc][d] 3:[e][f] "},
        {"a;b\"c\"\n", "1:[a][b\"c\"] "},
        {";;\n", "1:[][][] "},
        {"a;'=1+1\n", "1:[a][=1+1] "},
        {"sep=;\r\na,b;c\n", "2:[a,b][c] "},
        {"", ""},
    };
    for (const auto& [text, want] : rows) {
        const auto table = read_csv(text, text.starts_with("sep=") ? std::nullopt : std::optional(';'));
        ASSERT_TRUE(table.ok()) << text;
        EXPECT_EQ(dump(table->sheet), want) << text;
    }
    const auto open = read_csv("a;b\nc;\"d\ne;f\n", ';');
    EXPECT_EQ(open.error().code, "csv.quote");
    EXPECT_EQ(open.error().field, "line 2");
    EXPECT_EQ(read_csv(std::string(1100, ';'), ';').error().code, "csv.columns");
}

TEST(csv, separators) {
    const std::pair<std::string, char> rows[] = {
        {"a;b;c\n1;2,5;3\n", ';'},      {"a,b,c\n1,2,3\n", ','},
        {"a\tb\tc\n1\t2,5\t3\n", '\t'}, {"a|b|c\n1|2|3\n", '|'},
        {"a;b\n1,50;2,50\n", ';'},      {"a,b\n\"1;2;3\",4\n", ','},
        {"sep=|\na;b\n", '|'},          {"Rapport, mars\na;b;c\n1;2;3\n", ';'},
    };
    for (const auto& [text, want] : rows) EXPECT_EQ(csv_facts(text).separator, want) << text;
}

TEST(csv, what_is_written_is_read) {
    EXPECT_TRUE(rc::check([](const std::vector<std::string>& words) {
        std::vector<std::string> cells = words;
        for (std::string& cell : cells) cell.erase(std::remove(cell.begin(), cell.end(), '\r'), cell.end());
        cells.resize(std::clamp<std::size_t>(cells.size(), 2, 20));
        std::string out;
        write_csv_row(out, cells, ';');
        const auto table = read_csv(out, ';');
        RC_ASSERT(table.ok() && table->sheet.rows() == 1);
        for (std::size_t i = 0; i < cells.size(); ++i) RC_ASSERT(std::string(table->sheet.text(0, i)) == cells[i]);
    }));
    std::string out;
    write_csv_row(out, std::vector<std::string>{"=cmd()", "-5,00", "@x", "a"}, ';');
    EXPECT_EQ(out, "'=cmd();-5,00;'@x;a\r\n");
}

}  // namespace
}  // namespace frist::sheets
