#include "http/web_files.h"

#include "base/hash.h"
#include "base/pch.h"
#include "http/problem.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace frist::http {
namespace {

namespace fs = std::filesystem;

// frame-src blob: a letter is shown in the page before it is kept; the page itself has made it, from what it was answered.
constexpr std::string_view policy =
    "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src blob:; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

bool is_page(std::string_view path) { return path.find('.', path.find_last_of('/')) == path.npos; }

// A page says what it may do; everything says that it is what its type says.
void add_policy(Response& response, std::string_view type) {
    response.with("X-Content-Type-Options", "nosniff").with("Content-Security-Policy", std::string(policy)).with("Referrer-Policy", "same-origin");
    if (!type.starts_with("text/html")) return;
    response
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
}

Response missing() {
    Response response = problem(Error{"http.web_missing", "path", "there is no such file", "Load the page anew."});
    add_policy(response, "application/problem+json");
    return response;
}

Response of_file(const Request& request, const WebFile& file) {
    Response response;
    response.with("ETag", std::string(file.etag)).with("Vary", "Accept-Encoding");
    response.with("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    add_policy(response, file.type);
    if (request.header("If-None-Match") == file.etag) {
        response.status = 304;
        return response;
    }
    response.with("Content-Type", std::string(file.type));
    if (!file.encoding.empty()) response.with("Content-Encoding", std::string(file.encoding));
    response.body = file.bytes;
    return response;
}

class Packed final : public WebFiles {
public:
    explicit Packed(std::span<const WebFile> files) {
        for (const WebFile& file : files) files_[file.path].push_back(&file);
    }
    [[nodiscard]] Response answer(const Request& request) const override {
        const auto found = files_.find(is_page(request.path) ? std::string_view("/index.html") : std::string_view(request.path));
        if (found == files_.end()) return files_.empty() && is_page(request.path) ? none() : missing();
        const std::string_view accepted = request.header("Accept-Encoding");
        for (const WebFile* file : found->second)
            if (file->encoding.empty() || accepted.find(file->encoding) != accepted.npos) return of_file(request, *file);
        return missing();
    }

private:
    static Response none() {
        Response response{404, {}, "This build of Frist has no web application in it. The interface is below /api.\n"};
        response.with("Content-Type", "text/plain; charset=utf-8");
        add_policy(response, "text/plain");
        return response;
    }
    std::map<std::string_view, std::vector<const WebFile*>> files_;
};

std::string_view type_of(const fs::path& file) {
    static const std::map<std::string, std::string_view> types{{".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
                                                               {".svg", "image/svg+xml"},             {".woff2", "font/woff2"},                 {".json", "application/json"},
                                                               {".png", "image/png"},                 {".webmanifest", "application/manifest+json"}};
    const auto found = types.find(file.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

class Folder final : public WebFiles {
public:
    explicit Folder(fs::path root) : root_(std::move(root)) {}
    [[nodiscard]] Response answer(const Request& request) const override {
        const fs::path file = is_page(request.path) ? root_ / "index.html" : (root_ / request.path.substr(1)).lexically_normal();
        const fs::path within = file.lexically_relative(root_);
        if (within.empty() || *within.begin() == "..") return missing();
        std::ifstream in(file, std::ios::binary);
        if (!in || fs::is_directory(file)) return missing();
        std::ostringstream bytes;
        bytes << in.rdbuf();
        const std::string all = bytes.str();
        const std::string etag = "\"" + sha256(all).substr(0, 20) + "\"";
        return of_file(request, {request.path, type_of(file), "", etag, false, all});
    }

private:
    fs::path root_;
};

}  // namespace

std::unique_ptr<WebFiles> web_files(std::span<const WebFile> files) { return std::make_unique<Packed>(files); }

Result<std::unique_ptr<WebFiles>> web_folder(const std::string& folder) {
    const fs::path root = fs::path(folder).lexically_normal();
    std::error_code unknown;
    if (!fs::exists(root / "index.html", unknown)) return Error{"serve.web", "--web", "there is no index.html in this folder", "Name the folder that the web application was built into (web/dist)."};
    return std::unique_ptr<WebFiles>(std::make_unique<Folder>(root));
}

}  // namespace frist::http
