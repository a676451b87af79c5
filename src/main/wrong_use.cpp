// A command line that cannot be understood is told as every other mistake: place, reason, and the help to read.
#include "base/pch.h"
#include "main/program.h"

#include <numeric>

namespace frist::program {
namespace {

// How many letters must be put in, taken out or changed to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t changed = corner + (a[i - 1] == b[k - 1] ? 0 : 1);
            corner = row[k];
            row[k] = std::min({changed, row[k] + 1, row[k - 1] + 1});
        }
    }
    return row.back();
}

// "Did you mean …? " when one of the words is a slip of the finger away.
std::string perhaps(const std::string& word, const std::vector<std::string>& words) {
    const auto nearer = [&](const std::string& a, const std::string& b) { return distance(word, a) < distance(word, b); };
    const auto nearest = std::min_element(words.begin(), words.end(), nearer);
    if (nearest == words.end() || distance(word, *nearest) > std::size_t{word.size() < 4 ? 1U : 2U}) return "";
    return "Did you mean " + *nearest + "? ";
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* at = &app; at != nullptr; at = at->get_parent())
        for (const CLI::Option* option : at->get_options())
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

// "--kind: foo not in {a,b}" and "Could not convert: N = x" begin with a place that ends so.
std::pair<std::string, std::string> parted(const std::string& text, std::string_view end) {
    const std::size_t at = text.find(end);
    return at == std::string::npos ? std::pair(std::string(), text) : std::pair(text.substr(0, at), text.substr(at + end.size()));
}

}  // namespace

int wrong_use(const CLI::App& app, const CLI::ParseError& error) {
    if (static_cast<CLI::ExitCodes>(error.get_exit_code()) == CLI::ExitCodes::Success) return app.exit(error);
    const CLI::App* at = &app;
    std::string line = app.get_name();
    while (!at->get_subcommands().empty()) {
        for (const CLI::Option* option : at->get_options([](const CLI::Option* one) { return one->get_positional(); })) line += " " + option->get_name(true);   // frist case N
        at = at->get_subcommands().back();
        line += " " + at->get_name();
    }
    const std::string help = "See " + line + " --help.";
    const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
    const std::string what = error.what();
    std::vector<std::string> extra = app.remaining(true);
    if (extra.empty() && kind == CLI::ExitCodes::ExtrasError) extra.push_back(parted(what, "expected: ").second);
    if (!extra.empty() && (kind == CLI::ExitCodes::RequiredError || kind == CLI::ExitCodes::ExtrasError)) {
        const std::string word = extra.front().substr(0, extra.front().find(' '));
        if (word.starts_with('-')) return fail({"use.option", word, "is no option of " + line, perhaps(word, options_of(*at)) + help}, exit_wrong_use);
        if (!commands_of(*at).empty()) return fail({"use.command", word, "is no command of " + line, perhaps(word, commands_of(*at)) + help}, exit_wrong_use);
        return fail({"use.argument", word, "was not expected here", help}, exit_wrong_use);
    }
    if (kind == CLI::ExitCodes::RequiredError) {
        if (what.starts_with("A subcommand")) return fail({"use.command", at == &app ? "" : line, "a command is missing", help}, exit_wrong_use);
        return fail({"use.missing", parted(what, " is required").first, "is missing", help}, exit_wrong_use);
    }
    if (kind == CLI::ExitCodes::ConversionError) {
        const auto [place, value] = parted(parted(what, "Could not convert: ").second, " = ");
        return fail({"use.value", place, "\"" + value + "\" is no number", help}, exit_wrong_use);
    }
    const auto [place, reason] = parted(what, ": ");
    if (kind == CLI::ExitCodes::ArgumentMismatch) return fail({"use.value", place, "its value is missing", help}, exit_wrong_use);
    return fail({"use.value", place.empty() ? line : place, reason, help}, exit_wrong_use);
}

}  // namespace frist::program
