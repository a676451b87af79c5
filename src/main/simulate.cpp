#include "base/pch.h"
#include "main/program.h"
#include "office/scenario.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

void print_entry(const json::object& entry) {
    std::string what = word(entry, "what");
    for (const char* detail : {"step", "reason", "amount"})
        if (entry.contains(detail)) what += " " + word(entry, detail);
    if (entry.contains("fee") && word(entry, "fee") != "0.00") what += ", fee " + word(entry, "fee");
    if (!word(entry, "deadline").empty()) what += ", deadline " + word(entry, "deadline");
    std::cout << fmt::format("{}  {:<44} {:>12} {:>10} {:>10} {:>12}\n", word(entry, "on"), what, word(entry, "principal"),
                             word(entry, "interest"), word(entry, "costs"), word(entry, "total"));
    print_because(entry, "            ");
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
        print_because(next.as_object(), "            ");
    }
}

// Mistakes in the scenario are wrong use; a rate that nobody knows is a failure.
int exit_for(const Error& error) { return error.code.starts_with("law.") || error.code.starts_with("interest.") ? exit_failed : exit_wrong_use; }

Result<int> simulate(const Program& program, const std::string& file) {
    FRIST_TRY(const auto country, norway());
    const Result<std::string> bytes = bytes_of(file);
    if (!bytes.ok()) return fail(bytes.error(), exit_wrong_use);
    const Result<office::Scenario> scenario = office::read_scenario(*bytes, *country);
    if (!scenario.ok()) return fail_in(file, scenario.error(), exit_for(scenario.error()));
    warn_unconfirmed(*country, scenario->until);
    const Result<json::object> play = office::play(*scenario, *country);
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
    command->callback([&program, file] { run(program, [&program, file] { return simulate(program, *file); }); });
}

}  // namespace frist::program
