// What if it runs twice? Every job of the office, run again with the same cause, changes nothing.
#include "base/pch.h"
#include "office/night.h"
#include "office/payments.h"
#include "office/receive_payments.h"
#include "office/refunds.h"
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
    EXPECT_EQ(must(suspense(desk(), nullptr)).size(), 1U);
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
    const Id line = must(suspense(desk(), nullptr)).front().line.id;
    EXPECT_TRUE(assign(desk(), {line, 3, {}, 0}).ok());
    const std::string before = engine->dump();
    const Outcome again = assign(desk(), {line, 4, {}, 0});
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "suspense.unknown");
    EXPECT_EQ(engine->dump(), before);
}

// What left a case and what went back: every øre of a line stands somewhere, also after all of it happened twice.
TEST_P(ExactlyOnce, TheSamePaymentIsSplitMovedAndSentBack) {
    must(receive_payments(desk(), "sha-1", "ocr", payments()));
    const Waiting waits = must(suspense(desk(), nullptr)).front();
    const Money part = waits.line.amount - frist::nok(1'00);
    EXPECT_TRUE(assign(desk(), {waits.line.id, 3, part, 0}).ok());
    EXPECT_EQ(must(suspense(desk(), nullptr)).front().line.left, frist::nok(1'00));
    EXPECT_EQ(assign(desk(), {waits.line.id, 4, frist::nok(1'01), 0}).error().code, "suspense.amount");
    EXPECT_TRUE(assign(desk(), {waits.line.id, 4, {}, 0}).ok());
    EXPECT_TRUE(must(suspense(desk(), nullptr)).empty());

    const auto in_three = [&] { return must(payments(desk(), {monday - Days{60}, monday, {}, false, 3, {}}, 0, 10)).rows; };
    const auto before = in_three();
    ASSERT_FALSE(before.empty());
    const auto moved_one = std::find_if(before.begin(), before.end(), [&](const PaymentSeen& seen) { return seen.line == waits.line.id; });
    ASSERT_NE(moved_one, before.end());
    const MoveWish away{3, moved_one->payment, cases::TakenBack::moved, 5, 0};
    EXPECT_EQ(must(move_payment(desk(), away)).to, 5);
    EXPECT_EQ(move_payment(desk(), away).error().code, "payment.unknown") << "a second click finds nothing";
    EXPECT_EQ(in_three().size(), before.size() - 1);
    EXPECT_EQ(move_payment(desk(), {5, 1, cases::TakenBack::mistake, {}, 0}).error().code, "payment.from_bank");

    // The line waits again and goes back, once.
    const auto there = must(payments(desk(), {monday - Days{60}, monday, {}, false, 5, {}}, 0, 10)).rows;
    for (const PaymentSeen& seen : there)
        if (seen.line == waits.line.id) must(move_payment(desk(), {5, seen.payment, cases::TakenBack::moved, {}, 0}));
    RefundWish back;
    back.line = waits.line.id;
    back.account = "1234.56.78903";
    EXPECT_EQ(order_refund(desk(), back).error().code, "refund.name");
    back.name = "Blid Fjellrev";
    const RefundRow refund = must(order_refund(desk(), back));
    EXPECT_EQ(refund.amount, part);
    EXPECT_EQ(order_refund(desk(), back).error().code, "suspense.unknown");
    const CreditorRecord record = frist::test::creditor_named(fjord);
    const RefundFile file = must(file_refunds(desk(), record));
    EXPECT_EQ(file.refunds.size(), 1u);
    EXPECT_TRUE(must(file_refunds(desk(), record)).refunds.empty()) << "each is in one file";
    EXPECT_EQ(must(refund_file(desk(), record, file.batch)).xml, file.xml);
    expect_once([&] { must(refund_paid(desk(), refund.id, monday)); });
    EXPECT_EQ(refund_paid(desk(), refund.id, monday - Days{1}).error().code, "refund.ended");
    EXPECT_EQ(cancel_refund(desk(), refund.id).error().code, "refund.ended");
    for (const PaymentDay& day : must(payment_days(desk(), monday - Days{60}, monday))) EXPECT_EQ(day.received, day.booked + day.waiting + day.going_back + day.taken_back) << text(day.on);
}

// The bank's own line takes a payment back: both stand against each other, and no øre of the day is lost.
TEST_P(ExactlyOnce, ALineOfTheBankUndoesAPayment) {
    must(receive_payments(desk(), "sha-1", "ocr", payments()));
    const auto before = must(payments(desk(), {monday - Days{60}, monday, CameFrom::bank, {}, {}, {}}, 0, 10)).rows;
    ASSERT_FALSE(before.empty());
    const PaymentSeen paid = before.front();
    Incoming back;
    back.fingerprint = "back-1";
    back.on = monday;
    back.amount = -paid.amount;
    back.raw = "the bank takes it back";
    must(receive_payments(desk(), "sha-2", "camt054", {back}));
    Id line = 0;
    for (const Waiting& waiting : must(suspense(desk(), nullptr)))
        if (waiting.line.fingerprint == "back-1") line = waiting.line.id;
    ASSERT_NE(line, 0);
    const PaymentSeen& other = before.back();
    ASSERT_NE(other.amount, paid.amount);
    EXPECT_EQ(reverse_payment(desk(), line, other.case_id, other.payment, 0).error().code, "reverse.amount");
    EXPECT_EQ(must(reverse_payment(desk(), line, paid.case_id, paid.payment, 0)).case_id, paid.case_id);
    EXPECT_EQ(reverse_payment(desk(), line, paid.case_id, paid.payment, 0).error().code, "suspense.unknown");
    Money received(0, paid.amount.currency());
    for (const PaymentDay& day : must(payment_days(desk(), monday - Days{60}, monday))) {
        EXPECT_EQ(day.received, day.booked + day.waiting + day.going_back + day.taken_back) << text(day.on);
        received += day.received;
    }
    const auto verified = must(verify(desk(Date::of(2026, 3, 25)), must(law::Book::read("no", embedded::law()))));
    EXPECT_TRUE(verified.wrong.empty()) << text(verified.wrong.front());
}

// What the bank took back is gone for good, whatever happens to the rest of its line.
TEST_P(ExactlyOnce, WhatTheBankTookBackNeverWaitsAgain) {
    must(receive_payments(desk(), "sha-1", "ocr", payments()));
    const LineRow line = must(suspense(desk(), nullptr)).front().line;
    const Money part = frist::nok(1'00);
    EXPECT_TRUE(assign(desk(), {line.id, 4, part, 0}).ok());
    EXPECT_TRUE(assign(desk(), {line.id, 5, {}, 0}).ok());
    const auto of = [&](Id case_id) {
        for (const PaymentSeen& seen : must(payments(desk(), {monday - Days{60}, monday, {}, false, case_id, {}}, 0, 10)).rows)
            if (seen.line == line.id) return seen.payment;
        return 0;
    };
    must(move_payment(desk(), {4, of(4), cases::TakenBack::bank, {}, 0}));
    EXPECT_TRUE(must(suspense(desk(), nullptr)).empty());
    must(move_payment(desk(), {5, of(5), cases::TakenBack::moved, {}, 0}));
    EXPECT_EQ(must(suspense(desk(), nullptr)).front().line.left, line.amount - part);
    Money lost(0, part.currency());
    for (const PaymentDay& day : must(payment_days(desk(), monday - Days{60}, monday))) {
        EXPECT_EQ(day.received, day.booked + day.waiting + day.going_back + day.taken_back) << text(day.on);
        lost += day.taken_back;
    }
    EXPECT_EQ(lost, part);
    const auto verified = must(verify(desk(Date::of(2026, 3, 25)), must(law::Book::read("no", embedded::law()))));
    EXPECT_TRUE(verified.wrong.empty()) << text(verified.wrong.front());
}

TEST_P(ExactlyOnce, WhatWasPaidTooMuchGoesBack) {
    const CaseRow row = must(case_row(desk(), 2));
    const Money owed = must(rules::balance_on(row.state, monday, norway())).total();
    must(answer(desk(), 2, cases::ReceivePayment{monday, owed + frist::nok(300'00), {}, false, "hand"}, "hand:1"));
    const auto back = must(owed_back(desk()));
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back.front().amount, frist::nok(300'00));
    RefundWish wish;
    wish.case_id = 2;
    wish.payment = back.front().payment;
    wish.account = "12345678901";
    EXPECT_EQ(order_refund(desk(), wish).error().code, "refund.account");
    wish.account = "12345678903";
    wish.amount = frist::nok(300'01);
    EXPECT_EQ(order_refund(desk(), wish).error().code, "refund.amount");
    wish.amount = frist::nok(100'00);
    const RefundRow first = must(order_refund(desk(), wish));
    EXPECT_EQ(must(owed_back(desk())).front().amount, frist::nok(200'00));
    EXPECT_TRUE(cancel_refund(desk(), first.id).ok());
    wish.amount.reset();
    const RefundRow all = must(order_refund(desk(), wish));
    EXPECT_TRUE(must(owed_back(desk())).empty());
    EXPECT_EQ(order_refund(desk(), wish).error().code, "refund.nothing");
    EXPECT_EQ(move_payment(desk(), {2, wish.payment, cases::TakenBack::mistake, {}, 0}).error().code, "refund.open");
    expect_once([&] { must(refund_paid(desk(), all.id, monday)); });
    EXPECT_TRUE(must(owed_back(desk())).empty());
    EXPECT_EQ(move_payment(desk(), {2, wish.payment, cases::TakenBack::mistake, {}, 0}).error().code, "payment.returned");
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
