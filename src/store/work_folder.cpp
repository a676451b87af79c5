#include "store/work_folder.h"

#include "base/pch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;

void emptied(const std::string& path) {
    std::error_code ignored;
    for (fs::directory_iterator at(path, ignored), end; at != end; at.increment(ignored)) fs::remove_all(at->path(), ignored);
}

}  // namespace

Result<WorkFolder> WorkFolder::take(const std::string& path) {
    const Error wrong{"backup.write", path, "the folder for what is under way cannot be made", "Check the rights of the folder above it and the free space."};
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return wrong;
    const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle < 0) return wrong;
    WorkFolder folder("", handle);
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) return Error{"backup.running", path, "another backup or restore is under way", "Wait until it has ended."};
    folder.path_ = path;
    emptied(path);
    return folder;
}

WorkFolder::WorkFolder(WorkFolder&& other) noexcept : path_(std::exchange(other.path_, {})), handle_(std::exchange(other.handle_, -1)) {}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
    if (handle_ >= 0) ::close(handle_);
}

bool put_where_free(const std::string& from, const std::string& to) {
    bool moved = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0;
    if (!moved && errno == EINVAL && ::access(to.c_str(), F_OK) != 0) moved = ::rename(from.c_str(), to.c_str()) == 0;   // a file system without that step
    const int above = ::open(fs::absolute(to).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = above >= 0 && ::fsync(above) == 0;
    if (above >= 0) ::close(above);
    return moved && synced;
}

}  // namespace frist::store
