// A stream that only who has the secret can read: the file of a backup (docs/adr/0028). One line says how the key is found,
// then come pieces of a megabyte, each sealed and bound to its place (libsodium's secretstream, XChaCha20-Poly1305); the
// last one says that it is the last. Memory does not grow with the file.
#pragma once
#include "base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace frist::store {

inline constexpr int backup_version = 1;
inline constexpr std::size_t backup_piece = std::size_t{1} << 20;

// What opens a backup: 32 bytes of chance, or words that a person remembers. It is wiped when it goes away.
class BackupSecret {
public:
    // Errors backup.key_file: not 32 bytes, or others can read the file.
    static Result<BackupSecret> of_key_file(const std::string& file);
    // Error backup.passphrase: shorter than twelve bytes.
    static Result<BackupSecret> of_words(std::string words);
    BackupSecret(const BackupSecret&) = delete;
    BackupSecret& operator=(const BackupSecret&) = delete;
    BackupSecret(BackupSecret&& other) noexcept;
    BackupSecret& operator=(BackupSecret&&) = delete;
    ~BackupSecret();
    [[nodiscard]] bool words() const { return words_; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    BackupSecret(std::string bytes, bool words) : bytes_(std::move(bytes)), words_(words) {}
    std::string bytes_;
    bool words_ = false;
};

// A new key file, readable by its owner alone. Error backup.key_file: it is there already, or cannot be made.
Outcome make_backup_key(const std::string& file);

class SealedOut {
public:
    // The file is made anew, and held until this value goes away. Errors backup.running (another backup writes it),
    // backup.write.
    static Result<SealedOut> make(const std::string& path, const BackupSecret& secret);
    SealedOut(SealedOut&& other) noexcept;
    SealedOut& operator=(SealedOut&&) = delete;
    ~SealedOut();

    // Error backup.write.
    Outcome add(std::string_view bytes);
    // The last piece; all of it is on the disk when it returns. How many bytes the file has. Error backup.write.
    Result<std::int64_t> finish();

private:
    struct Inner;
    explicit SealedOut(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

class SealedIn {
public:
    // Errors backup.missing, backup.format (no backup of ours), backup.newer, backup.secret (made with another key, or with
    // the other kind of secret).
    static Result<SealedIn> open(const std::string& path, const BackupSecret& secret);
    SealedIn(SealedIn&& other) noexcept;
    SealedIn& operator=(SealedIn&&) = delete;
    ~SealedIn();

    // The next bytes, at most `most` and at most a megabyte, which live until the next call; empty at the end. Errors
    // backup.cut, backup.changed.
    Result<std::string_view> read(std::size_t most);

private:
    struct Inner;
    explicit SealedIn(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

}  // namespace frist::store
