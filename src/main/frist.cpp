#include "base/pch.h"
#include "main/backup.h"
#include "main/exit.h"

#include <csignal>

int main(int argc, char** argv) {
    using namespace frist::program;
    CLI::App app{"Frist: debt collection by the book. Reminders, notices and demands, payments, and every sum with its why."};
    app.name("frist");
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", FRIST_VERSION);
    Program program;
    app.add_flag("--json", program.json, "print JSON for machines");
    app.add_option("--db", program.database, "the database: a file, or postgres://USER@HOST/NAME")->envname("FRIST_DB");
    app.add_option("--home", program.home, "the folder of letters and key, when the database is on a server")->envname("FRIST_HOME");
    app.add_option("--today", program.today_text, "take this day (YYYY-MM-DD) for today");
    app.add_option("--creditor", program.creditor, "the creditor's organisation number, when there are several");
    app.add_option("--wait", program.wait_seconds, "seconds to wait for another writer of the database (5)")->check(CLI::Range(0, 3600));
    add_creditor(app, program);
    add_daily(app, program);
    add_payments(app, program);
    add_refunds(app, program);
    add_letters(app, program);
    add_channel(app, program);
    add_dispatch(app, program);
    add_notify(app, program);
    add_settings(app, program);
    add_site(app, program);
    add_debtor(app, program);
    add_forget(app, program);
    add_case(app, program);
    add_automation(app, program);
    add_cases(app, program);
    add_contacts(app, program);
    add_files(app, program);
    add_import(app, program);
    add_export(app, program);
    add_migrate_store(app, program);
    add_report(app, program);
    add_office(app, program);
    add_enclosure(app, program);
    add_petition(app, program);
    add_postage(app, program);
    add_texts(app, program);
    add_document(app, program);
    add_verify(app, program);
    add_doctor(app, program);
    add_backup(app, program);
    add_serve(app, program);
    add_simulate(app, program);
    add_demo(app, program);
    add_course(app, program);
    const std::vector<std::string_view> words(argv, argv + argc);
    if (std::find(words.begin(), words.end(), "--json") != words.end()) tell_machines();
    // A file that may not grow any more is a full disk, an error with a remedy, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return wrong_use(app, error);
    }
    return program.exit;
}
