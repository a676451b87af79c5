#include "store/exit_files.h"

#include "base/pch.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_size = std::size_t{1} << 20;
constexpr std::size_t longest_line = std::size_t{256} << 20;

Error cannot_write(const std::string& path) {
    return {"exit.write", path, "cannot be written", "Check the folder, its rights and the free space; nothing was left half done."};
}

Error cannot_read(const std::string& name) { return {"exit.file", name, "cannot be read", "Check that the folder of the export is whole, and its rights."}; }

// What a folder holds is on the disk.
bool synced(const std::string& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool good = ::fsync(handle) == 0;
    return ::close(handle) == 0 && good;
}

}  // namespace

Result<FileOut> FileOut::make(const std::string& path) {
    const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) return cannot_write(path);
    return FileOut(path, handle);
}

FileOut::FileOut(FileOut&& other) noexcept
    : path_(std::move(other.path_)), handle_(std::exchange(other.handle_, -1)), waiting_(std::move(other.waiting_)), hash_(other.hash_), told_(std::move(other.told_)) {}

FileOut::~FileOut() {
    if (handle_ >= 0) ::close(handle_);
}

Outcome FileOut::flush() {
    std::string_view rest = waiting_;
    while (!rest.empty()) {
        const ssize_t wrote = ::write(handle_, rest.data(), rest.size());
        if (wrote <= 0) return cannot_write(path_);
        rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    waiting_.clear();
    return done;
}

Outcome FileOut::add(std::string_view bytes) {
    hash_.add(bytes);
    told_.bytes += static_cast<std::int64_t>(bytes.size());
    waiting_ += bytes;
    return waiting_.size() < piece_size ? Outcome(done) : flush();
}

Outcome FileOut::add_line(std::string_view line) {
    ++told_.rows;
    FRIST_TRY_DONE(add(line));
    return add("\n");
}

Result<Written> FileOut::finish() {
    FRIST_TRY_DONE(flush());
    const bool good = ::fsync(handle_) == 0;
    if (::close(std::exchange(handle_, -1)) != 0 || !good) return cannot_write(path_);
    told_.sha256 = hash_.text();
    return told_;
}

Result<FileIn> FileIn::open(const std::string& path, const std::string& name) {
    struct stat about {};
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return Error{"exit.file", name, "is not there", "Bring the whole folder of the export, as it was made."};
    FileIn file(name, handle);
    if (::fstat(handle, &about) != 0 || !S_ISREG(about.st_mode)) return cannot_read(name);
    return file;
}

FileIn::FileIn(FileIn&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), buffer_(std::move(other.buffer_)), at_(other.at_), hash_(other.hash_), told_(std::move(other.told_)) {}

FileIn::~FileIn() {
    if (handle_ >= 0) ::close(handle_);
}

// Reads behind what is still wanted; false at the end.
Result<bool> FileIn::more() {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t before = buffer_.size();
    buffer_.resize(before + piece_size);
    const ssize_t got = ::read(handle_, buffer_.data() + before, piece_size);
    buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return cannot_read(told_.name);
    const std::string_view fresh = std::string_view(buffer_).substr(before);
    hash_.add(fresh);
    told_.bytes += static_cast<std::int64_t>(fresh.size());
    return got > 0;
}

Result<std::optional<std::string_view>> FileIn::line() {
    std::size_t seen = at_;
    while (true) {
        const std::size_t end = buffer_.find('\n', seen);
        if (end != std::string::npos) {
            const std::string_view found = std::string_view(buffer_).substr(at_, end - at_);
            at_ = end + 1;
            ++told_.rows;
            return std::optional<std::string_view>(found);
        }
        if (buffer_.size() - at_ > longest_line) return Error{"exit.file", told_.name, fmt::format("line {} is longer than any of ours", told_.rows + 1), "Export the installation again."};
        seen = buffer_.size() - at_;
        FRIST_TRY(const bool there, more());
        if (there) continue;
        if (at_ < buffer_.size()) return Error{"exit.file", told_.name, fmt::format("line {} is cut off", told_.rows + 1), "Bring the whole folder of the export, as it was made."};
        return std::optional<std::string_view>{};
    }
}

Result<std::string_view> FileIn::piece() {
    at_ = buffer_.size();
    FRIST_TRY([[maybe_unused]] const bool there, more());
    return std::string_view(buffer_);
}

Written FileIn::read() {
    Written told = told_;
    told.sha256 = hash_.text();
    return told;
}

Result<Written> copied(const std::string& from, const std::string& to, const std::string& name) {
    FRIST_TRY(FileIn in, FileIn::open(from, name));
    FRIST_TRY(FileOut out, FileOut::make(to));
    while (true) {
        FRIST_TRY(const std::string_view piece, in.piece());
        if (piece.empty()) break;
        FRIST_TRY_DONE(out.add(piece));
    }
    FRIST_TRY(Written told, out.finish());
    told.name = name;
    return told;
}

Result<std::string> hash_of_file(const std::string& path) {
    FRIST_TRY(FileIn in, FileIn::open(path, path));
    while (true) {
        FRIST_TRY(const std::string_view piece, in.piece());
        if (piece.empty()) return in.read().sha256;
    }
}

Outcome make_folder(const std::string& path) {
    std::error_code wrong;
    const fs::path above = fs::path(path).parent_path();
    if (!above.empty() && !fs::exists(above, wrong)) FRIST_TRY_DONE(make_folder(above.string()));
    if (::mkdir(path.c_str(), 0700) == 0 || (errno == EEXIST && fs::is_directory(path, wrong))) return done;
    return cannot_write(path);
}

bool is_there(const std::string& path) {
    std::error_code wrong;
    return fs::exists(path, wrong);
}

bool is_free(const std::string& folder) {
    std::error_code wrong;
    return !fs::exists(fs::symlink_status(folder, wrong)) || (fs::is_directory(folder, wrong) && fs::is_empty(folder, wrong));
}

Outcome put_in_place(const std::string& from, const std::string& to) {
    const std::string above = fs::absolute(to).parent_path().string();
    std::error_code wrong;
    bool whole = synced(from);
    for (fs::recursive_directory_iterator at(from, wrong), end; whole && !wrong && at != end; at.increment(wrong))
        if (at->is_directory(wrong)) whole = synced(at->path().string());
    if (!whole || wrong || ::rename(from.c_str(), to.c_str()) != 0 || !synced(above)) return cannot_write(to);
    return done;
}

Draft::~Draft() {
    std::error_code ignored;
    if (!kept_) fs::remove_all(folder_, ignored);
}

}  // namespace frist::store
