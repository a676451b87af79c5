// main: the program `frist`. Each command reads its arguments, calls the office and prints what came of it;
// nothing is decided here. Exit 0 done, 1 failed, 2 wrong use (read: 0 accept, 3 with findings, 4 reject).
#pragma once
#include "base/moment.h"
#include "office/answer_case.h"
#include "office/people.h"
#include "office/register_source.h"
#include "reports/source.h"
#include "rules/no/norway.h"
#include "sheets/open_items.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <memory>
#include <string>

namespace frist::program {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_wrong_use = 2;

// What the options before and after a command say, and how it ended.
struct Program {
    bool json = false;
    std::string database;        // --db or FRIST_DB: a file, or postgres://…
    std::string home;            // --home or FRIST_HOME: the folder of letters and key of a database on a server
    std::string today_text;      // --today; empty means the machine's own day
    int wait_seconds = 5;        // --wait: how long another writer is waited for
    std::string creditor;        // --creditor: an organisation number; empty when there is only one
    int exit = exit_done;

    // The day this run takes for today. Error date.form.
    [[nodiscard]] Result<Date> today() const;
    // This moment by the machine's clock; noon of the day that --today names.
    [[nodiscard]] Result<Moment> now() const;
    // The database as people may see it: no password.
    [[nodiscard]] std::string shown() const;
    // What lies beside the database, by its ending (".letters", ".key"); for one on a server it lies in `home`. Error home.missing.
    [[nodiscard]] Result<std::string> beside(std::string_view ending) const;
};

// The day an option names, or `fallback` when it says nothing. Error date.form with the option's name.
Result<Date> day_of(const std::string& text, const char* option, Date fallback);

// The law of Norway from the tables in the binary. Errors law.*.
Result<std::unique_ptr<rules::no::Norway>> norway();

// An open database with the creditor whose work is done.
struct Session {
    std::unique_ptr<rules::no::Norway> country;
    std::unique_ptr<office::Store> store;
    std::unique_ptr<office::RegisterSource> index;  // on the same connection
    std::unique_ptr<reports::Source> reports;       // too
    Date today;
    std::optional<Moment> now;
    office::Id creditor = 0;
    office::CreditorRecord record;
    [[nodiscard]] office::Desk desk() const { return {*store, *country, creditor, today, now}; }
    [[nodiscard]] office::Desk desk(Date day) const { return {*store, *country, creditor, day}; }
};
// Errors db.missing, store.*, creditor.unknown, creditor.which.
Result<Session> open_session(const Program& program);
// Keeps what was changed in the session's creditor. Errors store.*.
Outcome keep_creditor(const Session& session);
// All creditors, or the one that --creditor names. Error creditor.unknown.
Result<std::vector<office::CreditorRow>> chosen(office::Store& store, const Program& program);
// The same without a creditor.
Result<Session> open_store(const Program& program, bool make);

// The reference a debtor pays case `id` with: modulus 10, the creditor's length when it has one.
std::string kid_for(office::Id id, int length);

// Runs a command: prints its error and remembers how it ended.
using Command = std::function<Result<int>()>;
void run(Program& program, const Command& command);

// What is told on standard error: a line for people, or with --json an object a line:
// {"level", "code", "field", "message", "remedy"} and "file" where the trouble is in one.
enum class Level { error, finding, warning };
constexpr auto names_of(Level) { return std::to_array<std::string_view>({"error", "finding", "warning"}); }
// From now on for machines.
void tell_machines();
void tell(Level level, const Error& error, const std::string& file = {});

// Prints "frist: <error>" on standard error and returns `code`.
int fail(const Error& error, int code = exit_failed);
// The same for an error in a file: "FILE: path: message — remedy".
int fail_in(const std::string& file, const Error& error, int code);
// A command line that cannot be understood, with the help to read. Returns exit_wrong_use; exit_done for --help.
int wrong_use(const CLI::App& app, const CLI::ParseError& error);
// Tells loudly that a run lies after the last day somebody confirmed the law for.
void warn_unconfirmed(const rules::Country& country, Date day);

// What an option names, in the country's money. Errors money.* with the option's name.
Result<Money> money_of(const std::string& text, const char* option, Currency currency);

// A path without its folders.
std::string name_only(const std::string& file);
// What it ends with, in small letters: "xlsx"; nothing without.
std::string ending_of(const std::string& file);
// What a list of open items holds, on a line.
std::string items_in_words(const sheets::OpenItems& items);

// The whole file. Errors file.missing, file.read with the file's name.
Result<std::string> bytes_of(const std::string& file);

// A secret stands in a file that others cannot read; without a line end. Empty for no file. Error channel.secret.
Result<std::string> secret_of(const std::string& file);

// Puts the whole file in its place at once, or not at all. Errors file.write with the file's name.
Outcome write_file(const std::string& file, std::string_view bytes);

// Writes every letter that may leave on the desk's day as a PDF into `folder`, and one PDF of them all; what is written is
// remembered with the day and the fee that stand in it. Errors store.*, letter.*, print.*, file.write.
struct WrittenLetters {
    int count = 0;
    int electronic = 0;  // those that leave by e-mail or digital mailbox, and are not printed
    std::vector<Error> held;
    std::string batch;   // file name; empty when there was nothing to write
    std::vector<Error> unprinted;  // letters that no paper could be made of
};
Result<WrittenLetters> write_letters(const office::Desk& desk, const office::CreditorRecord& creditor, const std::string& folder);

// Takes each file as a whole or not at all. Errors of a file do not stop the others.
// `despite_totals`: also one whose own sums or counts do not agree with its entries.
Result<int> pay_files(const Program& program, const std::vector<std::string>& files, bool despite_totals);

void print_json(const boost::json::value& value);
boost::json::object json_of(const Error& error);
boost::json::object json_of(const office::EnclosureRow& row);
// A member as words: empty when it is not there or null.
std::string word(const boost::json::object& object, std::string_view name);
// One row of a balance, on a line.
void print_row(const boost::json::object& row);
void print_because(const boost::json::object& object, const char* indent);

void add_serve(CLI::App& app, Program& program);
void add_simulate(CLI::App& app, Program& program);
void add_creditor(CLI::App& app, Program& program);
void add_files(CLI::App& app, Program& program);
void add_import(CLI::App& app, Program& program);
void add_report(CLI::App& app, Program& program);
void add_case(CLI::App& app, Program& program);
// Below `frist case N`, whose number is `case_id`.
void add_evidence(CLI::App* one, Program& program, const office::Id& case_id);
void add_legal(CLI::App* one, Program& program, const office::Id& case_id);
// One legal step that was filed, on a line.
std::string filing_in_words(const cases::Filing& filing);
void add_automation(CLI::App& app, Program& program);
void add_cases(CLI::App& app, Program& program);
void add_contacts(CLI::App& app, Program& program);
void add_daily(CLI::App& app, Program& program);
void add_payments(CLI::App& app, Program& program);
void add_refunds(CLI::App& app, Program& program);
void add_letters(CLI::App& app, Program& program);
void add_channel(CLI::App& app, Program& program);
void add_dispatch(CLI::App& app, Program& program);
void add_notify(CLI::App& app, Program& program);
void add_settings(CLI::App& app, Program& program);
void add_site(CLI::App& app, Program& program);
void add_debtor(CLI::App& app, Program& program);
void add_forget(CLI::App& app, Program& program);
void add_office(CLI::App& app, Program& program);
void add_enclosure(CLI::App& app, Program& program);
void add_petition(CLI::App& app, Program& program);
void add_postage(CLI::App& app, Program& program);
void add_texts(CLI::App& app, Program& program);
void add_document(CLI::App& app, Program& program);
void add_verify(CLI::App& app, Program& program);
void add_demo(CLI::App& app, Program& program);
void add_course(CLI::App& app, Program& program);

}  // namespace frist::program
