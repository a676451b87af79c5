// The gate: one crafted letter for each reason, and the day before, the day and the day after where a day decides.
#include "rules/gate.h"

#include "base/pch.h"
#include "support/norway.h"

#include <set>

namespace frist::rules {
namespace {

using namespace tested;

struct Letter {
    cases::Case c;
    Leaving leaving;
    World world;
    Date day;
};

// A collection notice with a fee on an invoice due Thursday 15 January 2026: nothing is against it from 29 January on.
Letter notice_on(std::string_view day) {
    Letter l;
    l.day = d(day);
    l.c = case_of({claim("F1", nok(10'000'00), "2026-01-15")});
    l.c.course.steps = {step(StepKind::notice, true), step(StepKind::demand, true)};
    l.c.last_letter = 1;
    l.c.ordered = cases::Ordered{1, StepKind::notice, 0, d("2026-01-29"), true, {}, false};
    l.leaving.sent = letter(1, StepKind::notice, day, text(l.day + Days{14}), nok(38'00));
    l.world.second_count.emplace();
    return l;
}

// The creditor's own demand after that notice, whose deadline was 12 February.
Letter demand_on(std::string_view day) {
    Letter l = notice_on(day);
    l.c.letters = {letter(1, StepKind::notice, "2026-01-29", "2026-02-12", nok(38'00))};
    l.c.last_letter = 2;
    l.c.next_step = 1;
    l.c.ordered = cases::Ordered{2, StepKind::demand, 1, d("2026-02-13"), true, {}, false};
    l.leaving.sent = letter(2, StepKind::demand, day, text(l.day + Days{14}), nok(113'00));
    return l;
}

// The attachment after that demand, which was sent on 2 March.
Letter attachment_on(std::string_view day) {
    Letter l = demand_on(day);
    cases::Sent demand = letter(2, StepKind::demand, "2026-03-02", "2026-03-16", nok(113'00));
    demand.enforcement_notice = true;
    l.c.letters.push_back(demand);
    l.c.ordered = cases::Ordered{3, StepKind::attachment, -1, d("2026-03-17"), false, {}, false};
    l.leaving.sent = letter(3, StepKind::attachment, day, "");
    return l;
}

std::vector<Refusal> ask(const Letter& l) { return gate(l.c, l.leaving, l.world, l.day, norway()); }

using Stops = std::vector<Stop>;
Stops stops(const std::vector<Refusal>& refusals) {
    Stops list;
    for (const Refusal& refusal : refusals) list.push_back(refusal.stop);
    return list;
}

TEST(gate, lets_a_lawful_letter_through) {
    EXPECT_EQ(stops(ask(notice_on("2026-01-29"))), Stops{});
    EXPECT_EQ(stops(ask(demand_on("2026-02-13"))), Stops{});
    EXPECT_EQ(stops(ask(attachment_on("2026-03-17"))), Stops{});
}

TEST(gate, stops_for_each_reason) {
    struct Row {
        const char* about;
        std::function<void(Letter&)> change;
        Stop stop;
        const char* rule;
        const char* passes_on;
    };
    const Row rows[] = {
        {"closed", [](Letter& l) { l.c.closing.emplace(); }, Stop::not_ordered, "inkassoloven § 8", ""},
        {"another letter waits", [](Letter& l) { l.c.ordered->letter = 7; }, Stop::not_ordered, "inkassoloven § 8", ""},
        {"no letter waits", [](Letter& l) { l.c.ordered.reset(); }, Stop::not_ordered, "inkassoloven § 8", ""},
        {"not approved", [](Letter& l) { l.c.ordered->needs_approval = true; }, Stop::approval, "inkassoloven § 8", ""},
        {"disputed: E5, T19", [](Letter& l) { l.c.objection = d("2026-01-20"); }, Stop::disputed, "inkassoloven § 17", ""},
        {"paused", [](Letter& l) { l.c.pause = cases::Pause{d("2026-01-20"), d("2026-02-09")}; }, Stop::paused, "inkassoloven § 8", "2026-02-09"},
        {"a plan runs", [](Letter& l) { l.c.plan = cases::Plan{.agreed = d("2026-01-20"), .instalments = {{d("2026-03-01"), nok(100'00)}}, .broken = {}, .kept = {}}; }, Stop::plan, "inkassoloven § 8", ""},
        {"the case knows of the bankruptcy: E14", [](Letter& l) { l.c.bankrupt = d("2026-01-20"); }, Stop::bankrupt, "konkursloven § 109", ""},
        {"the person is known as bankrupt", [](Letter& l) { l.world.person.bankrupt_on = d("2026-01-20"); }, Stop::bankrupt, "konkursloven § 109", ""},
        {"minor: E14", [](Letter& l) { l.world.person.born = d("2010-05-05"); }, Stop::minor, "vergemålsloven §§ 9 and 17", "2028-05-05"},
        {"dead: E14", [](Letter& l) { l.world.person.dead_on = d("2026-01-20"); }, Stop::dead, "inkassoloven § 8", ""},
        {"debt settlement: E14", [](Letter& l) { l.world.person.debt_settlement_on = d("2026-01-20"); }, Stop::debt_settlement, "gjeldsordningsloven § 3-4", ""},
        {"no address", [](Letter& l) { l.world.person.address_missing = true; }, Stop::address_missing, "inkassoloven § 8", ""},
        {"protected address: E14", [](Letter& l) { l.world.person.address_protected = l.world.person.address_missing = true; }, Stop::address_protected, "folkeregisterloven § 10-4", ""},
        {"doubtful address", [](Letter& l) { l.world.person.address_doubtful = true; }, Stop::address_doubtful, "inkassoloven § 8", ""},
        {"mail came back: E6", [](Letter& l) { l.c.returned_mail = d("2026-01-20"); }, Stop::returned, "inkassoloven § 8", ""},
        {"mail came back in another case", [](Letter& l) { l.world.person.mail_returned = d("2026-01-20"); }, Stop::returned, "inkassoloven § 8", ""},
        {"another case: E8, M1", [](Letter& l) { l.world.unmerged = {{5, {}}}; }, Stop::unmerged, "inkassoloven § 17", ""},
        {"an overdue invoice without a case: M4", [](Letter& l) { l.world.unmerged = {{0, "F2"}}; }, Stop::unmerged, "inkassoloven § 17", ""},
        {"a credit", [](Letter& l) { l.world.open_credit = true; }, Stop::credit, "inkassoloven § 17", ""},
        {"money waits: E4, E11", [](Letter& l) { l.world.waiting = {{3, d("2026-01-28"), "the amount is exactly what is open"}}; }, Stop::suspense, "inkassoloven § 8", ""},
        {"paid since it was written", [](Letter& l) { l.leaving.total = nok(12'000'00); }, Stop::paid, "inkassoloven § 8", ""},
        {"credited in full", [](Letter& l) { l.c.claims[0].credits = {{d("2026-01-20"), nok(10'000'00)}}; l.leaving.sent.fee = nok(0); }, Stop::paid, "inkassoloven § 8", ""},
        {"the ledger is old", [](Letter& l) { l.world.ledger = {25, 24}; }, Stop::ledger_stale, "inkassoloven § 8", ""},
        {"the ledger was never read", [](Letter& l) { l.world.ledger = {{}, 24}; }, Stop::ledger_stale, "inkassoloven § 8", ""},
        {"the bank is old", [](Letter& l) { l.world.bank = {25, 24}; }, Stop::bank_stale, "inkassoloven § 8", ""},
        {"the bank was never read", [](Letter& l) { l.world.bank = {{}, 24}; }, Stop::bank_stale, "inkassoloven § 8", ""},
        {"the second count differs", [](Letter& l) { l.world.second_count->push_back("the open interest is 1.00, and counted a second time 2.00"); }, Stop::not_counted_twice, "inkassoloven § 8", ""},
        {"nobody counted", [](Letter& l) { l.world.second_count.reset(); }, Stop::not_counted_twice, "inkassoloven § 8", ""},
        {"it must say more: C1", [](Letter& l) { l.leaving.gaps = {{{}, "collection_starts"}}; }, Stop::content, "inkassoloven § 9", ""},
        {"SMS: T16", [](Letter& l) { l.leaving.way = {"sms", false}; }, Stop::channel, "FinKN 2017-492", ""},
        {"wants nothing electronic", [](Letter& l) { l.leaving.way = {"digital_mailbox", false}; l.world.person.never_electronic = true; }, Stop::never_electronic, "inkassoloven § 3 a", ""},
        {"a stop day", [](Letter& l) { l.world.stop_days = {d("2026-02-02"), d("2026-02-03")}; }, Stop::sending_day, "creditor's setting", "2026-02-04"},
        {"enough for today", [](Letter& l) { l.world.daily_limit_reached = true; }, Stop::daily_limit, "creditor's setting", "2026-02-03"},
    };
    for (const Row& row : rows) {
        Letter l = notice_on("2026-02-02");
        row.change(l);
        const std::vector<Refusal> refusals = ask(l);
        ASSERT_EQ(stops(refusals), Stops{row.stop}) << row.about;
        EXPECT_EQ(refusals.front().rule, row.rule) << row.about;
        EXPECT_FALSE(refusals.front().says.empty()) << row.about;
        EXPECT_FALSE(refusals.front().remedy.empty()) << row.about;
        EXPECT_EQ(refusals.front().passes_on ? text(*refusals.front().passes_on) : "", row.passes_on) << row.about;
        EXPECT_EQ(refusals.front().code(), "gate." + std::string(name_of(row.stop)));
    }
}

TEST(gate, tells_every_reason) {
    Letter l = notice_on("2026-01-28");
    l.c.objection = d("2026-01-20");
    l.world.person.dead_on = d("2026-01-20");
    l.world.waiting = {{3, d("2026-01-27"), "it"}, {4, d("2026-01-27"), "it"}};
    l.leaving.sent.deadline = d("2026-02-10");
    EXPECT_EQ(stops(ask(l)), (Stops{Stop::disputed, Stop::dead, Stop::suspense, Stop::suspense, Stop::too_early, Stop::too_early, Stop::deadline, Stop::fee}));
}

TEST(gate, keeps_to_the_day) {
    struct Row { const char* about; Letter letter; std::set<Stop> stops; const char* passes_on; };
    const auto with = [](Letter l, const std::function<void(Letter&)>& change) {
        change(l);
        return l;
    };
    const auto free_of_charge = [](Letter& l) {
        l.leaving.sent.fee = nok(0);
        l.c.ordered->on = d("2026-01-01");
        l.c.ordered->step = -1;
    };
    const auto deadline_16 = [](Letter& l) { l.leaving.sent.deadline = d("2026-02-16"); };
    const auto eighteen = [](Letter& l) { l.world.person.born = d("2008-02-02"); };
    const auto leapling = [](Letter& l) {
        l.world.person.born = d("2008-02-29");
        l.leaving.sent.deadline = l.day + Days{14};
    };
    const auto due_2023 = [](Letter& l) { l.c.claims[0].due = l.c.claims[0].late_from = d("2023-02-02"); };
    const auto banking_days = [](Letter& l) { l.world.banking_days_only = true; };
    const auto joined = [](Letter& l) {
        l.c.claims.push_back(claim("F2", nok(500'00), "2026-01-19"));
        l.leaving.sent.claims = {0, 1};
    };
    const auto noticed_short = [](Letter& l) { l.c.letters[0].deadline = d("2026-02-11"); };
    const Row rows[] = {
        {"the fee, 13 days: E1, T4", notice_on("2026-01-28"), {Stop::too_early, Stop::fee}, "2026-01-29"},
        {"the fee, 14 days", notice_on("2026-01-29"), {}, ""},
        {"the fee, 15 days", notice_on("2026-01-30"), {}, ""},
        {"without a fee, on the due date: T3", with(notice_on("2026-01-15"), free_of_charge), {Stop::too_early}, "2026-01-16"},
        {"without a fee, the day after", with(notice_on("2026-01-16"), free_of_charge), {}, ""},
        {"15 days' deadline", with(notice_on("2026-02-01"), deadline_16), {}, ""},
        {"14 days' deadline", with(notice_on("2026-02-02"), deadline_16), {}, ""},
        {"13 days' deadline: E3", with(notice_on("2026-02-03"), deadline_16), {Stop::deadline}, ""},
        {"on the last day of the notice: E4, T14", demand_on("2026-02-12"), {Stop::too_early, Stop::fee}, "2026-02-13"},
        {"the day after the notice's deadline", demand_on("2026-02-13"), {}, ""},
        {"two days after", demand_on("2026-02-14"), {}, ""},
        {"the notice gave 13 days", with(demand_on("2026-02-13"), noticed_short), {Stop::step_missing, Stop::fee}, ""},
        {"the day before eighteen", with(notice_on("2026-02-01"), eighteen), {Stop::minor}, "2026-02-02"},
        {"eighteen", with(notice_on("2026-02-02"), eighteen), {}, ""},
        {"born on 29 February, 28 February", with(notice_on("2026-02-28"), leapling), {Stop::minor}, "2026-03-01"},
        {"born on 29 February, 1 March", with(notice_on("2026-03-01"), leapling), {}, ""},
        {"the last day of limitation: E15", with(notice_on("2026-02-02"), due_2023), {}, ""},
        {"the day after: lapsed", with(notice_on("2026-02-03"), due_2023), {Stop::limitation}, ""},
        {"a Friday", with(notice_on("2026-01-30"), banking_days), {}, ""},
        {"a Saturday", with(notice_on("2026-01-31"), banking_days), {Stop::sending_day}, "2026-02-02"},
        {"a Monday", with(notice_on("2026-02-02"), banking_days), {}, ""},
        {"Maundy Thursday", with(notice_on("2026-04-02"), banking_days), {Stop::sending_day}, "2026-04-07"},
        {"a claim that joined is 13 days late", with(notice_on("2026-02-01"), joined), {Stop::too_early, Stop::fee}, "2026-02-02"},
        {"a claim that joined is 14 days late", with(notice_on("2026-02-02"), joined), {}, ""},
        {"attachment on the demand's last day: T10", attachment_on("2026-03-16"), {Stop::too_early}, "2026-03-17"},
        {"attachment the day after", attachment_on("2026-03-17"), {}, ""},
        {"the demand is six months old: E13", attachment_on("2026-09-02"), {}, ""},
        {"six months and a day", attachment_on("2026-09-03"), {Stop::demand_age}, ""},
        {"the last day for which the law was confirmed: E18", with(notice_on("2026-12-31"), [](Letter& l) { l.leaving.sent.fee = nok(0); }), {}, ""},
        {"the day after", with(notice_on("2027-01-01"), [](Letter& l) { l.leaving.sent.fee = nok(0); }), {Stop::law_unknown}, ""},
    };
    for (const Row& row : rows) {
        const std::vector<Refusal> refusals = ask(row.letter);
        const Stops told = stops(refusals);
        EXPECT_EQ(std::set<Stop>(told.begin(), told.end()), row.stops) << row.about;
        std::optional<Date> passes;
        for (const Refusal& refusal : refusals)
            if (refusal.passes_on && (!passes || *refusal.passes_on > *passes)) passes = refusal.passes_on;
        EXPECT_EQ(passes ? text(*passes) : "", row.passes_on) << row.about;
    }
}

TEST(gate, refuses_fees_that_the_law_does_not_know) {
    struct Row { const char* about; std::function<void(Letter&)> change; const char* rule; };
    const Row rows[] = {
        {"too high", [](Letter& l) { l.leaving.sent.fee = nok(38'01); }, "inkassoforskriften § 1-2"},
        {"on a friendly reminder", [](Letter& l) { l.leaving.sent.kind = l.c.ordered->kind = StepKind::nudge; }, "inkassoforskriften § 1-2"},
        {"on a rest note", [](Letter& l) { l.leaving.sent.kind = l.c.ordered->kind = StepKind::rest_note; }, "inkassoforskriften § 1-2"},
        {"on a letter sent anew", [](Letter& l) { l.c.ordered->replaces = 9; }, "inkassoloven § 17"},
        {"a third one: E2", [](Letter& l) { l.c.letters = {letter(8, StepKind::reminder, "2026-01-01", "2026-01-15", nok(38'00)), letter(9, StepKind::notice, "2026-01-16", "2026-01-30", nok(38'00))}; }, "inkassoforskriften § 1-3"},
    };
    for (const Row& row : rows) {
        Letter l = notice_on("2026-02-02");
        row.change(l);
        const std::vector<Refusal> refusals = ask(l);
        ASSERT_EQ(stops(refusals), Stops{Stop::fee}) << row.about;
        EXPECT_EQ(refusals.front().rule, row.rule) << row.about;
    }
    Letter agency = demand_on("2026-02-13");
    agency.c.mode = cases::Mode::agency;
    EXPECT_EQ(stops(ask(agency)), Stops{Stop::fee});
}

TEST(gate, asks_for_no_merging_before_a_friendly_letter) {
    for (const StepKind kind : {StepKind::nudge, StepKind::rest_note}) {
        Letter l = notice_on("2026-02-02");
        l.leaving.sent.kind = l.c.ordered->kind = kind;
        l.leaving.sent.fee = nok(0);
        l.world.unmerged = {{5, {}}};
        EXPECT_EQ(stops(ask(l)), Stops{});
    }
}

// A course may narrow the channels of a step; a letter by e-mail asks for no postal address.
TEST(gate, keeps_to_the_channels_of_the_course) {
    struct Row { const char* about; std::vector<cases::Channel> course; const char* way; bool agreed; bool addressed; Stops stops; };
    const Row rows[] = {
        {"any channel, on paper", {}, "paper", false, true, {}},
        {"paper by the course", {cases::Channel::paper}, "paper", false, true, {}},
        {"e-mail only, on paper", {cases::Channel::email}, "paper", false, true, {Stop::channel}},
        {"e-mail only, by e-mail, agreed", {cases::Channel::email}, "email", true, true, {}},
        {"e-mail only, by e-mail, not agreed", {cases::Channel::email}, "email", false, true, {Stop::channel}},
        {"paper only, by e-mail", {cases::Channel::paper}, "email", true, true, {Stop::channel}},
        {"without an address, by e-mail", {}, "email", true, false, {}},
        {"without an address, on paper", {}, "paper", true, false, {Stop::address_missing}},
    };
    for (const Row& row : rows) {
        Letter l = notice_on("2026-02-02");
        cases::Step own = step(StepKind::notice, true);
        own.channels = row.course;
        l.c.course.steps = {own};
        l.c.ordered->step = 0;
        l.leaving.way = {row.way, row.agreed};
        l.world.person.address_missing = !row.addressed;
        EXPECT_EQ(stops(ask(l)), row.stops) << row.about;
    }
}

TEST(gate, wants_two_weeks_with_an_enforcement_notice) {
    Letter l = notice_on("2026-02-02");
    l.leaving.sent.kind = l.c.ordered->kind = StepKind::reminder;
    l.leaving.sent.enforcement_notice = true;
    l.leaving.sent.deadline = d("2026-02-15");
    ASSERT_EQ(stops(ask(l)), Stops{Stop::deadline});
    EXPECT_EQ(ask(l).front().rule, "tvangsfullbyrdelsesloven § 4-18");
    l.leaving.sent.deadline.reset();
    EXPECT_EQ(stops(ask(l)), Stops{Stop::deadline});
}

TEST(gate, every_reason_has_a_section_and_a_name) {
    for (std::size_t i = 0; i < names_of(Stop{}).size(); ++i) EXPECT_FALSE(norway().stop_section(static_cast<Stop>(i), StepKind::notice).empty()) << names_of(Stop{})[i];
    EXPECT_EQ(names_of(Stop{}).size(), static_cast<std::size_t>(Stop::daily_limit) + 1);
}

}  // namespace
}  // namespace frist::rules
