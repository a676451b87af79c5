#include "base/pch.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/verify.h"
#include "store_contract/world.h"

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;

const Date monday = Date::of(2026, 3, 2);
const Date friday = Date::of(2026, 3, 6);
const char* const fjord = "999999999";
const char* const other = "888888888";

class StoreContract : public testing::TestWithParam<frist::test::EngineKind> {
protected:
    void SetUp() override {
        engine = GetParam().fresh();
        store = must(engine->open());
    }
    void reopen() {
        store.reset();
        store = must(engine->open());
    }
    Outcome change(const std::function<Outcome()>& work) { return store->change(work); }

    std::unique_ptr<frist::test::Engine> engine;
    std::unique_ptr<Store> store;
};

ItemRow item_named(const std::string& number, std::int64_t ore) {
    ItemRow item;
    item.number = number;
    item.debtor = 1;
    item.amount = item.open = nok(ore);
    item.open_at_start = nok(0);
    item.due = Date::of(2026, 1, 19);
    return item;
}

LetterRow letter_of(Id case_id, int number) {
    LetterRow letter;
    letter.case_id = case_id;
    letter.letter = number;
    letter.on = monday;
    letter.fee = nok(3500);
    return letter;
}

LineRow line_of(const std::string& fingerprint, std::int64_t ore) {
    LineRow line;
    line.fingerprint = fingerprint;
    line.on = monday;
    line.amount = nok(ore);
    return line;
}

// One row of every kind that the Store keeps.
Outcome a_row_of_each(Store& store, Id creditor) {
    FRIST_TRY(const Id debtor, store.put_debtor(creditor, "1001", "{}"));
    FRIST_TRY(Id id, store.put_item(creditor, item_named("F1", 10000)));
    FRIST_TRY_DONE(store.put_kid(creditor, "0000018", 1, ""));
    FRIST_TRY_DONE(store.put_letter(creditor, letter_of(1, 1)));
    FRIST_TRY(const bool fresh, store.take_file(creditor, "sha", "ocr", monday));
    FRIST_TRY(id, store.put_line(creditor, line_of("p1", 5000)));
    FRIST_TRY(id, store.next_number(creditor, "case"));
    FRIST_CHECK(debtor != 0 && fresh && id != 0);
    return store.set_creditor(creditor, "{\"changed\": true}");
}

TEST_P(StoreContract, AnErrorUndoesTheWholeTransaction) {
    const Id creditor = frist::test::with_cases(*store, fjord, 2, monday);
    const std::string before = engine->dump();
    const Outcome outcome = change([&]() -> Outcome {
        FRIST_TRY_DONE(a_row_of_each(*store, creditor + 1));
        FRIST_TRY([[maybe_unused]] const Id id, store->add_creditor(other, "{}"));
        return Error{"test.wrong", "", "the last thing went wrong", ""};
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, "test.wrong");
    EXPECT_EQ(engine->dump(), before);
    EXPECT_TRUE(change([&] { return a_row_of_each(*store, creditor + 1); }).ok());
    EXPECT_NE(engine->dump(), before);
}

TEST_P(StoreContract, AnExceptionUndoesItTooAndTheStoreGoesOn) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    const std::string before = engine->dump();
    EXPECT_THROW(static_cast<void>(change([&]() -> Outcome {
                     FRIST_TRY_DONE(a_row_of_each(*store, creditor));
                     throw std::runtime_error("out of memory, for example");
                 })),
                 std::runtime_error);
    EXPECT_EQ(engine->dump(), before);
    EXPECT_TRUE(change([&] { return a_row_of_each(*store, creditor); }).ok());
}

TEST_P(StoreContract, WhatWasKeptIsThereAfterClosing) {
    const Id creditor = frist::test::with_cases(*store, fjord, 3, monday);
    ASSERT_TRUE(change([&] { return a_row_of_each(*store, creditor + 1); }).ok());
    const auto cases_before = must(store->cases(creditor, {}));
    const std::string before = engine->dump();
    reopen();
    EXPECT_EQ(engine->dump(), before);
    const auto cases_after = must(store->cases(creditor, {}));
    ASSERT_EQ(cases_after.size(), 3U);
    for (std::size_t i = 0; i < cases_after.size(); ++i) {
        EXPECT_EQ(cases_after[i].state, cases_before[i].state);
        EXPECT_EQ(cases_after[i].seq, cases_before[i].seq);
        EXPECT_EQ(cases_after[i].next_look, cases_before[i].next_look);
    }
    EXPECT_EQ(must(store->creditors()).size(), 1U);
}

TEST_P(StoreContract, EveryRowComesBackAsItWasPut) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    ItemRow item = item_named("F'1\"; DROP TABLE item; --", -123456);
    item.invoiced = Date::of(2025, 12, 24);
    item.kid = "0000018";
    item.earlier = "[{}]";
    item.warning = "Ærlig? Øl & å";
    item.what = "Rørlegging\n2 timer";
    item.department = "Øst; 'drift'";
    item.project = "0150";
    LetterRow letter = letter_of(7, 2);
    letter.kind = cases::StepKind::demand;
    letter.state = LetterState::written;
    letter.approved = false;
    letter.written_on = monday;
    letter.deadline = Date::of(2026, 3, 20);
    letter.file = "x.pdf";
    letter.sha256 = "abc";
    LineRow line = line_of("p1", 7);
    line.file = "sha";
    line.kid = "001";
    line.payer = "konto";
    line.reason = "hvorfor";
    line.case_id = 7;
    ASSERT_TRUE(change([&]() -> Outcome {
                    FRIST_TRY(item.id, store->put_item(creditor, item));
                    FRIST_TRY_DONE(store->put_letter(creditor, letter));
                    FRIST_TRY(line.id, store->put_line(creditor, line));
                    return done;
                }).ok());
    const auto got = must(store->item(creditor, item.number));
    ASSERT_TRUE(got.has_value());
    EXPECT_EQ(got->id, item.id);
    EXPECT_EQ(got->amount, item.amount);
    EXPECT_EQ(got->department, item.department);
    EXPECT_EQ(got->project, item.project);
    EXPECT_EQ(got->open, item.open);
    EXPECT_EQ(got->invoiced, item.invoiced);
    EXPECT_EQ(got->due, item.due);
    EXPECT_EQ(got->kid, item.kid);
    EXPECT_EQ(got->earlier, item.earlier);
    EXPECT_EQ(got->warning, item.warning);
    EXPECT_EQ(got->what, item.what);
    const auto sent = must(store->letter(creditor, 7, 2));
    ASSERT_TRUE(sent.has_value());
    EXPECT_EQ(sent->kind, letter.kind);
    EXPECT_EQ(sent->state, letter.state);
    EXPECT_EQ(sent->approved, false);
    EXPECT_EQ(sent->written_on, letter.written_on);
    EXPECT_EQ(sent->deadline, letter.deadline);
    EXPECT_EQ(sent->sent_on, std::nullopt);
    EXPECT_EQ(sent->fee, letter.fee);
    EXPECT_EQ(sent->file, letter.file);
    const auto waiting = must(store->lines(creditor, LineState::suspense));
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].amount, line.amount);
    EXPECT_EQ(waiting[0].payer, line.payer);
    EXPECT_EQ(waiting[0].reason, line.reason);
    EXPECT_TRUE(must(store->lines(creditor, LineState::applied)).empty());
}

TEST_P(StoreContract, AFileIsTakenOncePerCreditor) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    const Id second = frist::test::add_creditor(*store, other);
    const auto take = [&](Id whose, const char* sha) {
        bool fresh = false;
        EXPECT_TRUE(change([&]() -> Outcome {
                        FRIST_TRY(fresh, store->take_file(whose, sha, "ocr", monday));
                        return done;
                    }).ok());
        return fresh;
    };
    EXPECT_TRUE(take(creditor, "a"));
    EXPECT_FALSE(take(creditor, "a"));
    EXPECT_TRUE(take(second, "a"));
    EXPECT_TRUE(take(creditor, "b"));
    reopen();
    EXPECT_FALSE(take(creditor, "b"));
}

TEST_P(StoreContract, APaymentsFingerprintStandsOnce) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    const auto put = [&](Id whose, const LineRow& line) {
        return change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const Id id, store->put_line(whose, line));
            return done;
        });
    };
    EXPECT_FALSE(must(store->knows_line(creditor, "p1")));
    ASSERT_TRUE(put(creditor, line_of("p1", 5000)).ok());
    EXPECT_TRUE(must(store->knows_line(creditor, "p1")));
    EXPECT_FALSE(must(store->knows_line(creditor + 1, "p1")));
    const std::string before = engine->dump();
    EXPECT_FALSE(put(creditor, line_of("p1", 9900)).ok());
    EXPECT_EQ(engine->dump(), before);
    EXPECT_TRUE(put(creditor + 1, line_of("p1", 5000)).ok());
}

TEST_P(StoreContract, ALetterIsOneRowPerCaseAndNumber) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    LetterRow letter = letter_of(1, 1);
    for (const LetterState state : {LetterState::ordered, LetterState::written, LetterState::sent}) {
        letter.state = state;
        ASSERT_TRUE(change([&] { return store->put_letter(creditor, letter); }).ok());
    }
    ASSERT_TRUE(change([&] { return store->put_letter(creditor, letter_of(1, 2)); }).ok());
    EXPECT_EQ(must(store->letters(creditor, std::nullopt)).size(), 2U);
    EXPECT_EQ(must(store->letters(creditor, LetterState::sent)).size(), 1U);
    EXPECT_EQ(must(store->letters(creditor, LetterState::written)).size(), 0U);
}

TEST_P(StoreContract, ACreditorStandsOnce) {
    frist::test::add_creditor(*store, fjord);
    const Outcome outcome = change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->add_creditor(fjord, "{}"));
        return done;
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, "creditor.known");
    EXPECT_FALSE(outcome.error().remedy.empty());
}

TEST_P(StoreContract, ACreditorNeverSeesAnothersRows) {
    const Id mine = frist::test::with_cases(*store, fjord, 4, monday);
    const Id theirs = frist::test::with_cases(*store, other, 2, monday);
    ASSERT_TRUE(change([&] { return a_row_of_each(*store, mine + theirs); }).ok());  // a third one
    for (const auto& [id, count] : {std::pair{mine, 4U}, std::pair{theirs, 2U}}) {
        EXPECT_EQ(must(store->cases(id, {})).size(), count);
        EXPECT_EQ(must(store->due_cases(id, Date::of(2027, 1, 1), 100)).size(), count);
        EXPECT_EQ(must(store->letters(id, std::nullopt)).size(), 0U);
        std::size_t tied = 0;
        for (const CaseRow& row : must(store->cases(id, {})))
            tied += must(store->items_of_case(id, row.state.id)).size();
        EXPECT_EQ(tied, count);
        std::set<Id> seen;
        std::int64_t link = 0;
        EXPECT_TRUE(store
                        ->each_event(id,
                                     [&](const StoredEvent& event) -> Outcome {
                                         EXPECT_EQ(event.link, ++link);
                                         seen.insert(event.case_id);
                                         return done;
                                     })
                        .ok());
        EXPECT_EQ(seen.size(), count);
    }
    // The numbers of the cases overlap, and still each sees its own.
    EXPECT_TRUE(must(store->case_row(mine, 3)).has_value());
    EXPECT_FALSE(must(store->case_row(theirs, 3)).has_value());
    EXPECT_TRUE(must(store->events(theirs, 3)).empty());
    EXPECT_TRUE(must(store->entries(theirs, 3)).empty());
    EXPECT_FALSE(must(store->item(theirs, "F4")).has_value());
    EXPECT_FALSE(must(store->debtor(theirs, 4)).has_value());
    EXPECT_FALSE(must(store->kid(theirs, frist::test::kid_of(4))).has_value());
    EXPECT_EQ(must(store->kid_of_case(theirs, 4)), "");
    EXPECT_TRUE(must(store->items_without_case(theirs)).empty());
    EXPECT_TRUE(must(store->lines(theirs, LineState::suspense)).empty());
}

TEST_P(StoreContract, DueCasesComeEarliestFirstAndInPages) {
    const Id creditor = frist::test::with_cases(*store, fjord, 7, monday);
    const Date far = Date::of(2027, 1, 1);
    const auto all = must(store->due_cases(creditor, far, 100));
    ASSERT_EQ(all.size(), 7U);
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(*all[i - 1].next_look, *all[i].next_look);
    const auto page = must(store->due_cases(creditor, far, 3));
    ASSERT_EQ(page.size(), 3U);
    for (std::size_t i = 0; i < page.size(); ++i) EXPECT_EQ(page[i].state.id, all[i].state.id);
    const Date first = *all.front().next_look;
    EXPECT_TRUE(must(store->due_cases(creditor, first.previous(), 100)).empty());
    EXPECT_FALSE(must(store->due_cases(creditor, first, 100)).empty());
}

TEST_P(StoreContract, CasesComeInPagesByNumber) {
    const Id creditor = frist::test::with_cases(*store, fjord, 7, monday);
    std::vector<Id> seen;
    CaseFilter filter;
    filter.limit = 3;
    while (true) {
        const auto rows = must(store->cases(creditor, filter));
        for (const CaseRow& row : rows) seen.push_back(row.state.id);
        if (rows.size() < 3U) break;
        filter.after = rows.back().state.id;
    }
    EXPECT_EQ(seen, (std::vector<Id>{1, 2, 3, 4, 5, 6, 7}));
}

TEST_P(StoreContract, AnAnswerToAnOldRowIsAConflict) {
    const Id creditor = frist::test::with_cases(*store, fjord, 1, monday);
    const Desk desk{*store, frist::test::norway(), creditor, monday};
    const CaseRow old = must(store->case_row(creditor, 1)).value();
    must(answer(desk, 1, cases::PauseCase{}, "test"));
    const std::string before = engine->dump();
    CaseRow row = old;
    const Outcome late = change([&] { return keep(desk, row, {cases::CasePaused{monday, {}}}, "late"); });
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, "store.conflict");
    EXPECT_FALSE(late.error().remedy.empty());
    EXPECT_EQ(engine->dump(), before);
}

// Letters are ordered in all cases on Tuesday, leave in case 2 on Friday, and a payment reaches case 3.
void a_letter_sent_and_one_waiting(Store& store, Id creditor) {
    const Desk desk{store, frist::test::norway(), creditor, friday};
    ASSERT_EQ(must(night(desk)).cases, 3);
    ASSERT_TRUE(must(case_row(desk, 1)).state.ordered.has_value());
    ASSERT_TRUE(store.change([&] {
        LetterRow letter = *must(store.letter(creditor, 2, 1));
        letter.state = LetterState::written;
        return store.put_letter(creditor, letter);
    }).ok());
    must(answer(desk, 2, cases::ReportSent{1, friday, {}, {}, {}}, "posted:2/1"));
    const Incoming money{.fingerprint = "p1", .on = friday, .amount = nok(10'000), .kid = frist::test::kid_of(3), .payer = "", .raw = "", .waits = ""};
    ASSERT_EQ(must(receive_payments(desk, "file", "ocr_giro", {money})).applied, 1);
}

// The chain of hashes tells of every kind of change behind the Store's back.
TEST_P(StoreContract, TheChainTellsWhatWasChanged) {
    const char* const changes[] = {
        "UPDATE event SET body = replace(body, '1000.02', '1000.03') WHERE case_id = 2 AND seq = 1",
        "UPDATE event SET stored = '2026-03-01' WHERE case_id = 2 AND seq = 1",
        "UPDATE event SET cause = 'nobody' WHERE case_id = 2 AND seq = 1",
        "UPDATE event SET law = 'none' WHERE case_id = 2 AND seq = 1",
        "UPDATE event SET hash = 'beef' WHERE case_id = 2 AND seq = 1",
        "DELETE FROM event WHERE case_id = 2 AND seq = 1",
        "UPDATE event SET link = 100 WHERE case_id = 2 AND seq = 1",
        "DELETE FROM event WHERE case_id = 3",
        "UPDATE creditor SET last_hash = 'beef'",
    };
    const Desk desk{*store, frist::test::norway(), frist::test::with_cases(*store, fjord, 3, monday), monday};
    const law::Book book = must(law::Book::read("no", embedded::law()));
    EXPECT_TRUE(must(verify(desk, book)).wrong.empty());
    for (const char* change : changes) {
        SCOPED_TRACE(change);
        const auto fresh = GetParam().fresh();
        std::unique_ptr<Store> there = must(fresh->open());
        const Id creditor = frist::test::with_cases(*there, fjord, 3, monday);
        const std::string before = fresh->dump();
        fresh->execute(change);
        ASSERT_NE(fresh->dump(), before);
        const auto wrong = must(verify({*there, frist::test::norway(), creditor, monday}, book)).wrong;
        EXPECT_TRUE(std::any_of(wrong.begin(), wrong.end(),
                                [](const Error& e) { return e.code == "verify.hash" || e.code == "verify.gap" || e.code == "verify.end"; }));
    }
}

TEST_P(StoreContract, BooksAndRowsThatWereChangedAreFound) {
    const char* const changes[] = {
        "UPDATE entry SET amount = amount + 100 WHERE case_id = 2 AND account = 'receivable_principal'",
        "DELETE FROM entry WHERE case_id = 2",
        "UPDATE case_row SET next_look = '2031-01-01' WHERE case_id = 2",
        "UPDATE case_row SET state = 'closed' WHERE case_id = 2",
        "UPDATE case_row SET debtor = 3 WHERE case_id = 2",
        "DELETE FROM case_row WHERE case_id = 3",
        "DELETE FROM letter WHERE case_id = 1",
        "UPDATE letter SET state = 'cancelled' WHERE case_id = 1",
        "UPDATE letter SET fee = 9900 WHERE state = 'sent' AND case_id = 2",
        "UPDATE payment_line SET amount = amount + 1",
        "DELETE FROM payment_line",
        "UPDATE case_row SET snapshot = (SELECT snapshot FROM case_row WHERE case_id = 1) WHERE case_id = 2",
    };
    const law::Book book = must(law::Book::read("no", embedded::law()));
    for (const char* change : changes) {
        SCOPED_TRACE(change);
        const auto fresh = GetParam().fresh();
        std::unique_ptr<Store> there = must(fresh->open());
        const Id creditor = frist::test::with_cases(*there, fjord, 3, monday);
        a_letter_sent_and_one_waiting(*there, creditor);
        const Desk desk{*there, frist::test::norway(), creditor, friday};
        ASSERT_TRUE(must(verify(desk, book)).wrong.empty());
        const std::string before = fresh->dump();
        fresh->execute(change);
        ASSERT_NE(fresh->dump(), before);
        EXPECT_FALSE(must(verify(desk, book)).wrong.empty());
    }
}

// An older or a newer program knew other fields: what its snapshots say is then told by the events.
TEST_P(StoreContract, ASnapshotOfAnotherShapeIsMadeAnewFromTheEvents) {
    const Id creditor = frist::test::with_cases(*store, fjord, 3, monday);
    a_letter_sent_and_one_waiting(*store, creditor);
    const auto before = must(store->cases(creditor, {}));
    engine->execute("UPDATE case_row SET snapshot = x'0102030405' WHERE case_id <> 3");
    const auto after = must(store->cases(creditor, {}));
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].state, before[i].state) << i;
    EXPECT_TRUE(must(verify(Desk{*store, frist::test::norway(), creditor, friday}, must(law::Book::read("no", embedded::law())))).wrong.empty());
}

TEST_P(StoreContract, ANewerDatabaseIsRefused) {
    frist::test::add_creditor(*store, fjord);
    store.reset();
    engine->make_newer();
    const std::string before = engine->dump();
    const auto opened = engine->open();
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "store.newer");
    EXPECT_FALSE(opened.error().remedy.empty());
    EXPECT_EQ(engine->dump(), before);
}

TEST_P(StoreContract, ASecondWriterIsToldToWait) {
    const Id creditor = frist::test::with_cases(*store, fjord, 1, monday);
    const std::string before = engine->dump();
    auto writer = engine->other_writer();
    bool ran = false;
    const Outcome outcome = change([&]() -> Outcome {
        ran = true;
        return a_row_of_each(*store, creditor);
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, "store.busy");
    EXPECT_FALSE(outcome.error().remedy.empty());
    EXPECT_FALSE(ran);
    EXPECT_EQ(must(store->cases(creditor, {})).size(), 1U);  // reading goes on
    const auto report = night({*store, frist::test::norway(), creditor, Date::of(2026, 3, 20)});
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, "store.busy");
    writer.reset();
    EXPECT_EQ(engine->dump(), before);
    EXPECT_TRUE(change([&] { return a_row_of_each(*store, creditor + 1); }).ok());
}

TEST_P(StoreContract, ATransactionInsideAnotherIsAPartOfIt) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    Outcome part = done;
    const Outcome outer = change([&]() -> Outcome {
        FRIST_TRY_DONE(store->put_kid(creditor, "18", 1, ""));
        FRIST_TRY_DONE(change([&] { return store->put_kid(creditor, "26", 2, ""); }));
        part = change([&]() -> Outcome {
            FRIST_TRY_DONE(store->put_kid(creditor, "34", 3, ""));
            return Error{"test.wrong", "", "this part went wrong", ""};
        });
        return done;
    });
    EXPECT_TRUE(outer.ok());
    EXPECT_FALSE(part.ok());
    EXPECT_TRUE(must(store->kid(creditor, "18")).has_value());
    EXPECT_TRUE(must(store->kid(creditor, "26")).has_value());
    EXPECT_FALSE(must(store->kid(creditor, "34")).has_value());
}

TEST_P(StoreContract, WhatAPartKeptGoesWithTheWhole) {
    const Id creditor = frist::test::add_creditor(*store, fjord);
    const Outcome outer = change([&]() -> Outcome {
        FRIST_TRY_DONE(change([&] { return store->put_kid(creditor, "26", 2, ""); }));
        return Error{"test.wrong", "", "the whole went wrong", ""};
    });
    EXPECT_FALSE(outer.ok());
    EXPECT_FALSE(must(store->kid(creditor, "26")).has_value());
}

// What is asked ahead is a hint: whatever is written afterwards, by whom and however it ends, the answer is the one of a question that was not.
TEST_P(StoreContract, WhatWasAskedAheadIsNeverOlderThanWhatWasWritten) {
    const Id id = must(store->add_creditor(fjord, "{}"));
    const auto open_of = [&](const std::string& number) -> std::int64_t {
        const auto row = must(store->item(id, number));
        return row ? row->open.minor() : -1;
    };
    const auto put = [&](const std::string& number, std::int64_t ore) -> Outcome {
        FRIST_TRY(const auto known, store->item(id, number));
        ItemRow item = known.value_or(item_named(number, ore));
        item.open = nok(ore);
        FRIST_TRY([[maybe_unused]] const Id kept, store->put_item(id, item));
        return done;
    };
    ToRead to_read;
    to_read.items = {"A", "B", "C", "A"};
    to_read.debtor_keys = {"k", "l"};
    to_read.kids = {"001"};
    to_read.fingerprints = {"f"};
    const auto ask = [&] { return store->ask_ahead(id, to_read); };
    EXPECT_TRUE(change([&]() -> Outcome {
        FRIST_TRY_DONE(put("A", 100));
        FRIST_TRY_DONE(put("B", 200));
        return done;
    }).ok());
    EXPECT_TRUE(change([&]() -> Outcome {
        FRIST_TRY_DONE(ask());
        EXPECT_EQ(open_of("A"), 100);
        EXPECT_EQ(open_of("C"), -1);
        EXPECT_EQ(open_of("D"), -1);   // was not asked
        FRIST_TRY_DONE(put("A", 90));
        FRIST_TRY_DONE(put("C", 300));
        EXPECT_EQ(open_of("A"), 90);
        EXPECT_EQ(open_of("B"), 200);
        EXPECT_EQ(open_of("C"), 300);
        FRIST_TRY_DONE(ask());
        const Outcome part = change([&]() -> Outcome {
            FRIST_TRY_DONE(put("B", 1));
            EXPECT_EQ(open_of("B"), 1);
            return Error{"test.stop", "", "", ""};
        });
        EXPECT_FALSE(part.ok());
        EXPECT_EQ(open_of("B"), 200);
        EXPECT_EQ(open_of("A"), 90);

        FRIST_TRY_DONE(ask());
        EXPECT_FALSE(must(store->debtor_of_key(id, "k")));
        const Id debtor = must(store->put_debtor(id, "k", R"({"name":"Blid Fjellrev"})"));
        EXPECT_EQ(must(store->debtor_of_key(id, "k"))->id, debtor);
        EXPECT_FALSE(must(store->debtor_of_key(id, "l")));
        EXPECT_FALSE(must(store->kid(id, "001")));
        FRIST_TRY_DONE(store->put_kid(id, "001", 0, "A"));
        EXPECT_EQ(must(store->kid(id, "001"))->item, "A");
        EXPECT_FALSE(must(store->knows_line(id, "f")));
        must(store->put_line(id, line_of("f", 10)));
        EXPECT_TRUE(must(store->knows_line(id, "f")));
        FRIST_TRY_DONE(store->drop_item(id, *must(store->item(id, "C"))));
        EXPECT_EQ(open_of("C"), -1);
        return done;
    }).ok());
    EXPECT_TRUE(store->look([&]() -> Outcome {
        FRIST_TRY_DONE(ask());
        EXPECT_EQ(open_of("A"), 90);
        return done;
    }).ok());
    EXPECT_TRUE(change([&]() -> Outcome {
        FRIST_TRY_DONE(put("A", 80));
        return done;
    }).ok());
    EXPECT_EQ(open_of("A"), 80);
    EXPECT_TRUE(ask().ok());   // outside of both it is nothing
    EXPECT_TRUE(change([&]() -> Outcome {
        FRIST_TRY_DONE(put("A", 70));
        return done;
    }).ok());
    EXPECT_EQ(open_of("A"), 70);
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreContract, testing::ValuesIn(frist::test::engines()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
