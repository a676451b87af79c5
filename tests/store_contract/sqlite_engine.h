#pragma once
#include "store_contract/engine.h"

#include <sqlite3.h>
#include <filesystem>

namespace frist::test {

// A folder of its own under the system's temporary folder, gone with the value.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

class SqliteEngine final : public Engine {
public:
    Result<std::unique_ptr<office::Store>> open() override;
    [[nodiscard]] std::string place() const override { return file(); }
    std::string dump() override;
    void execute(const std::string& sql) override;
    void make_newer() override;
    std::shared_ptr<void> other_writer() override;
    [[nodiscard]] std::string file() const { return folder_.file("frist.db"); }

private:
    TempFolder folder_;
};

// While it lives, SQLite reaches the disk through it, and the write numbered `fail_at` (from 0) and all later ones end
// with `code` (SQLITE_FULL, SQLITE_IOERR_WRITE), as on a disk that is full.
class FailingDisk {
public:
    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk();
    void fail_at(int write, int code);
    void heal();
};

}  // namespace frist::test
