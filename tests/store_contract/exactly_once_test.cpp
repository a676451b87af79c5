// What if it runs twice? Every job of the office, run again with the same cause, changes nothing.
#include "base/pch.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/send_letters.h"
#include "office/verify.h"
#include "rules/balance.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::norway;

const Date monday = Date::of(2026, 3, 2);
const char* const fjord = "999999999";

class ExactlyOnce : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::with_cases(*store, fjord, 5, monday);
    }
    [[nodiscard]] Desk desk(Date day = monday) const { return {*store, norway(), creditor, day}; }

    // The second time must leave every row as the first time left it.
    void expect_once(const std::function<void()>& job) {
        const std::string before = engine->dump();
        job();
        const std::string first = engine->dump();
        EXPECT_NE(first, before);
        job();
        EXPECT_EQ(engine->dump(), first);
        store.reset();
        store = must(engine->open());
        job();
        EXPECT_EQ(engine->dump(), first);
        const auto verified = must(verify(desk(Date::of(2026, 3, 25)), must(law::Book::read("no", embedded::law()))));
        EXPECT_TRUE(verified.wrong.empty()) << text(verified.wrong.front());
    }

    void write_all(Date day) {
        for (const ReadyLetter& ready : must(outbox(desk(day), frist::test::creditor_named(fjord))).ready) {
            LetterRow row = ready.row;
            row.file = fmt::format("case{}.pdf", row.case_id);
            EXPECT_TRUE(written(desk(day), row).ok());
        }
    }

    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

std::vector<Incoming> payments() {
    std::vector<Incoming> lines;
    for (Id id : {1, 2, 3}) {
        Incoming line;
        line.fingerprint = fmt::format("ocr:{}", id);
        line.on = monday;
        line.amount = nok(20000 + id);
        line.kid = frist::test::kid_of(id);
        lines.push_back(line);
    }
    lines[2].kid = "0000000";
    return lines;
}

TEST_P(ExactlyOnce, TheSamePaymentFile) {
    expect_once([&] { must(receive_payments(desk(), "sha-1", "ocr", payments())); });
    const PaymentReport again = must(receive_payments(desk(), "sha-1", "ocr", payments()));
    EXPECT_TRUE(again.file_known);
    EXPECT_EQ(again.known, 3);
    EXPECT_EQ(again.applied + again.suspense, 0);
    EXPECT_EQ(must(store->case_row(creditor, 1))->state.payments.size(), 1U);
    EXPECT_EQ(must(suspense(desk())).size(), 1U);
}

TEST_P(ExactlyOnce, TheSamePaymentInTwoFilesAndTwiceInOne) {
    must(receive_payments(desk(), "sha-1", "ocr", payments()));
    const std::string paid =
        text(must(rules::balance_on(must(store->case_row(creditor, 1))->state, monday, norway())).total());
    auto more = payments();
    more.push_back(more.front());
    more.back().fingerprint = "ocr:4";
    more.back().kid = frist::test::kid_of(4);
    more.push_back(more.back());
    const PaymentReport report = must(receive_payments(desk(), "sha-2", "camt", more));
    EXPECT_FALSE(report.file_known);
    EXPECT_EQ(report.known, 4);
    EXPECT_EQ(report.applied, 1);
    EXPECT_EQ(text(must(rules::balance_on(must(store->case_row(creditor, 1))->state, monday, norway())).total()), paid);
    EXPECT_EQ(must(store->case_row(creditor, 4))->state.payments.size(), 1U);
}

TEST_P(ExactlyOnce, TheSameLedger) {
    auto list = frist::test::ledger(7);
    expect_once([&] { must(mirror_ledger(desk(), list, "sha-7", false)); });
    // The ledger knows a payment first: the case hears of it once.
    list[0].open = list[0].open - nok(50000);
    expect_once([&] { must(mirror_ledger(desk(), list, "sha-8", false)); });
    EXPECT_EQ(must(store->case_row(creditor, 1))->state.payments.size(), 1U);
    // The complete list without a row: what is gone was settled there, once.
    list.erase(list.begin() + 1);
    expect_once([&] { must(mirror_ledger(desk(), list, "sha-9", true)); });
}

TEST_P(ExactlyOnce, TheSameStart) {
    must(mirror_ledger(desk(), frist::test::ledger(9), "sha-9", false));
    expect_once([&] { must(start_cases(desk(), {}, frist::test::creditor_named(fjord), frist::test::kid_of)); });
    EXPECT_EQ(must(store->cases(creditor, {})).size(), 9U);
    StartAsk ask;
    ask.invoices = {"F1", "F9"};
    const std::string before = engine->dump();
    for (const StartRow& row : must(start_cases(desk(), ask, frist::test::creditor_named(fjord), frist::test::kid_of)))
        EXPECT_EQ(row.reason->code, "start.has_case");
    EXPECT_EQ(engine->dump(), before);
}

TEST_P(ExactlyOnce, TheSameNight) {
    const Date later = Date::of(2026, 3, 20);
    expect_once([&] { must(night(desk(later))); });
    const NightReport again = must(night(desk(later)));
    EXPECT_EQ(again.cases, 0);
    EXPECT_TRUE(again.trouble.empty());
}

TEST_P(ExactlyOnce, TheSameLettersWrittenAndPosted) {
    const Date later = Date::of(2026, 3, 20);
    must(night(desk(later)));
    expect_once([&] { write_all(later); });
    int count = 0;
    expect_once([&] { count += must(posted(desk(later), later)).count; });
    EXPECT_EQ(count, 5);
    for (const CaseRow& row : must(store->cases(creditor, {}))) EXPECT_EQ(row.state.letters.size(), 1U);
    // A letter that has left is not written again.
    LetterRow gone = must(store->letters(creditor, LetterState::sent)).front();
    const Outcome again = written(desk(later), gone);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "letter.changed");
}

TEST_P(ExactlyOnce, TheSameAssignment) {
    must(receive_payments(desk(), "sha-1", "ocr", payments()));
    const Id line = must(suspense(desk())).front().line.id;
    EXPECT_TRUE(assign(desk(), line, 3).ok());
    const std::string before = engine->dump();
    const Outcome again = assign(desk(), line, 4);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "suspense.unknown");
    EXPECT_EQ(engine->dump(), before);
}

TEST_P(ExactlyOnce, AMistakeInAListUndoesTheWholeList) {
    auto list = frist::test::ledger(8);
    list.push_back(list.front());
    const std::string before = engine->dump();
    const auto report = mirror_ledger(desk(), list, "sha-10", true);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, "mirror.twice");
    EXPECT_EQ(engine->dump(), before);
}

// Two programs at once: what one decided on an old row is refused, never applied on top of the other's.
TEST_P(ExactlyOnce, TwoProgramsAtOnce) {
    const std::unique_ptr<Store> second = must(engine->open());
    const Date later = Date::of(2026, 3, 20);
    const Desk theirs{*second, norway(), creditor, later};
    must(night(desk(later)));
    const std::string first = engine->dump();
    EXPECT_EQ(must(night(theirs)).cases, 0);
    EXPECT_EQ(engine->dump(), first);
    must(receive_payments(desk(later), "sha-1", "ocr", payments()));
    const PaymentReport report = must(receive_payments(theirs, "sha-1", "ocr", payments()));
    EXPECT_TRUE(report.file_known);
    EXPECT_EQ(report.known, 3);
}

INSTANTIATE_TEST_SUITE_P(Engines, ExactlyOnce, testing::ValuesIn(frist::test::engines()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
