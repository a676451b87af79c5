// The letters a person asks for, made from a case that was lived through the office: ledger, nights, posted letters,
// payments. What each says comes from the case and from nowhere else.
#include "base/embedded.h"
#include "office/case_facts.h"
#include "office/documents.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "rules/no/norway.h"
#include "store/rooms.h"

#include <filesystem>

namespace frist::office {
namespace {

using letters::Facts;
using letters::Kind;

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}

const rules::no::Norway& norway() {
    static const rules::no::Norway country(must(rules::no::NorwegianLaw::from(must(law::Book::read("no", embedded::law())))));
    return country;
}

CreditorRecord own_creditor() {
    CreditorRecord record;
    record.org_number = "123456785";
    record.name = "Fjellstrøm AS";
    record.address = {"Postboks 14", "", "9999", "Utopia", "NO"};
    record.email = "post@fjellstrom.example";
    record.account = "12345678903";
    return record;
}

CreditorRecord by_agency() {
    CreditorRecord record = own_creditor();
    record.mode = cases::Mode::agency;
    record.course_person = record.course_business = "no.standard";
    record.agency = {"Ærlig Inkasso AS", "988077917", {"Lynggata 3", "", "9999", "Utopia", "NO"}, "sak@aerliginkasso.example", "", "98765432103", true};
    return record;
}

// One case of 10 000, due 19 January 2026.
class Documents : public testing::Test {
protected:
    void SetUp() override {
        std::string name = std::filesystem::temp_directory_path() / "frist-documents-XXXXXX";
        folder = mkdtemp(name.data());
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }

    void begin(const CreditorRecord& with, bool business = false) {
        record = with;
        store = must(store::open_office(folder + "/frist.db", store::Open::make));
        ASSERT_TRUE(store->change([&]() -> Outcome {
            FRIST_TRY(creditor, store->add_creditor(record.org_number, stored(record)));
            return done;
        }).ok());
        LedgerLine line;
        line.place = "ledger.csv:2";
        line.customer = "1001";
        line.debtor.name = business ? "Sirkus Prøve AS" : "Kari Prøve";
        if (business) {
            line.debtor.kind = cases::DebtorKind::company;
            line.debtor.relation = cases::Relation::business;
        }
        line.debtor.address = {"Eksempelveien 1", "", "9999", "Utopia", "NO"};
        line.number = "F1";
        line.what = "Strøm, desember 2025";
        line.amount = line.open = nok(1'000'000);
        line.invoiced = Date::of(2026, 1, 5);
        line.due = Date::of(2026, 1, 19);
        must(mirror_ledger(desk(start), {line}, "sha", false));
        for (const StartRow& row : must(start_cases(desk(start), {}, record, [](Id) { return std::string("0000018"); })))
            EXPECT_FALSE(row.reason.has_value()) << text(*row.reason);
    }

    [[nodiscard]] Desk desk(Date day) const { return {*store, norway(), creditor, day}; }

    // Every day to `last`: the night runs, and what it orders leaves the same day.
    void live(Date last) {
        for (; today <= last; today = today.next()) {
            must(night(desk(today)));
            for (const ReadyLetter& ready : must(outbox(desk(today), record)).ready) {
                LetterRow row = ready.row;
                row.file = "l.pdf";
                ASSERT_TRUE(written(desk(today), row).ok());
            }
            EXPECT_TRUE(must(posted(desk(today), today)).refused.empty());
        }
        today = last;
    }

    void pay(Money amount) { must(answer(desk(today), 1, cases::ReceivePayment{today, amount, cases::CoverOrder::usual, false, "test"}, "test")); }

    Result<letters::Letter> asked(Kind kind, const DocumentWish& wish = {}) { return document(desk(today), record, 1, kind, wish, *must(own_texts())); }
    Facts facts(Kind kind, const DocumentWish& wish = {}) { return must(document_facts(desk(today), record, 1, kind, wish, *must(own_texts()))); }
    static std::string refused(const Result<letters::Letter>& letter) { return letter.ok() ? "a letter" : letter.error().code + ": " + letter.error().message; }
    static std::string words(const letters::Letter& letter) {
        std::string all = letters::plain_text(letter);
        std::replace(all.begin(), all.end(), '\n', ' ');
        return all;
    }

    const Date start = Date::of(2026, 1, 20);
    Date today = start;
    std::string folder;
    std::unique_ptr<Store> store;
    Id creditor = 0;
    CreditorRecord record;
};

TEST_F(Documents, of_a_case_that_runs) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    EXPECT_EQ(refused(asked(Kind::receipt)), "document.state: no payment has come");
    EXPECT_EQ(refused(asked(Kind::closing)), "document.state: the case is open");
    EXPECT_EQ(refused(asked(Kind::notice)), "document.kind: this letter is not asked for so");
    EXPECT_EQ(refused(asked(Kind::bankruptcy_demand)), "document.state: konkursloven § 63 is for those who must keep accounts");
    EXPECT_EQ(refused(asked(Kind::instalment_agreement)), "document.state: the case has no plan");
    const Facts notice = facts(Kind::enforcement_notice);
    EXPECT_EQ(notice.deadline, today + Days{14});
    EXPECT_TRUE(asked(Kind::enforcement_notice).ok());
}

TEST_F(Documents, receipt_and_annex_after_a_payment) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    pay(nok(400'000));
    const letters::Letter receipt = must(asked(Kind::receipt));
    EXPECT_NE(words(receipt).find("Vi fikk 4\u00a0000,00\u00a0kr 10.\u00a0februar 2026"), std::string::npos) << words(receipt);
    today = Date::of(2026, 2, 20);
    const Facts annex = facts(Kind::annex);
    const auto& reckoning = std::get<letters::Reckoning>(annex.particulars);
    EXPECT_EQ(annex.total, facts(Kind::receipt).total);
    EXPECT_EQ(reckoning.covers.size(), 1U);
    ASSERT_FALSE(reckoning.cost_events.empty());
    EXPECT_TRUE(reckoning.cost_events[0].letter.has_value());
    ASSERT_EQ(reckoning.rates.size(), 1U);
    EXPECT_EQ(reckoning.rates[0].since, Date::of(2026, 1, 1));
    EXPECT_TRUE(asked(Kind::annex).ok());
}

TEST_F(Documents, a_plan_is_proposed_with_its_cost_and_kept_as_agreed) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    const PlanWish wish{Date::of(2026, 3, 1), 30, 4, {}};
    const Facts proposed = facts(Kind::instalment_agreement, wish);
    const auto& terms = std::get<letters::PlanTerms>(proposed.particulars);
    EXPECT_FALSE(terms.agreed.has_value());
    EXPECT_EQ(terms.instalments.size(), 4U);
    EXPECT_TRUE(terms.cost.zero());
    EXPECT_TRUE(terms.rest_at_end.positive());
    EXPECT_NE(words(must(asked(Kind::instalment_agreement, wish))).find("Forslag til avdragsavtale"), std::string::npos);
    EXPECT_FALSE(must(case_row(desk(today), 1)).state.plan.has_value());   // nothing is agreed by asking
    must(answer(desk(today), 1, cases::AgreePlan{wish.first, 30, 4}, "test"));
    const Date agreed = today;
    today = Date::of(2026, 2, 25);
    const Facts kept = facts(Kind::instalment_agreement);
    EXPECT_EQ(std::get<letters::PlanTerms>(kept.particulars).agreed, agreed);
    EXPECT_EQ(std::get<letters::PlanTerms>(kept.particulars).instalments, terms.instalments);
    EXPECT_EQ(kept.total, proposed.total);
    EXPECT_TRUE(asked(Kind::instalment_agreement).ok());
}

TEST_F(Documents, a_closed_case_is_closed_in_words_and_owes_back_what_was_too_much) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    pay(nok(1'100'000));
    const Facts closed = facts(Kind::closing);
    const auto& ending = std::get<letters::ClosedCase>(closed.particulars);
    EXPECT_EQ(ending.why, letters::Ending::paid);
    EXPECT_TRUE(ending.overpaid.positive());
    EXPECT_EQ(letters::payments_sum(closed), nok(1'100'000));
    const std::string said = words(must(asked(Kind::closing, ClosingWish{"12345678903"})));
    EXPECT_NE(said.find("tilbake til konto 1234\u00a056\u00a078903"), std::string::npos) << said;
    EXPECT_EQ(said.find("KID"), std::string::npos);
    EXPECT_TRUE(asked(Kind::annex).ok());
    EXPECT_EQ(refused(asked(Kind::receipt)), "document.state: the case is closed");
}

TEST_F(Documents, a_small_rest_is_written_off_in_words) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    const Facts now = facts(Kind::enforcement_notice);
    pay(now.total - nok(1'000));
    const Facts closed = facts(Kind::closing);
    EXPECT_EQ(std::get<letters::ClosedCase>(closed.particulars).why, letters::Ending::small_rest);
    EXPECT_EQ(std::get<letters::ClosedCase>(closed.particulars).written_off, nok(1'000));
    EXPECT_NE(words(must(asked(Kind::closing))).find("slettet 10,00\u00a0kr"), std::string::npos);
}

TEST_F(Documents, an_objection_is_answered_three_ways) {
    begin(own_creditor());
    live(Date::of(2026, 2, 10));
    must(answer(desk(today), 1, cases::RaiseObjection{}, "test"));
    AnswerWish wish{today, letters::Verdict::rejected, {"Måleren ble lest av."}, {}};
    EXPECT_NE(words(must(asked(Kind::objection_answer, wish))).find("Måleren ble lest av."), std::string::npos);
    wish.words.clear();
    EXPECT_EQ(refused(asked(Kind::objection_answer, wish)), "letter.particulars: the answer gives no reasons");
    wish.words = {"Den ene posten var feil."};
    wish.verdict = letters::Verdict::upheld;
    EXPECT_EQ(refused(asked(Kind::objection_answer, wish)), "document.state: the claim still stands");
    must(answer(desk(today), 1, cases::CreditClaim{"F1", nok(100'000), today}, "test"));
    wish.verdict = letters::Verdict::partly;
    EXPECT_NE(words(must(asked(Kind::objection_answer, wish))).find("trukket 1\u00a0000,00\u00a0kr fra kravet"), std::string::npos);
    must(answer(desk(today), 1, cases::WithdrawCase{}, "test"));
    wish.verdict = letters::Verdict::upheld;
    EXPECT_NE(words(must(asked(Kind::objection_answer, wish))).find("Du har rett."), std::string::npos);
}

TEST_F(Documents, a_bankruptcy_demand_is_for_a_business_after_its_demand) {
    begin(own_creditor(), true);
    live(Date::of(2026, 2, 10));
    EXPECT_EQ(refused(asked(Kind::bankruptcy_demand)), "document.state: payment has not been demanded");
    live(Date::of(2026, 5, 15));
    const Result<letters::Letter> letter = asked(Kind::bankruptcy_demand);
    ASSERT_TRUE(letter.ok()) << text(letter.error());
    EXPECT_NE(words(*letter).find("Innen to uker etter at varselet ble forkynt for dere."), std::string::npos) << words(*letter);
    EXPECT_EQ(letter->payment->deadline.text, "");
}

TEST_F(Documents, an_agency_signs_names_the_board_and_takes_the_money) {
    begin(by_agency());
    live(Date::of(2026, 2, 10));
    const letters::Letter letter = must(asked(Kind::enforcement_notice));
    EXPECT_EQ(letter.from_name, "Ærlig Inkasso AS");
    EXPECT_EQ(letter.payment->account.text, "9876\u00a054\u00a032103");
    EXPECT_NE(words(letter).find("Finansklagenemnda"), std::string::npos);
    record.agency = {};
    EXPECT_EQ(refused(asked(Kind::enforcement_notice)), "letter.agency: the agency that collects for this creditor is not named");
}

TEST_F(Documents, every_cost_of_the_law_has_a_word_in_every_language) {
    const letters::Texts* texts = must(own_texts());
    for (const std::string_view kind : {"reminder", "notice", "demand", "reversal", "salaer_light", "salaer_heavy", "salaer_vat", "plan_fee", "compensation", "set_off"})
        for (const letters::Language language : {letters::Language::nb, letters::Language::nn, letters::Language::en})
            EXPECT_FALSE(texts->label(language, fmt::format("cost_{}", kind)).empty());
}

TEST_F(Documents, an_adapted_text_is_used_and_a_lost_law_is_refused) {
    CreditorRecord adapting = own_creditor();
    std::string ours;
    for (const embedded::File& file : embedded::texts())
        if (file.path == "reminder.nb.txt") ours = file.bytes;
    std::string mine = ours;
    const std::string help = "Ta kontakt før fristen går ut";
    mine.replace(mine.find(help), help.size(), "Ring oss gjerne");
    adapting.texts = {{Kind::reminder, letters::Language::nb, mine, ""}};
    EXPECT_NE(must(texts_of(adapting)).fingerprint(), must(own_texts())->fingerprint());
    mine.erase(mine.find("[answer total"), mine.find("[answer deadline") - mine.find("[answer total"));
    adapting.texts[0].bytes = mine;
    const Result<letters::Texts> lost = texts_of(adapting);
    ASSERT_FALSE(lost.ok());
    EXPECT_EQ(lost.error().code, "text.statutory_missing");
}

// What warns or presses passes the gate, and what was made leaves a trace in the log of its case.
TEST_F(Documents, the_gate_is_asked) {
    begin(own_creditor());
    live(Date::of(2026, 4, 20));
    const auto stops = [&](Kind kind, const DocumentWish& wish = {}) {
        std::vector<rules::Stop> all;
        for (const rules::Refusal& refusal : must(make_document(desk(today), record, 1, kind, wish, Purpose::send, *must(own_texts()))).refusals) all.push_back(refusal.stop);
        return all;
    };
    using Stops = std::vector<rules::Stop>;
    const PlanWish plan{today + Days{14}, 30, 3, {}};
    EXPECT_EQ(stops(Kind::enforcement_notice), Stops{});
    EXPECT_EQ(stops(Kind::instalment_agreement, plan), Stops{});
    must(answer(desk(today), 1, cases::RaiseObjection{false}, "test"));
    EXPECT_EQ(stops(Kind::enforcement_notice), Stops{rules::Stop::disputed});
    EXPECT_EQ(stops(Kind::instalment_agreement, plan), Stops{rules::Stop::disputed});
    EXPECT_EQ(stops(Kind::annex), Stops{});
    EXPECT_EQ(stops(Kind::objection_answer, AnswerWish{today, letters::Verdict::rejected, {"Avlesningen er riktig."}, {}}), Stops{});

    const auto row = must(store->debtor_of_key(creditor, "1001"));
    DebtorRecord debtor = must(debtor_record(row->record));
    debtor.dead_on = today;
    ASSERT_TRUE(store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, "1001", stored(debtor)));
        return done;
    }).ok());
    EXPECT_EQ(stops(Kind::enforcement_notice), (Stops{rules::Stop::disputed, rules::Stop::dead}));
    EXPECT_EQ(stops(Kind::objection_answer, AnswerWish{today, letters::Verdict::rejected, {"Avlesningen er riktig."}, {}}), Stops{rules::Stop::dead});

    const MadeDocument copy = must(make_document(desk(today), record, 1, Kind::enforcement_notice, {}, Purpose::copy, *must(own_texts())));
    ASSERT_TRUE(copy.letter.mark) << "a copy that may not leave says so on each page";
    EXPECT_EQ(copy.letter.mark->word, "UTKAST");
}

TEST_F(Documents, what_was_made_stands_in_the_log_once) {
    begin(own_creditor());
    live(Date::of(2026, 4, 20));
    const PlanWish plan{today + Days{14}, 30, 5, {}};
    const MadeDocument quote = must(make_document(desk(today), record, 1, Kind::instalment_agreement, plan, Purpose::send, *must(own_texts())));
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(note_document(desk(today), 1, quote, "5ac0").ok());
    std::vector<cases::DocumentMade> made;
    for (const StoredEvent& stored : must(store->events(creditor, 1))) {
        const cases::Event event = must(event_of(stored));
        if (const auto* one = std::get_if<cases::DocumentMade>(&event)) made.push_back(*one);
    }
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made.front().kind, "instalment_agreement");
    EXPECT_EQ(made.front().terms.size(), 5U);
    EXPECT_EQ(made.front().cost, nok(0)) << "what a plan costs is told before it is agreed, also when a creditor may ask nothing for it";
    EXPECT_EQ(made.front().deadline, today + Days{14});
    const MadeDocument copy = must(make_document(desk(today), record, 1, Kind::enforcement_notice, {}, Purpose::copy, *must(own_texts())));
    ASSERT_TRUE(note_document(desk(today), 1, copy, "c0b1").ok());
    EXPECT_EQ(must(store->events(creditor, 1)).back().type, "DocumentMade");
    EXPECT_EQ(must(case_row(desk(today), 1)).seq, must(store->events(creditor, 1)).back().seq);
}

}  // namespace
}  // namespace frist::office
