// settings: every variable of a creditor, and the file that carries them.
#include "base/pch.h"
#include "base/strict_json.h"
#include "main/program.h"
#include "office/settings.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct SettingsFileWish {
    std::string file;
    bool check = false;
    bool company = false;
};

std::string short_words(const json::value& value) {
    constexpr std::size_t most = 60;
    const std::string words = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
    return words.size() <= most ? words : words.substr(0, most) + "…";
}

Result<int> show(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto rows, office::settings(session.desk(), session.record));
    json::array list;
    for (const office::SettingRow& row : rows) {
        if (program.json) {
            list.push_back(json::object{{"name", row.name}, {"value", row.value}, {"default", row.fallback}, {"means", row.means}, {"set_on", row.set_on ? json::value(text(*row.set_on)) : json::value(nullptr)}, {"person", row.set_by}});
            continue;
        }
        std::cout << fmt::format("{} = {}\n", row.name, short_words(row.value));
        std::string below = "  " + row.means;
        if (row.value != row.fallback && row.fallback != json::value("")) below += fmt::format(" A new creditor has {}.", short_words(row.fallback));
        if (row.set_on) below += fmt::format(" Set on {}{}.", text(*row.set_on), row.set_by == 0 ? "" : fmt::format(" by person {}", row.set_by));
        std::cout << below << '\n';
    }
    if (program.json) print_json(json::object{{"rows", std::move(list)}});
    return exit_done;
}

Result<int> export_to(const Program& program, const std::string& file) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const json::object body, office::settings_file(session.desk(), session.record));
    FRIST_TRY_DONE(write_file(file, json::serialize(body) + "\n"));
    const std::size_t settings = body.at("settings").as_object().size(), courses = body.at("courses").as_object().size();
    if (program.json) print_json(json::object{{"file", file}, {"settings", settings}, {"courses", courses}});
    else std::cout << fmt::format("{} settings and {} courses are in {}.\n", settings, courses, file);
    return exit_done;
}

json::array list_of(const std::vector<Error>& errors) {
    json::array list;
    for (const Error& error : errors) list.push_back(json_of(error));
    return list;
}

void print(const Program& program, const office::SettingsTaken& taken, bool check) {
    json::array changes;
    for (const office::SettingChanged& one : taken.changes) {
        changes.push_back(json::object{{"name", one.name}, {"before", one.before}, {"after", one.after}});
        if (!program.json) std::cout << fmt::format("{}: {} → {}\n", one.name, short_words(one.before), short_words(one.after));
    }
    if (program.json) {
        print_json(json::object{{"kept", !check}, {"changes", std::move(changes)}, {"left", list_of(taken.left)}, {"cases_changed", taken.cases_changed}});
        return;
    }
    for (const Error& one : taken.left) std::cout << fmt::format("{} {}\n", one.field, one.message);
    std::cout << fmt::format("{} {} settings.\n", check ? "It would change" : "It changed", taken.changes.size());
}

Result<int> import_from(const Program& program, const SettingsFileWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::string bytes, bytes_of(wish.file));
    const Result<json::value> body = parse_json(bytes);
    if (!body.ok()) return fail_in(wish.file, body.error(), exit_wrong_use);
    if (!body->is_object()) return fail_in(wish.file, {"json.type", "", "is no object", "Bring the file as it was exported."}, exit_wrong_use);
    FRIST_TRY(const office::SettingsTaken taken, office::take_settings(session.desk(), session.record, {body->as_object(), wish.company, true, wish.check, 0}));
    for (const Error& error : taken.wrong) fail_in(wish.file, error, exit_wrong_use);
    if (!taken.wrong.empty()) return exit_wrong_use;
    print(program, taken, wish.check);
    return exit_done;
}

}  // namespace

void add_settings(CLI::App& app, Program& program) {
    auto wish = std::make_shared<SettingsFileWish>();
    CLI::App* settings = app.add_subcommand("settings", "Every variable of a creditor, and the file that carries them");
    settings->require_subcommand(1);
    settings->add_subcommand("show", "Each with its value, its meaning, what a new creditor has, and when it was set")->callback([&program] { run(program, [&program] { return show(program); }); });
    CLI::App* out = settings->add_subcommand("export", "Write them into a file");
    out->add_option("FILE", wish->file, "the file")->required();
    out->callback([&program, wish] { run(program, [&program, wish] { return export_to(program, wish->file); }); });
    CLI::App* in = settings->add_subcommand("import", "Take all that a file names, or nothing");
    in->add_option("FILE", wish->file, "the file")->required();
    in->add_flag("--check", wish->check, "only say what would change");
    in->add_flag("--company", wish->company, "take name, address and account, too");
    in->callback([&program, wish] { run(program, [&program, wish] { return import_from(program, *wish); }); });
}

}  // namespace frist::program
