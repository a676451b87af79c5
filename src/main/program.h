// main: the program `frist`. Each command reads its arguments, calls the office and prints what came of it;
// nothing is decided here. Exit 0 done, 1 failed, 2 wrong use (read: 0 accept, 3 with findings, 4 reject).
#pragma once
#include "base/date.h"
#include "rules/no/norway.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace frist::program {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_wrong_use = 2;

// What the options before and after a command say, and how it ended.
struct Program {
    bool json = false;
    std::string database;        // --db or FRIST_DB
    std::string today_text;      // --today; empty means the machine's own day
    int exit = exit_done;

    // The day this run takes for today. Error date.form.
    [[nodiscard]] Result<Date> today() const;
};

// The law of Norway from the tables in the binary. Errors law.*.
Result<std::unique_ptr<rules::no::Norway>> norway();

// Prints "frist: <error>" on standard error and returns `code`.
int fail(const Error& error, int code = exit_failed);
// The same for an error in a file: "FILE: path: message — remedy".
int fail_in(const std::string& file, const Error& error, int code);
// Tells loudly that a run lies after the last day somebody confirmed the law for.
void warn_unconfirmed(const rules::Country& country, Date day);

// The whole file. Errors file.missing, file.read with the file's name.
Result<std::string> bytes_of(const std::string& file);

void print_json(const boost::json::value& value);

void add_simulate(CLI::App& app, Program& program);

}  // namespace frist::program
