// How a creditor's letters reach the doors of the house. Secrets stand in files of their own and never here.
#pragma once
#include "base/fields.h"

namespace frist::office {

// own: printed here, and a person says when it was posted. folder, sftp: a print house fetches batches.
enum class PaperDoor { none, own, folder, sftp };
constexpr auto names_of(PaperDoor) { return std::to_array<std::string_view>({"none", "own", "folder", "sftp"}); }

struct PaperDoorSettings {
    PaperDoor kind = PaperDoor::none;
    std::string place;               // a folder, or sftp://host:port/folder
    std::string user;
    std::string key_file;            // the private key for sftp
    std::string known_hosts;         // the file with the host's own key: another host is not trusted
    bool receipts = false;           // the print house says which day it posted; else the day it took them
    bool operator==(const PaperDoorSettings&) const = default;
};
template <class Visit>
void fields(Visit& visit, PaperDoorSettings& s) {
    visit("kind", s.kind);
    visit("place", s.place);
    visit("user", s.user);
    visit("key_file", s.key_file);
    visit("known_hosts", s.known_hosts);
    visit("receipts", s.receipts);
}

struct MailDoorSettings {
    std::string server;              // smtps://host:465, or smtp://host:587 with STARTTLS; empty: no e-mail leaves
    std::string user;
    std::string secret_file;
    std::string from;                // empty: the sender's own address
    std::string returns;             // where mail that cannot be delivered comes back to; each letter gets a part of its own
    std::string archive;             // a mailbox of ours that gets every e-mail, so that it can be asked what left
    int archive_minutes = 10;        // how long an e-mail may be on its way to the archive
    std::string imap;                // imaps://host: where the archive and what came back are read
    std::string imap_user;
    std::string imap_secret_file;
    std::string archive_folder = "INBOX";
    std::string returns_folder = "INBOX";
    std::string ca_file;             // for a server whose certificate the system does not know
    bool operator==(const MailDoorSettings&) const = default;
};
template <class Visit>
void fields(Visit& visit, MailDoorSettings& s) {
    visit("server", s.server);
    visit("user", s.user);
    visit("secret_file", s.secret_file);
    visit("from", s.from);
    visit("returns", s.returns);
    visit("archive", s.archive);
    visit("archive_minutes", s.archive_minutes);
    visit("imap", s.imap);
    visit("imap_user", s.imap_user);
    visit("imap_secret_file", s.imap_secret_file);
    visit("archive_folder", s.archive_folder);
    visit("returns_folder", s.returns_folder);
    visit("ca_file", s.ca_file);
}

struct DoorSettings {
    PaperDoorSettings paper;
    MailDoorSettings mail;
    std::string mailbox_folder;      // where the provider of digital mailboxes fetches its files; empty: none
    bool operator==(const DoorSettings&) const = default;
};
template <class Visit>
void fields(Visit& visit, DoorSettings& s) {
    visit("paper", s.paper);
    visit("mail", s.mail);
    visit("mailbox_folder", s.mailbox_folder);
}

}  // namespace frist::office
