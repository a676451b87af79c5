// Every statement names the creditor whose rows it works on, with its first value: so that a creditor's rows can lie on a node of
// their own, a transaction knows what it holds back, and no slip reads across. Read from src/store/sql and from the shape itself.
#include "base/embedded.h"
#include "base/pch.h"
#include "store/postgres_words.h"
#include "store/table_copy.h"
#include "store_contract/world.h"

#include <regex>

namespace {

using namespace frist;

// Statements about all creditors, each with its reason.
const std::map<std::string, std::string, std::less<>> about_all{
    {"add_creditor", "gives the number"},
    {"keep_creditor_number", "a number is given once"},
    {"creditors", "the list of them"},
    {"creditor_of_number", "finds out whose it is"},
    {"forget_job_pieces", "what is old goes, whoever's it is"},
};

struct Named {
    std::string name;
    std::string words;
};

std::vector<Named> statements() {
    std::vector<Named> all;
    for (const embedded::File& file : embedded::sql()) {
        if (std::isdigit(static_cast<unsigned char>(file.path.front())) != 0) continue;
        std::istringstream lines{std::string(file.bytes)};
        for (std::string line; std::getline(lines, line);) {
            constexpr std::string_view mark = "-- name: ";
            if (line.starts_with(mark)) all.push_back({line.substr(mark.size(), line.find(',') - mark.size()), {}});
            else if (!all.empty()) all.back().words += line + "\n";
        }
    }
    return all;
}

std::vector<std::string> tables_in(const std::string& words) {
    static const std::regex named(R"((?:FROM|JOIN|INTO|UPDATE) ([a-z_]+))");
    std::vector<std::string> all;
    for (std::sregex_iterator it(words.begin(), words.end(), named), end; it != end; ++it) all.push_back((*it)[1]);
    return all;
}

std::set<std::string> led_by_the_creditor() {
    std::set<std::string> led;
    for (const auto& [table, columns] : test::must(store::tables_of_shape()))
        for (const store::TableColumn& column : columns)
            if (column.name == "creditor" && column.key == 1) led.insert(table);
    return led;
}

TEST(StatementKeys, EveryStatementNamesItsCreditorFirst) {
    const std::set<std::string> led = led_by_the_creditor();
    EXPECT_GT(led.size(), 20U);
    int checked = 0;
    for (const Named& statement : statements()) {
        SCOPED_TRACE(statement.name);
        const std::vector<std::string> tables = tables_in(statement.words);
        const auto own = std::count_if(tables.begin(), tables.end(), [&](const std::string& table) { return led.contains(table); });
        if (own == 0 || about_all.contains(statement.name)) continue;
        ++checked;
        EXPECT_EQ(store::whose(statement.words), store::Whose::creditor);
        // A table that is joined is joined within the creditor.
        std::size_t conditions = 0;
        for (std::size_t at = statement.words.find("creditor = "); at != std::string::npos; at = statement.words.find("creditor = ", at + 1)) ++conditions;
        if (!statement.words.starts_with("INSERT")) EXPECT_GE(conditions, static_cast<std::size_t>(own));
    }
    EXPECT_GT(checked, 80);
}

TEST(StatementKeys, KeysIndexesAndUniqueRulesBeginWithTheCreditor) {
    const std::set<std::string> led = led_by_the_creditor();
    // creditor and register_mark: one row for each.
    for (const char* table : {"case_row", "event", "entry", "item", "letter", "payment_line", "case_index"}) EXPECT_TRUE(led.contains(table)) << table;
    static const std::regex rule(R"(CREATE (?:UNIQUE )?INDEX ([a-z_]+) ON ([a-z_]+) \(([a-z_]+))");
    for (const embedded::File& file : embedded::sql()) {
        const std::string words(file.bytes);
        for (std::sregex_iterator it(words.begin(), words.end(), rule), end; it != end; ++it)
            if (led.contains((*it)[2])) EXPECT_EQ((*it)[3], "creditor") << (*it)[1];
        EXPECT_EQ(words.find("REFERENCES"), std::string::npos) << file.path;
    }
}

}  // namespace
