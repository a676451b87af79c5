// The law tables against the rate list they were made from, where that lies beside the project: each value, each day
// and each mark of doubt. Sums that follow from others are not kept twice; they are computed and compared here.
#include "support/norway.h"

#include "rules/no/fees.h"

#include <filesystem>
#include <fstream>

namespace frist {
namespace {

using namespace tested;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) cells.emplace_back();
        else cells.back() += c;
    }
    return cells;
}

const law::Book& book() {
    static const law::Book rows = law::Book::read("no", embedded::law()).value();
    return rows;
}

std::optional<Date> day_or_none(const std::string& cell) { return cell.empty() ? std::nullopt : std::optional(d(cell)); }

// "fee_reminder_nok,2017-01-01,…,70": what 1/10 or 1/20 of the sats comes to, for claims and letters of those days.
void expect_derived(StepKind kind, const std::vector<std::string>& cells) {
    const Date from = d(cells[1]);
    const auto fee = rules::no::fee_amount(kind, from, from, norwegian_law());
    ASSERT_TRUE(fee.ok()) << cells[0] << " " << cells[1];
    EXPECT_EQ(text(*fee->granted), cells[3] + ".00") << cells[0] << " " << cells[1];
}

TEST(law_tables, hold_every_row_of_the_rate_list) {
    const std::filesystem::path list = std::filesystem::path(FRIST_ROOT) / "../shared/law/norway_rates.csv";
    if (!std::filesystem::exists(list)) return;
    std::ifstream in(list);
    std::string line;
    std::getline(in, line);
    int rows = 0;
    while (std::getline(in, line)) {
        const std::vector<std::string> cells = cells_of(line);
        ASSERT_EQ(cells.size(), 7u) << line;
        ++rows;
        if (cells[0] == "fee_reminder_nok") { expect_derived(StepKind::reminder, cells); continue; }
        if (cells[0] == "fee_own_payment_demand_nok") { expect_derived(StepKind::demand, cells); continue; }
        const auto known = book().rows(cells[0]);
        ASSERT_TRUE(known.ok()) << line;
        const auto row = std::find_if((*known)->begin(), (*known)->end(), [&](const law::Row& r) { return r.from == day_or_none(cells[1]); });
        ASSERT_NE(row, (*known)->end()) << line;
        EXPECT_EQ(row->to, day_or_none(cells[2])) << line;
        EXPECT_EQ(row->value, cells[3]) << line;
        EXPECT_EQ(row->unit, cells[4]) << line;
        EXPECT_EQ(row->confidence, cells[6]) << line;
    }
    EXPECT_GT(rows, 100);
}

TEST(law_tables, every_row_has_its_source_and_the_day_it_was_checked) {
    for (const std::string& name : book().names(""))
        for (const law::Row& row : **book().rows(name)) {
            EXPECT_NE(row.source, "") << row.place;
            EXPECT_TRUE(row.checked_on.has_value()) << row.place;
        }
}

TEST(law_tables, end_where_nobody_knows_further) {
    for (const char* beyond : {"2009-12-31", "2027-01-01"}) {
        const auto rate = law::in_force(norwegian_law().late_interest, d(beyond));
        ASSERT_FALSE(rate.ok()) << beyond;
        EXPECT_EQ(rate.error().code, "law.no_rate");
        EXPECT_NE(rate.error().message.find(beyond), std::string::npos);
    }
    for (const auto& row : norwegian_law().compensation.rows)
        if (!row.chargeable) {
            EXPECT_EQ(law::in_force(norwegian_law().compensation, row.from).error().code, "law.unsure");
        }
}

}  // namespace
}  // namespace frist
