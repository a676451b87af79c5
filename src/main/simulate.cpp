#include "base/pch.h"
#include "main/program.h"
#include "office/scenario.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

std::string word(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return "";
    return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
}

void print_because(const json::object& object) {
    for (const json::value& reason : object.at("because").as_array())
        std::cout << fmt::format("            {}: {}\n", word(reason.as_object(), "rule"), word(reason.as_object(), "says"));
}

void print_entry(const json::object& entry) {
    std::string what = word(entry, "what");
    for (const char* detail : {"step", "reason", "amount"})
        if (entry.contains(detail)) what += " " + word(entry, detail);
    if (entry.contains("fee") && word(entry, "fee") != "0.00") what += ", fee " + word(entry, "fee");
    if (!word(entry, "deadline").empty()) what += ", deadline " + word(entry, "deadline");
    std::cout << fmt::format("{}  {:<44} {:>12} {:>10} {:>10} {:>12}\n", word(entry, "on"), what, word(entry, "principal"),
                             word(entry, "interest"), word(entry, "costs"), word(entry, "total"));
    print_because(entry);
}

void print_row(const json::object& row) {
    std::cout << fmt::format("  {:<10} {:>12}  {}", word(row, "part"), word(row, "amount"), word(row, "rule"));
    if (row.contains("days"))
        std::cout << fmt::format(" ({}, {} to {}: {} {} at {} % of {})", word(row, "claim"), word(row, "from"), word(row, "to"), word(row, "days"),
                                 word(row, "days") == "1" ? "day" : "days", word(row, "rate"), word(row, "base"));
    else if (row.contains("overpaid"))
        std::cout << fmt::format(" ({}: costs {}, interest {}, principal {}{})", word(row, "on"), word(row, "costs"), word(row, "interest"), word(row, "principal"),
                                 word(row, "overpaid") == "0.00" ? "" : ", owed back " + word(row, "overpaid"));
    else if (row.contains("kind"))
        std::cout << fmt::format(" ({} {})", word(row, "kind"), word(row, "on"));
    std::cout << '\n';
}

void print_play(const json::object& play) {
    std::cout << fmt::format("{:<10}  {:<44} {:>12} {:>10} {:>10} {:>12}\n", "day", "what", "principal", "interest", "costs", "total");
    for (const json::value& entry : play.at("timeline").as_array()) print_entry(entry.as_object());
    const json::object& balance = play.at("balance").as_object();
    std::cout << fmt::format("\nstate {}; open on {}: principal {}, interest {}, costs {}, total {}\n", word(play, "state"), word(balance, "on"),
                             word(balance, "principal"), word(balance, "interest"), word(balance, "costs"), word(balance, "total"));
    for (const json::value& row : balance.at("rows").as_array()) print_row(row.as_object());
    if (const json::value& next = play.at("next"); next.is_object()) {
        std::cout << fmt::format("next: {} {}\n", word(next.as_object(), "on"), word(next.as_object(), "what"));
        print_because(next.as_object());
    }
}

// Mistakes in the scenario are wrong use; a rate that nobody knows is a failure.
int exit_for(const Error& error) { return error.code.starts_with("law.") || error.code.starts_with("interest.") ? exit_failed : exit_wrong_use; }

int simulate(const Program& program, const std::string& file) {
    auto country = norway();
    if (!country.ok()) return fail(country.error());
    auto bytes = bytes_of(file);
    if (!bytes.ok()) return fail(bytes.error(), exit_wrong_use);
    auto scenario = office::read_scenario(*bytes, **country);
    if (!scenario.ok()) return fail_in(file, scenario.error(), exit_for(scenario.error()));
    warn_unconfirmed(**country, scenario->until);
    auto play = office::play(*scenario, **country);
    if (!play.ok()) return fail_in(file, play.error(), exit_for(play.error()));
    if (program.json) print_json(*play);
    else print_play(*play);
    return exit_done;
}

}  // namespace

void add_simulate(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand("simulate", "Play one invented case day by day and show every sum with its reason; nothing is stored");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "the scenario, as JSON")->required();
    command->callback([&program, file] { program.exit = simulate(program, *file); });
}

}  // namespace frist::program
