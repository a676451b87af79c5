// The built web application: files that travel in the program, or lie in a folder.
#pragma once
#include "base/result.h"
#include "http/message.h"

#include <memory>
#include <span>

namespace frist::http {

// One packed file: `bytes` in this encoding. Rows of one path stand together, the smallest first.
struct WebFile {
    std::string_view path;        // "/assets/app-1a2b.js"; the page is "/index.html"
    std::string_view type;
    std::string_view encoding;    // "br", "gzip" or empty
    std::string_view etag;
    bool immutable = false;       // its name changes with its bytes
    std::string_view bytes;
};

class WebFiles {
public:
    WebFiles() = default;
    WebFiles(const WebFiles&) = delete;
    WebFiles& operator=(const WebFiles&) = delete;
    virtual ~WebFiles() = default;
    // What a browser gets for a path that is not below /api. A path without a point is a page: the application finds
    // its own way. A missing file is 404 and never the page.
    [[nodiscard]] virtual Response answer(const Request& request) const = 0;
};

// Files that lie in the program. None: every page says that this build has no web application.
std::unique_ptr<WebFiles> web_files(std::span<const WebFile> files);
// Files of a folder as they are now, for those who work on them. Error serve.web: there is no index.html in it.
Result<std::unique_ptr<WebFiles>> web_folder(const std::string& folder);

}  // namespace frist::http
