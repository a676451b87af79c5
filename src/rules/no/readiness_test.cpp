// When a legal step is open: after the demand's deadline (inkassoloven § 11), an attachment two weeks after its notice
// (tvangsfullbyrdelsesloven § 4-18), a bankruptcy demand four weeks after the demand (konkursloven § 63); and how long
// the demand carries costs.
#include "rules/no/deadlines.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

cases::Sent with_notice(cases::Sent sent) {
    sent.enforcement_notice = true;
    return sent;
}

TEST(readiness, of_each_legal_step) {
    const cases::Sent demand = letter(2, StepKind::demand, "2025-02-28", "2025-03-14");
    const cases::Sent long_demand = letter(2, StepKind::demand, "2025-02-28", "2025-04-30");
    const cases::Sent warned_before = with_notice(letter(1, StepKind::notice, "2025-01-29", "2025-02-12"));
    const cases::Sent warned_late = with_notice(letter(3, StepKind::demand, "2025-03-10", "2025-03-24"));
    cases::Sent warned_returned = with_notice(demand);
    warned_returned.voided = true;
    cases::Sent no_deadline = demand;
    no_deadline.deadline.reset();
    struct Row { const char* about; std::vector<cases::Sent> letters; StepKind kind; const char* day; const char* rule; };
    const Row rows[] = {
        {"nothing sent", {}, StepKind::attachment, nullptr, "inkassoloven §§ 10 and 11"},
        {"nothing sent", {}, StepKind::conciliation, nullptr, "inkassoloven §§ 10 and 11"},
        {"a demand without a deadline", {no_deadline}, StepKind::conciliation, nullptr, "inkassoloven §§ 10 and 11"},
        {"conciliation the day after the deadline", {demand}, StepKind::conciliation, "2025-03-15", "inkassoloven § 11"},
        {"attachment without its notice", {demand}, StepKind::attachment, nullptr, "tvangsfullbyrdelsesloven § 4-18"},
        {"attachment, both in one letter: X2", {with_notice(demand)}, StepKind::attachment, "2025-03-15", "inkassoloven § 11"},
        {"attachment, the notice in the collection notice", {warned_before, demand}, StepKind::attachment, "2025-03-15", "inkassoloven § 11"},
        {"attachment after a second demand", {demand, warned_late}, StepKind::attachment, "2025-03-25", "inkassoloven § 11"},
        {"attachment after a long deadline", {with_notice(long_demand)}, StepKind::attachment, "2025-05-01", "inkassoloven § 11"},
        {"the letter came back", {warned_returned}, StepKind::attachment, nullptr, "inkassoloven §§ 10 and 11"},
        {"bankruptcy four weeks after the demand", {demand}, StepKind::bankruptcy, "2025-03-28", "konkursloven § 63"},
        {"bankruptcy after a long deadline", {long_demand}, StepKind::bankruptcy, "2025-05-01", "inkassoloven § 11"},
    };
    for (const Row& row : rows) {
        const auto day = first_day(case_of({claim("1", nok(100'00), "2025-01-15")}, row.letters), step(row.kind), norwegian_law()).value();
        EXPECT_EQ(day.granted, row.day ? std::optional(d(row.day)) : std::nullopt) << row.about;
        EXPECT_EQ(day.reason.rule, row.rule) << row.about;
    }
}

TEST(attachment_from, is_two_weeks_and_a_day_after_the_notice) {
    struct Row { const char* sent; const char* from; };
    const Row rows[] = {{"2025-02-28", "2025-03-15"}, {"2024-02-28", "2024-03-14"}, {"2025-12-24", "2026-01-08"}, {"2026-03-02", "2026-03-17"}};
    for (const Row& row : rows) EXPECT_EQ(attachment_from(d(row.sent), norwegian_law()).value(), d(row.from)) << row.sent;
}

TEST(demand, carries_costs_for_six_months) {
    struct Row { const char* sent; const char* until; };
    const Row rows[] = {
        {"2025-02-28", "2025-08-28"}, {"2026-03-02", "2026-09-02"},   // X2, X3
        {"2025-08-31", "2026-02-28"}, {"2023-08-31", "2024-02-29"}, {"2025-08-28", "2026-02-28"}, {"2025-03-31", "2025-09-30"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(demand_valid_until(d(row.sent), norwegian_law()).value(), d(row.until)) << row.sent;
        const cases::Case c = case_of({claim("1", nok(100'00), "2023-01-15")}, {letter(1, StepKind::demand, row.sent, "")});
        EXPECT_FALSE(demand_expired(c, d(row.until).previous(), norwegian_law()).value()) << row.sent;
        EXPECT_FALSE(demand_expired(c, d(row.until), norwegian_law()).value()) << row.sent;
        const auto expired = demand_expired(c, d(row.until).next(), norwegian_law()).value();
        ASSERT_TRUE(expired) << row.sent;
        EXPECT_EQ(expired->rule, "inkassoloven § 11");
    }
    EXPECT_FALSE(demand_expired(case_of({claim("1", nok(100'00), "2023-01-15")}), d("2026-01-01"), norwegian_law()).value());
}

TEST(bankruptcy_days, from_service_to_petition) {
    struct Row { const char* demand; const char* served; const char* deadline; const char* until; const char* file_by; };
    const Row rows[] = {
        {"2026-01-29", "2026-02-26", "2026-03-12", "2026-03-26", "2026-03-26"},   // the first day
        {"2026-01-29", "2026-02-27", "2026-03-13", "2026-03-27", "2026-03-27"},
        {"2026-01-29", "2026-03-05", "2026-03-19", "2026-04-02", "2026-04-01"},   // X13: Maundy Thursday
        {"2026-01-29", "2026-03-08", "2026-03-22", "2026-04-05", "2026-04-01"},   // Easter Sunday
        {"2026-01-29", "2026-03-10", "2026-03-24", "2026-04-07", "2026-04-07"},
        {"2026-01-29", "2026-03-13", "2026-03-27", "2026-04-10", "2026-04-10"},
        {"2026-01-29", "2026-03-14", "2026-03-28", "2026-04-11", "2026-04-10"},   // a Saturday
    };
    for (const Row& row : rows) {
        const auto days = bankruptcy_days(d(row.demand), d(row.served), norwegian_law());
        ASSERT_TRUE(days.ok()) << row.served;
        EXPECT_EQ(days->service_from, d("2026-02-26"));
        EXPECT_EQ(days->deadline, d(row.deadline)) << row.served;
        EXPECT_EQ(days->petition_from, d(row.deadline).next()) << row.served;
        EXPECT_EQ(days->petition_until, d(row.until)) << row.served;
        EXPECT_EQ(days->file_by, d(row.file_by)) << row.served;
    }
    const auto early = bankruptcy_days(d("2026-01-29"), d("2026-02-25"), norwegian_law());
    ASSERT_FALSE(early.ok());
    EXPECT_EQ(early.error().code, "bankruptcy.too_early");
    EXPECT_NE(early.error().message.find("konkursloven § 63"), std::string::npos);
}

TEST(limitation, is_three_years_from_the_due_date_or_an_acknowledgement) {
    struct Row { const char* due; const char* acknowledged; const char* until; const char* rule; };
    const Row rows[] = {
        {"2023-03-10", nullptr, "2026-03-10", "foreldelsesloven §§ 2 and 3"},
        {"2023-03-10", "2025-06-01", "2028-06-01", "foreldelsesloven § 14"},   // X14
        {"2023-03-10", "2023-03-09", "2026-03-10", "foreldelsesloven §§ 2 and 3"},   // before it was due
        {"2023-03-10", "2023-03-10", "2026-03-10", "foreldelsesloven §§ 2 and 3"},
        {"2023-03-10", "2023-03-11", "2026-03-11", "foreldelsesloven § 14"},
        {"2024-02-29", nullptr, "2027-02-28", "foreldelsesloven §§ 2 and 3"},
        {"2021-02-28", nullptr, "2024-02-28", "foreldelsesloven §§ 2 and 3"},   // not moved to the 29th
    };
    for (const Row& row : rows) {
        const auto until = limitation(d(row.due), row.acknowledged ? std::optional(d(row.acknowledged)) : std::nullopt, norwegian_law()).value();
        EXPECT_EQ(until.granted, d(row.until)) << row.due;
        EXPECT_EQ(until.reason.rule, row.rule) << row.due;
    }
}

}  // namespace
}  // namespace frist::rules::no
