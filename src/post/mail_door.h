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

// A mail to the house itself, without a letter. Errors mail.address, mail.refused (the server did not take it), mail.later
// (it was not there).
struct Words {
    std::string id;              // the same id is the same mail for whoever reads it
    std::string to;
    std::string subject;
    std::string text;
    std::vector<std::pair<std::string, std::string>> headers;
};
Outcome send_words(const MailRoom& room, const Words& words);

// The same with a copy to the archive, so that the archive can be asked what left: sent, later, failed or uncertain.
office::Answer send_archived(const MailRoom& room, const Words& words);
// What became of one that was begun: sent, begun (it may still be on its way), later (it did not leave), uncertain.
office::Answer ask_archive(const MailRoom& room, const std::string& id, Moment begun, Moment now);

// What came back since it was last read, as receipts of state bounced (for good) or later (the server tries on). A mail
// is marked as read when it is read here. Errors imap.*.
Result<std::vector<office::Receipt>> read_returns(const MailRoom& room, Date today);

}  // namespace frist::post
