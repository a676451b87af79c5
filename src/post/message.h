// An e-mail as bytes: RFC 5322 and MIME, CRLF, nothing above ASCII. The same letter is the same bytes, and has the same
// Message-ID wherever it is made again.
#pragma once
#include "base/moment.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frist::post {

struct Attachment {
    std::string name;        // "999999999_2026-03-02_case12_3_notice.pdf"
    std::string bytes;
};

struct Message {
    std::string id;          // without < >: "999999999-12-3@fjordror.example"
    std::string date;        // as RFC 5322 wants it
    std::string from_name;
    std::string from;
    std::string to;
    std::string subject;
    std::string text;        // UTF-8, LF
    std::vector<std::pair<std::string, std::string>> headers;   // more of them: ASCII, one line each
    Attachment attachment;   // without a name there is none
};

// Errors mail.address (an address with blanks, brackets or without @; it is not repeated in the message).
Result<std::string> bytes_of(const Message& message);

// "Mon, 2 Mar 2026 12:00:00 +0100": `utc_offset_minutes` is the creditor's.
std::string mail_date(Moment at, int utc_offset_minutes);

bool address_shaped(std::string_view address);

// "retur@firma.example" and "12-3" make "retur+12-3@firma.example": what comes back tells of which letter.
std::string returns_to(std::string_view returns, std::string_view id);

}  // namespace frist::post
