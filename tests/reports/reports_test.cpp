// Whatever happens to some cases: a table is the sum of its lines, ties to the books and to the register, and says of a past
// day for ever what it said then.
#include "reports/world.h"

#include "reports/rule.h"

namespace frist::reports_test {
namespace {

using reports::Ask;
using reports::By;
using reports::Column;
using reports::Row;
using reports::Table;

std::int64_t figure(const Table& table, const Row& row, std::string_view id) {
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i)
        if (table.definition->columns[i].id == id) return row.figures[i];
    RC_FAIL("no such column");
    return 0;
}
std::int64_t sum(const Table& table, std::string_view id) { return figure(table, table.sum, id); }
std::int64_t of_key(const Table& table, std::string_view key, std::string_view id) {
    for (const Row& row : table.rows)
        if (row.keys.front().name == key) return figure(table, row, id);
    return 0;
}

// Some choice of keys that the report offers, or its own.
std::vector<By> some_by(const reports::Definition& definition) {
    std::vector<By> by;
    for (const By one : definition.may)
        if (number(0, 3) == 0 && by.size() < 3) by.push_back(one);
    return by;
}

void played(const std::function<void(World&)>& look, int most_days = 14) {
    EXPECT_TRUE(rc::check([&] {
        World world(number(1, 4));
        for (int left = number(1, most_days); left > 0; --left) world.live();
        look(world);
    }));
}

std::int64_t sum_of_lines(const World& world, const Ask& ask, const std::string& row, std::string_view column) {
    reports::LinesAsk wish{ask, row, std::string(column), "", static_cast<std::size_t>(number(1, 5))};
    std::int64_t all = 0;
    while (true) {
        const reports::Lines page = must(reports::lines(world.room(), wish));
        RC_ASSERT(page.rows.size() <= wish.limit);
        for (const reports::Line& line : page.rows) all += line.value;
        if (!page.next) return all;
        wish.after = *page.next;
    }
}

TEST(reports, every_figure_is_the_sum_of_its_lines_and_every_sum_that_of_its_rows) {
    played([](World& world) {
        for (const reports::Definition& definition : reports::definitions()) {
            Ask ask = world.ask(std::string(definition.name));
            ask.by = some_by(definition);
            if (definition.span == reports::Span::happened && maybe()) ask.from = world.day - Days{number(0, 200)};
            const Table table = world.table(ask);
            std::vector<std::int64_t> sums(definition.columns.size(), 0);
            for (std::size_t i = 0; i < definition.columns.size(); ++i) {
                const Column& column = definition.columns[i];
                if (!column.has_lines()) continue;
                for (const Row& row : table.rows) sums[i] += row.figures[i];
                RC_ASSERT(sums[i] == table.sum.figures[i]);
                RC_ASSERT(sum_of_lines(world, ask, "", column.id) == table.sum.figures[i]);
                if (table.rows.empty()) continue;
                const Row& row = table.rows[static_cast<std::size_t>(number(0, static_cast<int>(table.rows.size())))];
                RC_ASSERT(sum_of_lines(world, ask, reports::token(row.keys), column.id) == row.figures[i]);
            }
            Ask otherwise = ask;
            otherwise.by = some_by(definition);
            const Table parted = world.table(otherwise);
            for (std::size_t i = 0; i < definition.columns.size(); ++i)
                if (definition.columns[i].has_lines()) RC_ASSERT(parted.sum.figures[i] == table.sum.figures[i]);
        }
    });
}

TEST(reports, a_past_day_is_told_for_ever_as_it_was_told_then) {
    EXPECT_TRUE(rc::check([] {
        World world(number(1, 4));
        for (int left = number(1, 8); left > 0; --left) world.live();
        std::vector<std::pair<Ask, std::string>> told;
        for (const reports::Definition& definition : reports::definitions()) {
            Ask ask = world.ask(std::string(definition.name));
            ask.by = some_by(definition);
            if (maybe()) ask.from = world.day - Days{number(0, 100)};
            told.emplace_back(ask, world.told(ask));
        }
        for (int left = number(1, 6); left > 0; --left) world.live();
        for (const auto& [ask, before] : told) {
            // A state and a step are of the day of the report.
            RC_ASSERT(world.told(ask) == before);
        }
    }));
}

// What an event is kept under when a clock was set back does not come into a day that is over.
TEST(reports, a_clock_that_was_set_back_changes_no_past_day) {
    EXPECT_TRUE(rc::check([] {
        World world(2);
        for (int left = number(1, 4); left > 0; --left) world.live();
        const Ask ask = world.ask("account");
        const std::string before = world.told(ask);
        world.live();
        const auto known = must(world.rooms.reports->known_until(world.creditor, ask.as_of));
        if (known == must(world.rooms.office->chain_end(world.creditor)).link) return;   // nothing was kept: the day may go on
        world.day = ask.as_of - Days{50};
        world.live();
        world.day = ask.as_of + Days{100};
        RC_ASSERT(world.told(ask) == before);
        RC_ASSERT(!must(reports::days_wrong(world.room())).has_value());
    }));
}

TEST(reports, what_was_charged_is_paid_written_off_or_outstanding) {
    played([](World& world) {
        Ask ask = world.ask("account");
        if (maybe()) ask.from = world.day - Days{number(0, 300)};
        ask.to = world.day - Days{number(0, 100)};
        if (ask.from && *ask.from > *ask.to) ask.from = ask.to;
        const Table table = world.table(ask);
        for (const Row& row : table.rows)
            RC_ASSERT(figure(table, row, "brought") + figure(table, row, "charged") == figure(table, row, "paid") + figure(table, row, "written_off") + figure(table, row, "outstanding"));
        if (!ask.from) RC_ASSERT(sum(table, "brought") == 0);
    });
}

TEST(reports, two_periods_that_meet_are_one) {
    played([](World& world) {
        for (const char* const name : {"account", "period", "letters", "payments", "income", "books", "vat"}) {
            Ask whole = world.ask(name);
            whole.from = world.day - Days{number(60, 300)};
            Ask first = whole;
            Ask second = whole;
            first.to = *whole.from + Days{number(0, 60)};
            second.from = first.to->next();
            if (*second.from > world.day) continue;
            const Table one = world.table(whole);
            const Table a = world.table(first);
            const Table b = world.table(second);
            for (std::size_t i = 0; i < one.sum.figures.size(); ++i) {
                const std::string_view id = one.definition->columns[i].id;
                if (id == "brought") RC_ASSERT(one.sum.figures[i] == a.sum.figures[i]);
                else if (id == "outstanding") RC_ASSERT(one.sum.figures[i] == b.sum.figures[i]);
                else RC_ASSERT(one.sum.figures[i] == a.sum.figures[i] + b.sum.figures[i]);
            }
        }
    });
}

// By plain SQL over the books.
TEST(reports, the_sums_are_those_of_the_books) {
    played([](World& world) {
        const Date day = world.day;
        const Table account = world.table(world.ask("account"));
        const Table payments = world.table(world.ask("payments"));
        RC_ASSERT(of_key(account, "principal", "outstanding") == world.book("receivable_principal", day));
        RC_ASSERT(of_key(account, "principal", "charged") == -world.book("claims_taken_in", day));
        RC_ASSERT(of_key(account, "interest", "paid") == -world.book("interest_received", day));
        RC_ASSERT(sum(payments, "paid") == world.book("bank", day));
        RC_ASSERT(sum(payments, "overpaid") == -world.book("owed_to_debtors", day));
        RC_ASSERT(sum(account, "paid") + sum(payments, "overpaid") == world.book("bank", day));
        const Table period = world.table(world.ask("period"));
        RC_ASSERT(sum(period, "paid") == world.book("bank", day));
        const Date from = day - Days{number(0, 400)};
        Ask ask = world.ask("income");
        ask.from = from;
        const Table income = world.table(ask);
        RC_ASSERT(sum(income, "fees") == -world.book("fees_charged", day, from, day));
        RC_ASSERT(sum(income, "interest") == -world.book("interest_received", day, from, day));
        RC_ASSERT(sum(income, "collection") == -world.book("collection_received", day, from, day));
        const Table books = world.table(world.ask("books"));
        RC_ASSERT(sum(books, "debit") == sum(books, "credit"));
        RC_ASSERT(sum(books, "balance") == 0);
        RC_ASSERT(of_key(books, "written_off", "balance") == world.book("written_off", day));
        // Letters that came with a merged case are those of the case that left them.
        RC_ASSERT(sum(world.table(world.ask("letters")), "sent") == world.counted("SELECT COUNT(*) FROM event WHERE creditor = ?1 AND type = 'LetterSent' AND case_id NOT IN "
                                                                                 "(SELECT case_id FROM event WHERE creditor = ?1 AND type IN ('ClaimsJoined', 'JoinUndone'))")
                  || world.counted("SELECT COUNT(*) FROM event WHERE creditor = ?1 AND type IN ('ClaimsJoined', 'JoinUndone')") > 0);
    });
}

TEST(reports, what_is_open_is_the_same_in_every_report_and_in_the_register) {
    played([](World& world) {
        const Table account = world.table(world.ask("account"));
        const std::int64_t open = sum(account, "outstanding");
        const Table cases = world.table(world.ask("cases"));
        RC_ASSERT(sum(cases, "outstanding") == open);
        RC_ASSERT(sum(cases, "paid") == sum(account, "paid"));
        RC_ASSERT(sum(cases, "written_off") == sum(account, "written_off"));
        RC_ASSERT(sum(world.table(world.ask("ageing")), "total") == open);
        RC_ASSERT(sum(world.table(world.ask("write_offs")), "total") == sum(account, "written_off"));
        office::Register cases_register(*world.rooms.office, *world.rooms.index, norway());
        office::CaseAsk ask;
        ask.creditor = world.creditor;
        ask.day = world.day;
        // What has gone into another case is counted there.
        std::map<Id, bool> gone;
        for (const office::CaseRow& row : must(world.rooms.office->cases(world.creditor, {}))) gone[row.state.id] = row.state.merged_into.has_value();
        std::int64_t registered = 0;
        for (const office::CaseLine& line : must(cases_register.page(ask, {0, 1000, std::nullopt})).rows)
            if (!gone[line.case_id]) registered += line.open->minor();
        RC_ASSERT(registered == open);
        const auto there = static_cast<std::size_t>(std::count_if(gone.begin(), gone.end(), [](const auto& one) { return !one.second; }));
        RC_ASSERT(cases.rows.size() == there);
    });
}

}  // namespace
}  // namespace frist::reports_test
