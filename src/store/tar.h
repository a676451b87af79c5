// The inside of a backup: a tar (POSIX ustar), so that it can be read without Frist once it is opened. Written and read in
// one go; of each file name, size and SHA-256 are known when it has passed.
#pragma once
#include "base/hash_of_pieces.h"
#include "store/sealed.h"

namespace frist::store {

class TarOut {
public:
    explicit TarOut(SealedOut& out) : out_(out) {}
    // A file of exactly so many bytes; all of them follow with add(). Errors backup.write, backup.name (too long for a tar).
    Outcome begin(const std::string& name, std::int64_t bytes);
    Outcome add(std::string_view bytes);
    // Its SHA-256. Error backup.source: the bytes are not as many as were told.
    Result<std::string> end();
    Outcome finish();

private:
    SealedOut& out_;
    std::string name_;
    std::int64_t size_ = 0;
    std::int64_t left_ = 0;
    Sha256 hash_;
};

struct TarFile {
    std::string name;
    std::int64_t bytes = 0;
};

class TarIn {
public:
    explicit TarIn(SealedIn& in) : in_(in) {}
    // The next file; nothing at the end. What was not read of the one before is passed over. Errors backup.*.
    Result<std::optional<TarFile>> next();
    // The next bytes of the file, at most a megabyte, which live until the next call; empty at its end.
    Result<std::string_view> piece();
    // Of the file that was read to its end.
    std::string sha256() { return hash_.text(); }

private:
    Outcome pass(std::int64_t bytes);
    Result<std::string> exactly(std::size_t bytes);
    SealedIn& in_;
    std::int64_t left_ = 0;
    std::int64_t filling_ = 0;
    Sha256 hash_;
};

}  // namespace frist::store
