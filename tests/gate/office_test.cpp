// The office at the gate: each fact beside the case reaches it, and what it tells reaches the lists.
#include "base/pch.h"
#include "office/dispatch.h"
#include "office/merge.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "rules/balance.h"
#include "store/rooms.h"
#include "support/norway.h"

namespace frist::tested {
namespace {

using namespace office;
using rules::Stop;

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}

const Date monday = Date::of(2026, 3, 2);
std::string kid_of(Id id) { return fmt::format("{:07}", id * 1111); }

LedgerLine line(int customer, int number, Date due = Date::of(2026, 1, 19)) {
    LedgerLine made;
    made.place = fmt::format("ledger.csv:{}", number + 1);
    made.customer = std::to_string(1000 + customer);
    made.debtor.name = fmt::format("Kari Prøve {}", customer);
    made.debtor.address = {fmt::format("Eksempelveien {}", customer), "", "5003", "Bergen", "NO"};
    made.number = fmt::format("F{}", number);
    made.amount = made.open = nok(1000'00 + 37 * number);
    made.invoiced = Date::of(2026, 1, 5);
    made.due = due;
    return made;
}

class OfficeGate : public testing::Test {
protected:
    void SetUp() override {
        record.org_number = "999999999";
        record.name = "Fjord Rør AS";
        record.address = {"Prøvekaien 5", "", "5003", "Bergen", "NO"};
        record.email = "faktura@fjordror.example";
        record.account = "12345678903";
        record.course_person = "no.debet";
        store = must(store::open_office(":memory:", store::Open::make));
        keep([&]() -> Outcome {
            FRIST_TRY(creditor, store->add_creditor(record.org_number, stored(record)));
            return done;
        });
    }
    void keep(const std::function<Outcome()>& work) {
        const Outcome outcome = store->change(work);
        ASSERT_TRUE(outcome.ok()) << text(outcome.error());
    }
    [[nodiscard]] Desk desk(Date day = monday) const { return {*store, norway(), creditor, day}; }

    // Case 1 of customer 1001 and case 2 of 1002, each with a notice that is ordered for Monday.
    void two_notices() {
        must(mirror_ledger(desk(), {line(1, 1), line(2, 2)}, "sha-1", false));
        must(start_cases(desk(), {}, record, kid_of));
        must(office::night(desk()));
    }
    void change_debtor(const std::string& key, const std::function<void(DebtorRecord&)>& change) {
        DebtorRecord debtor = must(debtor_record(must(store->debtor_of_key(creditor, key))->record));
        change(debtor);
        keep([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, key, stored(debtor)));
            return done;
        });
    }
    void set_creditor() {
        keep([&] { return store->set_creditor(creditor, stored(record)); });
    }
    // Why the letter of a case is held; empty: it is ready.
    std::vector<Stop> held(Id id, const Desk& at) {
        const Outbox box = must(outbox(at, record));
        for (const HeldLetter& letter : box.held) {
            if (letter.row.case_id != id) continue;
            std::vector<Stop> stops;
            for (const rules::Refusal& refusal : letter.refusals) stops.push_back(refusal.stop);
            EXPECT_EQ(letter.reason.code, letter.refusals.front().code());
            return stops;
        }
        EXPECT_TRUE(std::any_of(box.ready.begin(), box.ready.end(), [&](const ReadyLetter& ready) { return ready.row.case_id == id; })) << id;
        return {};
    }
    std::vector<Stop> held(Id id) { return held(id, desk()); }
    void write_all(Date day) {
        for (const ReadyLetter& ready : must(outbox(desk(day), record)).ready) EXPECT_TRUE(written(desk(day), ready.row, ready.facts.total).ok());
    }
    void pay(const std::string& fingerprint, Money amount, const std::string& kid, const std::string& payer) {
        Incoming in;
        in.fingerprint = fingerprint;
        in.on = monday;
        in.amount = amount;
        in.kid = kid;
        in.payer = payer;
        must(receive_payments(desk(), "file " + fingerprint, "ocr", {in}));
    }

    CreditorRecord record;
    std::unique_ptr<Store> store;
    Id creditor = 0;
    using Stops = std::vector<Stop>;
};

TEST_F(OfficeGate, what_is_known_of_the_debtor) {
    two_notices();
    EXPECT_EQ(held(1), Stops{});
    struct Row { std::function<void(DebtorRecord&)> change; Stop stop; };
    const Row rows[] = {
        {[](DebtorRecord& r) { r.born = Date::of(2009, 1, 1); }, Stop::minor},
        {[](DebtorRecord& r) { r.dead_on = monday; }, Stop::dead},
        {[](DebtorRecord& r) { r.bankrupt_on = monday; }, Stop::bankrupt},
        {[](DebtorRecord& r) { r.debt_settlement_on = monday; }, Stop::debt_settlement},
        {[](DebtorRecord& r) { r.address.postal_code.clear(); }, Stop::address_missing},
        {[](DebtorRecord& r) { r.address_doubtful = true; }, Stop::address_doubtful},
        {protect, Stop::address_protected},
    };
    const DebtorRecord before = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    for (const Row& row : rows) {
        change_debtor("1001", row.change);
        EXPECT_EQ(held(1), Stops{row.stop});
        EXPECT_EQ(held(2), Stops{});
        change_debtor("1001", [&](DebtorRecord& r) { r = before; });
    }
}

TEST_F(OfficeGate, a_protected_address_is_nowhere_and_no_list_brings_it_back) {
    two_notices();
    change_debtor("1001", [](DebtorRecord& r) { move_to(r, {"Prøvegata 7", "", "0150", "Oslo", "NO"}, "register", monday); });
    change_debtor("1001", protect);
    must(mirror_ledger(desk(), {line(1, 1), line(2, 2)}, "sha-2", false));
    const std::string record_now = must(store->debtor_of_key(creditor, "1001"))->record;
    for (const char* word : {"Eksempelveien", "Prøvegata", "5003", "0150"}) EXPECT_EQ(record_now.find(word), record_now.npos) << word;
    EXPECT_EQ(held(1), Stops{Stop::address_protected});
}

TEST_F(OfficeGate, addresses_are_kept_with_their_source) {
    two_notices();
    change_debtor("1001", [](DebtorRecord& r) { r.address_doubtful = true; move_to(r, {"Prøvegata 7", "", "0150", "Oslo", "NO"}, "register", monday + Days{3}); });
    DebtorRecord now = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    EXPECT_FALSE(now.address_doubtful);
    ASSERT_EQ(now.earlier_addresses.size(), 1U);
    EXPECT_EQ(now.earlier_addresses[0].address.street, "Eksempelveien 1");
    EXPECT_EQ(now.earlier_addresses[0].source, "ledger");
    EXPECT_EQ(now.earlier_addresses[0].since, monday);
    EXPECT_EQ(now.earlier_addresses[0].until, monday + Days{3});
    // The ledger has the old one still: nothing new. Then it has another.
    must(mirror_ledger(desk(monday + Days{4}), {line(1, 1)}, "sha-2", false));
    EXPECT_EQ(must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record)).address.street, "Prøvegata 7");
    LedgerLine moved = line(1, 1);
    moved.debtor.address.street = "Tenktstien 9";
    must(mirror_ledger(desk(monday + Days{5}), {moved}, "sha-3", false));
    now = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    EXPECT_EQ(now.address.street, "Prøvegata 7");   // ours holds until somebody chooses
    ASSERT_TRUE(now.ledger.has_value());
    EXPECT_EQ(now.ledger->address.street, "Tenktstien 9");
    EXPECT_EQ(now.ledger->address_since, monday + Days{5});
    change_debtor("1001", [](DebtorRecord& r) { move_to(r, r.ledger->address, "hand", monday + Days{6}); });
    now = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    EXPECT_EQ(now.address.street, "Tenktstien 9");
    EXPECT_EQ(now.address_source, "ledger");
    EXPECT_EQ(now.earlier_addresses.size(), 2U);
}

TEST_F(OfficeGate, other_claims_of_the_same_debtor) {
    two_notices();
    LedgerLine credit = line(2, 9);
    credit.open = nok(-100'00);
    must(mirror_ledger(desk(), {line(1, 8, monday.previous()), line(1, 7, monday), credit}, "sha-2", false));
    EXPECT_EQ(held(1), Stops{Stop::unmerged});   // F8 is overdue, F7 is not
    EXPECT_EQ(held(2), Stops{Stop::credit});
    StartAsk ask;
    ask.invoices = {"F8"};
    must(start_cases(desk(), ask, record, kid_of));
    EXPECT_EQ(must(store->case_row(creditor, 1))->state.claims.size(), 2U);
}

TEST_F(OfficeGate, money_in_suspense) {
    two_notices();
    struct Row { const char* about; Money amount; std::string kid; };
    const rules::Balance owed = must(rules::balance_on(must(store->case_row(creditor, 1))->state, monday, norway()));
    const Row rows[] = {{"the sum", owed.total(), ""}, {"the principal", owed.principal, ""}, {"one digit wrong", nok(5'00), "0001112"}, {"the number of the invoice", nok(5'00), "F1"}};
    int n = 0;
    for (const Row& row : rows) {
        pay(fmt::format("p{}", ++n), row.amount, row.kid, "");
        EXPECT_EQ(held(1), Stops{Stop::suspense}) << row.about;
        EXPECT_EQ(held(2), Stops{}) << row.about;
        const auto waits = must(store->lines(creditor, LineState::suspense));
        keep([&] { return store->put_apart(creditor, {waits.back().id, 1}, monday); });
        EXPECT_EQ(held(1), Stops{}) << row.about;
    }
    // Somebody who has paid for the debtor before.
    pay("p8", nok(10'00), kid_of(2), "12345678911");
    EXPECT_EQ(held(2), Stops{});
    pay("p9", nok(20'00), "", "12345678911");
    EXPECT_EQ(held(2), Stops{Stop::suspense});
    EXPECT_EQ(held(1), Stops{});
}

TEST_F(OfficeGate, the_age_of_ledger_and_bank) {
    record.max_ledger_age_hours = 24;
    set_creditor();
    two_notices();
    EXPECT_EQ(held(1), Stops{});
    Desk later = desk(monday.next());
    EXPECT_EQ(held(1, later), Stops{});
    later.moment = Moment{monday.next(), 12 * 60 + 1};
    EXPECT_EQ(held(1, later), Stops{Stop::ledger_stale});
    record.max_bank_age_hours = 24;
    EXPECT_EQ(held(1), Stops{Stop::bank_stale});
    pay("p1", nok(10'00), "9999999", "");
    EXPECT_EQ(held(1), Stops{});
    // A file that was taken before tells nothing new; a list is what the ledger says now.
    must(receive_payments(desk(monday + Days{2}), "file p1", "ocr", {}));
    must(mirror_ledger(desk(monday + Days{2}), {line(1, 1), line(2, 2)}, "sha-1", false));
    EXPECT_EQ(held(1, desk(monday + Days{2})), Stops{Stop::bank_stale});
}

TEST_F(OfficeGate, days_and_numbers_of_the_creditor) {
    record.daily_letter_limit = 1;
    set_creditor();
    two_notices();
    EXPECT_EQ(held(1), Stops{});
    EXPECT_EQ(held(2), Stops{Stop::daily_limit});
    write_all(monday);
    EXPECT_EQ(must(posted(desk(), monday)).count, 1);
    EXPECT_EQ(held(2), Stops{Stop::daily_limit});
    EXPECT_EQ(held(2, desk(monday.next())), Stops{});
    record.stop_days = {monday.next()};
    EXPECT_EQ(held(2, desk(monday.next())), Stops{Stop::sending_day});
    record.banking_days_only = true;
    EXPECT_EQ(held(2, desk(Date::of(2026, 3, 7))), Stops{Stop::sending_day});
}

TEST_F(OfficeGate, what_was_written_is_asked_once_more_when_it_leaves) {
    two_notices();
    write_all(monday);
    change_debtor("1001", [](DebtorRecord& r) { r.dead_on = monday; });
    const Posted late = must(posted(desk(monday.next()), monday.next()));
    ASSERT_EQ(late.refused.size(), 2U);
    EXPECT_EQ(late.refused[0].refusals.size(), 2U);
    EXPECT_EQ(late.refused[0].refusals[0].stop, Stop::dead);
    EXPECT_EQ(late.refused[1].refusals[0].stop, Stop::deadline);
    EXPECT_EQ(late.refused[1].reason.field, "case 2 letter 1");
    // The paper asks for a krone more than is owed.
    keep([&] { return store->put_letter_total(creditor, 2, 1, nok(9'999'00)); });
    EXPECT_EQ(must(posted(desk(monday.next()), monday)).refused.back().refusals.front().stop, Stop::paid);
    write_all(monday.next());
    const Posted good = must(posted(desk(monday.next()), monday.next()));
    EXPECT_EQ(good.count, 1);
    EXPECT_FALSE(posted(desk(monday), monday.next()).ok());
}

// The inkassolov of 2026 has no first day yet. When it has one, what was ordered before it does not leave after.
TEST_F(OfficeGate, what_the_law_of_the_day_forbids) {
    two_notices();
    rules::no::NorwegianLaw law = tested::norwegian_law();
    law.act_2026_from = monday + Days{2};
    const rules::no::Norway country(std::move(law));
    const auto on = [&](Date day) { return Desk{*store, country, creditor, day}; };
    EXPECT_EQ(held(1, on(monday + Days{1})), Stops{});
    EXPECT_EQ(held(1, on(monday + Days{2})), Stops{Stop::forbidden});
    EXPECT_EQ(held(1, on(monday + Days{3})), Stops{Stop::forbidden});
    EXPECT_EQ(must(outbox(on(monday + Days{2}), record)).held.front().refusals.front().rule, "inkassoloven 2026 §§ 20 and 21");
}

TEST_F(OfficeGate, what_comes_is_what_is_later_ordered) {
    record.course_person = "no.standard";
    set_creditor();
    std::vector<LedgerLine> lines;
    for (int i = 1; i <= 12; ++i) lines.push_back(line(i, i, monday - Days{2 * i}));
    must(mirror_ledger(desk(), lines, "sha-1", false));
    must(start_cases(desk(), {}, record, kid_of));
    const std::vector<ComingLetter> coming = must(office::coming(desk(), must(outbox(desk(), record)), 14)).list;
    ASSERT_FALSE(coming.empty());
    std::set<std::tuple<Date, Id, cases::StepKind>> told, ordered;
    for (const ComingLetter& letter : coming) told.emplace(letter.on, letter.case_id, letter.kind);
    for (Date day = monday; day <= monday + Days{14}; day = day.next()) {
        must(office::night(desk(day)));
        for (const ReadyLetter& ready : must(outbox(desk(day), record)).ready) ordered.emplace(day, ready.row.case_id, ready.row.kind);
        write_all(day);
        must(posted(desk(day), day));
    }
    EXPECT_EQ(told, ordered);
}

// A million cases are not played for somebody who only looks on: what is told is whole, and it is told where it ends.
TEST_F(OfficeGate, what_is_too_much_is_told_to_the_last_whole_day) {
    record.course_person = "no.standard";
    set_creditor();
    std::vector<LedgerLine> lines;
    for (int i = 1; i <= 12; ++i) lines.push_back(line(i, i, monday - Days{2 * i}));
    must(mirror_ledger(desk(), lines, "sha-1", false));
    must(start_cases(desk(), {}, record, kid_of));
    const std::vector<ComingLetter> all = must(office::coming(desk(), {}, 14)).list;
    const ComingLetters every = must(office::coming(desk(), {}, 14, 12));
    EXPECT_TRUE(every.whole);
    EXPECT_EQ(every.list.size(), all.size());
    for (int most = 1; most < 12; ++most) {
        const ComingLetters some = must(office::coming(desk(), {}, 14, most));
        EXPECT_FALSE(some.whole);
        ASSERT_LT(some.list.size(), all.size());
        for (std::size_t i = 0; i < some.list.size(); ++i) EXPECT_EQ(std::pair(some.list[i].on, some.list[i].case_id), std::pair(all[i].on, all[i].case_id));
        if (!some.list.empty()) EXPECT_GT(all[some.list.size()].on, some.list.back().on) << "a day is told whole or not at all";
    }
    must(office::night(desk(monday)));
    const Outbox whole = must(outbox(desk(monday), record));
    const std::size_t waiting = whole.ready.size() + whole.held.size();
    ASSERT_GE(waiting, 3U);
    const Outbox part = must(outbox(desk(monday), record, 2));
    EXPECT_EQ(part.ready.size() + part.held.size(), 2U);
    EXPECT_EQ(part.unseen, waiting - 2);
    EXPECT_EQ(whole.unseen, 0U);
}

// Trap 13: one firm under two customer numbers is one debtor, with one case and one set of fees.
TEST_F(OfficeGate, one_firm_under_two_customer_numbers) {
    const auto firm = [](LedgerLine made, const std::string& number) {
        made.debtor.kind = cases::DebtorKind::company;
        made.debtor.relation = cases::Relation::business;
        made.debtor.org_number = number;
        return made;
    };
    record.course_business = "no.debet.business";
    must(mirror_ledger(desk(), {firm(line(1, 1), "988077917"), firm(line(2, 2), "988077917"), firm(line(3, 3), "923609016")}, "sha-1", false));
    for (const StartRow& row : must(start_cases(desk(), {}, record, kid_of))) EXPECT_EQ(row.case_id, row.invoice == "F3" ? 2 : 1) << row.invoice;

    // Two cases from before the number was known are told, and joined.
    must(mirror_ledger(desk(), {firm(line(4, 4), ""), firm(line(5, 5), "")}, "sha-2", false));
    must(start_cases(desk(), {}, record, kid_of));
    must(office::night(desk()));
    EXPECT_EQ(held(3), Stops{});
    for (const char* key : {"1004", "1005"}) change_debtor(key, [](DebtorRecord& debtor) { debtor.org_number = "974760673"; });
    EXPECT_EQ(held(3), Stops{Stop::unmerged});
    EXPECT_EQ(held(4), Stops{Stop::unmerged});
    const CaseRow joined = must(merge(desk(), 3, 4));
    EXPECT_EQ(joined.state.claims.size(), 2U);
    EXPECT_EQ(merge(desk(), 3, 2).error().code, "merge.debtor") << "another firm";
    must(unmerge(desk(), 3, 4));
    EXPECT_EQ(must(case_row(desk(), 4)).state.claims.size(), 1U);
}

// Of persons nothing but the record itself says that two are one.
TEST_F(OfficeGate, two_persons_of_one_name_stay_two) {
    two_notices();
    for (const char* key : {"1001", "1002"}) change_debtor(key, [](DebtorRecord& debtor) { debtor.name = "Kari Prøve"; debtor.born = Date::of(1980, 1, 1); });
    EXPECT_EQ(held(1), Stops{});
}

// The one reason that the case's own rules give: a letter that is ordered anew on the day a stop was lifted waits a day.
TEST_F(OfficeGate, what_the_case_cannot_send_on_the_day) {
    two_notices();
    write_all(monday);
    EXPECT_TRUE(must(posted(desk(), monday)).refused.empty());
    const Desk tuesday = desk(monday.next());
    for (const cases::Command& command : std::initializer_list<cases::Command>{cases::ReportReturnedMail{}, cases::RaiseObjection{false}, cases::FixAddress{}, cases::SettleObjection{}})
        must(answer(tuesday, 1, command, "test"));
    EXPECT_EQ(held(1, tuesday), Stops{Stop::forbidden});
    EXPECT_EQ(held(1, desk(monday.next().next())), Stops{});
}

// DI5: mail that came back is a task, and says what to do.
TEST_F(OfficeGate, returned_mail_is_a_task) {
    two_notices();
    write_all(monday);
    EXPECT_TRUE(must(posted(desk(), monday)).refused.empty());
    EXPECT_TRUE(must(tasks(desk())).empty());
    must(answer(desk(), 2, cases::ReportReturnedMail{}, "test"));
    const std::vector<Task> waiting = must(tasks(desk()));
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().case_id, 2);
    EXPECT_EQ(waiting.front().letter, 1);
    EXPECT_NE(waiting.front().remedy.find("address-fixed"), std::string::npos);
    EXPECT_NE(answer(desk(), 2, cases::ResetLetter{1}, "test").error().remedy.find("address-fixed"), std::string::npos);
    must(answer(desk(), 2, cases::FixAddress{}, "test"));
    EXPECT_TRUE(must(tasks(desk())).empty());
}

// CS3: a reminder cost 99,00 elsewhere; 38,00 of it are lawful, and whoever starts the case is told.
TEST_F(OfficeGate, an_earlier_fee_that_is_cut_is_told) {
    must(mirror_ledger(desk(), {line(1, 1)}, "sha-1", false));
    StartAsk ask;
    ask.invoices = {"F1"};
    ask.earlier = {{StepKind::nudge, Date::of(2026, 1, 26), {}, nok(0), {}}, {StepKind::reminder, Date::of(2026, 2, 5), Date::of(2026, 2, 19), nok(99'00), {}}};
    const std::vector<StartRow> rows = must(start_cases(desk(), ask, record, kid_of));
    ASSERT_EQ(rows.size(), 1U);
    ASSERT_TRUE(rows.front().warning.has_value());
    EXPECT_EQ(rows.front().warning->code, "earlier.fee_cut");
    const cases::Case c = must(case_row(desk(), 1)).state;
    ASSERT_EQ(c.letters.size(), 2U);
    EXPECT_EQ(c.letters.back().fee, nok(38'00));
}

}  // namespace
}  // namespace frist::tested
