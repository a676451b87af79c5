// The lists beside the cases: open items that are in no case, and debtors.
#include "base/pch.h"
#include "store_contract/register_world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

class RegisterLists : public frist::test::RegisterWorld {
protected:
    void SetUp() override { live(); }

    [[nodiscard]] LedgerAsk items() const {
        LedgerAsk all;
        all.creditor = creditor;
        all.day = today;
        return all;
    }
    std::vector<std::string> numbers(const LedgerAsk& what, const Window& window = {}) {
        std::vector<std::string> found;
        for (const LedgerItem& item : must(cases().ledger(what, window)).rows) found.push_back(item.number);
        return found;
    }
    [[nodiscard]] DebtorAsk people() const {
        DebtorAsk all;
        all.creditor = creditor;
        all.day = today;
        return all;
    }
    std::vector<std::string> names(const DebtorAsk& what, const Window& window = {}) {
        std::vector<std::string> found;
        for (const DebtorLine& line : must(cases().debtors(what, window)).rows) found.push_back(line.debtor.name);
        return found;
    }
    using Texts = std::vector<std::string>;
};

TEST_F(RegisterLists, ItemsWithoutACaseWithTheirWarnings) {
    const LedgerPage page = must(cases().ledger(items(), {}));
    EXPECT_EQ(page.count, 2U);
    EXPECT_EQ(page.warned, 1U);
    ASSERT_EQ(page.rows.size(), 2U);
    EXPECT_EQ(page.rows[0].number, "F112");
    EXPECT_TRUE(page.rows[0].debtor.signs.has(Sign::address_missing));
    EXPECT_EQ(page.rows[0].days_over, (today - page.rows[0].due).count);
    EXPECT_EQ(page.rows[1].days_over, 0);
    EXPECT_EQ(page.open, page.rows[0].open + page.rows[1].open);
    LedgerAsk what = items();
    what.warned = Warned::with;
    EXPECT_EQ(numbers(what), Texts{"F112"});
    what.warned = Warned::without;
    EXPECT_EQ(numbers(what), Texts{"F113"});
    what = items();
    what.overdue_only = true;
    EXPECT_EQ(numbers(what), Texts{"F112"});
}

TEST_F(RegisterLists, ItemsAreSoughtSortedAndWindowed) {
    for (const char* text : {"snegle", "f113", "1014", "101300,13"}) {
        LedgerAsk what = items();
        what.search = text;
        EXPECT_EQ(numbers(what), Texts{"F113"}) << text;
    }
    for (const LedgerSort sort : {LedgerSort::due, LedgerSort::number, LedgerSort::amount, LedgerSort::open}) {
        LedgerAsk what = items();
        what.sort = sort;
        EXPECT_EQ(numbers(what), (Texts{"F112", "F113"})) << name_of(sort);
        what.descending = true;
        EXPECT_EQ(numbers(what), (Texts{"F113", "F112"})) << name_of(sort);
        EXPECT_EQ(must(cases().ledger_ids(what)).size(), 2U);
    }
    LedgerAsk by_name = items();
    by_name.sort = LedgerSort::name;
    EXPECT_EQ(numbers(by_name), (Texts{"F113", "F112"}));
    const LedgerPage first = must(cases().ledger(by_name, {0, 1, std::nullopt}));
    ASSERT_TRUE(first.next.has_value());
    EXPECT_EQ(numbers(by_name, {0, 1, first.next}), Texts{"F112"});
    EXPECT_EQ(cases().ledger(by_name, {0, 1, 999}).error().code, "register.after");
}

TEST_F(RegisterLists, AnItemThatGotACaseIsGone) {
    EXPECT_EQ(numbers(items()).size(), 2U);
    const Date later = Date::of(2026, 6, 1);
    must(start_cases(desk(later), {}, record, frist::test::kid_of));
    EXPECT_EQ(numbers(items()), Texts{"F112"});
}

TEST_F(RegisterLists, DebtorsWithWhatTheyOwe) {
    DebtorAsk what = people();
    const DebtorPage page = must(cases().debtors(what, {}));
    EXPECT_EQ(page.count, std::size(frist::test::customers));
    for (const DebtorLine& line : page.rows) {
        CaseAsk theirs = ask();
        theirs.debtor = line.debtor.debtor;
        EXPECT_EQ(line.open, must(cases().total(theirs)).open) << line.debtor.name;
        EXPECT_EQ(static_cast<std::size_t>(line.cases), ids(theirs).size());
    }
    what.search = "fjell";
    EXPECT_EQ(names(what), (Texts{"Blid Fjellrev AS", "blid fjellrype"}));
    what = people();
    what.running_only = true;
    EXPECT_EQ(must(cases().debtors(what, {})).count, 10U);
    what = people();
    what.address_missing = true;
    EXPECT_EQ(names(what), Texts{"Uten Adresse"});
}

TEST_F(RegisterLists, DebtorsInTheOrderOfTheAlphabet) {
    const Texts all = names(people());
    EXPECT_EQ(all.front(), "Anne-Marie Elg");
    EXPECT_EQ(all[all.size() - 2], "Ærlig Øgle");
    EXPECT_EQ(all.back(), "Åsa O’Brien");
    Texts windowed;
    std::optional<Id> after;
    do {
        const DebtorPage page = must(cases().debtors(people(), {0, 3, after}));
        for (const DebtorLine& line : page.rows) windowed.push_back(line.debtor.name);
        after = page.next;
    } while (after);
    EXPECT_EQ(windowed, all);
    DebtorAsk by_number = people();
    by_number.sort = DebtorSort::customer;
    by_number.descending = true;
    EXPECT_EQ(names(by_number).front(), "Sein Snegle");
    EXPECT_EQ(cases().debtors(people(), {0, 3, 999}).error().code, "register.after");
}

}  // namespace
