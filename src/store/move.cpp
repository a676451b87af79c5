#include "store/move.h"

#include "base/pch.h"
#include "store/table_copy.h"

namespace frist::store {
namespace {

// Stands in a database as long as it is filled; Connection::open looks for it.
constexpr const char* mark = "CREATE TABLE moving (one INTEGER PRIMARY KEY, from_where TEXT NOT NULL)";

class Move {
public:
    Move(Connection& from, Connection& to, const MoveWish& wish, std::map<std::string, std::vector<TableColumn>> tables)
        : from_(from), to_(to), wish_(wish), tables_(std::move(tables)) {}

    Result<std::vector<MovedTable>> make() {
        FRIST_TRY_DONE(begin());
        for (const auto& [table, columns] : tables_) FRIST_TRY_DONE(rows(table));
        FRIST_TRY_DONE(to_.change([&] { return end(); }));
        return std::move(told_);
    }

private:
    // The mark of a move from the same place, or a new one in a database without a row.
    Outcome begin() {
        return to_.change([&]() -> Outcome {
            FRIST_TRY_DONE(to_.engine().alone());
            FRIST_TRY(const std::vector<std::string> there, to_.engine().tables());
            if (std::find(there.begin(), there.end(), "moving") != there.end()) return same_move();
            for (const std::string& table : there) {
                FRIST_TRY(Statement s, to_.composed(fmt::format("SELECT 1 FROM {} LIMIT 1", table)));
                FRIST_TRY(const bool row, s.step());
                if (row) return Error{"move.not_empty", shown(wish_.to), fmt::format("somebody has worked with this database already (table {})", table), "Name an empty one with --to."};
            }
            FRIST_TRY_DONE(to_.execute(mark));
            FRIST_TRY(Statement s, to_.composed("INSERT INTO moving (one, from_where) VALUES (1, ?1)"));
            return s.bind(shown(wish_.from)).run();
        });
    }
    Outcome same_move() {
        FRIST_TRY(Statement s, to_.composed("SELECT from_where FROM moving"));
        FRIST_TRY(const bool row, s.step());
        if (row && s.view() == shown(wish_.from)) return done;
        return Error{"move.not_empty", shown(wish_.to), "is being filled from another database", "Name that one with --from, or an empty one with --to."};
    }

    Outcome rows(const std::string& table) {
        MovedTable moved{table, 0};
        TableCopy copy(from_, to_, table, tables_.at(table));
        while (true) {
            std::int64_t count = 0;
            FRIST_TRY_DONE(to_.change([&]() -> Outcome {
                FRIST_TRY_DONE(to_.engine().alone());
                FRIST_TRY(count, copy.more_rows(wish_.at_once));
                return done;
            }));
            moved.rows += count;
            if (count > 0 && wish_.tell) wish_.tell(moved);
            if (count < wish_.at_once) break;
        }
        from_.forget_composed();
        to_.forget_composed();
        told_.push_back(std::move(moved));
        return done;
    }

    Outcome end() {
        FRIST_TRY_DONE(to_.engine().alone());
        FRIST_TRY(const std::vector<Series> series, from_.engine().series());
        for (const Series& one : series) FRIST_TRY_DONE(to_.engine().keep_series(one));
        FRIST_TRY_DONE(to_.engine().filled());
        for (const auto& [table, columns] : tables_) {
            FRIST_TRY(const std::string here, fingerprint(from_, table, columns));
            FRIST_TRY(const std::string there, fingerprint(to_, table, columns));
            if (here != there)
                return Error{"move.differs", table, "is not the same on both sides: the old database was worked on meanwhile", "Stop all that works on it, empty the new database and move again."};
        }
        return to_.execute("DROP TABLE moving");
    }

    Connection& from_;
    Connection& to_;
    const MoveWish& wish_;
    std::map<std::string, std::vector<TableColumn>> tables_;
    std::vector<MovedTable> told_;
};

}  // namespace

Result<std::vector<MovedTable>> move_store(const MoveWish& wish) {
    if (wish.from == wish.to) return Error{"move.same", shown(wish.to), "is the database that is moved", "Name an empty one with --to."};
    FRIST_TRY(auto tables, tables_of_shape());
    FRIST_TRY(const std::shared_ptr<Connection> from, Connection::open(wish.from, Open::existing, wish.patience_ms));
    FRIST_TRY(const std::shared_ptr<Connection> to, Connection::open(wish.to, Open::half, wish.patience_ms));
    std::vector<MovedTable> told;
    // One moment of the old one for the whole run.
    FRIST_TRY_DONE(from->look([&]() -> Outcome {
        FRIST_TRY(told, Move(*from, *to, wish, std::move(tables)).make());
        return done;
    }));
    return told;
}

}  // namespace frist::store
