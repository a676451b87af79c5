#include "base/fold.h"
#include "base/pch.h"
#include "main/program.h"
#include "office/settings.h"
#include "party/kid.h"
#include "store/rooms.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace frist::program {
namespace {

bool for_machines = false;   // what --json says, also before the command line has been understood

}  // namespace

void tell_machines() { for_machines = true; }

Result<Date> Program::today() const {
    FRIST_TRY(const Moment moment, now());
    return moment.day;
}

Result<Moment> Program::now() const {
    if (!today_text.empty()) {
        const Result<Date> day = Date::parse(today_text);
        if (day.ok()) return Moment{*day};
        return Error{day.error().code, "--today", day.error().message, day.error().remedy};
    }
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    FRIST_TRY(const Date day, Date::make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday));
    return Moment{day, local.tm_hour * 60 + local.tm_min};
}

Result<Date> day_of(const std::string& text, const char* option, Date fallback) {
    if (text.empty()) return fallback;
    const Result<Date> day = Date::parse(text);
    if (day.ok()) return day;
    return Error{day.error().code, option, day.error().message, day.error().remedy};
}

std::string Program::shown() const { return store::shown(database); }

Result<std::string> Program::beside(std::string_view ending) const {
    if (!store::on_server(database)) return database + std::string(ending);
    if (home.empty()) return Error{"home.missing", "--home", "the database is on a server, and no folder is named for its letters and its key", "Name one that all who work on it see, with --home FOLDER or FRIST_HOME."};
    std::error_code wrong;
    std::filesystem::create_directories(home, wrong);
    if (wrong) return Error{"home.missing", "--home", "the folder cannot be made", "Check the name and the rights."};
    return fmt::format("{}/{}", home, ending.substr(1));
}

Result<std::unique_ptr<rules::no::Norway>> norway() {
    FRIST_TRY(const law::Book book, law::Book::read("no", embedded::law()));
    FRIST_TRY(rules::no::NorwegianLaw law, rules::no::NorwegianLaw::from(book));
    return std::make_unique<rules::no::Norway>(std::move(law));
}

Result<Session> open_store(const Program& program, bool make) {
    if (program.database.empty())
        return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE or FRIST_DB, and make it with frist init."};
    Session session;
    FRIST_TRY(session.now, program.now());
    session.today = session.now->day;
    FRIST_TRY(session.country, norway());
    FRIST_TRY(store::Rooms rooms, store::open_rooms(program.database, make ? store::Open::make : store::Open::existing,
                                                    program.wait_seconds * 1000));
    session.store = std::move(rooms.office);
    session.index = std::move(rooms.index);
    session.reports = std::move(rooms.reports);
    warn_unconfirmed(*session.country, session.today);
    return session;
}

Outcome keep_creditor(const Session& session) {
    return session.store->change([&]() -> Outcome {
        FRIST_TRY(const auto row, session.store->creditor(session.creditor));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(const office::CreditorRecord before, office::creditor_record(row->record));
        office::CreditorRecord now = session.record;
        office::mark_changes(before, now, 0, session.today);
        return session.store->set_creditor(session.creditor, office::stored(now));
    });
}

Result<std::vector<office::CreditorRow>> chosen(office::Store& store, const Program& program) {
    FRIST_TRY(std::vector<office::CreditorRow> rows, store.creditors());
    if (program.creditor.empty()) return rows;
    std::erase_if(rows, [&](const office::CreditorRow& row) { return row.org_number != program.creditor; });
    if (rows.empty()) return Error{"creditor.unknown", "--creditor", "there is no creditor with this organisation number", "See frist creditor show."};
    return rows;
}

Result<Session> open_session(const Program& program) {
    FRIST_TRY(Session session, open_store(program, false));
    FRIST_TRY(const auto creditors, chosen(*session.store, program));
    if (creditors.empty()) return Error{"creditor.none", program.shown(), "there is no creditor yet", "Add one with frist creditor add."};
    if (creditors.size() > 1) return Error{"creditor.which", "--creditor", "there are several creditors", "Name one by its organisation number; frist creditor show lists them."};
    session.creditor = creditors.front().id;
    FRIST_TRY(session.record, office::creditor_record(creditors.front().record));
    return session;
}

std::string kid_for(office::Id id, int length) {
    std::string digits = std::to_string(id);
    while (static_cast<int>(digits.size()) < std::max(length - 1, 6)) digits.insert(digits.begin(), '0');
    const Result<std::string> kid = party::make_kid(digits, party::KidModulus::ten);
    FRIST_CHECK(kid.ok());
    return *kid;
}

void run(Program& program, const Command& command) {
    const Result<Date> today = program.today();
    const Result<int> result = today.ok() ? command() : Result<int>(today.error());
    if (result.ok()) {
        program.exit = *result;
        return;
    }
    Error error = result.error();
    if (error.field == "database") error.field = program.shown();
    program.exit = fail(error, error.field.starts_with("--") || error.field == "KIND" ? exit_wrong_use : exit_failed);
}

void tell(Level level, const Error& error, const std::string& file) {
    if (for_machines) {
        boost::json::object object{{"level", name_of(level)}};
        if (!file.empty()) object["file"] = file;
        for (const auto& [name, value] : json_of(error)) object[name] = value;
        std::cerr << boost::json::serialize(object) << '\n';
    } else if (level == Level::warning) {
        std::cerr << fmt::format("WARNING: {} {}. {}\n", error.field, error.message, error.remedy);
    } else if (level == Level::finding) {
        std::cerr << (file.empty() ? "frist" : file) << ": finding: " << text(error) << '\n';
    } else {
        std::cerr << (file.empty() ? "frist" : file) << ": " << text(error) << '\n';
    }
}

int fail(const Error& error, int code) {
    tell(Level::error, error);
    return code;
}

int fail_in(const std::string& file, const Error& error, int code) {
    tell(Level::error, error, file);
    return code;
}

void warn_unconfirmed(const rules::Country& country, Date day) {
    if (day <= country.confirmed_until()) return;
    tell(Level::warning, {"law.unconfirmed", text(day),
                          fmt::format("lies after {}, the last day for which somebody has confirmed the rates and the regime of {}", text(country.confirmed_until()), country.code()),
                          "Confirm the law tables before a letter leaves."});
}

Result<Money> money_of(const std::string& text, const char* option, Currency currency) {
    const Result<Money> amount = Money::parse(text, currency);
    if (amount.ok()) return amount;
    return Error{amount.error().code, option, amount.error().message, amount.error().remedy};
}

std::string name_only(const std::string& file) { return std::filesystem::path(file).filename().string(); }

std::string ending_of(const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    return ending.empty() ? ending : folded(std::string_view(ending).substr(1));
}

Result<std::string> bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code unknown;
    if (std::filesystem::is_directory(file, unknown)) return Error{"file.folder", file, "is a folder", "Name a file in it."};
    if (!in) return Error{"file.missing", file, "cannot be opened", "Check the name and the rights of the file."};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad()) return Error{"file.read", file, "could not be read to its end", "Check the disk and try again."};
    return std::move(bytes).str();
}

Outcome write_file(const std::string& file, std::string_view bytes) {
    const std::string draft = file + ".part";
    const Error wrong{"file.write", file, "cannot be written", "Check the folder, its rights and the free space; nothing was left half written."};
    const int handle = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (handle < 0) return wrong;
    bool good = true;
    while (good && !bytes.empty()) {
        const ssize_t wrote = ::write(handle, bytes.data(), bytes.size());
        good = wrote > 0;
        if (good) bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    good = good && ::fsync(handle) == 0;
    good = ::close(handle) == 0 && good;
    if (good && ::rename(draft.c_str(), file.c_str()) == 0) return done;
    ::unlink(draft.c_str());
    return wrong;
}

boost::json::object json_of(const Error& error) {
    return {{"code", error.code}, {"field", error.field}, {"message", error.message}, {"remedy", error.remedy}};
}

std::string word(const boost::json::object& object, std::string_view name) {
    const boost::json::value* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return "";
    return value->is_string() ? std::string(value->as_string()) : boost::json::serialize(*value);
}

void print_because(const boost::json::object& object, const char* indent) {
    for (const boost::json::value& reason : object.at("because").as_array())
        std::cout << fmt::format("{}{}: {}\n", indent, word(reason.as_object(), "rule"), word(reason.as_object(), "says"));
}

void print_row(const boost::json::object& row) {
    std::cout << fmt::format("  {:<10} {:>12}  {}", word(row, "part"), word(row, "amount"), word(row, "rule"));
    if (row.contains("days"))
        std::cout << fmt::format(" ({}, {} to {}: {} {} at {} % of {})", word(row, "claim"), word(row, "from"), word(row, "to"), word(row, "days"),
                                 word(row, "days") == "1" ? "day" : "days", word(row, "rate"), word(row, "base"));
    else if (row.contains("overpaid"))
        std::cout << fmt::format(" ({}: costs {}, interest {}, principal {}{})", word(row, "on"), word(row, "costs"), word(row, "interest"), word(row, "principal"),
                                 word(row, "overpaid") == "0.00" ? "" : ", owed back " + word(row, "overpaid"));
    else if (row.contains("kind"))
        std::cout << fmt::format(" ({}{})", word(row, "kind"), row.contains("on") ? " " + word(row, "on") : "");
    std::cout << '\n';
}

void print_json(const boost::json::value& value) { std::cout << boost::json::serialize(value) << '\n'; }

}  // namespace frist::program
