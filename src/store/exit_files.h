// The files of an export: written once, by one piece after the other, with their SHA-256; read the same way. Memory does not
// grow with them. All that is made here is for its owner alone (folders 0700, files 0600).
#pragma once
#include "base/hash_of_pieces.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace frist::store {

struct Written {
    std::string name;              // below the folder of the export, with '/'
    std::int64_t rows = 0;         // lines
    std::int64_t bytes = 0;
    std::string sha256;
};

class FileOut {
public:
    // Error exit.write: it is there already, or cannot be made.
    static Result<FileOut> make(const std::string& path);
    FileOut(const FileOut&) = delete;
    FileOut& operator=(const FileOut&) = delete;
    FileOut(FileOut&& other) noexcept;
    ~FileOut();

    // Error exit.write.
    Outcome add(std::string_view bytes);
    Outcome add_line(std::string_view line);
    // On the disk when it returns. Error exit.write.
    Result<Written> finish();

private:
    FileOut(std::string path, int handle) : path_(std::move(path)), handle_(handle) {}
    Outcome flush();
    std::string path_;
    int handle_ = -1;
    std::string waiting_;
    Sha256 hash_;
    Written told_;
};

class FileIn {
public:
    // Error exit.file: it is not there, or cannot be read.
    static Result<FileIn> open(const std::string& path, const std::string& name);
    FileIn(const FileIn&) = delete;
    FileIn& operator=(const FileIn&) = delete;
    FileIn(FileIn&& other) noexcept;
    ~FileIn();

    // The next line without its end, which lives until the next call; nothing at the end. Errors exit.file: it cannot be read,
    // a line of more than 256 MB, a last line that is cut off.
    Result<std::optional<std::string_view>> line();
    // The next bytes, at most 1 MB; empty at the end. Error exit.file.
    Result<std::string_view> piece();
    // What was read so far.
    Written read();

private:
    FileIn(std::string name, int handle) : handle_(handle) { told_.name = std::move(name); }
    Result<bool> more();
    int handle_ = -1;
    std::string buffer_;
    std::size_t at_ = 0;
    Sha256 hash_;
    Written told_;
};

// Copies a file that was opened; what was copied. Errors exit.file, exit.write.
Result<Written> copied(const std::string& from, const std::string& to, const std::string& name);
// The SHA-256 of a file. Error exit.file.
Result<std::string> hash_of_file(const std::string& path);

// With all folders above it. Error exit.write.
Outcome make_folder(const std::string& path);
bool is_there(const std::string& path);
// A folder that is not there, or is empty: it may be put there whole.
bool is_free(const std::string& folder);
// In one step; `to` is free. Error exit.write.
Outcome put_in_place(const std::string& from, const std::string& to);
// A folder that goes away with the value unless it was put in its place.
class Draft {
public:
    explicit Draft(std::string folder) : folder_(std::move(folder)) {}
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft();
    [[nodiscard]] const std::string& folder() const { return folder_; }
    void keep() { kept_ = true; }
    // It stands elsewhere now, and goes away from there.
    void moved(std::string folder) { folder_ = std::move(folder); }

private:
    std::string folder_;
    bool kept_ = false;
};

}  // namespace frist::store
