// The annex is added up again from its printed words alone, as a reader with a pencil would.
#include "letters/invented.h"

namespace frist::letters {
namespace {

// "−1 234,50", "1,234.50" or "NOK 1,234.50" in øre.
std::int64_t ore(std::string_view words) {
    std::int64_t value = 0;
    bool negative = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.substr(i).starts_with("\u2212")) negative = true;
        if (words[i] >= '0' && words[i] <= '9') value = value * 10 + (words[i] - '0');
    }
    return negative ? -value : value;
}

const Table& table_named(const Letter& letter, std::string_view title) {
    for (const Block& block : letter.blocks)
        if (const auto* table = std::get_if<Table>(&block.body); table && table->title.starts_with(title)) return *table;
    ADD_FAILURE() << "no table " << title;
    static const Table none;
    return none;
}

// The sum a table ends in, after its rows were added up.
std::int64_t added_up(const Table& table) {
    std::int64_t sum = 0;
    for (const Row& row : table.rows)
        if (row.style == Row::Style::plain) sum += ore(row.cells.back().text);
    EXPECT_EQ(ore(table.rows.back().cells.back().text), sum) << table.title;
    return sum;
}

// base × rate × days ÷ 365 of a row that lies within one common year, half up.
std::int64_t interest_of(const Row& row) {
    const std::int64_t rate = ore(row.cells[4].text);   // "12" or "12,25"
    const bool hundredths = row.cells[4].text.find_first_of(",.") != std::string::npos;
    const std::int64_t numerator = ore(row.cells[3].text) * rate * ore(row.cells[5].text) * (hundredths ? 1 : 100);
    return (numerator * 2 + 3'650'000) / 7'300'000;
}

void expect_adds_up(const Facts& facts) {
    const Result<Letter> letter = compose(facts, invented::texts());
    ASSERT_TRUE(letter.ok()) << text(letter.error());
    const std::int64_t claims = added_up(table_named(*letter, "1."));
    const std::int64_t interest = added_up(table_named(*letter, "2."));
    const std::int64_t costs = added_up(table_named(*letter, "3."));
    EXPECT_EQ(claims + interest + costs, facts.total.minor());
    EXPECT_EQ(added_up(table_named(*letter, "5.")), facts.total.minor());
    for (const Row& row : table_named(*letter, "2.").rows)
        if (row.cells.size() == 7) {
            EXPECT_EQ(interest_of(row), ore(row.cells.back().text)) << row.cells.front().text;
        }
    std::int64_t paid = 0;
    for (const Row& row : table_named(*letter, "4.").rows) {
        std::int64_t parts = 0;
        for (std::size_t i = 1; i + 1 < row.cells.size(); ++i) parts += ore(row.cells[i].text);
        EXPECT_EQ(parts, ore(row.cells.back().text));
        paid += parts;
    }
    EXPECT_EQ(paid, payments_sum(facts).minor());
}

TEST(annex, added_up_again_gives_the_total_of_the_letter) {
    for (const Language language : {Language::nb, Language::nn, Language::en}) {
        expect_adds_up(invented::annex(language));
        expect_adds_up(invented::long_life(Kind::annex, 30, language));
    }
    EXPECT_EQ(invented::annex().total, invented::rest_note().total);
}

TEST(annex, every_row_names_its_event) {
    const Letter letter = compose(invented::annex(), invented::texts()).value();
    const Table& costs = table_named(letter, "3.");
    EXPECT_EQ(costs.rows[0].cells[0].second, "inkassoforskriften § 1-2");
    EXPECT_EQ(costs.rows[0].cells[1].text, "Purring av 29.01.2026");
    const Table& interest = table_named(letter, "2.");
    EXPECT_EQ(interest.rows[0].cells[1].second, "fra forfall");
    EXPECT_EQ(interest.rows[1].cells[1].second, "betaling");
    EXPECT_NE(interest.note.find("forsinkelsesrenteloven § 3: 12,00 % gjelder fra 01.01.2026"), std::string::npos) << interest.note;
}

TEST(annex, refuses_a_row_without_its_event) {
    const auto code = [](auto change) {
        Facts f = invented::annex();
        auto r = std::get<Reckoning>(f.particulars);
        change(r);
        f.particulars = r;
        const Outcome checked = check(f);
        return checked.ok() ? std::string("fine") : checked.error().code + " " + checked.error().field;
    };
    EXPECT_EQ(code([](Reckoning&) {}), "fine");
    EXPECT_EQ(code([](Reckoning& r) { r.cost_events.pop_back(); }), "letter.particulars cost_events");
    EXPECT_EQ(code([](Reckoning& r) { r.rates.clear(); }), "letter.particulars rates");
    EXPECT_EQ(code([](Reckoning& r) { r.covers[0].interest += nok(1); }), "letter.particulars covers[0]");
    EXPECT_EQ(code([](Reckoning& r) { r.covers[0].principal[0].first = "10024"; }), "letter.particulars covers");
}

}  // namespace
}  // namespace frist::letters
