// The words of a mail to a person of the office (texts/mails): case numbers, and what there is to do.
#pragma once
#include "access/rows.h"

#include <map>

namespace frist::access {

// A line of texts/mails in the language; in bokmål when there is no such language. An unknown key is a bug.
std::string mail_word(std::string_view language, std::string_view key);

struct MailText {
    std::string subject;
    std::string text;
};
struct MailPlaces {
    std::map<Id, std::string> creditors;  // their names
    std::string address;                  // of the application
    std::string unsubscribe;              // the whole address
};
// `news` in the order of its creditors.
MailText mail_text(std::string_view language, const std::vector<NewsRow>& news, const MailPlaces& places);

}  // namespace frist::access
