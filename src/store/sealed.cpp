#include "store/sealed.h"

#include "base/pch.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sstream>

namespace frist::store {
namespace {

constexpr std::size_t key_size = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t head_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t seal_size = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t longest_line = 512;
constexpr std::size_t shortest_words = 12;
constexpr std::string_view mark = "frist-backup ";
constexpr std::string_view check_words = "frist-backup-key";

// More than this is no parameter of ours, and a file shall not make us fill the memory.
constexpr std::uint64_t most_work = 16;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

using Key = std::array<unsigned char, key_size>;
struct Wiped {
    Key key{};
    ~Wiped() { sodium_memzero(key.data(), key.size()); }
};

Error cannot_write(const std::string& path) {
    return {"backup.write", path, "cannot be written", "Check the folder, its rights and the free space; nothing was left half done."};
}
Error cut(const std::string& path) {
    return {"backup.cut", path, "ends too early: a part of it is missing", "Take the whole file from where it was copied, or another backup."};
}

std::string hex_of(std::string_view bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes_of(bytes), bytes.size());
    hex.pop_back();
    return hex;
}

// Tells a wrong key from a damaged file, and tells nothing of the key.
std::string check_of(const Key& key) {
    std::string digest(crypto_generichash_BYTES_MIN, '\0');
    crypto_generichash(bytes_of(digest), digest.size(), bytes_of(check_words), check_words.size(), key.data(), key.size());
    return hex_of(digest);
}

// The values of a head line: "ops=3" by its name.
std::map<std::string, std::string, std::less<>> values_of(std::string_view line) {
    std::map<std::string, std::string, std::less<>> values;
    std::istringstream words{std::string(line)};
    for (std::string word; words >> word;)
        if (const std::size_t at = word.find('='); at != std::string::npos) values[word.substr(0, at)] = word.substr(at + 1);
    return values;
}

std::uint64_t number_of(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() ? number : 0;
}

bool key_of_words(const std::string& words, const std::string& salt, std::uint64_t work, std::uint64_t memory, Key& key) {
    return crypto_pwhash(key.data(), key.size(), words.data(), words.size(), bytes_of(salt), work, static_cast<std::size_t>(memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Error no_memory(const std::string& path) {
    return {"backup.memory", path, "needs more memory than there is to make a key of the words", "Free some memory (256 MB are needed), or use a key file."};
}

// A new head line, and the key that belongs to it.
Result<std::string> begin_line(const std::string& path, const BackupSecret& secret, Key& key) {
    if (!secret.words()) {
        std::memcpy(key.data(), secret.bytes().data(), key.size());
        return fmt::format("{}{} key check={}\n", mark, backup_version, check_of(key));
    }
    std::string salt(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(salt.data(), salt.size());
    if (!key_of_words(secret.bytes(), salt, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE, key)) return no_memory(path);
    return fmt::format("{}{} words work={} memory={} salt={} check={}\n", mark, backup_version, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE, hex_of(salt), check_of(key));
}

// The key that a head line asks for.
Outcome read_line(const std::string& path, std::string_view line, const BackupSecret& secret, Key& key) {
    const Error foreign{"backup.format", path, "is no backup of Frist", "Name the file that frist backup made."};
    const std::vector<std::string> words = [&] {
        std::vector<std::string> all;
        std::istringstream in{std::string(line)};
        for (std::string word; in >> word;) all.push_back(std::move(word));
        return all;
    }();
    if (!line.starts_with(mark) || words.size() < 4) return foreign;
    const std::uint64_t version = number_of(words[1]);
    if (version == 0) return foreign;
    if (version > static_cast<std::uint64_t>(backup_version))
        return Error{"backup.newer", path, fmt::format("was made by a newer version (form {}, this program knows {})", version, backup_version), "Use the newer frist."};
    const auto values = values_of(line);
    const auto value = [&](std::string_view name) { const auto found = values.find(name); return found == values.end() ? std::string() : found->second; };
    const bool by_words = words[2] == "words";
    if (by_words != secret.words())
        return Error{"backup.secret", path, by_words ? "was made with a passphrase and not with a key file" : "was made with a key file and not with a passphrase",
                     by_words ? "Name the file with the passphrase with --passphrase-file." : "Name the key file with --key-file."};
    if (!by_words) {
        std::memcpy(key.data(), secret.bytes().data(), key.size());
    } else {
        std::string salt(crypto_pwhash_SALTBYTES, '\0');
        std::size_t got = 0;
        const std::string hex = value("salt");
        const std::uint64_t work = number_of(value("work"));
        const std::uint64_t memory = number_of(value("memory"));
        if (sodium_hex2bin(bytes_of(salt), salt.size(), hex.data(), hex.size(), nullptr, &got, nullptr) != 0 || got != salt.size() || work == 0 || work > most_work || memory < 8192 || memory > most_memory)
            return Error{"backup.changed", path, "its first line was changed", "Take the file from where it was copied, or another backup."};
        if (!key_of_words(secret.bytes(), salt, work, memory, key)) return no_memory(path);
    }
    if (check_of(key) == value("check")) return done;
    return Error{"backup.secret", path, by_words ? "was made with another passphrase" : "was made with another key", "Name the one that it was made with; nobody can read the backup without it."};
}

}  // namespace

Result<BackupSecret> BackupSecret::of_key_file(const std::string& file) {
    FRIST_CHECK(sodium_init() >= 0);
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return Error{"backup.key_file", file, "cannot be opened", "Make a key once with frist backup --make-key FILE, and name it with --key-file."};
    struct stat about {};
    std::string bytes(key_size + 1, '\0');
    const ssize_t got = ::fstat(handle, &about) == 0 ? ::read(handle, bytes.data(), bytes.size()) : -1;
    ::close(handle);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    BackupSecret secret(std::move(bytes), false);
    if (secret.bytes().size() != key_size) return Error{"backup.key_file", file, "is no key: it does not hold 32 bytes", "Name the file that frist backup --make-key made."};
    if ((about.st_mode & 077) != 0) return Error{"backup.key_file", file, "others can read the key", "chmod 600 the file."};
    return secret;
}

Result<BackupSecret> BackupSecret::of_words(std::string words) {
    FRIST_CHECK(sodium_init() >= 0);
    while (words.ends_with('\n') || words.ends_with('\r')) words.pop_back();
    BackupSecret secret(std::move(words), true);
    if (secret.bytes().size() < shortest_words) return Error{"backup.passphrase", "--passphrase-file", "the passphrase is shorter than twelve characters", "Take five or more words that nobody would guess, or a key file."};
    return secret;
}

BackupSecret::BackupSecret(BackupSecret&& other) noexcept : words_(other.words_) {
    // Swapped, not moved: a short text that is moved leaves its bytes behind.
    bytes_.swap(other.bytes_);
}
BackupSecret::~BackupSecret() { sodium_memzero(bytes_.data(), bytes_.size()); }

Outcome make_backup_key(const std::string& file) {
    FRIST_CHECK(sodium_init() >= 0);
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0 && errno == EEXIST) return Error{"backup.key_file", file, "is there already and is left as it is", "Name a file that is not there yet: who overwrites a key can read no older backup."};
    const Error wrong{"backup.key_file", file, "the key cannot be made", "Check the folder, its rights and the free space."};
    if (handle < 0) return wrong;
    Wiped made;
    randombytes_buf(made.key.data(), made.key.size());
    const bool whole = ::write(handle, made.key.data(), made.key.size()) == static_cast<ssize_t>(made.key.size()) && ::fsync(handle) == 0;
    if (::close(handle) == 0 && whole) return done;
    ::unlink(file.c_str());
    return wrong;
}

struct SealedOut::Inner {
    std::string path;
    int handle = -1;
    crypto_secretstream_xchacha20poly1305_state state{};
    std::string waiting;
    std::string sealed;
    std::string bound;    // to what the next piece is bound beside its place: the head line, for the first one
    std::int64_t bytes = 0;

    ~Inner() {
        if (handle >= 0) ::close(handle);
        sodium_memzero(&state, sizeof state);
        sodium_memzero(waiting.data(), waiting.size());
    }

    Outcome put(std::string_view what) {
        bytes += static_cast<std::int64_t>(what.size());
        while (!what.empty()) {
            const ssize_t wrote = ::write(handle, what.data(), what.size());
            if (wrote <= 0) return cannot_write(path);
            what.remove_prefix(static_cast<std::size_t>(wrote));
        }
        return done;
    }

    // Over what a stopped backup has left.
    Outcome begin(const BackupSecret& secret) {
        if (::ftruncate(handle, 0) != 0 || ::fchmod(handle, 0600) != 0) return cannot_write(path);
        Wiped found;
        FRIST_TRY(bound, begin_line(path, secret, found.key));
        FRIST_TRY_DONE(put(bound));
        std::string head(head_size, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&state, bytes_of(head), found.key.data());
        return put(head);
    }

    Outcome seal(std::string_view piece, unsigned char tag) {
        sealed.resize(piece.size() + seal_size);
        crypto_secretstream_xchacha20poly1305_push(&state, bytes_of(sealed), nullptr, bytes_of(piece), piece.size(), bytes_of(std::string_view(bound)), bound.size(), tag);
        bound.clear();
        return put(sealed);
    }
};

SealedOut::SealedOut(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
SealedOut::SealedOut(SealedOut&& other) noexcept = default;
SealedOut::~SealedOut() = default;

Result<SealedOut> SealedOut::make(const std::string& path, const BackupSecret& secret) {
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    inner->handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (inner->handle < 0) return cannot_write(path);
    if (::flock(inner->handle, LOCK_EX | LOCK_NB) != 0) return Error{"backup.running", path, "another backup is being written there", "Wait until it has ended, or name another file."};
    const Outcome begun = inner->begin(secret);
    if (begun.ok()) return SealedOut(std::move(inner));
    ::unlink(path.c_str());
    return begun.error();
}

Outcome SealedOut::add(std::string_view bytes) {
    std::string& waiting = inner_->waiting;
    while (!bytes.empty()) {
        if (waiting.size() == backup_piece) {
            FRIST_TRY_DONE(inner_->seal(waiting, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
            waiting.clear();
        }
        const std::size_t part = std::min(bytes.size(), backup_piece - waiting.size());
        waiting += bytes.substr(0, part);
        bytes.remove_prefix(part);
    }
    return done;
}

Result<std::int64_t> SealedOut::finish() {
    FRIST_TRY_DONE(inner_->seal(inner_->waiting, crypto_secretstream_xchacha20poly1305_TAG_FINAL));
    inner_->waiting.clear();
    if (::fsync(inner_->handle) != 0) return cannot_write(inner_->path);
    return inner_->bytes;
}

struct SealedIn::Inner {
    std::string path;
    int handle = -1;
    crypto_secretstream_xchacha20poly1305_state state{};
    std::string sealed;
    std::string open;
    std::size_t at = 0;
    std::string bound;
    bool last = false;

    ~Inner() {
        if (handle >= 0) ::close(handle);
        sodium_memzero(&state, sizeof state);
    }

    // So many bytes, or fewer at the end.
    Outcome fill(std::string& into, std::size_t size) {
        into.resize(size);
        std::size_t got = 0;
        while (got < size) {
            const ssize_t more = ::read(handle, into.data() + got, size - got);
            if (more < 0) return Error{"backup.read", path, "cannot be read to its end", "Check the disk, and take another copy of the backup."};
            if (more == 0) break;
            got += static_cast<std::size_t>(more);
        }
        into.resize(got);
        return done;
    }

    Outcome next() {
        FRIST_TRY_DONE(fill(sealed, backup_piece + seal_size));
        if (sealed.size() < seal_size) return cut(path);
        open.resize(sealed.size() - seal_size);
        unsigned char tag = 0;
        const int wrong = crypto_secretstream_xchacha20poly1305_pull(&state, bytes_of(open), nullptr, &tag, bytes_of(sealed), sealed.size(), bytes_of(std::string_view(bound)), bound.size());
        const bool is_short = sealed.size() < backup_piece + seal_size;
        const Error changed{"backup.changed", path, "was changed since it was made", "Take the file from where it was copied, or another backup."};
        if (wrong != 0 && is_short) return Error{"backup.cut", path, "is cut off, or its end was changed", "Take the whole file from where it was copied, or another backup."};
        if (wrong != 0) return changed;
        bound.clear();
        at = 0;
        last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (!last && is_short) return cut(path);
        if (!last) return done;
        FRIST_TRY_DONE(fill(sealed, 1));
        return sealed.empty() ? Outcome(done) : changed;
    }
};

SealedIn::SealedIn(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
SealedIn::SealedIn(SealedIn&& other) noexcept = default;
SealedIn::~SealedIn() = default;

Result<SealedIn> SealedIn::open(const std::string& path, const BackupSecret& secret) {
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    inner->handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (inner->handle < 0 || ::fstat(inner->handle, &about) != 0 || !S_ISREG(about.st_mode))
        return Error{"backup.missing", path, "there is no such backup, or it cannot be opened", "Check the name and the rights of the file."};
    std::string first;
    FRIST_TRY_DONE(inner->fill(first, longest_line));
    const std::size_t end = first.find('\n');
    if (end == std::string::npos) return Error{"backup.format", path, "is no backup of Frist", "Name the file that frist backup made."};
    inner->bound = first.substr(0, end + 1);
    Wiped found;
    FRIST_TRY_DONE(read_line(path, inner->bound, secret, found.key));
    if (::lseek(inner->handle, static_cast<off_t>(end + 1), SEEK_SET) < 0) return cut(path);
    std::string head;
    FRIST_TRY_DONE(inner->fill(head, head_size));
    if (head.size() != head_size) return cut(path);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&inner->state, bytes_of(std::string_view(head)), found.key.data()) != 0) return cut(path);
    return SealedIn(std::move(inner));
}

Result<std::string_view> SealedIn::read(std::size_t most) {
    Inner& in = *inner_;
    if (in.at == in.open.size() && !in.last) FRIST_TRY_DONE(in.next());
    const std::string_view part = std::string_view(in.open).substr(in.at, most);
    in.at += part.size();
    return part;
}

}  // namespace frist::store
