// The acceptance format: each NAME.json is played and held against NAME.expected.json, a partial answer worked
// out from the law's text. Every key given there must match; lists match in length and order. On top of that
// every play has properties that hold for all of them.
#include "base/embedded.h"
#include "base/strict_json.h"
#include "office/scenario.h"
#include "rules/no/norway.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace frist {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const fs::path folder = fs::path(FRIST_ROOT) / "tests/scenarios";

const rules::no::Norway& norway() {
    static const std::unique_ptr<rules::no::Norway> country = [] {
        auto book = law::Book::read("no", embedded::law());
        auto law = rules::no::NorwegianLaw::from(book.value());
        return std::make_unique<rules::no::Norway>(std::move(law).value());
    }();
    return *country;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

std::vector<std::string> scenario_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path& file = entry.path();
        if (file.extension() == ".json" && file.stem().extension() != ".expected") names.push_back(file.stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

// One line per difference: "timeline[2].fee: expected "35.00", got "0.00"".
void compare(const json::value& expected, const json::value& got, const std::string& place, std::vector<std::string>& differences) {
    if (expected.is_object() && got.is_object()) {
        for (const auto& field : expected.get_object()) {
            const json::value* found = got.get_object().if_contains(field.key());
            const std::string below = place.empty() ? std::string(field.key()) : place + "." + std::string(field.key());
            if (found == nullptr) differences.push_back(below + ": is missing");
            else compare(field.value(), *found, below, differences);
        }
        return;
    }
    if (expected.is_array() && got.is_array()) {
        const json::array& wanted = expected.get_array();
        const json::array& there = got.get_array();
        if (wanted.size() != there.size()) differences.push_back(fmt::format("{}: expected {} entries, got {}", place, wanted.size(), there.size()));
        for (std::size_t i = 0; i < std::min(wanted.size(), there.size()); ++i) compare(wanted[i], there[i], fmt::format("{}[{}]", place, i), differences);
        return;
    }
    if (expected != got) differences.push_back(fmt::format("{}: expected {}, got {}", place, json::serialize(expected), json::serialize(got)));
}

std::string word(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

Money money(const json::object& object, std::string_view name) {
    auto sum = Money::parse(word(object, name), Currency::nok());
    EXPECT_TRUE(sum.ok()) << name << " is no amount in " << json::serialize(object);
    return sum.ok() ? *sum : Money(0, Currency::nok());
}

void expect_total_is_the_sum(const json::object& sums) {
    EXPECT_EQ(money(sums, "total"), money(sums, "principal") + money(sums, "interest") + money(sums, "costs")) << json::serialize(sums);
}

void expect_reasons(const json::object& entry) {
    const json::value* because = entry.if_contains("because");
    ASSERT_TRUE(because != nullptr && because->is_array() && !because->get_array().empty()) << json::serialize(entry);
    for (const json::value& reason : because->get_array()) {
        EXPECT_NE(word(reason.as_object(), "rule"), "") << json::serialize(entry);
        EXPECT_NE(word(reason.as_object(), "says"), "") << json::serialize(entry);
    }
}

// Principal, interest and costs are each the sum of their rows less what the payments covered of them.
void expect_rows_add_up(const json::object& balance) {
    for (const char* part : {"principal", "interest", "costs"}) {
        Money sum(0, Currency::nok());
        for (const json::value& value : balance.at("rows").as_array()) {
            const json::object& row = value.as_object();
            if (word(row, "part") == part) sum += money(row, "amount");
            if (word(row, "part") == "payment") sum -= money(row, part);
        }
        EXPECT_EQ(sum, money(balance, part)) << part << " in " << json::serialize(balance);
    }
}

// A payment is what it covered and what is owed back; a row tells by which rule it stands.
void expect_rows_explained(const json::object& balance) {
    for (const json::value& value : balance.at("rows").as_array()) {
        const json::object& row = value.as_object();
        EXPECT_NE(word(row, "rule"), "") << json::serialize(row);
        if (word(row, "part") == "payment") {
            EXPECT_EQ(money(row, "amount"), money(row, "costs") + money(row, "interest") + money(row, "principal") + money(row, "overpaid")) << json::serialize(row);
        }
        if (word(row, "part") == "interest" && row.contains("days")) {
            const Days days = *Date::parse(word(row, "to")) - *Date::parse(word(row, "from"));
            EXPECT_EQ(row.at("days").as_int64(), days.count) << json::serialize(row);
        }
    }
}

class Scenarios : public testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] json::object played() const {
        auto scenario = office::read_scenario(bytes_of(folder / (GetParam() + ".json")), norway());
        EXPECT_TRUE(scenario.ok()) << text(scenario.error());
        if (!scenario.ok()) return {};
        auto play = office::play(*scenario, norway());
        EXPECT_TRUE(play.ok()) << text(play.error());
        return play.ok() ? *play : json::object{};
    }
};

TEST_P(Scenarios, comes_out_as_the_law_says) {
    auto expected = parse_json(bytes_of(folder / (GetParam() + ".expected.json")));
    ASSERT_TRUE(expected.ok()) << text(expected.error());
    json::object wanted = expected->as_object();
    const std::string about = word(wanted, "about");
    EXPECT_NE(about, "") << "tell which rule is shown and how the sums were worked out";
    wanted.erase("about");
    std::vector<std::string> differences;
    compare(wanted, played(), "", differences);
    EXPECT_TRUE(differences.empty()) << about << "\n  " << fmt::format("{}", fmt::join(differences, "\n  "));
}

TEST_P(Scenarios, every_sum_and_every_entry_is_explained) {
    const json::object play = played();
    ASSERT_TRUE(play.contains("timeline"));
    Date day = Date::of(1900, 1, 1);
    for (const json::value& value : play.at("timeline").as_array()) {
        const json::object& entry = value.as_object();
        expect_reasons(entry);
        expect_total_is_the_sum(entry);
        const Date on = *Date::parse(word(entry, "on"));
        EXPECT_GE(on, day) << "the timeline is in order of day";
        day = on;
    }
    const json::object& balance = play.at("balance").as_object();
    expect_total_is_the_sum(balance);
    expect_rows_add_up(balance);
    expect_rows_explained(balance);
    if (const json::value& next = play.at("next"); next.is_object()) expect_reasons(next.as_object());
}

TEST_P(Scenarios, playing_twice_gives_the_same) { EXPECT_EQ(json::serialize(played()), json::serialize(played())); }

INSTANTIATE_TEST_SUITE_P(files, Scenarios, testing::ValuesIn(scenario_names()), [](const auto& file) { return file.param; });

TEST(scenario_files, each_has_its_expectation) {
    EXPECT_GE(scenario_names().size(), 65u);
    for (const std::string& name : scenario_names()) EXPECT_TRUE(fs::exists(folder / (name + ".expected.json"))) << name;
}

}  // namespace
}  // namespace frist
