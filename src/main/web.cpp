#include "main/web.h"

#include "base/pch.h"

extern "C" {
extern const char frist_web[];
extern const char frist_web_end[];
}

namespace frist::program {
namespace {

// A row of the table that web/tools/pack.mjs writes.
struct Row {
    std::string_view path;
    std::string_view type;
    std::string_view encoding;
    std::string_view etag;
    bool immutable;
    std::size_t offset;
    std::size_t length;
};

constexpr Row rows[] = {
#include <web_table.inc>   // made beside the build
    {"", "", "", "", false, 0, 0},
};

}  // namespace

std::span<const http::WebFile> embedded_web() {
    static const std::vector<http::WebFile> files = [] {
        std::vector<http::WebFile> all;
        const std::string_view bytes(frist_web, static_cast<std::size_t>(frist_web_end - frist_web));
        for (const Row& row : rows)
            if (!row.path.empty()) all.push_back({row.path, row.type, row.encoding, row.etag, row.immutable, bytes.substr(row.offset, row.length)});
        return all;
    }();
    return files;
}

}  // namespace frist::program
