// What the weeks ahead ask of the office is what the cases' own courses say.
#include "office/send_letters.h"
#include "reports/world.h"

namespace frist::reports_test {
namespace {

using reports::Table;

constexpr std::int64_t price = 27'50;

office::CreditorRecord with_a_price() {
    office::CreditorRecord record;
    record.name = "Fjord Rør AS";
    record.postage.push_back({office::Channel::paper, Date::of(2020, 1, 1), nok(price), "test"});
    return record;
}

std::size_t at(const Table& table, std::string_view id) {
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i)
        if (table.definition->columns[i].id == id) return i;
    RC_FAIL("no such column");
    return 0;
}

struct Coming {
    std::int64_t letters = 0;
    std::int64_t tasks = 0;
};

// As the list of coming letters tells it, case by case.
std::vector<Coming> coming(const World& world) {
    std::vector<Coming> weeks(13);
    for (const office::CaseRow& row : must(world.rooms.office->cases(world.creditor, {}))) {
        const cases::Case& c = row.state;
        if (c.closing || c.merged_into) continue;
        weeks[0].tasks += (c.objection || c.returned_mail || c.bankrupt || c.awaiting_choice) ? 1 : 0;
        if (c.ordered && (c.held() || c.pause)) continue;
        for (const office::ComingLetter& one : must(office::coming_of(world.desk(), c, 91))) {
            const auto week = static_cast<std::size_t>(std::max((one.on - world.day).count - 1, 0) / 7);
            if (week >= weeks.size()) continue;
            const bool legal = one.choice || cases::is_legal(one.kind);
            weeks[week].letters += legal ? 0 : 1;
            weeks[week].tasks += legal || one.approval ? 1 : 0;
        }
    }
    return weeks;
}

TEST(workload, is_what_the_courses_of_the_open_cases_say) {
    EXPECT_TRUE(rc::check([] {
        World world(number(1, 5));
        RC_ASSERT(world.rooms.office->set_creditor(world.creditor, office::stored(with_a_price())).ok());
        for (int left = number(1, 14); left > 0; --left) world.live();
        const Table table = world.table(world.ask("forecast"));
        const std::vector<Coming> weeks = coming(world);
        if (table.rows.empty()) {
            for (const Coming& week : weeks) RC_ASSERT(week.letters == 0 && week.tasks == 0);
            return;
        }
        RC_ASSERT(table.rows.size() == weeks.size());
        for (std::size_t i = 0; i < weeks.size(); ++i) {
            const std::vector<std::int64_t>& told = table.rows[i].figures;
            const std::int64_t letters = told[at(table, "letters_out")];
            RC_ASSERT(letters <= weeks[i].letters && letters >= 0);
            RC_ASSERT(told[at(table, "tasks")] <= weeks[i].tasks);
            // Without a past nobody is expected to pay, and no money is told.
            if (table.shown(table.rows[i], at(table, "expected_in")).value) continue;
            RC_ASSERT(letters == weeks[i].letters);
            RC_ASSERT(told[at(table, "tasks")] == weeks[i].tasks);
            RC_ASSERT(told[at(table, "postage")] == letters * price);
        }
    }));
}

// Three years after it fell due, a claim lapses when nobody does anything; the week it falls in tells it, and no other.
TEST(workload, a_claim_lapses_in_the_week_of_its_last_day) {
    EXPECT_TRUE(rc::check([] {
        World world(2);
        world.day = world.day + Days{number(900, 1'100)};
        std::int64_t claims = 0;
        std::int64_t sums = 0;
        const reports::Ask ask = world.ask("forecast");
        const Table table = world.table(ask);
        reports::Ask limitation = world.ask("limitation");
        limitation.from = world.day.next();
        limitation.to = world.day + Days{91};
        const Table lapsing = world.table(limitation);
        for (const reports::Row& row : table.rows) {
            claims += row.figures[at(table, "lapsing")];
            sums += row.figures[at(table, "lapsing_sum")];
        }
        RC_ASSERT(claims == lapsing.sum.figures[at(lapsing, "claims")]);
        RC_ASSERT(sums == lapsing.sum.figures[at(lapsing, "principal")]);
    }));
}

}  // namespace
}  // namespace frist::reports_test
