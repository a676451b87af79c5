#include "post/zip_file.h"

#include "base/pch.h"

#include <cstdio>
#include <zip.h>

namespace frist::post {
namespace {

constexpr uLong utf8_names = 1 << 11;
constexpr uLong made_by_unix = 3 << 8;

// The first day that a zip can name: the day of the pack stands in its index.
zip_fileinfo about() {
    zip_fileinfo info{};
    info.dosDate = (1UL << 21) | (1UL << 16);
    info.external_fa = 0100644UL << 16;
    return info;
}

bool put(zipFile zip, const Packed& file) {
    const zip_fileinfo info = about();
    const int opened = zipOpenNewFileInZip4(zip, file.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                                            made_by_unix, utf8_names);
    if (opened != ZIP_OK) return false;
    const bool wrote = zipWriteInFileInZip(zip, file.bytes.data(), static_cast<unsigned>(file.bytes.size())) == ZIP_OK;
    return zipCloseFileInZip(zip) == ZIP_OK && wrote;
}

}  // namespace

Outcome write_zip(const std::string& file, const std::vector<Packed>& files) {
    const std::string draft = file + ".part";
    bool good = false;
    if (zipFile zip = zipOpen64(draft.c_str(), APPEND_STATUS_CREATE); zip != nullptr) {
        good = std::all_of(files.begin(), files.end(), [&](const Packed& one) { return put(zip, one); });
        good = zipClose(zip, nullptr) == ZIP_OK && good;
    }
    if (good && std::rename(draft.c_str(), file.c_str()) == 0) return done;
    std::remove(draft.c_str());
    return Error{"file.write", file, "cannot be written", "Check the folder, its rights and the free space; nothing was left half written."};
}

}  // namespace frist::post
