#include "base/pch.h"
#include "store/statement.h"

namespace frist::store {

Error store_error(sqlite3* database, int code) {
    const std::string said = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
    switch (code & 0xff) {
        case SQLITE_FULL: return {"store.full", "database", "the disk is full; nothing of this step was kept", "Free some space and run the command again."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {"store.busy", "database", "another process is writing to it", "Wait until that command has ended and run this one again."};
        case SQLITE_READONLY: return {"store.readonly", "database", "may not be written to", "Give the user who runs frist the right to write the file and its folder."};
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT: return {"store.damaged", "database", "is damaged or is no Frist database: " + said, "Restore the latest backup, then run frist verify."};
        case SQLITE_CANTOPEN: return {"store.open", "database", "cannot be opened", "Check the name of the file and the rights of its folder, or make one with frist init."};
        case SQLITE_IOERR:
            // A quota and a limit on the size of files end like a broken disk, and SQLite does not keep the system's word:
            // what cannot be written is called full until somebody has looked.
            if (const int why = database == nullptr ? 0 : sqlite3_extended_errcode(database); why == SQLITE_IOERR_WRITE || why == SQLITE_IOERR_SHMSIZE || why == SQLITE_IOERR_TRUNCATE)
                return {"store.full", "database", "cannot grow: the disk, a quota or a limit on files is full; nothing of this step was kept", "Free some space or lift the limit, and run the command again."};
            return {"store.disk", "database", "the disk failed: " + said, "Check the disk; nothing of this step was kept."};
        default: return {"store.failed", "database", said, "Nothing of this step was kept. Run frist verify."};
    }
}

Result<bool> Statement::step() {
    read_ = 0;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return store_error(database_, code);
}

Outcome Statement::run() {
    FRIST_TRY(const bool row, step());
    FRIST_CHECK(!row);
    return done;
}

std::optional<Date> Statement::maybe_date() {
    if (sqlite3_column_type(statement_, read_) == SQLITE_NULL) {
        ++read_;
        return std::nullopt;
    }
    const Result<Date> day = Date::parse(view());
    FRIST_CHECK(day.ok());
    return *day;
}

}  // namespace frist::store
