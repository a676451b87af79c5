// http: Frist over HTTP: routes, sessions, problems, the built web application. What is asked is answered by the
// office and by access; nothing is decided here. The bytes on the wire are the transport's alone (transport.cpp).
#pragma once
#include "office/passing_file.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frist::http {

using Header = std::pair<std::string, std::string>;

// What somebody asks. Names of headers are compared without regard to case.
struct Request {
    std::string method;
    std::string path;                  // as it was sent, without the query
    std::string query;                 // after the question mark
    std::vector<Header> headers;
    std::string body;
    std::string from;                  // the network address of who asks

    // The first header of this name; empty when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    // The cookie of this name; empty when there is none.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

// A part of a body that comes bit by bit.
struct Piece {
    std::string text;                  // empty: nothing new
    bool last = false;
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    // A body that is too long to stand in memory, instead of `body`; sent as it is read, and gone when it was sent.
    std::shared_ptr<const office::PassingFile> file = nullptr;
    // A body that goes on: asked a few times a second on the transport's own thread, so that it must not wait. None for
    // an ordinary one.
    std::function<Piece()> follow = nullptr;

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    [[nodiscard]] std::string_view header(std::string_view name) const;
    // Bytes of the body, whichever it is; 0 of one that cannot be read any more.
    [[nodiscard]] std::int64_t length() const;
};

// Whether two names of headers are the same: letters of ASCII in either case.
bool same_name(std::string_view a, std::string_view b);

// "%C3%A5" and "+" (in a query only) as the bytes they stand for. Nothing when a percent sign is not followed by two
// hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank = false);

// The fields of a query in their order; nothing when one cannot be decoded.
std::optional<std::vector<Header>> query_fields(std::string_view query);

}  // namespace frist::http
