// The register of cases against what the cases themselves say.
#include "base/fold.h"
#include "base/pch.h"
#include "office/verify.h"
#include "store_contract/register_world.h"

#include <thread>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::norway;
using Ids = std::vector<Id>;

class CaseRegister : public frist::test::RegisterWorld {
protected:
    void SetUp() override { live(); }

    // The numbers of the cases that are like this, from the cases themselves.
    Ids like(const std::function<bool(const cases::Case&)>& wanted) {
        Ids found;
        for (const CaseRow& row : rows())
            if (wanted(row.state)) found.push_back(row.state.id);
        return found;
    }
    Money open(const cases::Case& c, Date day) { return must(rules::balance_on(c, day, norway())).total(); }
};

TEST_F(CaseRegister, EachCaseStandsUnderOneTab) {
    const CasePage page = must(cases().page(ask(), {}));
    EXPECT_EQ(page.count, 12U);
    EXPECT_EQ(page.rows.size(), 12U);
    EXPECT_FALSE(page.next.has_value());
    std::size_t seen = 0;
    for (const Tab tab : {Tab::ongoing, Tab::inactive, Tab::closed}) {
        CaseAsk of_tab = ask();
        of_tab.tab = tab;
        const Ids found = ids(of_tab);
        EXPECT_EQ(found.size(), page.counts.of(tab));
        EXPECT_EQ(must(cases().counts(of_tab)).tab, page.counts.tab) << "the counts do not depend on the tab";
        for (const Id id : found)
            EXPECT_EQ(tab_of(status_of(must(rooms.office->case_row(creditor, id))->state)), tab) << id;
        seen += found.size();
    }
    EXPECT_EQ(seen, 12U);
    EXPECT_EQ(page.counts.of(Status::paused), 1U);
    EXPECT_EQ(page.counts.of(Status::held), 1U);
    EXPECT_EQ(page.counts.of(Status::paid), 1U);
    EXPECT_EQ(page.counts.of(Status::withdrawn), 1U);
}

TEST_F(CaseRegister, IsNarrowedByEachFilter) {
    CaseAsk what = ask();
    what.status = {Status::paid, Status::paused};
    EXPECT_EQ(ids(what), (Ids{2, 4}));
    what = ask();
    what.kinds = {cases::DebtorKind::company};
    EXPECT_EQ(ids(what), like([](const cases::Case& c) { return c.kind == cases::DebtorKind::company; }));
    what = ask();
    what.debtor = must(rooms.office->debtor_of_key(creditor, "1007"))->id;
    EXPECT_EQ(ids(what), Ids{7});
    what = ask();
    what.state = cases::State::held;
    EXPECT_EQ(ids(what), Ids{3});
    what = ask();
    what.open_from = nok(1'004'00'00);
    what.open_to = nok(1'008'00'00);
    EXPECT_EQ(ids(what), like([&](const cases::Case& c) {
                  return open(c, today) >= *what.open_from && open(c, today) <= *what.open_to;
              }));
    what = ask();
    what.look_until = today + Days{30};
    Ids due;
    for (const CaseRow& row : rows())
        if (row.next_look && *row.next_look <= *what.look_until) due.push_back(row.state.id);
    EXPECT_EQ(ids(what), due);
    what = ask();
    what.next_until = Date::of(2026, 4, 1);
    const Ids soon = ids(what);
    EXPECT_NE(std::find(soon.begin(), soon.end(), 2), soon.end()) << "the pause ends";
    EXPECT_EQ(std::find(soon.begin(), soon.end(), 4), soon.end()) << "nothing comes of a closed case";
    what = ask();
    what.steps = {std::nullopt};
    const Ids without = ids(what);
    what.steps = {cases::StepKind::nudge, cases::StepKind::reminder, cases::StepKind::notice, cases::StepKind::demand};
    const Ids with = ids(what);
    EXPECT_EQ(without.size() + with.size(), 12U);
    EXPECT_EQ(with, like([](const cases::Case& c) { return c.ordered || !c.letters.empty(); }));
    what = ask();
    what.address_missing = true;
    EXPECT_EQ(ids(what), Ids{});
}

TEST_F(CaseRegister, TellsWhatTheCaseSays) {
    const CasePage page = must(cases().page(ask(), {}));
    for (const CaseLine& line : page.rows) {
        const CaseRow row = *must(rooms.office->case_row(creditor, line.case_id));
        EXPECT_EQ(line.state, row.state.state());
        EXPECT_EQ(line.open, open(row.state, today)) << line.case_id;
        EXPECT_EQ(line.principal, must(rules::balance_on(row.state, today, norway())).principal);
        EXPECT_EQ(line.invoice, row.state.claims.front().number);
        EXPECT_EQ(line.invoices, 1);
        EXPECT_EQ(line.kid, frist::test::kid_of(line.case_id));
        const std::size_t at = static_cast<std::size_t>(line.case_id) - 1;
        EXPECT_EQ(line.debtor.name, frist::test::customers[at].name);
        EXPECT_EQ(line.debtor.customer, frist::test::customers[at].number);
        EXPECT_EQ(line.days_over, row.state.closing ? 0 : (today - row.state.claims.front().due).count);
    }
    EXPECT_EQ(page.rows[1].next.what, Coming::release);
    EXPECT_EQ(page.rows[1].next.on, Date::of(2026, 4, 1));
    EXPECT_EQ(page.rows[3].next.what, Coming::none);
}

TEST_F(CaseRegister, IsSoughtAsPeopleType) {
    struct Row {
        const char* text;
        Ids wanted;
    };
    const Row table[] = {
        {"fjell", {1, 8}},
        {"BLID FJELL", {1, 8}},
        {"fjellrev blid", {1}},
        {"ørret", {2}},
        {"ØRRET", {2}},
        {"örret", {2}},
        {"åsa o'brien", {3}},
        {"OBRIEN", {3}},
        {"anne marie", {11}},
        {"ærlig", {4}},
        {"ODDNY", {}},
        {"1003", {3}},  // the customer's number
        {"988077917", {1}},
        {"988 077 917", {1}},
        {"077", {}},  // digits stand where a number begins
        {"26", {12}},
        {"F104", {5}},
        {"f104", {5}},
        {"F10", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
        {"7", {7}},
        {"#7", {7}},
        {"0000075", {7}},     // the KID of case 7
        {"100 600,06", {7}},  // an invoice's amount
        {"100600.06", {7}},
        {"100.600,06", {7}},
    };
    for (const Row& row : table) EXPECT_EQ(search(row.text), row.wanted) << row.text;
    EXPECT_EQ(search("").size(), 12U);
    EXPECT_EQ(search("'").size(), 12U) << "nothing to look for";
    const CaseRow one = *must(rooms.office->case_row(creditor, 9));
    EXPECT_EQ(search(text(open(one.state, today))), Ids{9}) << "what is open today";
}

TEST_F(CaseRegister, TellsWhatWasNamedExactly) {
    const auto exact = [&](const std::string& text) {
        CaseAsk what = ask();
        what.search = text;
        what.tab = Tab::closed;  // also when the list does not show it
        return must(cases().page(what, {})).exact;
    };
    const auto seven = exact("7");
    ASSERT_EQ(seven.size(), 1U);
    EXPECT_EQ(seven[0].case_id, 7);
    EXPECT_EQ(seven[0].by, FoundBy::number);
    EXPECT_EQ(exact("F106").at(0).by, FoundBy::invoice);
    EXPECT_EQ(exact("0000075").at(0).by, FoundBy::kid);
    EXPECT_TRUE(exact("F10").empty());
    EXPECT_TRUE(exact("fjellrev").empty());
}

TEST_F(CaseRegister, IsSortedUpAndDown) {
    for (const CaseSort sort :
         {CaseSort::number, CaseSort::name, CaseSort::step, CaseSort::next, CaseSort::days_over, CaseSort::open}) {
        CaseAsk what = ask();
        what.sort = sort;
        const CasePage up = must(cases().page(what, {}));
        for (std::size_t i = 0; i + 1 < up.rows.size(); ++i) {
            const CaseLine& a = up.rows[i];
            const CaseLine& b = up.rows[i + 1];
            switch (sort) {
                case CaseSort::number: EXPECT_LT(a.case_id, b.case_id); break;
                case CaseSort::name: EXPECT_LE(folded(a.debtor.name), folded(b.debtor.name)); break;
                case CaseSort::step: EXPECT_LE(a.step, b.step); break;
                case CaseSort::next:
                    EXPECT_LE(a.next.on.value_or(Date::of(2199, 1, 1)), b.next.on.value_or(Date::of(2199, 1, 1)));
                    break;
                case CaseSort::days_over: EXPECT_LE(a.days_over, b.days_over); break;
                case CaseSort::open: EXPECT_LE(a.open, b.open); break;
            }
        }
        const Ids rising = ids(what);
        what.descending = true;
        Ids falling = ids(what);
        std::reverse(falling.begin(), falling.end());
        EXPECT_EQ(rising, falling) << name_of(sort);
    }
}

TEST_F(CaseRegister, ComesInWindowsThatMissNoneAndTellNoneTwice) {
    for (const CaseSort sort : {CaseSort::number, CaseSort::name, CaseSort::step, CaseSort::open})
        for (const bool descending : {false, true}) {
            CaseAsk what = ask();
            what.sort = sort;
            what.descending = descending;
            const Ids all = ids(what);
            Ids by_offset, by_cursor;
            for (std::size_t offset = 0; offset < all.size(); offset += 5)
                for (const CaseLine& line : must(cases().page(what, {offset, 5, std::nullopt})).rows)
                    by_offset.push_back(line.case_id);
            std::optional<Id> after;
            do {
                const CasePage page = must(cases().page(what, {0, 5, after}));
                EXPECT_EQ(page.count, all.size());
                for (const CaseLine& line : page.rows) by_cursor.push_back(line.case_id);
                after = page.next;
            } while (after);
            EXPECT_EQ(by_offset, all);
            EXPECT_EQ(by_cursor, all);
        }
    EXPECT_TRUE(must(cases().page(ask(), {100, 5, std::nullopt})).rows.empty());
    const auto lost = cases().page(ask(), {0, 5, 999});
    ASSERT_FALSE(lost.ok());
    EXPECT_EQ(lost.error().code, "register.after");
}

TEST_F(CaseRegister, SumsAllThatMatchOnAnyDay) {
    for (const int later : {0, 1, 40, 0, 200}) {
        CaseAsk what = ask();
        what.day = today + Days{later};
        what.status = {Status::going, Status::held, Status::approval};
        Money sum = nok(0);
        std::size_t count = 0;
        for (const CaseRow& row : rows()) {
            const Status status = status_of(row.state);
            if (std::find(what.status.begin(), what.status.end(), status) == what.status.end()) continue;
            sum += open(row.state, what.day);
            ++count;
        }
        const Sum told = must(cases().total(what));
        EXPECT_EQ(told.open, sum) << later;
        EXPECT_EQ(told.count, count);
    }
    CaseAsk far = ask();
    far.day = Date::of(2150, 1, 1);
    EXPECT_EQ(cases().total(far).error().code, "interest.rate_missing");
    EXPECT_FALSE(must(cases().page(far, {})).rows.front().open.has_value());
}

TEST_F(CaseRegister, TellsHowManyLettersComeOnEachDay) {
    for (const Id id : {7, 8, 9}) answer(id, cases::ReportSent{1, opened, {}, {}, {}});
    std::map<Date, int> wanted;
    for (const CaseRow& row : rows()) {
        const auto stored = must(rooms.office->register_row(creditor, row.state.id));
        if (stored->next.what == Coming::step && stored->next.on && !cases::is_legal(*stored->next.kind)) ++wanted[*stored->next.on];
    }
    ASSERT_EQ(wanted.size(), 1U);
    EXPECT_EQ(wanted.begin()->second, 3);
    const Date last = wanted.rbegin()->first;
    EXPECT_EQ(must(cases().letters_ahead(creditor, opened, last)), wanted);
    wanted.erase(last);
    EXPECT_EQ(must(cases().letters_ahead(creditor, opened, last - Days{1})), wanted);
    EXPECT_EQ(must(cases().letters_ahead(creditor, last + Days{1}, last + Days{2})), (std::map<Date, int>{{last + Days{1}, 3}})) << "what is late comes today";
}

TEST_F(CaseRegister, SeesWhatOthersHaveCommitted) {
    EXPECT_EQ(must(cases().counts(ask())).of(Status::withdrawn), 1U);
    answer(7, cases::WithdrawCase{});
    EXPECT_EQ(must(cases().counts(ask())).of(Status::withdrawn), 2U);
    EXPECT_EQ(search("kvikk"), Ids{7});
    DebtorRecord debtor = must(debtor_record(must(rooms.office->debtor_of_key(creditor, "1007"))->record));
    debtor.name = "Snar Hare";
    debtor.address = {};
    must(rooms.office->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, rooms.office->put_debtor(creditor, "1007", stored(debtor)));
        return done;
    }));
    EXPECT_EQ(search("kvikk"), Ids{});
    EXPECT_EQ(search("hare"), Ids{7});
    CaseAsk missing = ask();
    missing.address_missing = true;
    EXPECT_EQ(ids(missing), Ids{7});
    const Outcome undone = rooms.office->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const CaseRow row, office::answer(desk(opened), 8, cases::WithdrawCase{}, "test:8"));
        return Error{"test.wrong", "", "not this time", ""};
    });
    EXPECT_FALSE(undone.ok());
    EXPECT_EQ(must(cases().counts(ask())).of(Status::withdrawn), 2U);
}

TEST_F(CaseRegister, ARowThatWasShownBeforeSaysWhatHasChangedSince) {
    CaseAsk seventh = ask();
    seventh.search = "7";
    const auto row = [&](const CaseAsk& what) {
        const CasePage page = must(cases().page(what, {}));
        const auto found = std::find_if(page.rows.begin(), page.rows.end(), [](const CaseLine& line) { return line.case_id == 7; });
        FRIST_CHECK(found != page.rows.end());
        return *found;
    };
    const CaseLine before = row(seventh);
    EXPECT_EQ(row(seventh).open, before.open) << "the same question once more";
    DebtorRecord debtor = must(debtor_record(must(rooms.office->debtor_of_key(creditor, "1007"))->record));
    debtor.name = "Snar Hare";
    must(rooms.office->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, rooms.office->put_debtor(creditor, "1007", stored(debtor)));
        return done;
    }));
    EXPECT_EQ(row(seventh).debtor.name, "Snar Hare");
    answer(7, cases::WithdrawCase{});
    EXPECT_EQ(row(seventh).status, Status::withdrawn);
    EXPECT_NE(before.status, Status::withdrawn);
    CaseAsk later = ask();
    later.day = later.day + Days{30};
    EXPECT_EQ(row(later).open, open(must(rooms.office->case_row(creditor, 7))->state, later.day)) << "and of another day";
}

TEST_F(CaseRegister, IsMadeAnewForADatabaseThatHasNone) {
    const Ids before = ids(ask());
    for (const char* words : {"DELETE FROM case_index", "DELETE FROM debtor_index", "DELETE FROM register_mark"})
        must(rooms.connection->execute(words));
    const auto fresh = must(store::open_register(file(), norway()));
    EXPECT_EQ(must(fresh->ids(ask())), before);
    EXPECT_EQ(must(rooms.office->register_mark(creditor))->law, norway().fingerprint());
    for (const CaseRow& row : rows())
        EXPECT_EQ(must(rooms.office->register_row(creditor, row.state.id)), must(register_row(row.state, norway())));
    EXPECT_EQ(search("ørret"), Ids{2}) << "and by who had read it before";
}

TEST_F(CaseRegister, IsMadeAnewWhenTheLawIsAnother) {
    must(cases().bring_up(creditor));
    must(rooms.connection->execute("UPDATE register_mark SET law = 'older'"));
    must(rooms.connection->execute("UPDATE case_index SET next_on = '2030-01-01'"));
    CaseAsk soon = ask();
    soon.next_until = Date::of(2026, 4, 1);
    EXPECT_FALSE(ids(soon).empty());
    EXPECT_EQ(must(rooms.office->register_mark(creditor))->made, 2);
}

TEST_F(CaseRegister, VerifyFindsARowThatSaysSomethingElse) {
    must(cases().bring_up(creditor));
    const law::Book book = must(law::Book::read("no", embedded::law()));
    const auto found = [&] {
        std::vector<std::string> fields;
        for (const Error& error : must(verify(desk(today), book)).wrong) {
            EXPECT_EQ(error.code, "verify.register");
            fields.push_back(error.field);
        }
        return fields;
    };
    EXPECT_EQ(found(), std::vector<std::string>{});
    must(rooms.connection->execute("UPDATE case_index SET status = 'legal' WHERE case_id = 3"));
    EXPECT_EQ(found(), std::vector<std::string>{"case 3"});
    must(rooms.connection->execute("UPDATE case_index SET accrual = x'00' WHERE case_id = 4"));
    EXPECT_EQ(found(), (std::vector<std::string>{"case 3", "case 4"}));
    must(rooms.connection->execute("DELETE FROM case_index WHERE case_id = 9"));
    must(rooms.connection->execute("UPDATE debtor_index SET name = 'Ukjent' WHERE debtor = 10"));
    EXPECT_EQ(found(), (std::vector<std::string>{"case 3", "case 4", "case 9", "debtor 10"}));
}

TEST_F(CaseRegister, AnswersManyThreadsWhileCasesChange) {
    constexpr int threads = 3;
    std::vector<std::string> said(threads);
    {
        std::vector<std::jthread> readers;
        office::Register& shared = cases();
        for (int reader = 0; reader < threads; ++reader)
            readers.emplace_back([&, reader] {
                for (int i = 0; i < 40 && said[reader].empty(); ++i) {
                    CaseAsk what = ask();
                    what.search = i % 2 == 0 ? "blid" : "";
                    const auto page = shared.page(what, {});
                    if (!page.ok())
                        said[reader] = text(page.error());
                    else if (page->count != (i % 2 == 0 ? 2U : 12U))
                        said[reader] = fmt::format("{} found", page->count);
                }
            });
        for (int i = 0; i < 10; ++i) {
            answer(7, cases::PauseCase{});
            answer(7, cases::ResumeCase{});
        }
    }
    EXPECT_EQ(said, std::vector<std::string>(threads));
}

}  // namespace
