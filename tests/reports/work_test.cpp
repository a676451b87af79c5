// Who did what, and what went without a hand: counted from the log of acts, and from nothing that the night does.
#include "access/ports.h"
#include "reports/world.h"

namespace frist::reports_test {
namespace {

using reports::Ask;
using reports::By;
using reports::Row;
using reports::Table;

std::int64_t told(const Table& table, const Row& row, std::string_view id) {
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i)
        if (table.definition->columns[i].id == id) return row.figures[i];
    RC_FAIL("no such column");
    return 0;
}
std::int64_t told(const Table& table, std::string_view id) { return told(table, table.sum, id); }

// The log, written as the house writes it.
class Log {
public:
    explicit Log(World& world) : world_(world) {
        access::PersonRow person;
        person.email = "blid@fjordror.example";
        person.name = "Blid Fjellrev";
        person.language = "nb";
        blid = must(world.rooms.access->put_person(person));
    }
    void write(Id person, const std::string& what, const std::string& on, std::int64_t second, Id key = 0, std::optional<Id> creditor = {}) {
        access::ActRow row;
        row.number = ++number_;
        row.at = {second};
        row.person = person;
        row.key = key;
        row.what = what;
        row.creditor = creditor.value_or(world_.creditor);
        row.on = on;
        row.hash = std::to_string(number_);
        RC_ASSERT(world_.rooms.access->add_act(row).ok());
    }
    // A moment in the middle of the world's day.
    [[nodiscard]] std::int64_t noon() const { return std::int64_t{world_.day.days_since_1970()} * 86'400 + 43'200; }
    Id blid = 0;

private:
    World& world_;
    std::int64_t number_ = 0;
};

TEST(work, without_anybody_there_are_no_acts_and_every_case_is_without_a_hand) {
    EXPECT_TRUE(rc::check([] {
        World world(number(1, 4));
        for (int left = number(1, 14); left > 0; --left) world.live();
        const Table table = world.table(world.ask("work"));
        RC_ASSERT(told(table, "acts") == 0);
        RC_ASSERT(told(table, "minutes") == 0);
        RC_ASSERT(told(table, "started") == static_cast<std::int64_t>(world.table(world.ask("cases")).rows.size()));
        RC_ASSERT(told(table, "untouched") == told(table, "closed"));
    }));
}

TEST(work, counts_what_people_did_and_neither_the_night_nor_a_key_nor_another_creditor) {
    EXPECT_TRUE(rc::check([] {
        World world(1);
        Log log(world);
        const std::int64_t at = log.noon();
        log.write(log.blid, "automation-set", "creditor", at);
        log.write(log.blid, "case-pause", "case 1", at + 120);
        log.write(log.blid, "case-resume", "case 1", at + 150);
        log.write(log.blid, "payment-assign", "line 5 case 1", at + 4'000);
        log.write(log.blid, "debtor-change", "debtor 1", at + 4'120);
        log.write(0, "case-pause", "case 1", at);
        log.write(log.blid, "case-pause", "case 1", at, 3);
        log.write(log.blid, "case-pause", "case 1", at, 0, world.creditor + 1);
        const Table table = world.table(world.ask("work"));
        RC_ASSERT(told(table, "acts") == 5);
        RC_ASSERT(told(table, "exceptions") == 4);
        // One alone, since the set-up is none; none in the same minute; one alone, two.
        RC_ASSERT(told(table, "minutes") == 4);
        Ask by_act = world.ask("work");
        by_act.by = {By::act};
        for (const Row& row : world.table(by_act).rows)
            if (row.keys.front().name == "automation-set") RC_ASSERT(told(table, row, "exceptions") == 0 && told(table, row, "acts") == 1);
        Ask by_person = world.ask("work");
        by_person.by = {By::person};
        const Table people = world.table(by_person);
        RC_ASSERT(people.rows.back().keys.front().label == "Blid Fjellrev");
        RC_ASSERT(told(people, people.rows.back(), "acts") == 5);
    }));
}

TEST(work, a_figure_is_the_sum_of_its_lines_and_a_day_before_knows_nothing_of_it) {
    EXPECT_TRUE(rc::check([] {
        World world(3);
        Log log(world);
        for (int left = number(1, 8); left > 0; --left) {
            world.live();
            for (int acts = number(0, 4); acts > 0; --acts) {
                const std::string on = maybe() ? fmt::format("case {}", number(1, 3)) : "debtor 2";
                log.write(number(1, 3), maybe() ? "case-pause" : "list-export", on, log.noon() + number(0, 3'000));
            }
        }
        const Ask ask = world.ask("work");
        const Table table = world.table(ask);
        for (const reports::Column& column : table.definition->columns) {
            if (!column.has_lines()) continue;
            reports::LinesAsk wish{ask, "", std::string(column.id), "", 2};
            std::int64_t sum = 0;
            while (true) {
                const reports::Lines page = must(reports::lines(world.room(), wish));
                for (const reports::Line& line : page.rows) sum += line.value;
                if (!page.next) break;
                wish.after = *page.next;
            }
            RC_ASSERT(sum == told(table, column.id));
        }
        RC_ASSERT(told(table, "untouched") <= told(table, "closed"));
        const std::string before = world.told(ask);
        world.live();
        log.write(log.blid, "case-withdraw", "case 1", log.noon());
        RC_ASSERT(world.told(ask) == before);
    }));
}

TEST(work, a_case_that_somebody_laid_a_hand_on_did_not_go_by_itself) {
    EXPECT_TRUE(rc::check([] {
        World world(3);
        for (int left = 14; left > 0; --left) world.live();
        Log log(world);
        const Table alone = world.table(world.ask("work"));
        for (const office::CaseRow& row : must(world.rooms.office->cases(world.creditor, {})))
            if (!row.state.merged_into) log.write(log.blid, "note-add", fmt::format("case {}", row.state.id), log.noon());
        const Table handled = world.table(world.ask("work"));
        RC_ASSERT(told(handled, "closed") == told(alone, "closed"));
        RC_ASSERT(told(handled, "untouched") == 0);
    }));
}

}  // namespace
}  // namespace frist::reports_test
