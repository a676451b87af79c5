#include "store/postgres_batch.h"

#include "base/embedded.h"
#include "store/postgres_words.h"

#include <gtest/gtest.h>

namespace frist::store {
namespace {

TEST(SetWords, an_insert_is_said_for_many_rows_with_what_follows_its_values) {
    const auto set = set_words("INSERT INTO kid (creditor, kid, case_id) VALUES (?1, ?2, ?3)\nON CONFLICT (creditor, kid) DO UPDATE SET case_id = excluded.case_id\n");
    ASSERT_TRUE(set);
    EXPECT_EQ(set->table, "kid");
    EXPECT_EQ(set->key, (std::vector<int>{0, 1}));
    EXPECT_FALSE(set->updates);
    EXPECT_EQ(set->said({"bigint", "text", "bigint"}),
              "INSERT INTO kid (creditor, kid, case_id) SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS u(v0, v1, v2) "
              "ON CONFLICT (creditor, kid) DO UPDATE SET case_id = excluded.case_id\n");
}

TEST(SetWords, an_update_names_its_rows_by_what_it_does_not_change_and_tells_which_were_there) {
    const auto set = set_words("UPDATE case_row SET state = ?3, seq = ?4 WHERE creditor = ?1 AND case_id = ?2 AND seq = ?5\n");
    ASSERT_TRUE(set);
    EXPECT_EQ(set->key, (std::vector<int>{0, 1}));
    EXPECT_TRUE(set->updates);
    EXPECT_EQ(set->said({"bigint", "bigint", "text", "bigint", "bigint"}),
              "UPDATE case_row AS t SET state = u.v2, seq = u.v3 FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[]) WITH ORDINALITY "
              "AS u(v0, v1, v2, v3, v4, place) WHERE t.creditor = u.v0 AND t.case_id = u.v1 AND t.seq = u.v4 RETURNING u.place");
}

TEST(SetWords, what_is_not_one_row_by_its_values_alone_is_said_as_it_is) {
    for (const char* words : {"SELECT 1", "DELETE FROM kid WHERE creditor = ?1", "INSERT INTO a (b, c) VALUES (?1, 1)", "INSERT INTO a (b, c) VALUES (?2, ?1)",
                              "INSERT INTO a (b) SELECT ?1", "INSERT INTO a (b) VALUES (?1) ON CONFLICT (b) DO UPDATE SET c = ?2",
                              "INSERT INTO a (b) VALUES (?1) ON CONFLICT (b) DO UPDATE SET c = (SELECT MAX(c) FROM a)", "UPDATE a SET b = ?2 WHERE c = ?1 OR d = ?3",
                              "UPDATE a SET b = b + ?2 WHERE c = ?1", "UPDATE a SET b = ?2 WHERE c = ?1 AND d <> 'x'", "UPDATE a SET b = ?1 WHERE b = ?2"})
        EXPECT_FALSE(set_words(words)) << words;
}

TEST(SetWords, of_the_store_the_night_s_statements_are_among_them) {
    std::set<std::string> said;
    for (const embedded::File& file : embedded::sql()) {
        if (file.path.front() >= '0' && file.path.front() <= '9') continue;
        for (std::size_t at = file.bytes.find("-- name: "); at != std::string_view::npos; at = file.bytes.find("-- name: ", at + 1)) {
            const std::string_view rest = file.bytes.substr(at + 9);
            const std::size_t line = rest.find('\n');
            if (set_words(rest.substr(line + 1, rest.find("-- name: ") - line - 1))) said.emplace(rest.substr(0, line));
        }
    }
    for (const char* name : {"add_case", "set_case", "put_case_index", "add_event", "add_entry", "put_letter", "put_item", "put_kid", "add_debtor", "put_debtor_index"}) EXPECT_TRUE(said.contains(name)) << name;
}

TEST(Batch, lays_rows_side_by_side_and_takes_a_row_once) {
    Batch batch(*set_words("UPDATE a SET c = ?2 WHERE b = ?1"));
    const auto add = [&](std::int64_t key, const char* text) {
        Values values;
        values.whole(0, key);
        if (text == nullptr) values.nothing(1);
        else values.text(1, text);
        return batch.add(values);
    };
    EXPECT_TRUE(add(1, "ab"));
    batch.lay_out_one();
    EXPECT_EQ(std::string(batch.pointers()[1], static_cast<std::size_t>(batch.sizes()[1])), "ab");
    EXPECT_TRUE(add(2, nullptr));
    EXPECT_FALSE(add(1, "again"));
    EXPECT_EQ(batch.rows(), 2);
    batch.lay_out({whole_type, text_type});
    const std::string texts(batch.pointers()[1], static_cast<std::size_t>(batch.sizes()[1]));
    EXPECT_EQ(texts, std::string("\0\0\0\1" "\0\0\0\1" "\0\0\0\x19" "\0\0\0\2" "\0\0\0\1" "\0\0\0\2" "ab" "\xff\xff\xff\xff", 30));
    batch.clear();
    EXPECT_EQ(batch.rows(), 0);
    EXPECT_TRUE(add(1, "after"));
}

}  // namespace
}  // namespace frist::store
