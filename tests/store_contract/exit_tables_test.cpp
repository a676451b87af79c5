// Nothing of the shape is forgotten when an installation leaves: each table, and each column of those that leave.
#include "base/pch.h"
#include "store/exit_tables.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

#include <fstream>

namespace {

using namespace frist;
using namespace frist::store;
using frist::test::must;
using frist::test::TempFolder;

using Columns = std::set<std::string, std::less<>>;

std::map<std::string, Columns> shape() {
    const TempFolder folder;
    const Rooms rooms = must(open_rooms(folder.file("frist.db"), Open::make, 0));
    Statement s = must(rooms.connection->composed("SELECT m.name, c.name FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'"));
    std::map<std::string, Columns> tables;
    while (must(s.step())) {
        const std::string table = s.word();
        tables[table].insert(s.word());
    }
    return tables;
}

TEST(exit_tables, name_every_table_once) {
    std::map<std::string, int> named;
    for (const Leaving& table : leaving_tables()) ++named[std::string(table.table)];
    for (const Staying& table : staying_tables()) {
        ++named[std::string(table.table)];
        EXPECT_FALSE(table.why.empty()) << table.table;
    }
    const auto there = shape();
    for (const auto& [table, columns] : there) EXPECT_EQ(named[table], 1) << table << ": does it leave, or stay, and why?";
    for (const auto& [table, times] : named) EXPECT_TRUE(there.contains(table)) << "there is no table " << table;
}

TEST(exit_tables, name_every_column_of_those_that_leave) {
    const auto there = shape();
    std::set<std::string_view> files;
    for (const Leaving& table : leaving_tables()) {
        EXPECT_TRUE(files.insert(table.file).second) << table.file;
        Columns named;
        for (const Column& column : table.columns) EXPECT_TRUE(named.emplace(column.name).second) << column.name;
        for (const Withheld& column : table.withheld) EXPECT_TRUE(named.emplace(column.name).second) << column.name;
        EXPECT_EQ(named, there.at(std::string(table.table))) << table.table;
        const bool has_money = std::any_of(table.columns.begin(), table.columns.end(), [](const Column& c) { return c.form == Form::money; });
        EXPECT_EQ(has_money, named.contains("currency")) << table.table << ": money tells its currency";
    }
}

TEST(exit_tables, stand_in_the_manual) {
    std::ifstream in(FRIST_ROOT "/docs/operate/exit.md");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    for (const Leaving& table : leaving_tables()) {
        EXPECT_NE(page.find(fmt::format("`{}.jsonl`", table.file)), std::string::npos) << table.file;
        for (const Withheld& column : table.withheld) EXPECT_NE(page.find(fmt::format("`{}.{}`", table.table, column.name)), std::string::npos) << table.table << "." << column.name;
    }
    for (const Staying& table : staying_tables()) EXPECT_NE(page.find(fmt::format("`{}`", table.table)), std::string::npos) << table.table;
}

}  // namespace
