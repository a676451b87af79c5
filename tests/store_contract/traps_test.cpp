// Ways in which dunning programs fell before, asked of a whole book in a store: letters to a debtor who has many
// invoices, old references, nights that come twice.
#include "base/pch.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/send_letters.h"
#include "office/verify.h"
#include "store_contract/world.h"

#include <random>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::norway;

const char* const fjord = "999999999";

class Traps : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
        creditor = frist::test::add_creditor(*store, fjord);
    }
    [[nodiscard]] Desk desk(Date day) const { return {*store, norway(), creditor, day}; }

    // All that was ordered is written and posted on `day`.
    void post(Date day) {
        for (const ReadyLetter& ready : must(outbox(desk(day), frist::test::creditor_named(fjord))).ready) {
            LetterRow row = ready.row;
            row.file = fmt::format("case{}.pdf", row.case_id);
            EXPECT_TRUE(written(desk(day), row).ok());
        }
        must(posted(desk(day), day));
    }

    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
    Id creditor = 0;
};

// `count` invoices of a few debtors, due in the weeks around New Year 2026.
std::vector<LedgerLine> crowded_ledger(std::mt19937& random, int count, int debtors) {
    std::vector<LedgerLine> lines = frist::test::ledger(count);
    for (LedgerLine& line : lines) {
        const auto who = static_cast<int>(random() % static_cast<unsigned>(debtors)) + 1;
        line.customer = std::to_string(1000 + who);
        line.debtor.name = fmt::format("Kari Prøve {}", who);
        line.debtor.address = {fmt::format("Eksempelveien {}", who), "", "5003", "Bergen", "NO"};
        line.due = Date::of(2025, 12, 15) + Days{static_cast<int>(random() % 40)};
        line.invoiced = line.due - Days{14};
    }
    return lines;
}

// Trap 13: one creditor never sends a debtor two letters with a fee on one day, however many invoices there are.
TEST_P(Traps, one_debtor_gets_one_letter_with_a_fee_a_day) {
    std::mt19937 random(1);
    const std::vector<LedgerLine> lines = crowded_ledger(random, 24, 5);
    const Date first = Date::of(2026, 1, 20);
    // The list grows: what is overdue is started day by day.
    for (Date day = first; day < first + Days{70}; day = day + Days{2}) {
        const auto known = static_cast<std::ptrdiff_t>(std::min<std::int64_t>(24, 8 + (day - first).count));
        must(mirror_ledger(desk(day), {lines.begin(), lines.begin() + known}, "sha:" + text(day), false));
        must(start_cases(desk(day), {}, frist::test::creditor_named(fjord), frist::test::kid_of));
        must(night(desk(day)));
        post(day);
    }
    std::map<std::pair<Id, Date>, int> with_fee;
    int letters = 0;
    for (const CaseRow& row : must(store->cases(creditor, {})))
        for (const cases::Sent& letter : row.state.letters) {
            ++letters;
            if (letter.fee.positive()) ++with_fee[{row.state.debtor, letter.sent}];
        }
    EXPECT_GT(letters, 10);
    for (const auto& [key, count] : with_fee) EXPECT_EQ(count, 1) << "debtor " << key.first << " on " << text(key.second);
    const auto verified = must(verify(desk(first + Days{70}), must(law::Book::read("no", embedded::law()))));
    EXPECT_TRUE(verified.wrong.empty()) << text(verified.wrong.front());
}

// Trap 14: the reference of the case, and that of each invoice in it, keep matching.
TEST_P(Traps, each_reference_of_a_case_keeps_matching) {
    const Date day = Date::of(2026, 3, 2);
    std::vector<LedgerLine> lines = frist::test::ledger(3);
    for (LedgerLine& line : lines) {
        line.customer = "1001";
        line.debtor = lines.front().debtor;
        line.kid = "77" + line.number.substr(1);
    }
    must(mirror_ledger(desk(day), lines, "sha:1", false));
    must(start_cases(desk(day), {}, frist::test::creditor_named(fjord), frist::test::kid_of));
    must(night(desk(day)));
    post(day);
    int number = 0;
    for (const std::string& kid : {std::string("771"), std::string("772"), std::string("773"), frist::test::kid_of(1)}) {
        Incoming line;
        line.fingerprint = fmt::format("ocr:{}", ++number);
        line.on = day;
        line.amount = nok(100'00);
        line.kid = kid;
        const PaymentReport report = must(receive_payments(desk(day), "sha:" + kid, "ocr", {line}));
        EXPECT_EQ(report.applied, 1) << kid;
        EXPECT_EQ(report.suspense, 0) << kid;
    }
    EXPECT_EQ(must(case_row(desk(day), 1)).state.payments.size(), 4U);
}

// Trap 2: a night 24 times a day is one night, for any book.
TEST_P(Traps, a_night_played_all_day_is_one_night) {
    std::mt19937 random(2);
    must(mirror_ledger(desk(Date::of(2026, 2, 1)), crowded_ledger(random, 20, 12), "sha:1", false));
    must(start_cases(desk(Date::of(2026, 2, 1)), {}, frist::test::creditor_named(fjord), frist::test::kid_of));
    for (const int days : {1, 20, 40}) {
        const Date day = Date::of(2026, 2, 1) + Days{days};
        must(night(desk(day)));
        const std::string once = engine->dump();
        for (int hour = 1; hour < 24; ++hour) EXPECT_EQ(must(night(desk(day))).cases, 0);
        EXPECT_EQ(engine->dump(), once);
        post(day);
    }
}

// Inkassoloven § 9: a notice about one invoice is no notice about another of the same debtor.
TEST_P(Traps, a_notice_that_was_sent_before_counts_for_its_own_invoice) {
    const Date day = Date::of(2026, 3, 2);
    std::vector<LedgerLine> lines = frist::test::ledger(2);
    for (LedgerLine& line : lines) {
        line.customer = "1001";
        line.debtor = lines.front().debtor;
    }
    lines[0].earlier = R"([{"step": "notice", "sent": "2026-02-10", "deadline": "2026-02-24", "fee": "0.00"}])";
    must(mirror_ledger(desk(day), lines, "sha:1", false));
    StartAsk ask;
    cases::Course course;
    course.name = "short";
    course.close_at_or_below = nok(0);
    course.steps = {{cases::StepKind::notice, false, 0, 14, false, false}, {cases::StepKind::demand, false, 0, 14, false, false}};
    ask.course = course;
    must(start_cases(desk(day), ask, frist::test::creditor_named(fjord), frist::test::kid_of));
    EXPECT_EQ(must(case_row(desk(day), 1)).state.next_step, 0);
    must(night(desk(day)));
    EXPECT_EQ(must(store->letters(creditor, LetterState::ordered)).front().kind, cases::StepKind::notice);
}

INSTANTIATE_TEST_SUITE_P(Engines, Traps, testing::ValuesIn(frist::test::engines()), [](const auto& kind) { return kind.param.name; });

}  // namespace
