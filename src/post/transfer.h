// What goes over the wire: SMTP, IMAP and SFTP. libcurl stays here.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace frist::post {

struct Host {
    std::string url;          // smtps://…, smtp://…, imaps://…, sftp://…, without a path
    std::string user;
    std::string secret;       // a password, or what opens the private key
    std::string ca_file;      // for certificates that the system does not know
    std::string key_file;     // sftp
    std::string known_hosts;  // sftp
};

struct Reply {
    bool reached = false;     // the server was there and answered
    long code = 0;            // its own: 250, 421, 550 …; 0 when there is none
    std::string said;         // ours, when it was not reached or not understood
    bool after_data = false;  // the letter was on the wire when the answer was lost: nobody knows
};

// One e-mail. A server that offers no encryption is refused unless it is on this machine.
Reply send_mail(const Host& host, const std::string& sender, const std::vector<std::string>& recipients, const std::string& bytes);

// Numbers of the mails in a folder that a search finds ("HEADER Message-ID <…>", "UNSEEN"). Errors imap.*.
Result<std::vector<std::string>> find_mails(const Host& host, const std::string& folder, const std::string& search);
Result<std::string> read_mail(const Host& host, const std::string& folder, const std::string& number);

// Files of a folder over SFTP. Errors sftp.*.
Result<std::vector<std::string>> list_files(const Host& host, const std::string& folder);
Result<std::string> read_file(const Host& host, const std::string& path);
Outcome put_file(const Host& host, const std::string& path, const std::string& bytes);
Outcome make_folder(const Host& host, const std::string& path);
Outcome rename_file(const Host& host, const std::string& from, const std::string& to);

}  // namespace frist::post
