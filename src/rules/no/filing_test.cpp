// The first lawful day to file, what filing costs the debtor, and what it does to limitation.
#include "rules/no/filing.h"
#include "rules/no/deadlines.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;
using cases::LegalOutcome;

cases::Sent warning_demand(std::string_view sent, std::string_view deadline) {
    cases::Sent demand = letter(2, StepKind::demand, sent, deadline);
    demand.enforcement_notice = true;
    return demand;
}

cases::Case asked_for_payment() { return case_of({claim("1", nok(10'000'00), "2025-01-15")}, {warning_demand("2025-02-28", "2025-03-14")}); }

TEST(file_day, of_an_attachment) {
    struct Row { const char* about; const char* day; const char* from; const char* rule; };
    const Row rows[] = {
        {"the day itself", "2025-03-15", "2025-03-15", "inkassoloven § 11"},
        {"the last day that the demand carries costs", "2025-08-28", "2025-03-15", "inkassoloven § 11"},
        {"the day after it", "2025-08-29", nullptr, "inkassoloven § 11"},
    };
    for (const Row& row : rows) {
        const auto day = file_day(asked_for_payment(), StepKind::attachment, d(row.day), norwegian_law()).value();
        EXPECT_EQ(day.granted, row.from ? std::optional(d(row.from)) : std::nullopt) << row.about;
        EXPECT_EQ(day.reason.rule, row.rule) << row.about;
    }
    cases::Case of_the_state = asked_for_payment();
    of_the_state.kind = cases::DebtorKind::public_body;
    EXPECT_FALSE(file_day(of_the_state, StepKind::attachment, d("2025-03-15"), norwegian_law()).value().granted);
}

TEST(file_day, of_a_complaint_is_the_first_day_the_claim_is_late) {
    const cases::Case c = case_of({claim("1", nok(10'000'00), "2025-01-15")});
    EXPECT_EQ(file_day(c, StepKind::conciliation, d("2025-02-01"), norwegian_law()).value().granted, d("2025-01-16"));
    cases::Case opened_later = c;
    opened_later.opened = d("2025-02-10");
    EXPECT_EQ(file_day(opened_later, StepKind::conciliation, d("2025-02-10"), norwegian_law()).value().granted, d("2025-02-10"));
}

TEST(file_day, of_a_bankruptcy_petition_lies_in_the_two_weeks_after_the_two_weeks) {
    cases::Case c = asked_for_payment();
    c.kind = cases::DebtorKind::company;
    c.relation = cases::Relation::business;
    EXPECT_EQ(file_day(c, StepKind::bankruptcy, d("2025-05-01"), norwegian_law()).value().reason.says, "the bankruptcy demand has not been served");
    EXPECT_EQ(service_day(c, norwegian_law()).value().granted, d("2025-03-28"));
    c.served = d("2025-03-31");
    EXPECT_EQ(file_day(c, StepKind::bankruptcy, d("2025-04-15"), norwegian_law()).value().granted, d("2025-04-15"));
    EXPECT_EQ(file_day(c, StepKind::bankruptcy, d("2025-04-28"), norwegian_law()).value().granted, d("2025-04-15"));
    EXPECT_FALSE(file_day(c, StepKind::bankruptcy, d("2025-04-29"), norwegian_law()).value().granted);
    c.served = d("2025-02-27");   // before the demand: the service of an earlier one
    EXPECT_FALSE(file_day(c, StepKind::bankruptcy, d("2025-04-15"), norwegian_law()).value().granted);
}

TEST(service_day, is_never_of_a_person) {
    EXPECT_FALSE(service_day(asked_for_payment(), norwegian_law()).value().granted);
}

TEST(filing_costs, by_step_and_day) {
    struct Row { const char* about; cases::Case c; StepKind kind; const char* day; std::optional<std::int64_t> fee, writing; };
    const cases::Case valid_2022 = case_of({claim("1", nok(100'00), "2022-01-15")}, {warning_demand("2022-02-28", "2022-03-14")});
    const cases::Case none_2022 = case_of({claim("1", nok(100'00), "2022-01-15")});
    const Row rows[] = {
        {"attachment 2025: 1.21 × 1 314; writing is unsure", asked_for_payment(), StepKind::attachment, "2025-03-17", 1'589'00, std::nullopt},
        {"complaint 2022: 1.1 × 1 223, half of it for writing", valid_2022, StepKind::conciliation, "2022-04-01", 1'345'00, 611'50},
        {"no demand, no costs of collecting", none_2022, StepKind::conciliation, "2022-04-01", 1'345'00, std::nullopt},
        {"the demand is too old", valid_2022, StepKind::conciliation, "2022-08-29", 1'345'00, std::nullopt},
        {"complaint 2025: the fee is unsure", asked_for_payment(), StepKind::conciliation, "2025-03-17", std::nullopt, 657'00},
        {"bankruptcy: nothing is asked of the debtor", asked_for_payment(), StepKind::bankruptcy, "2025-04-15", std::nullopt, std::nullopt},
    };
    const auto money = [](std::optional<std::int64_t> ore) { return ore ? std::optional(nok(*ore)) : std::nullopt; };
    for (const Row& row : rows) {
        const auto costs = filing_costs(row.c, row.kind, d(row.day), norwegian_law()).value();
        EXPECT_EQ(costs.fee.granted, money(row.fee)) << row.about;
        EXPECT_EQ(costs.writing.granted, money(row.writing)) << row.about;
        EXPECT_FALSE(costs.fee.reason.rule.empty()) << row.about;
        EXPECT_FALSE(costs.writing.reason.rule.empty()) << row.about;
    }
}

// tvisteloven § 19-7, tvangsfullbyrdelsesloven § 4-19. The judgment's own costs need no fresh demand.
TEST(file_day, of_an_attachment_on_a_judgment) {
    struct Row { const char* about; const char* day; std::optional<const char*> warned_anew; std::optional<const char*> from; };
    const Row rows[] = {
        {"long after the demand has aged", "2025-12-01", {}, "2025-06-25"},
        {"the last day of the year", "2026-06-10", {}, "2025-06-25"},
        {"the day after the year", "2026-06-11", {}, {}},
        {"with a new notice", "2026-07-20", "2026-06-30", "2026-07-15"},
    };
    for (const Row& row : rows) {
        cases::Case c = asked_for_payment();
        c.filings = {filing(StepKind::conciliation, "2025-04-01", LegalOutcome::judgment, "2025-06-10")};
        if (row.warned_anew) c.letters.push_back(warning_demand(*row.warned_anew, text(d(*row.warned_anew) + Days{14})));
        const auto day = file_day(c, StepKind::attachment, d(row.day), norwegian_law()).value();
        EXPECT_EQ(day.granted, row.from ? std::optional(d(*row.from)) : std::nullopt) << row.about;
        if (!day.granted) EXPECT_EQ(day.reason.rule, "tvangsfullbyrdelsesloven § 4-19") << row.about;
    }
}

TEST(electronic_only, is_an_agencys_attachment_since_2026) {
    cases::Case c = asked_for_payment();
    EXPECT_FALSE(electronic_only(c, StepKind::attachment, d("2026-01-01"), norwegian_law()));
    c.mode = cases::Mode::agency;
    EXPECT_FALSE(electronic_only(c, StepKind::attachment, d("2025-12-31"), norwegian_law()));
    EXPECT_TRUE(electronic_only(c, StepKind::attachment, d("2026-01-01"), norwegian_law()));
    EXPECT_FALSE(electronic_only(c, StepKind::conciliation, d("2026-01-01"), norwegian_law()));
}

TEST(limitation, after_what_was_filed) {
    struct Row { const char* about; std::vector<cases::Filing> filings; const char* last; const char* rule; };
    const Row rows[] = {
        {"nothing filed", {}, "2028-01-15", "foreldelsesloven §§ 2 and 3"},
        {"a complaint that waits", {filing(StepKind::conciliation, "2025-04-01")}, "2028-04-01", "foreldelsesloven §§ 15 to 18"},
        {"dismissed", {filing(StepKind::conciliation, "2025-04-01", LegalOutcome::dismissed, "2025-06-01")}, "2028-01-15", "foreldelsesloven §§ 2 and 3"},
        {"withdrawn", {filing(StepKind::conciliation, "2025-04-01", LegalOutcome::withdrawn, "2025-06-01")}, "2028-01-15", "foreldelsesloven §§ 2 and 3"},
        {"nothing to seize", {filing(StepKind::attachment, "2025-04-01", LegalOutcome::nothing_to_seize, "2025-06-01")}, "2028-04-01", "foreldelsesloven §§ 15 to 18"},
        {"a judgment: ten years from it", {filing(StepKind::conciliation, "2025-04-01", LegalOutcome::judgment, "2025-06-10")}, "2035-06-10", "foreldelsesloven § 21"},
        {"property seized: ten years", {filing(StepKind::attachment, "2025-04-01", LegalOutcome::attachment_taken, "2025-05-20")}, "2035-05-20", "foreldelsesloven § 21"},
        {"a petition after the judgment shortens nothing",
         {filing(StepKind::conciliation, "2025-04-01", LegalOutcome::judgment, "2025-06-10"), filing(StepKind::attachment, "2026-01-10")},
         "2035-06-10",
         "foreldelsesloven § 21"},
    };
    for (const Row& row : rows) {
        cases::Case c = asked_for_payment();
        c.filings = row.filings;
        const auto last = limitation(c.claims.front(), c, norwegian_law()).value();
        EXPECT_EQ(last.granted, d(row.last)) << row.about;
        EXPECT_EQ(last.reason.rule, row.rule) << row.about;
    }
}

}  // namespace
}  // namespace frist::rules::no
