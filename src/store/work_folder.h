// A folder for what must not be found half done: one process at a time has it, what a stopped one left goes away first, and
// all of it goes away at the end. For its owner alone.
#pragma once
#include "base/result.h"

#include <string>

namespace frist::store {

class WorkFolder {
public:
    // Errors backup.running (another process has it), backup.write.
    static Result<WorkFolder> take(const std::string& path);
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    WorkFolder(WorkFolder&& other) noexcept;
    ~WorkFolder();
    [[nodiscard]] std::string in(const char* name) const { return path_ + "/" + name; }

private:
    WorkFolder(std::string path, int handle) : path_(std::move(path)), handle_(handle) {}
    std::string path_;
    int handle_ = -1;
};

// In one step, and only where nothing stands. Then the folder is synced. False when it cannot be.
bool put_where_free(const std::string& from, const std::string& to);

}  // namespace frist::store
