#include "base/pch.h"
#include "main/program.h"

int main(int argc, char** argv) {
    using namespace frist::program;
    CLI::App app{"Frist: debt collection by the book. Reminders, notices and demands, payments, and every sum with its why."};
    app.name("frist");
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", FRIST_VERSION);
    Program program;
    app.add_flag("--json", program.json, "print JSON for machines");
    app.add_option("--db", program.database, "the database file")->envname("FRIST_DB");
    app.add_option("--today", program.today_text, "take this day (YYYY-MM-DD) for today");
    app.add_option("--creditor", program.creditor, "the creditor's organisation number, when there are several");
    add_creditor(app, program);
    add_daily(app, program);
    add_letters(app, program);
    add_case(app, program);
    add_files(app, program);
    add_report(app, program);
    add_verify(app, program);
    add_simulate(app, program);
    add_demo(app, program);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? exit_done : exit_wrong_use;
    }
    return program.exit;
}
