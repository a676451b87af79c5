#include "store/tar.h"

#include "base/pch.h"

namespace frist::store {
namespace {

constexpr std::size_t block = 512;
// Where the fields of a head stand.
constexpr std::size_t at_mode = 100, at_size = 124, at_time = 136, at_sum = 148, at_kind = 156, at_magic = 257, at_prefix = 345;
constexpr std::size_t longest_name = 100, longest_prefix = 155;

std::int64_t filling_of(std::int64_t bytes) { return (static_cast<std::int64_t>(block) - bytes % static_cast<std::int64_t>(block)) % static_cast<std::int64_t>(block); }

void put(std::string& head, std::size_t at, std::string_view words) { head.replace(at, words.size(), words); }

// Eleven octal digits, or more in the way of GNU: eight gigabytes and above.
void put_size(std::string& head, std::int64_t bytes) {
    if (bytes < std::int64_t{1} << 33) return put(head, at_size, fmt::format("{:011o}", bytes));
    head[at_size] = '\x80';
    for (std::size_t i = 0; i < 8; ++i) head[at_size + 11 - i] = static_cast<char>(bytes >> (8 * i) & 0xff);
}

std::int64_t size_in(std::string_view head) {
    std::int64_t bytes = 0;
    if (head[at_size] == '\x80') {
        for (std::size_t i = 4; i < 12; ++i) bytes = bytes << 8 | static_cast<unsigned char>(head[at_size + i]);
        return bytes;
    }
    for (const char c : head.substr(at_size, 11)) {
        if (c < '0' || c > '7') return -1;
        bytes = bytes * 8 + (c - '0');
    }
    return bytes;
}

// The sum over all bytes of the head, blanks in the place of the sum itself.
std::string sum_of(std::string head) {
    put(head, at_sum, "        ");
    unsigned sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    return fmt::format("{:06o}", sum);
}

std::string_view word_in(std::string_view head, std::size_t at, std::size_t size) {
    const std::string_view field = head.substr(at, size);
    return field.substr(0, field.find('\0'));
}

Error no_tar() { return {"backup.changed", "backup", "what is inside is no archive of ours", "Use another backup."}; }

}  // namespace

Outcome TarOut::begin(const std::string& name, std::int64_t bytes) {
    std::string head(block, '\0');
    std::string_view last = name;
    if (name.size() > longest_name) {
        const std::size_t cut = name.find('/', name.size() - longest_name - 1);
        if (cut == std::string::npos || cut > longest_prefix) return Error{"backup.name", name, "is too long a name for the archive", "Give the file a shorter name."};
        put(head, at_prefix, name.substr(0, cut));
        last.remove_prefix(cut + 1);
    }
    put(head, 0, last);
    put(head, at_mode, "0000600");
    put(head, at_mode + 8, "0000000");
    put(head, at_mode + 16, "0000000");
    put_size(head, bytes);
    put(head, at_time, "00000000000");
    head[at_kind] = '0';
    put(head, at_magic, std::string_view("ustar\00000", 8));
    put(head, at_sum, sum_of(head));
    head[at_sum + 6] = '\0';
    head[at_sum + 7] = ' ';
    name_ = name;
    size_ = left_ = bytes;
    hash_ = Sha256();
    return out_.add(head);
}

Outcome TarOut::add(std::string_view bytes) {
    left_ -= static_cast<std::int64_t>(bytes.size());
    hash_.add(bytes);
    return out_.add(bytes);
}

Result<std::string> TarOut::end() {
    if (left_ != 0) return Error{"backup.source", name_, "changed while it was read", "Make the backup again."};
    FRIST_TRY_DONE(out_.add(std::string(static_cast<std::size_t>(filling_of(size_)), '\0')));
    return hash_.text();
}

Outcome TarOut::finish() { return out_.add(std::string(2 * block, '\0')); }

Result<std::string> TarIn::exactly(std::size_t bytes) {
    std::string got;
    while (got.size() < bytes) {
        FRIST_TRY(const std::string_view part, in_.read(bytes - got.size()));
        if (part.empty()) return no_tar();
        got += part;
    }
    return got;
}

Outcome TarIn::pass(std::int64_t bytes) {
    while (bytes > 0) {
        FRIST_TRY(const std::string_view part, in_.read(static_cast<std::size_t>(bytes)));
        if (part.empty()) return no_tar();
        bytes -= static_cast<std::int64_t>(part.size());
    }
    return done;
}

Result<std::optional<TarFile>> TarIn::next() {
    FRIST_TRY_DONE(pass(left_ + filling_));
    FRIST_TRY(const std::string head, exactly(block));
    if (head.find_first_not_of('\0') == std::string::npos) {
        // To the end of the stream, so that its last piece is known; other tars fill up with more blanks.
        while (true) {
            FRIST_TRY(const std::string_view behind, in_.read(backup_piece));
            if (behind.empty()) return std::optional<TarFile>{};
            if (behind.find_first_not_of('\0') != std::string_view::npos) return no_tar();
        }
    }
    if (word_in(head, at_sum, 6) != sum_of(head) || word_in(head, at_magic, 5) != "ustar" || head[at_kind] != '0') return no_tar();
    TarFile file;
    file.name = std::string(word_in(head, at_prefix, longest_prefix));
    if (!file.name.empty()) file.name += '/';
    file.name += word_in(head, 0, longest_name);
    file.bytes = size_in(head);
    if (file.bytes < 0) return no_tar();
    left_ = file.bytes;
    filling_ = filling_of(file.bytes);
    hash_ = Sha256();
    return std::optional<TarFile>(std::move(file));
}

Result<std::string_view> TarIn::piece() {
    if (left_ == 0) return std::string_view();
    FRIST_TRY(const std::string_view part, in_.read(static_cast<std::size_t>(std::min(left_, static_cast<std::int64_t>(backup_piece)))));
    if (part.empty()) return no_tar();
    left_ -= static_cast<std::int64_t>(part.size());
    hash_.add(part);
    return part;
}

}  // namespace frist::store
