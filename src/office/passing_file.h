// A file that is there for a while only: what is too long to stand in memory goes through it. It goes when its owner does.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace frist::office {

class PassingFile {
public:
    // The file may come to be later; whatever is at the path then belongs to it.
    explicit PassingFile(std::string path) : path_(std::move(path)) {}
    PassingFile(PassingFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(PassingFile&&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    ~PassingFile();

    [[nodiscard]] const std::string& path() const { return path_; }
    // Error file.read, here and below.
    [[nodiscard]] Result<std::int64_t> size() const;
    [[nodiscard]] Result<std::string> bytes() const;
    // Its bytes in their order, at most so many at a time; what `take` says ends it.
    [[nodiscard]] Outcome each(std::size_t most, const std::function<Outcome(std::string_view)>& take) const;
    // Behind what is in it. Error file.write.
    [[nodiscard]] Outcome append(std::string_view bytes) const;
    // Stands from now on, at once or not at all, as `path` in the same file system, and is no longer passing. Error file.write.
    [[nodiscard]] Outcome become(const std::string& path) &&;

private:
    std::string path_;   // empty: it is somebody else's now
};

// How much of one is kept, sent or read at a time.
inline constexpr std::size_t piece_bytes = std::size_t{1} << 20U;

// Makes an empty one. Error file.write.
using PassingFiles = std::function<Result<PassingFile>()>;

}  // namespace frist::office
