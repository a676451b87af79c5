// E-mail: SMTP out, and IMAP to ask what left and what came back.
#pragma once
#include "office/doors.h"
#include "post/bounce.h"
#include "post/transfer.h"

#include <memory>

namespace frist::post {

struct MailRoom {
    Host smtp;
    Host imap;                   // without a URL nothing can be asked
    std::string from_name;
    std::string from;
    std::string returns;         // empty: `from`
    std::string archive;         // gets every e-mail; empty: none
    std::string archive_folder = "INBOX";
    std::string returns_folder = "INBOX";
    int archive_minutes = 10;
    int utc_offset_minutes = 60;
    Moment now;
};

std::unique_ptr<office::Door> mail_door(const MailRoom& room);

// What came back since it was last read, as receipts of state bounced (for good) or later (the server tries on). A mail
// is marked as read when it is read here. Errors imap.*.
Result<std::vector<office::Receipt>> read_returns(const MailRoom& room, Date today);

}  // namespace frist::post
