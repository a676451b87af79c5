#include "http/gzip.h"

#include "base/pch.h"

#include <zlib.h>

namespace frist::http {
namespace {

constexpr std::size_t worth_it = 1024;

bool is_text(std::string_view type) {
    return type.starts_with("application/json") || type.starts_with("text/") || type.starts_with("application/problem+json") || type.starts_with("image/svg");
}

std::optional<std::string> packed(std::string_view bytes) {
    z_stream stream{};
    constexpr int with_gzip_head = 15 + 16;
    if (deflateInit2(&stream, 1, Z_DEFLATED, with_gzip_head, 8, Z_DEFAULT_STRATEGY) != Z_OK) return std::nullopt;
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    const std::size_t at = accept_encoding.find("gzip");
    if (at == std::string_view::npos) return false;
    const std::string_view rest = accept_encoding.substr(at + 4, 8);
    return !rest.starts_with(";q=0") || rest.starts_with(";q=0.");
}

void compress(Response& response) {
    if (response.body.size() < worth_it || !is_text(response.header("Content-Type")) || !response.header("Content-Encoding").empty() || !response.header("Set-Cookie").empty()) return;
    auto smaller = packed(response.body);
    if (!smaller || smaller->size() >= response.body.size()) return;
    response.body = std::move(*smaller);
    response.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
}

}  // namespace frist::http
