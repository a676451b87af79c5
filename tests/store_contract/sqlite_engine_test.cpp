#include "store_contract/sqlite_engine.h"
#include "store_contract/postgres_engine.h"
#include "base/pch.h"
#include "store/rooms.h"

#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

namespace frist::test {
namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Connection = std::unique_ptr<sqlite3, Close>;

Connection connect(const std::string& file) {
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    return Connection(database);
}

void run(sqlite3* database, const std::string& sql) {
    char* said = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &said), SQLITE_OK)
        << sql << ": " << (said == nullptr ? "" : said);
    sqlite3_free(said);
}

// The rows of one query, cells in brackets.
std::string rows(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sql;
    std::string all;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
            all += fmt::format("[{}]",
                               std::string_view(bytes == nullptr ? "" : bytes,
                                                static_cast<std::size_t>(sqlite3_column_bytes(statement, column))));
        }
        all += '\n';
    }
    sqlite3_finalize(statement);
    return all;
}

std::string sorted(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace

TempFolder::TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "frist_contract_XXXXXX").string();
    const char* made = ::mkdtemp(pattern.data());
    EXPECT_NE(made, nullptr);
    path_ = pattern;
}
TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Result<std::unique_ptr<office::Store>> SqliteEngine::open() {
    return store::open_office(file(), store::Open::make, 0);
}

std::string SqliteEngine::dump() {
    const Connection database = connect(file());
    std::string all;
    std::string names =
        rows(database.get(),
             "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = names.find(']', at);
        const std::string table = names.substr(at + 1, end - at - 1);
        all += table + "\n" + sorted(rows(database.get(), "SELECT * FROM " + table));
        at = end + 2;
    }
    return all;
}

void SqliteEngine::execute(const std::string& sql) {
    run(connect(file()).get(), sql);
}
void SqliteEngine::make_newer() {
    execute("PRAGMA user_version = 9999");
}

std::shared_ptr<void> SqliteEngine::other_writer() {
    Connection database = connect(file());
    run(database.get(), "BEGIN IMMEDIATE");
    return std::shared_ptr<sqlite3>(database.release(), sqlite3_close);
}

std::vector<EngineKind> engines() {
    std::vector<EngineKind> kinds{{"sqlite", [] { return std::unique_ptr<Engine>(std::make_unique<SqliteEngine>()); }}};
    if (!server_for_tests().empty()) kinds.push_back({"postgres", [] { return std::unique_ptr<Engine>(std::make_unique<PostgresEngine>()); }});
    return kinds;
}

namespace {

// SQLite's own door to the disk with a switch in it: a VFS that hands everything on, but for the writes that fail.
struct Disk {
    sqlite3_vfs door{};
    sqlite3_vfs* real = nullptr;
    int until = -1;  // writes that still succeed; -1: all
    int code = SQLITE_OK;
};
Disk disk;

struct DiskFile {
    sqlite3_file base;
    sqlite3_file* real;
};
sqlite3_file* real_of(sqlite3_file* file) {
    return reinterpret_cast<DiskFile*>(file)->real;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (disk.until == 0) return disk.code;
    if (disk.until > 0) --disk.until;
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, size, at);
}

const sqlite3_io_methods methods = {
    2,
    [](sqlite3_file* f) { return real_of(f)->pMethods->xClose(real_of(f)); },
    [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return real_of(f)->pMethods->xRead(real_of(f), to, size, at);
    },
    write,
    [](sqlite3_file* f, sqlite3_int64 size) { return real_of(f)->pMethods->xTruncate(real_of(f), size); },
    [](sqlite3_file* f, int flags) { return real_of(f)->pMethods->xSync(real_of(f), flags); },
    [](sqlite3_file* f, sqlite3_int64* size) { return real_of(f)->pMethods->xFileSize(real_of(f), size); },
    [](sqlite3_file* f, int lock) { return real_of(f)->pMethods->xLock(real_of(f), lock); },
    [](sqlite3_file* f, int lock) { return real_of(f)->pMethods->xUnlock(real_of(f), lock); },
    [](sqlite3_file* f, int* out) { return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out); },
    [](sqlite3_file* f, int what, void* with) { return real_of(f)->pMethods->xFileControl(real_of(f), what, with); },
    [](sqlite3_file* f) { return real_of(f)->pMethods->xSectorSize(real_of(f)); },
    [](sqlite3_file* f) { return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f)); },
    [](sqlite3_file* f, int page, int size, int more, void volatile** out) {
        return real_of(f)->pMethods->xShmMap(real_of(f), page, size, more, out);
    },
    [](sqlite3_file* f, int from, int count, int flags) {
        return real_of(f)->pMethods->xShmLock(real_of(f), from, count, flags);
    },
    [](sqlite3_file* f) { real_of(f)->pMethods->xShmBarrier(real_of(f)); },
    [](sqlite3_file* f, int remove) { return real_of(f)->pMethods->xShmUnmap(real_of(f), remove); },
    nullptr,
    nullptr,
};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
    auto* ours = reinterpret_cast<DiskFile*>(file);
    ours->base.pMethods = nullptr;
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const int code = disk.real->xOpen(disk.real, name, ours->real, flags, got);
    if (ours->real->pMethods != nullptr) ours->base.pMethods = &methods;
    return code;
}

}  // namespace

FailingDisk::FailingDisk() {
    disk.real = sqlite3_vfs_find(nullptr);
    disk.door = *disk.real;
    disk.door.zName = "frist-failing-disk";
    disk.door.pNext = nullptr;
    disk.door.szOsFile = static_cast<int>(sizeof(DiskFile)) + disk.real->szOsFile;
    disk.door.xOpen = open_file;
    disk.until = -1;
    sqlite3_vfs_register(&disk.door, 1);
}
FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&disk.door);
    sqlite3_vfs_register(disk.real, 1);
}
void FailingDisk::fail_at(int write_number, int code) {
    disk.until = write_number;
    disk.code = code;
}
void FailingDisk::heal() {
    disk.until = -1;
}

}  // namespace frist::test
