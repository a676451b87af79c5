#include "base/pch.h"
#include "main/exit.h"
#include "store/move.h"

#include <iostream>

namespace frist::program {
namespace {

struct MoveWishes {
    std::string from;
    std::string to;
    int at_once = 5000;
};

// "sqlite:frist.db" is frist.db.
std::string without_engine(const std::string& database) {
    constexpr std::string_view sqlite = "sqlite:";
    return database.starts_with(sqlite) ? database.substr(sqlite.size()) : database;
}

Result<int> migrate_store(const Program& program, const MoveWishes& wishes) {
    store::MoveWish wish;
    wish.from = without_engine(wishes.from);
    wish.to = without_engine(wishes.to);
    wish.at_once = wishes.at_once;
    wish.patience_ms = program.wait_seconds * 1000;
    if (!program.json) wish.tell = [](const store::MovedTable& moved) { std::cout << fmt::format("{}: {} rows\n", moved.table, moved.rows) << std::flush; };
    FRIST_TRY(const std::vector<store::MovedTable> told, store::move_store(wish));
    boost::json::object tables;
    std::int64_t rows = 0;
    for (const store::MovedTable& moved : told) {
        tables[moved.table] = moved.rows;
        rows += moved.rows;
    }
    if (program.json) {
        print_json(boost::json::object{{"from", store::shown(wish.from)}, {"to", store::shown(wish.to)}, {"rows", rows}, {"tables", tables}});
        return exit_done;
    }
    std::cout << fmt::format("{} rows; every table is the same on both sides. Letters and the key are files and stay where they are: name their folder with --home.\n", rows);
    return exit_done;
}

}  // namespace

void add_migrate_store(CLI::App& app, Program& program) {
    auto wishes = std::make_shared<MoveWishes>();
    CLI::App* move = app.add_subcommand("migrate-store", "Move the installation to another engine: a file, or a database of a PostgreSQL server");
    move->add_option("--from", wishes->from, "the database as it is (sqlite:FILE, FILE or postgres://…)")->required();
    move->add_option("--to", wishes->to, "an empty one, or one that a move has begun to fill")->required();
    move->add_option("--rows", wishes->at_once, "rows in one commit (5000)")->check(CLI::Range(1, 1000000));
    move->callback([&program, wishes] { run(program, [&program, wishes] { return migrate_store(program, *wishes); }); });
}

}  // namespace frist::program
