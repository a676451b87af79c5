#include "sheets/container.h"

#include "base/pch.h"

#include <minizip/unzip.h>

namespace frist::sheets {
namespace {

constexpr std::size_t most_parts = 10'000;
constexpr std::size_t most_inflated = std::size_t{2} << 30U;
// A large part that shrinks to less than this is made to fill the memory; real sheets come to a hundredth.
constexpr std::size_t most_ratio = 400;
constexpr std::size_t ratio_matters = std::size_t{64} << 20U;

const char* const again = "Save it again as XLSX or CSV in the program that made it.";

struct Bytes {
    std::string_view all;
    std::size_t at = 0;
};

Bytes* bytes_of(void* stream) {
    return static_cast<Bytes*>(stream);
}

voidpf open_bytes(voidpf opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong read_bytes(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
    Bytes& bytes = *bytes_of(stream);
    const std::size_t count = std::min<std::size_t>(size, bytes.all.size() - bytes.at);
    std::memcpy(to, bytes.all.data() + bytes.at, count);
    bytes.at += count;
    return static_cast<uLong>(count);
}

ZPOS64_T tell_bytes(voidpf /*opaque*/, voidpf stream) {
    return bytes_of(stream)->at;
}

long seek_bytes(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    Bytes& bytes = *bytes_of(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? bytes.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? bytes.all.size()
                                                                : 0;
    if (offset > bytes.all.size() - base) return -1;
    bytes.at = base + static_cast<std::size_t>(offset);
    return 0;
}

int close_bytes(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}
int bytes_error(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

Error damaged() {
    return {"sheet.zip", "", "the file is damaged: its container cannot be read to the end", again};
}

// Some programs write part names in other capitals than they refer to them.
std::string key_of(std::string_view part) {
    std::string key(part.starts_with('/') ? part.substr(1) : part);
    for (char& c : key) c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return key;
}

struct Part {
    unz64_file_pos at{};
    std::size_t size = 0;
};

struct Closer {
    void operator()(void* file) const { unzClose(file); }
};

}  // namespace

struct Container::Inside {
    Bytes bytes;
    std::unique_ptr<void, Closer> file;
    std::unordered_map<std::string, Part> parts;
    std::vector<std::string> names;
};

Container::Container(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;
Container::~Container() = default;

Result<Container> Container::open(std::string_view bytes) {
    auto inside = std::make_unique<Inside>();
    inside->bytes.all = bytes;
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_bytes;
    functions.zread_file = read_bytes;
    functions.ztell64_file = tell_bytes;
    functions.zseek64_file = seek_bytes;
    functions.zclose_file = close_bytes;
    functions.zerror_file = bytes_error;
    functions.opaque = &inside->bytes;
    inside->file.reset(unzOpen2_64("", &functions));
    if (!inside->file) return damaged();
    std::size_t inflated = 0;
    std::size_t count = 0;
    int state = unzGoToFirstFile(inside->file.get());
    for (; state == UNZ_OK; state = unzGoToNextFile(inside->file.get())) {
        unz_file_info64 info{};
        std::array<char, 512> name{};
        if (unzGetCurrentFileInfo64(inside->file.get(), &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
            UNZ_OK)
            return damaged();
        if ((info.flag & 1U) != 0)
            return Error{"sheet.encrypted", "", "the file is locked with a password",
                         "Open it with its password and save it without one."};
        const bool swollen =
            info.uncompressed_size > ratio_matters && info.uncompressed_size / most_ratio > info.compressed_size;
        if (info.uncompressed_size > most_inflated || swollen || ++count > most_parts)
            return Error{"sheet.bomb", "", "the file would fill the memory when it is unpacked", again};
        inflated += static_cast<std::size_t>(info.uncompressed_size);
        if (inflated > most_inflated)
            return Error{"sheet.bomb", "", "the file would fill the memory when it is unpacked", again};
        Part part;
        part.size = static_cast<std::size_t>(info.uncompressed_size);
        if (unzGetFilePos64(inside->file.get(), &part.at) != UNZ_OK) return damaged();
        inside->names.emplace_back(name.data());
        inside->parts.try_emplace(key_of(name.data()), part);
    }
    if (state != UNZ_END_OF_LIST_OF_FILE || inside->parts.empty()) return damaged();
    return Container(std::move(inside));
}

bool Container::has(std::string_view part) const {
    return inside_->parts.contains(key_of(part));
}

std::vector<std::string> Container::parts() const {
    return inside_->names;
}

std::size_t Container::size(std::string_view part) const {
    const auto at = inside_->parts.find(key_of(part));
    return at == inside_->parts.end() ? 0 : at->second.size;
}

Outcome Container::read(std::string_view part, const std::function<bool(std::string_view)>& take) const {
    const auto at = inside_->parts.find(key_of(part));
    if (at == inside_->parts.end()) return Error{"sheet.part", "", "a part of the spreadsheet is missing", again};
    void* file = inside_->file.get();
    if (unzGoToFilePos64(file, &at->second.at) != UNZ_OK || unzOpenCurrentFile(file) != UNZ_OK) return damaged();
    std::vector<char> piece(std::size_t{1} << 16U);
    int count = 0;
    bool wanted = true;
    while (wanted && (count = unzReadCurrentFile(file, piece.data(), static_cast<unsigned>(piece.size()))) > 0)
        wanted = take({piece.data(), static_cast<std::size_t>(count)});
    const int closed = unzCloseCurrentFile(file);
    if (wanted && (count < 0 || closed != UNZ_OK)) return damaged();
    return done;
}

std::string Container::begin_of(std::string_view part, std::size_t most) const {
    std::string begin;
    const Outcome read_it = read(part, [&](std::string_view piece) {
        begin += piece.substr(0, most - begin.size());
        return begin.size() < most;
    });
    return read_it.ok() ? begin : std::string();
}

}  // namespace frist::sheets
