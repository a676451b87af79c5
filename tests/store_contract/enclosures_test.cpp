// Copies of invoices: kept once, byte for byte, with their invoice and their creditor.
#include "base/pch.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);

class Enclosures : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::with_cases(*store, "999999999", 1, monday);
    }
    void keep(const EnclosureRow& row, std::string_view bytes) {
        const Outcome outcome = store->change([&] { return store->put_enclosure(creditor, row, bytes); });
        ASSERT_TRUE(outcome.ok()) << text(outcome.error());
    }
    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

TEST_P(Enclosures, ComeBackByteForByte) {
    const std::string bytes("%PDF-1.7\0\xff'\n", 12);
    keep({"F101", "aa", "faktura «1».pdf", monday}, bytes);
    keep({"F101", "bb", "side 2.pdf", monday.next()}, "%PDF-2");
    keep({"F102", "aa", "faktura.pdf", monday}, bytes);
    const auto rows = must(store->enclosures(creditor, "F101"));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(std::tuple(rows[0].invoice, rows[0].sha256, rows[0].name, rows[0].on), std::tuple("F101", "aa", "faktura «1».pdf", monday));
    EXPECT_EQ(rows[1].sha256, "bb");
    EXPECT_EQ(must(store->enclosure_bytes(creditor, "F101", "aa")), bytes);
    EXPECT_FALSE(must(store->enclosure_bytes(creditor, "F101", "cc")));
}

TEST_P(Enclosures, AreKeptOnceAndDroppedOnce) {
    keep({"F101", "aa", "a.pdf", monday}, "%PDF-1");
    keep({"F101", "aa", "the same again.pdf", monday.next()}, "%PDF-1");
    EXPECT_EQ(must(store->enclosures(creditor, "F101")).size(), 1U);
    EXPECT_TRUE(must(store->drop_enclosure(creditor, "F101", "aa")));
    EXPECT_FALSE(must(store->drop_enclosure(creditor, "F101", "aa")));
    EXPECT_TRUE(must(store->enclosures(creditor, "F101")).empty());
}

TEST_P(Enclosures, BelongToOneCreditor) {
    keep({"F101", "aa", "a.pdf", monday}, "%PDF-1");
    EXPECT_TRUE(must(store->enclosures(creditor + 1, "F101")).empty());
    EXPECT_FALSE(must(store->enclosure_bytes(creditor + 1, "F101", "aa")));
    EXPECT_FALSE(must(store->drop_enclosure(creditor + 1, "F101", "aa")));
}

INSTANTIATE_TEST_SUITE_P(Engines, Enclosures, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
