#include "store/file_duties.h"

#include "base/pch.h"

#include <fcntl.h>
#include <unistd.h>

namespace frist::store {
namespace {

// A lock of this handle alone (OFD): another thread of this program is somebody else too.
bool lock(int handle, short kind, std::int64_t place) {
    struct flock wish {};
    wish.l_type = kind;
    wish.l_whence = SEEK_SET;
    wish.l_start = place;
    wish.l_len = 1;
    return ::fcntl(handle, F_OFD_SETLK, &wish) == 0;
}

}  // namespace

FileDuties::FileDuties(const std::string& database) : file_(database == ":memory:" ? "" : database + ".duty") {}
FileDuties::~FileDuties() {
    if (handle_ >= 0) ::close(handle_);
}

Result<bool> FileDuties::take(std::int64_t place) {
    if (file_.empty()) return true;
    if (handle_ < 0) handle_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle_ < 0) return Error{"store.open", file_, "cannot be made", "Give the user who runs frist the right to write the folder of the database."};
    return lock(handle_, F_WRLCK, place);
}

void FileDuties::end(std::int64_t place) {
    if (handle_ >= 0) lock(handle_, F_UNLCK, place);
}

}  // namespace frist::store
