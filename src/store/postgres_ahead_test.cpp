#include "store/postgres_ahead.h"

#include "store/postgres_words.h"

#include <gtest/gtest.h>

namespace frist::store {
namespace {

constexpr std::string_view item = "SELECT number, kid FROM item WHERE creditor = ?1 AND number = ?2";

Values values(std::int64_t creditor, std::string_view key) {
    Values all;
    all.whole(0, creditor);
    all.text(1, key);
    return all;
}

// An answer to "a", with one row, and to "b", with none.
std::shared_ptr<PGresult> answer() {
    std::shared_ptr<PGresult> made(PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK), PQclear);
    std::string name = "place";
    PGresAttDesc column{name.data(), 0, 0, 1, whole_type, 8, -1};
    EXPECT_EQ(PQsetResultAttrs(made.get(), 1, &column), 1);
    Values one;
    one.whole(0, 1);
    std::string bytes(*one.cell(0));
    EXPECT_EQ(PQsetvalue(made.get(), 0, 0, bytes.data(), static_cast<int>(bytes.size())), 1);
    return made;
}

struct Asked : testing::Test {
    void SetUp() override {
        const Values others = values(7, "");
        ahead.keep({&statement, item, 1, &others}, {"a", "b"}, answer());
    }
    [[nodiscard]] bool known(std::string_view key, std::int64_t creditor = 7) const { return ahead.find(&statement, values(creditor, key)) != nullptr; }
    // A row of a table whose columns are these and whose values are creditor 7 and this key.
    void write(const SetWords& set, std::string_view key) {
        Values row = values(7, key);
        for (int place = 2; place < static_cast<int>(set.columns.size()); ++place) row.whole(place, 1);
        ahead.written(set, row);
    }
    AheadAnswers ahead;
    int statement = 0;
};

TEST_F(Asked, each_key_has_its_rows_and_nobody_else_s) {
    EXPECT_EQ(ahead.find(&statement, values(7, "a"))->rows, std::vector<int>{0});
    EXPECT_TRUE(ahead.find(&statement, values(7, "b"))->rows.empty());
    EXPECT_FALSE(known("c"));
    EXPECT_FALSE(known("a", 8));
    const int another = 0;
    EXPECT_EQ(ahead.find(&another, values(7, "a")), nullptr);
}

TEST_F(Asked, a_row_that_is_written_takes_its_own_answer_away) {
    const SetWords put = *set_words("INSERT INTO item (creditor, number, open) VALUES (?1, ?2, ?3) ON CONFLICT (creditor, number) DO UPDATE SET open = excluded.open");
    write(put, "a");
    EXPECT_FALSE(known("a"));
    EXPECT_TRUE(known("b"));
    write(*set_words("UPDATE item SET open = ?3 WHERE creditor = ?1 AND number = ?2"), "b");
    EXPECT_FALSE(known("b"));
}

TEST_F(Asked, a_row_whose_key_may_have_been_another_takes_all_away) {
    write(*set_words("UPDATE item SET number = ?2 WHERE creditor = ?1 AND item = ?3"), "c");
    EXPECT_FALSE(known("a"));
    SetUp();
    write(*set_words("INSERT INTO item (creditor, number, item) VALUES (?1, ?2, ?3) ON CONFLICT (creditor, item) DO UPDATE SET number = excluded.number"), "c");
    EXPECT_FALSE(known("a"));
    SetUp();
    write(*set_words("INSERT INTO item (creditor, name, item) VALUES (?1, ?2, ?3)"), "c");   // has no number that could be compared
    EXPECT_FALSE(known("a"));
}

TEST_F(Asked, what_is_written_elsewhere_changes_nothing) {
    write(*set_words("INSERT INTO kid (creditor, kid, case_id) VALUES (?1, ?2, ?3)"), "a");
    ahead.written("DELETE FROM kid WHERE creditor = ?1");
    ahead.written("SELECT number FROM item");
    EXPECT_TRUE(known("a"));
    ahead.written("DELETE FROM item WHERE creditor = ?1");
    EXPECT_FALSE(known("a"));
    SetUp();
    ahead.written("TRUNCATE everything");   // nobody knows what it does
    EXPECT_FALSE(known("a"));
}

TEST(PostgresAhead, a_statement_is_said_for_all_keys_and_knows_its_column) {
    EXPECT_EQ(words_for_all("SELECT a FROM t WHERE c = $1 AND k = $2 AND z = $21", 1, "text"),
              "SELECT ahead_place, said.* FROM unnest($2::text[]) WITH ORDINALITY AS ahead(ahead_key, ahead_place) CROSS JOIN LATERAL "
              "(SELECT a FROM t WHERE c = $1 AND k = ahead_key AND z = $21) AS said");
    EXPECT_EQ(column_compared(item, 1), "number");
    EXPECT_EQ(column_compared("SELECT a FROM t WHERE f = ?21 AND g = ?2", 1), "g");
    EXPECT_EQ(column_compared("SELECT a FROM t WHERE json_extract(r, '$.org') = ?2", 1), "");
    EXPECT_EQ(column_compared("SELECT a FROM t WHERE a > ?2", 1), "");
}

}  // namespace
}  // namespace frist::store
