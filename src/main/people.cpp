#include "main/people.h"

#include "base/pch.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <chrono>

namespace frist::program {

access::Instant instant_now() {
    return {std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

void chance(std::span<unsigned char> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

Result<access::SealKey> seal_key(const std::string& file) {
    access::SealKey key{};
    if (const int known = ::open(file.c_str(), O_RDONLY | O_CLOEXEC); known >= 0) {
        const ssize_t got = ::read(known, key.data(), key.size());
        ::close(known);
        if (got == static_cast<ssize_t>(key.size())) return key;
        return Error{"serve.key", file, "is no key file: it does not hold 32 bytes", "Bring back the file that was made with the database; without it every second factor must be set up anew."};
    }
    chance(key);
    const Error wrong{"serve.key", file, "the key file cannot be made", "Check the folder and its rights, or name another with --key-file."};
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) return wrong;
    const bool whole = ::write(made, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(made) == 0;
    if (::close(made) == 0 && whole) return key;
    ::unlink(file.c_str());
    return wrong;
}

}  // namespace frist::program
