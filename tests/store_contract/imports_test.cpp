// A file that was taken by mistake is taken back, as if it had never come; once something stands on it, it says why not. Templates
// read the lists that come again.
#include "base/embedded.h"
#include "base/pch.h"
#include "law/book.h"
#include "office/imports.h"
#include "office/night.h"
#include "office/send_letters.h"
#include "office/verify.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);
const std::string header = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\n";

std::string row(int customer, const std::string& invoice, const std::string& open, const std::string& due = "15.01.2026") {
    return fmt::format("{};Blid Fjellrev {};privat;Fjellveien {};0150;Oslo;{};01.01.2026;{};{}\n", 1000 + customer, customer, customer, invoice, due, open);
}

class Imports : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::add_creditor(*store, "999999999");
    }
    [[nodiscard]] Desk desk(Date day = monday) const { return {*store, frist::test::norway(), creditor, day}; }

    Id taken(const std::string& rows, const ImportWish& wish = {}) {
        const Import import = must(understand(desk(), header + rows, "liste.csv", wish));
        for (const auto* faults : {&import.questions, &import.stops})
            for (const ImportFault& fault : *faults) ADD_FAILURE() << fault.code << " " << fault.reason;
        return must(take(desk(), import, wish)).import;
    }
    Id started(const std::string& invoice) {
        StartAsk ask;
        ask.invoices = {invoice};
        must(start_cases(desk(), ask, frist::test::creditor_named("999999999"), frist::test::kid_of));
        return must(store->item(creditor, invoice))->case_id;
    }
    std::string undoing(Id import, Date day = monday) {
        const auto undone = undo_import(desk(day), import, 0);
        return undone.ok() ? "" : undone.error().code;
    }
    // Everything that is open, as one line an invoice.
    std::string ledger() {
        std::string all;
        for (int number = 1; number < 10; ++number)
            if (const auto item = must(store->item(creditor, fmt::format("F{}", number)))) all += fmt::format("{} {} {} {}\n", item->number, text(item->amount), text(item->open), text(item->due));
        return all;
    }
    void expect_whole(Date day = monday) {
        const Verified verified = must(verify(desk(day), must(law::Book::read("no", embedded::law()))));
        for (const Error& wrong : verified.wrong) ADD_FAILURE() << text(wrong);
    }
    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

TEST_P(Imports, AreTakenBack) {
    taken(row(1, "F1", "1000,00") + row(2, "F2", "2000,00"));
    const std::string before = ledger();
    const Id second = taken(row(1, "F1", "900,00") + row(3, "F3", "3000,00"));
    EXPECT_NE(ledger(), before);
    const Undone undone = must(undo_import(desk(), second, 7));
    EXPECT_EQ(undone.removed, 1);
    EXPECT_EQ(undone.restored, 1);
    EXPECT_EQ(ledger(), before);
    const auto rows = must(store->imports(creditor, 0, 10));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].undone_at);
    EXPECT_EQ(rows[0].undone_by, 7);
    EXPECT_FALSE(rows[1].undone_at);
    EXPECT_EQ(undoing(second), "import.undone");
    EXPECT_EQ(undoing(99), "import.unknown");
    taken(row(1, "F1", "900,00") + row(3, "F3", "3000,00"));   // and can come again
    expect_whole();
}

TEST_P(Imports, TheSameListAgainIsNoImport) {
    taken(row(1, "F1", "1000,00"));
    EXPECT_EQ(taken(row(1, "F1", "1000,00")), 0);
    EXPECT_EQ(must(store->imports(creditor, 0, 10)).size(), 1U);
}

TEST_P(Imports, StandOnEachOther) {
    const Id first = taken(row(1, "F1", "1000,00"));
    const Id second = taken(row(2, "F2", "1000,00"));
    EXPECT_EQ(undoing(first), "import.followed");
    EXPECT_EQ(undoing(second), "");
    EXPECT_EQ(undoing(first), "");
    EXPECT_EQ(ledger(), "");
}

TEST_P(Imports, TheirCasesAreWithdrawnUntilALetterHasLeft) {
    const Id import = taken(row(1, "F1", "1000,00"));
    const Id id = started("F1");
    Date day = monday;
    while (!must(case_row(desk(), id)).state.ordered) {
        ASSERT_LT(day, Date::of(2026, 6, 1));
        must(night(desk(day)));
        day = day.next();
    }
    EXPECT_EQ(undoing(import, day), "");
    const cases::Case c = must(case_row(desk(), id)).state;
    EXPECT_EQ(c.closing->withdrawal, cases::Withdrawal::mistaken);
    EXPECT_FALSE(c.ordered);
    EXPECT_EQ(ledger(), "");
    expect_whole(day);
    taken(row(1, "F1", "500,00"));   // the right file: the invoice can become a case anew
    EXPECT_NE(started("F1"), id);
    expect_whole(day);
}

TEST_P(Imports, StayOnceALetterHasLeft) {
    const Id import = taken(row(1, "F1", "1000,00"));
    const Id id = started("F1");
    Date day = monday;
    while (must(case_row(desk(), id)).state.letters.empty()) {
        ASSERT_LT(day, Date::of(2026, 6, 1));
        must(night(desk(day)));
        const cases::Case c = must(case_row(desk(day), id)).state;
        if (c.ordered) must(answer(desk(day), id, cases::ReportSent{c.ordered->letter, day, {}, {}, {}}, "test"));
        day = day.next();
    }
    const std::string before = ledger();
    EXPECT_EQ(undoing(import, day), "import.letter_left");
    EXPECT_EQ(ledger(), before);
    EXPECT_FALSE(must(case_row(desk(), id)).state.closing);
}

TEST_P(Imports, StayOnceSomethingWasPaid) {
    const Id import = taken(row(1, "F1", "1000,00"));
    const Id id = started("F1");
    must(answer(desk(), id, cases::ReceivePayment{monday, nok(100), cases::CoverOrder::usual, false, "hand"}, "test"));
    EXPECT_EQ(undoing(import), "import.paid");
}

TEST_P(Imports, StayWhenTheCaseCollectsAnotherInvoiceToo) {
    taken(row(1, "F1", "1000,00"));
    const Id import = taken(row(1, "F2", "2000,00"));
    StartAsk ask;
    ask.invoices = {"F1", "F2"};
    must(start_cases(desk(), ask, frist::test::creditor_named("999999999"), frist::test::kid_of));
    ASSERT_EQ(must(store->item(creditor, "F1"))->case_id, must(store->item(creditor, "F2"))->case_id);
    EXPECT_EQ(undoing(import), "import.case_shared");
}

TEST_P(Imports, MoneyThatOnlyTheFileKnewIsTakenBack) {
    taken(row(1, "F1", "1000,00"));
    const Id id = started("F1");
    const cases::Case before = must(case_row(desk(), id)).state;
    const Id import = taken(row(1, "F1", "400,00"));
    EXPECT_EQ(must(case_row(desk(), id)).state.payments.size(), 1U);
    const Undone undone = must(undo_import(desk(), import, 0));
    EXPECT_EQ(undone.taken_back, 1);
    EXPECT_TRUE(must(case_row(desk(), id)).state.payments.empty());
    EXPECT_EQ(must(rules::balance_on(must(case_row(desk(), id)).state, monday, frist::test::norway())).total(), must(rules::balance_on(before, monday, frist::test::norway())).total());
    EXPECT_EQ(must(store->item(creditor, "F1"))->open, nok(1000'00));
    expect_whole();
}

TEST_P(Imports, WhatChangedSinceIsLeftAlone) {
    const Id import = taken(row(1, "F1", "1000,00"));
    ItemRow item = *must(store->item(creditor, "F1"));
    item.open = nok(600'00);
    must(store->put_item(creditor, item));
    EXPECT_EQ(undoing(import), "import.followed");
    EXPECT_EQ(must(store->item(creditor, "F1"))->open, nok(600'00));
    EXPECT_FALSE(must(store->imports(creditor, 0, 1)).front().undone_at);
}

TEST_P(Imports, StayWhenACaseWasStartedOfWhatTheyChanged) {
    taken(row(1, "F1", "1000,00"));
    const Id import = taken(row(1, "F1", "900,00"));
    started("F1");
    EXPECT_EQ(undoing(import), "import.started");
    EXPECT_EQ(must(store->item(creditor, "F1"))->open, nok(900'00));
}

TEST_P(Imports, ManyOfAKindAreNotToldOneByOne) {
    std::string rows;
    for (int i = 1; i <= 1102; ++i) rows += row(1, fmt::format("G{}", i), "500,00");
    const Import import = must(understand(desk(), header + rows, "liste.csv", {}));
    ASSERT_EQ(import.findings.size(), 1001U);
    EXPECT_EQ(import.findings.back().code, "import.more");
    EXPECT_EQ(import.findings.back().reason.substr(0, 8), "101 more");
}

TEST_P(Imports, AreAllOrNothingUnlessAPersonSaysSo) {
    const std::string rows = row(1, "F1", "1000,00") + row(2, "F2", "tusen") + row(3, "F3", "300,00", "45.01.2026");
    const Import whole = must(understand(desk(), header + rows, "liste.csv", {}));
    ASSERT_EQ(whole.stops.size(), 1U);
    EXPECT_EQ(whole.stops[0].code, "import.rejected");
    EXPECT_EQ(take(desk(), whole, {}).error().code, "import.open");
    EXPECT_EQ(rejected_rows(whole), 2);
    ImportWish good;
    good.good_rows = true;
    taken(rows, good);
    EXPECT_EQ(ledger(), "F1 1000.00 1000.00 2026-01-15\n");
}

TEST_P(Imports, AgreeWithTheLedgersOwnTotal) {
    ImportWish wish;
    wish.control_sum = nok(3000'01);
    wish.control_count = 3;
    const std::string rows = row(1, "F1", "1000,00") + row(2, "F2", "2000,00");
    const Import off = must(understand(desk(), header + rows, "liste.csv", wish));
    ASSERT_EQ(off.stops.size(), 2U);
    EXPECT_EQ(off.stops[0].code, "import.control_sum");
    EXPECT_EQ(off.stops[1].code, "import.control_count");
    wish.control_sum = nok(3000'00);
    wish.control_count = 2;
    taken(rows, wish);
}

TEST_P(Imports, TellWhatMayBeWrong) {
    taken(row(1, "F1", "1000,00"));
    const Import import = must(understand(desk(), header + row(1, "F1", "1035,00") + row(2, "F2", "500,00") + row(2, "F3", "500,00"), "liste.csv", {}));
    ASSERT_EQ(import.findings.size(), 2U);
    EXPECT_EQ(import.findings[0].code, "import.with_costs");
    EXPECT_EQ(import.findings[0].row, 2);
    EXPECT_EQ(import.findings[1].code, "import.alike");
    EXPECT_EQ(import.findings[1].row, 4);
    EXPECT_EQ(import.known, 1);
}

TEST_P(Imports, AreReadByTheTemplateThatKnowsTheirColumns) {
    const std::string odd = "Hvem;Hva;Bilag;Innen;Til gode\n77;Blid Fjellrev;F7;15.01.2026;700,00\n";
    const Import unread = must(understand(desk(), odd, "rar.csv", {}));
    ASSERT_TRUE(unread.refused);
    ASSERT_EQ(unread.layout.header.size(), 5U);
    ImportWish wish;
    wish.map = must(sheets::read_mapping(R"({"columns":{"customer_number":"Hvem","customer_name":"Hva","invoice_number":"Bilag","due_date":"Innen","open_amount":"Til gode"}})", "map"));
    const Import read = must(understand(desk(), odd, "rar.csv", wish));
    ASSERT_FALSE(read.refused);
    must(keep_template(desk(), {"Rart program", read.layout.header_hash, boost::json::serialize(sheets::to_map(wish.map)), monday, 0}));
    const Import again = must(understand(desk(), odd, "rar2.csv", {}));
    EXPECT_EQ(again.read_by, "Rart program");
    ASSERT_EQ(again.lines.size(), 1U);
    EXPECT_EQ(again.lines[0].open, nok(700'00));
    EXPECT_EQ(must(understand(desk(), header + row(1, "F1", "1,00"), "liste.csv", {})).read_by, "");
    wish = {};
    wish.named_template = "Et annet";
    EXPECT_EQ(understand(desk(), odd, "rar.csv", wish).error().code, "template.unknown");
    EXPECT_TRUE(must(store->drop_template(creditor, "Rart program")));
    EXPECT_FALSE(must(store->drop_template(creditor, "Rart program")));
    EXPECT_EQ(keep_template(desk(), {"", "", "{}", monday, 0}).error().code, "template.name");
}

TEST_P(Imports, AListOfCustomersCompletesThem) {
    taken("1001;Blid Fjellrev;privat;;;;F1;01.01.2026;15.01.2026;10,00\n");
    const std::string contacts = "Kundenr;Navn;Adresse;Postnr;Poststed\n1001;Blid Fjellrev;Fjellveien 1;0150;Oslo\n1002;Ukjent Fjellrev;Fjellveien 2;0150;Oslo\n";
    const Import import = must(understand(desk(), contacts, "kunder.csv", {}));
    EXPECT_EQ(import.holds, Holds::contacts);
    const ImportDone done = must(take(desk(), import, {}));
    EXPECT_EQ(done.contacts.completed, 1);
    EXPECT_EQ(done.contacts.unknown, 1);
    EXPECT_EQ(done.import, 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, Imports, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
