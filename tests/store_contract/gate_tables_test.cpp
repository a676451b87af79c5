// What the gate asks a Store for: the age of the sources, what a written letter asks for, who paid for whom, and what a
// person has found.
#include "base/embedded.h"
#include "base/pch.h"
#include "office/receive_payments.h"
#include "store_contract/world.h"

#include <regex>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);
const char* const fjord = "999999999";

class GateTables : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::with_cases(*store, fjord, 2, monday);
    }
    void keep(const std::function<Outcome()>& work) {
        const Outcome outcome = store->change(work);
        ASSERT_TRUE(outcome.ok()) << text(outcome.error());
    }
    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

TEST_P(GateTables, ASourceIsNeverOlderThanItWas) {
    EXPECT_EQ(must(store->last_read(creditor, Source::ledger)), Moment{monday});
    EXPECT_FALSE(must(store->last_read(creditor, Source::bank)));
    keep([&] { return store->put_read(creditor, Source::bank, Moment{monday, 61}); });
    keep([&] { return store->put_read(creditor, Source::bank, Moment{monday.previous(), 1439}); });
    EXPECT_EQ(must(store->last_read(creditor, Source::bank)), (Moment{monday, 61}));
    EXPECT_FALSE(must(store->last_read(creditor + 1, Source::bank)));
}

TEST_P(GateTables, TheTotalOfALetter) {
    EXPECT_FALSE(must(store->letter_total(creditor, 1, 1)));
    keep([&] { return store->put_letter_total(creditor, 1, 1, nok(100)); });
    keep([&] { return store->put_letter_total(creditor, 1, 1, nok(200)); });
    EXPECT_EQ(must(store->letter_total(creditor, 1, 1)), nok(200));
    EXPECT_FALSE(must(store->letter_total(creditor, 1, 2)));
}

TEST_P(GateTables, LettersOfADay) {
    const auto put = [&](Id id, std::optional<Date> sent) {
        LetterRow row;
        row.case_id = id;
        row.letter = 1;
        row.on = monday;
        row.state = sent ? LetterState::sent : LetterState::written;
        row.sent_on = sent;
        keep([&] { return store->put_letter(creditor, row); });
    };
    put(1, monday);
    put(2, monday.next());
    put(3, std::nullopt);
    EXPECT_EQ(must(store->letters_sent_on(creditor, monday)), 1);
    EXPECT_EQ(must(store->letters_sent_on(creditor, monday.previous())), 0);
}

TEST_P(GateTables, WhoPaidForWhom) {
    Incoming line;
    line.fingerprint = "ocr:1";
    line.on = monday;
    line.amount = nok(100);
    line.kid = frist::test::kid_of(1);
    line.payer = "12345678911";
    must(receive_payments({*store, frist::test::norway(), creditor, monday}, "sha", "ocr", {line}));
    EXPECT_EQ(must(store->debtors_of_payer(creditor, "12345678911")), std::vector<Id>{must(store->case_row(creditor, 1))->state.debtor});
    EXPECT_TRUE(must(store->debtors_of_payer(creditor, "12345678912")).empty());
}

TEST_P(GateTables, WhatAPersonHasFound) {
    for (int twice = 0; twice < 2; ++twice) keep([&] { return store->put_apart(creditor, {4, 1}, monday); });
    const std::vector<Apart> apart = must(store->apart(creditor));
    ASSERT_EQ(apart.size(), 1U);
    EXPECT_EQ(apart[0].line, 4);
    EXPECT_EQ(apart[0].case_id, 1);
    EXPECT_TRUE(must(store->apart(creditor + 1)).empty());
}

// What takes away all that the migrations after the first one have made, the newest first.
std::string back_to_the_first() {
    const std::regex made(R"re(CREATE (?:UNIQUE )?(TABLE|INDEX) (\w+)|ALTER TABLE (\w+) ADD (?:COLUMN )?(\w+))re");
    std::string words;
    for (const embedded::File& file : embedded::sql()) {
        const std::string script(file.bytes);
        if (file.path < "0002" || file.path > "9999") continue;
        for (std::sregex_iterator at(script.begin(), script.end(), made), end; at != end; ++at) {
            const std::smatch& m = *at;
            words = (m[1].matched ? fmt::format("DROP {} IF EXISTS {}; ", m[1].str(), m[2].str())
                                  : fmt::format("ALTER TABLE {} DROP COLUMN {}; ", m[3].str(), m[4].str())) + words;
        }
    }
    return words + "PRAGMA user_version = 1";
}

// A database from before the gate gets its tables and keeps what it had.
TEST_P(GateTables, NotesOfACaseAndOfItsDebtor) {
    const Id debtor = must(store->case_row(creditor, 1))->state.debtor;
    NoteRow on_case{0, debtor, 1, 7, Moment{monday, 61}, "ringte", 0, std::nullopt};
    on_case.id = must(store->put_note(creditor, on_case));
    const NoteRow on_debtor{0, debtor, 0, 8, Moment{monday, 62}, "papir", 0, std::nullopt};
    EXPECT_GT(must(store->put_note(creditor, on_debtor)), on_case.id);
    EXPECT_EQ(must(store->notes_of_case(creditor, 1)).size(), 2U);
    EXPECT_TRUE(must(store->notes_of_case(creditor, 2)).empty());
    EXPECT_EQ(must(store->notes_of_debtor(creditor, debtor)).size(), 2U);
    on_case.text.clear();
    on_case.struck_by = 8;
    on_case.struck_at = Moment{monday, 70};
    EXPECT_EQ(must(store->put_note(creditor, on_case)), on_case.id);
    const auto struck = must(store->note(creditor, on_case.id));
    ASSERT_TRUE(struck.has_value());
    EXPECT_EQ(struck->struck_at, (Moment{monday, 70}));
    EXPECT_EQ(struck->at, (Moment{monday, 61}));
    EXPECT_EQ(struck->person, 7);
}

TEST_P(GateTables, RulesOfAutomationNewestFirst) {
    keep([&] { return store->add_automation(creditor, {1, Moment{monday, 5}, 3, "{}"}); });
    keep([&] { return store->add_automation(creditor, {2, Moment{monday, 6}, 4, R"({"start":"do"})"}); });
    EXPECT_EQ(store->change([&] { return store->add_automation(creditor, {2, Moment{monday, 7}, 5, "{}"}); }).error().code, "store.conflict");
    const auto rows = must(store->automations(creditor, 10));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].person, 4);
    EXPECT_EQ(rows[1].at, (Moment{monday, 5}));
    EXPECT_EQ(must(store->automations(creditor, 1)).size(), 1U);
}

TEST_P(GateTables, AnOlderDatabase) {
    store.reset();
    engine->execute(back_to_the_first());
    store = must(engine->open());
    EXPECT_FALSE(must(store->last_read(creditor, Source::ledger)));
    EXPECT_EQ(must(store->cases(creditor, {})).size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Engines, GateTables, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
