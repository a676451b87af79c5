#include "office/passing_file.h"

#include "base/pch.h"

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace frist::office {
namespace {

Error not_read(const std::string& path) { return {"file.read", path, "cannot be read", "See that nobody clears the folder where passing files go, and ask again."}; }
Error not_written(const std::string& path) { return {"file.write", path, "cannot be written", "Check the folder, its rights and the free space; nothing was left half written."}; }

}  // namespace

PassingFile::~PassingFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
}

Result<std::int64_t> PassingFile::size() const {
    std::error_code wrong;
    const auto size = std::filesystem::file_size(path_, wrong);
    if (wrong) return not_read(path_);
    return static_cast<std::int64_t>(size);
}

Result<std::string> PassingFile::bytes() const {
    std::string all;
    FRIST_TRY_DONE(each(piece_bytes, [&](std::string_view piece) -> Outcome {
        all += piece;
        return done;
    }));
    return all;
}

Outcome PassingFile::each(std::size_t most, const std::function<Outcome(std::string_view)>& take) const {
    std::ifstream in(path_, std::ios::binary);
    if (!in) return not_read(path_);
    std::string piece(most, '\0');
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(most));
        const auto count = static_cast<std::size_t>(in.gcount());
        if (in.bad()) return not_read(path_);
        if (count > 0) FRIST_TRY_DONE(take(std::string_view(piece).substr(0, count)));
    }
    return done;
}

Outcome PassingFile::append(std::string_view bytes) const {
    std::ofstream out(path_, std::ios::binary | std::ios::app);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return not_written(path_);
    return done;
}

Outcome PassingFile::become(const std::string& path) && {
    const int handle = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    const bool safe = handle >= 0 && ::fsync(handle) == 0;
    const bool closed = handle >= 0 && ::close(handle) == 0;
    if (!safe || !closed || ::rename(path_.c_str(), path.c_str()) != 0) return not_written(path);
    path_.clear();
    return done;
}

}  // namespace frist::office
