// An installation moves from one engine to the other: every row of every table as it is, some at a time. A move that was
// stopped, also by a kill, goes on where it was.
#pragma once
#include "store/connection.h"

namespace frist::store {

struct MovedTable {
    std::string table;
    std::int64_t rows = 0;         // that this run brought
};

struct MoveWish {
    std::string from;
    std::string to;
    int at_once = 5000;            // rows in one commit
    int patience_ms = 5000;
    // After each commit; for who waits.
    std::function<void(const MovedTable&)> tell;
};

// `to` is empty, or a move from `from` that was not ended; until it is whole no other command works on it. At the end every table
// is read on both sides and must be the same. Errors those of Connection::open, and move.same (both are one database),
// move.not_empty (somebody has worked with `to`), move.differs (`from` was worked on meanwhile; the field is the table).
Result<std::vector<MovedTable>> move_store(const MoveWish& wish);

}  // namespace frist::store
