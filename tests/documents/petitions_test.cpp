// What courts and offices get, made from a case that was lived through the office.
#include "documents/lived.h"
#include "office/enclosures.h"
#include "office/petitions.h"

#include <gmock/gmock.h>

namespace frist::office {
namespace {

using lived::must;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Petitions : public lived::LivedCase {
protected:
    Result<Petition> asked(PetitionKind kind, const std::string& number = "18926094870") {
        PetitionWish wish;
        wish.kind = kind;
        wish.number = number;
        return petition(desk(today), record, 1, wish, shelf, [](const letters::Letter& letter) { return Result<std::string>("%PDF- " + letter.title); });
    }
    static std::string words(const Petition& made) {
        std::string all = letters::plain_text(made.letter);
        std::replace(all.begin(), all.end(), '\n', ' ');
        return all;
    }
    static std::vector<std::string> sections(const Petition& made) {
        std::vector<std::string> all;
        for (const rules::Refusal& refusal : made.refusals) all.push_back(refusal.rule);
        return all;
    }
};

TEST_F(Petitions, an_attachment_names_the_office_the_person_and_every_sum) {
    begin();
    live(Date::of(2026, 4, 20));
    const Petition made = must(asked(PetitionKind::attachment));
    ASSERT_TRUE(made.refusals.empty()) << made.refusals.front().says;
    EXPECT_EQ(made.letter.window.front(), "Namsmannen i Bærum");
    const std::string said = words(made);
    EXPECT_THAT(said, HasSubstr("18926094870"));
    EXPECT_THAT(said, HasSubstr("10\u00a0501,33"));      // 10 000 + 95 days of 12 % + 38 + 38 + 113
    EXPECT_THAT(said, HasSubstr("1\u00a0627,00"));       // 1.21 × 1 345
    EXPECT_THAT(made.doubts, Contains(HasSubstr("no copy of invoice F1")));
    EXPECT_EQ(made.enclosures.size(), 3U);               // notice, demand, how it was calculated
    EXPECT_TRUE(made.enclosures[0].starts_with("%PDF- l3")) << made.enclosures[0];
}

TEST_F(Petitions, the_copy_of_the_invoice_comes_first) {
    begin();
    live(Date::of(2026, 4, 20));
    must(enclose(desk(today), "F1", "f1.pdf", "%PDF-1.7 f1", [](const std::string&) { return Result<int>(1); }));
    const Petition made = must(asked(PetitionKind::attachment));
    ASSERT_EQ(made.enclosures.size(), 4U);
    EXPECT_EQ(made.enclosures.front(), "%PDF-1.7 f1");
    EXPECT_THAT(words(made), HasSubstr("Kopi av faktura F1"));
    EXPECT_THAT(made.doubts, Not(Contains(HasSubstr("no copy"))));
}

TEST_F(Petitions, a_letter_that_is_not_the_one_that_left_is_not_enclosed) {
    begin();
    live(Date::of(2026, 4, 20));
    shelf.files["l4.pdf"] = "%PDF- another";
    const Petition made = must(asked(PetitionKind::attachment));
    EXPECT_EQ(made.enclosures.size(), 2U);
    EXPECT_THAT(made.doubts, Contains(HasSubstr("letter 4 (demand of 2026-03-11) is not in the archive")));
}

TEST_F(Petitions, what_was_filed_before_is_part_of_the_next_petition) {
    begin();
    live(Date::of(2026, 4, 20));
    tell(cases::ReportFiled{cases::StepKind::attachment, Date::of(2026, 4, 20), ""});
    tell(cases::ReportDecided{cases::LegalOutcome::nothing_to_seize, Date::of(2026, 4, 20), ""});
    live(Date::of(2026, 7, 20));
    for (const PetitionKind kind : {PetitionKind::attachment, PetitionKind::conciliation}) {
        const Petition made = must(asked(kind));
        ASSERT_TRUE(made.refusals.empty()) << made.refusals.front().says;
        EXPECT_THAT(words(made), HasSubstr("1\u00a0627,00"));
    }
    EXPECT_EQ(must(case_row(desk(today), 1)).state.state(), cases::State::awaiting_choice);
}

TEST_F(Petitions, an_attachment_waits_for_its_day) {
    begin();
    live(Date::of(2026, 3, 25));   // the last day of the demand and of its notice of enforcement
    EXPECT_THAT(sections(must(asked(PetitionKind::attachment))), testing::ElementsAre("inkassoloven § 11"));
    today = today.next();
    EXPECT_TRUE(must(asked(PetitionKind::attachment)).refusals.empty());
    today = Date::of(2026, 9, 11);
    EXPECT_TRUE(must(asked(PetitionKind::attachment)).refusals.empty());
    today = Date::of(2026, 9, 12);   // six months after 11 March are over
    EXPECT_THAT(sections(must(asked(PetitionKind::attachment))), Contains("inkassoloven § 11"));
}

TEST_F(Petitions, an_open_objection_stops_an_attachment_and_not_a_complaint) {
    begin();
    live(Date::of(2026, 4, 20));
    tell(cases::RaiseObjection{false});
    EXPECT_THAT(sections(must(asked(PetitionKind::attachment))), Contains("inkassoloven § 17"));
    const Petition complaint = must(asked(PetitionKind::conciliation));
    EXPECT_TRUE(complaint.refusals.empty());
    EXPECT_THAT(complaint.doubts, Contains(HasSubstr("the debtor objected")));
}

TEST_F(Petitions, a_person_without_a_number_stops_an_attachment_and_not_a_complaint) {
    begin();
    live(Date::of(2026, 4, 20));
    EXPECT_EQ(asked(PetitionKind::attachment, "").error().code, "petition.number");
    EXPECT_EQ(asked(PetitionKind::attachment, "18926094871").error().code, "birth_number.check_digit");
    EXPECT_THAT(must(asked(PetitionKind::conciliation, "")).doubts, Contains(HasSubstr("no birth number")));
}

TEST_F(Petitions, a_complaint_without_a_demand_leaves_the_costs_of_collecting_out) {
    begin();
    live(Date::of(2026, 2, 20));   // reminder and notice have left
    const Petition made = must(asked(PetitionKind::conciliation));
    EXPECT_EQ(made.letter.window.front(), "Forliksrådet i Bærum");
    EXPECT_THAT(words(made), HasSubstr("10\u00a0118,36"));   // 36 days of 12 %, and none of the 76
    EXPECT_THAT(words(made), HasSubstr("Kostnader som ikke kreves her"));
    EXPECT_THAT(made.doubts, Contains(HasSubstr("costs of collecting are left out: no payment demand was sent")));
}

TEST_F(Petitions, a_complaint_is_made_of_a_paused_a_closed_and_a_new_case) {
    begin();
    const Petition fresh = must(asked(PetitionKind::conciliation));
    EXPECT_THAT(fresh.doubts, Contains(HasSubstr("tvisteloven § 5-2")));
    live(Date::of(2026, 4, 20));
    tell(cases::PauseCase{});
    EXPECT_THAT(must(asked(PetitionKind::conciliation)).doubts, Contains(HasSubstr("the case is paused")));
    tell(cases::WithdrawCase{});
    const Petition closed = must(asked(PetitionKind::conciliation));
    EXPECT_THAT(closed.doubts, Contains(HasSubstr("the case was closed on 2026-04-20")));
    EXPECT_THAT(words(closed), HasSubstr("10\u00a0501,33"));
}

TEST_F(Petitions, nothing_is_asked_when_nothing_is_open) {
    begin();
    live(Date::of(2026, 4, 20));
    tell(cases::ReceivePayment{today, nok(1'050'133), cases::CoverOrder::usual, false, "test"});
    EXPECT_EQ(asked(PetitionKind::conciliation).error().code, "document.state");
}

TEST_F(Petitions, a_bankruptcy_petition_stands_on_a_served_demand) {
    begin(true);
    live(Date::of(2026, 4, 20));
    EXPECT_THAT(sections(must(asked(PetitionKind::bankruptcy))), testing::ElementsAre("konkursloven § 63"));
    tell(cases::ReportServed{today});
    today = Date::of(2026, 5, 4);    // the last day of the two weeks
    EXPECT_THAT(sections(must(asked(PetitionKind::bankruptcy))), testing::ElementsAre("konkursloven § 63"));
    today = Date::of(2026, 5, 5);
    const Petition made = must(asked(PetitionKind::bankruptcy, ""));
    ASSERT_TRUE(made.refusals.empty()) << made.refusals.front().says;
    EXPECT_EQ(made.letter.window, (std::vector<std::string>{"Asker og Bærum tingrett", "Sandvika"}));
    EXPECT_THAT(words(made), HasSubstr("988\u00a0077\u00a0917"));
    EXPECT_THAT(words(made), HasSubstr("20.\u00a0april 2026"));
    today = Date::of(2026, 5, 19);   // two weeks after the two weeks are over
    EXPECT_THAT(sections(must(asked(PetitionKind::bankruptcy))), testing::ElementsAre("konkursloven § 63"));
}

TEST_F(Petitions, an_agencys_attachment_on_paper_is_a_copy) {
    begin(false, cases::Mode::agency);
    live(Date::of(2026, 5, 20));
    const Petition made = must(asked(PetitionKind::attachment));
    ASSERT_TRUE(made.refusals.empty()) << made.refusals.front().says;
    EXPECT_THAT(words(made), HasSubstr("Inkassoforetak sender begjæringen elektronisk."));
    EXPECT_THAT(words(made), HasSubstr("Prosessfullmektig"));
    EXPECT_THAT(made.doubts, Contains(HasSubstr("this paper is a copy")));
}

TEST_F(Petitions, a_claim_in_a_bankruptcy_is_counted_to_its_opening) {
    begin(true);
    live(Date::of(2026, 4, 20));
    EXPECT_EQ(asked(PetitionKind::estate).error().code, "document.state");
    tell(cases::ReportBankruptcy{});
    today = Date::of(2026, 5, 20);
    const Petition made = must(asked(PetitionKind::estate, ""));
    ASSERT_TRUE(made.refusals.empty());
    EXPECT_EQ(made.letter.window.front(), "Asker og Bærum tingrett");
    EXPECT_THAT(words(made), HasSubstr("Det ble åpnet konkurs hos Sirkus Prøve AS 20.\u00a0april 2026"));
    EXPECT_THAT(words(made), HasSubstr("312,33"));   // 95 days, not 125
    EXPECT_THAT(words(made), Not(HasSubstr("om dagen")));
    EXPECT_THAT(made.doubts, Contains(HasSubstr("--trustee")));
    PetitionWish wish;
    wish.kind = PetitionKind::estate;
    wish.trustee = "Advokat Prøve";
    wish.trustee_address = {"Lynggata 3", "", "0484", "Oslo", "NO"};
    const Petition sent = must(petition(desk(today), record, 1, wish, shelf, [](const letters::Letter& letter) { return Result<std::string>("%PDF- " + letter.title); }));
    EXPECT_EQ(sent.letter.window, (std::vector<std::string>{"Advokat Prøve", "Lynggata 3", "0484 Oslo"}));
}

TEST_F(Petitions, an_estate_that_a_court_opened_is_known_of_the_debtor) {
    begin(true);
    live(Date::of(2026, 4, 20));
    tell(cases::ReportServed{Date::of(2026, 4, 20)});
    live(Date::of(2026, 5, 6));
    tell(cases::ReportFiled{cases::StepKind::bankruptcy, Date::of(2026, 5, 6), ""});
    live(Date::of(2026, 5, 20));
    tell(cases::ReportDecided{cases::LegalOutcome::estate_opened, Date::of(2026, 5, 19), ""});
    const auto row = must(store->debtor_of_key(creditor, "1001"));
    EXPECT_EQ(must(debtor_record(row->record)).bankrupt_on, Date::of(2026, 5, 19));
}

TEST_F(Petitions, a_claim_in_the_estate_of_a_deceased_runs_on) {
    begin();
    live(Date::of(2026, 4, 20));
    DebtorRecord debtor = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    debtor.dead_on = Date::of(2026, 4, 1);
    ASSERT_TRUE(store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, "1001", stored(debtor)));
        return done;
    }).ok());
    const Petition made = must(asked(PetitionKind::estate, ""));
    EXPECT_THAT(words(made), HasSubstr("døde 1.\u00a0april 2026"));
    EXPECT_THAT(words(made), HasSubstr("10\u00a0501,33"));
    EXPECT_THAT(words(made), HasSubstr("3,29\u00a0kr om dagen"));
}

TEST_F(Petitions, an_unknown_place_stops_and_asks) {
    begin();
    live(Date::of(2026, 4, 20));
    const DebtorRow row = *must(store->debtor_of_key(creditor, "1001"));
    DebtorRecord debtor = must(debtor_record(row.record));
    debtor.address.postal_code = "0009";
    ASSERT_TRUE(store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, "1001", stored(debtor)));
        return done;
    }).ok());
    EXPECT_EQ(asked(PetitionKind::attachment).error().code, "office.postal_code");
}

// tvangsfullbyrdelsesloven § 7-2 f is for what is not disputed, and a petition says only what is true.
TEST_F(Petitions, an_objection_is_told_with_its_days_also_when_it_is_settled) {
    begin();
    live(Date::of(2026, 2, 20));
    const Date raised = today;
    tell(cases::RaiseObjection{false});
    today = today + Days{3};
    tell(cases::SettleObjection{});
    live(Date::of(2026, 5, 20));
    const Petition made = must(asked(PetitionKind::attachment));
    ASSERT_TRUE(made.refusals.empty()) << made.refusals.front().says;
    EXPECT_THAT(words(made), Not(HasSubstr("ikke bestridt")));
    EXPECT_THAT(words(made), HasSubstr("Skyldneren har kommet med innsigelse: 20.\u00a0februar 2026 (avklart 23.\u00a0februar 2026)."));
    EXPECT_THAT(made.doubts, Contains(HasSubstr("§ 7-2 f: the debtor objected on " + text(raised))));
    EXPECT_THAT(words(must(asked(PetitionKind::conciliation))), HasSubstr("innsigelse: 20.\u00a0februar 2026 (avklart"));
}

TEST_F(Petitions, a_groundless_objection_is_told_too) {
    begin();
    live(Date::of(2026, 4, 20));
    EXPECT_THAT(words(must(asked(PetitionKind::attachment))), HasSubstr("og skyldneren har ikke bestridt det"));
    tell(cases::RaiseObjection{true});
    const Petition made = must(asked(PetitionKind::attachment));
    ASSERT_TRUE(made.refusals.empty());
    EXPECT_THAT(words(made), Not(HasSubstr("ikke bestridt")));
    EXPECT_THAT(words(made), HasSubstr("20.\u00a0april 2026 (etter vår mening åpenbart grunnløs)"));
    EXPECT_THAT(made.doubts, Contains(HasSubstr("plainly groundless")));
}

TEST_F(Petitions, an_open_objection_stands_in_the_complaint) {
    begin();
    live(Date::of(2026, 4, 20));
    tell(cases::RaiseObjection{false});
    EXPECT_THAT(words(must(asked(PetitionKind::conciliation))), HasSubstr("innsigelse: 20.\u00a0april 2026 (åpen)"));
}

// tvisteloven § 5-2: a warning is claimed when a letter that carries it has left, and not before.
TEST_F(Petitions, a_warning_is_claimed_only_when_it_was_given) {
    begin();
    EXPECT_THAT(words(must(asked(PetitionKind::conciliation))), HasSubstr("Skyldneren er ikke varslet skriftlig av oss før klagen."));
    EXPECT_THAT(words(must(asked(PetitionKind::conciliation))), Not(HasSubstr("bedt om å si fra")));
    live(Date::of(2026, 2, 20));
    EXPECT_THAT(words(must(asked(PetitionKind::conciliation))), HasSubstr("Skyldneren er bedt om å si fra dersom noe er feil (tvisteloven § 5-2)."));
    EXPECT_THAT(must(asked(PetitionKind::conciliation)).doubts, Not(Contains(HasSubstr("§ 5-2"))));
}

// tvangsfullbyrdelsesloven § 4-18: a notice of its own opens the attachment when its two weeks are over.
TEST_F(Petitions, a_notice_of_enforcement_in_a_letter_of_its_own_counts_from_the_day_it_left) {
    begin();
    tell(cases::ReportNoticed{today, {}});
    EXPECT_EQ(must(case_row(desk(today), 1)).state.notices.front().deadline, today + Days{14});
    live(Date::of(2026, 4, 20));
    tell(cases::ReportNoticed{today, {}});   // 4 May is its last day
    today = Date::of(2026, 5, 4);
    EXPECT_THAT(sections(must(asked(PetitionKind::attachment))), Contains("tvangsfullbyrdelsesloven § 4-18"));
    today = Date::of(2026, 5, 5);
    EXPECT_TRUE(must(asked(PetitionKind::attachment)).refusals.empty());
    EXPECT_THAT(words(must(asked(PetitionKind::attachment))), HasSubstr("Varsel om tvangsfullbyrdelse ble sendt 20.\u00a0april 2026"));
}

}  // namespace
}  // namespace frist::office
