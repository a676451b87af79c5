#include "base/pch.h"
#include "main/post_room.h"
#include "post/message.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string kind, place, user, key_file, known_hosts, receipts;
    std::string server, secret_file, from, returns, archive, imap, imap_user, imap_secret_file, archive_folder, returns_folder, ca_file;
    std::string folder;
    int archive_minutes = -1;
};

void put(const std::string& from, std::string& to) {
    if (!from.empty()) to = from == "none" ? "" : from;
}

Outcome must_be(const std::string& url, const char* option, std::initializer_list<const char*> schemes) {
    if (url.empty()) return done;
    for (const char* scheme : schemes)
        if (url.starts_with(scheme) && url.size() > std::string_view(scheme).size()) return done;
    return Error{"channel.url", option, "does not begin with " + std::string(*schemes.begin()), fmt::format("Write it as {}host:port.", *schemes.begin())};
}

Outcome must_be_address(const std::string& address, const char* option) {
    if (address.empty() || post::address_shaped(address)) return done;
    return Error{"channel.address", option, "is not an e-mail address", "Write it as name@host."};
}

Result<office::DoorSettings> changed_paper(const Wish& wish, office::DoorSettings set) {
    const auto kind = enum_of<office::PaperDoor>(wish.kind);
    if (!wish.kind.empty()) set.paper.kind = *kind;
    put(wish.place, set.paper.place);
    put(wish.user, set.paper.user);
    put(wish.key_file, set.paper.key_file);
    put(wish.known_hosts, set.paper.known_hosts);
    if (!wish.receipts.empty()) set.paper.receipts = wish.receipts == "yes";
    if (set.paper.kind == office::PaperDoor::folder && set.paper.place.empty()) return Error{"channel.place", "--place", "the print house fetches from a folder, and none is named", "Name it with --place."};
    if (set.paper.kind == office::PaperDoor::folder && !std::filesystem::is_directory(set.paper.place)) return Error{"channel.place", "--place", "the folder is not there", "Make it, or name another."};
    if (set.paper.kind != office::PaperDoor::sftp) return set;
    FRIST_TRY_DONE(must_be(set.paper.place, "--place", {"sftp://"}));
    if (set.paper.place.empty()) return Error{"channel.place", "--place", "is not of the form sftp://host:22/folder", "Name the server and the folder with --place."};
    for (const auto& [value, option] : {std::pair(&set.paper.user, "--user"), std::pair(&set.paper.key_file, "--key-file"), std::pair(&set.paper.known_hosts, "--known-hosts")})
        if (value->empty()) return Error{"channel.sftp", option, "is missing", "SFTP wants a user, the file of its private key, and the file that knows the server's own key."};
    return set;
}

Result<office::DoorSettings> changed_mail(const Wish& wish, office::DoorSettings set, const office::CreditorRecord& creditor) {
    office::MailDoorSettings& mail = set.mail;
    put(wish.server, mail.server);
    put(wish.user, mail.user);
    put(wish.secret_file, mail.secret_file);
    put(wish.from, mail.from);
    put(wish.returns, mail.returns);
    put(wish.archive, mail.archive);
    put(wish.imap, mail.imap);
    put(wish.imap_user, mail.imap_user);
    put(wish.imap_secret_file, mail.imap_secret_file);
    put(wish.archive_folder, mail.archive_folder);
    put(wish.returns_folder, mail.returns_folder);
    put(wish.ca_file, mail.ca_file);
    if (wish.archive_minutes >= 0) mail.archive_minutes = wish.archive_minutes;
    FRIST_TRY_DONE(must_be(mail.server, "--server", {"smtps://", "smtp://"}));
    FRIST_TRY_DONE(must_be(mail.imap, "--imap", {"imaps://", "imap://"}));
    FRIST_TRY_DONE(must_be_address(mail.from, "--from"));
    FRIST_TRY_DONE(must_be_address(mail.returns, "--returns"));
    FRIST_TRY_DONE(must_be_address(mail.archive, "--archive"));
    if (!mail.server.empty() && mail.from.empty() && creditor.email.empty()) return Error{"channel.address", "--from", "the creditor has no e-mail address to write from", "Name one with --from."};
    return set;
}

json::object json_of(const office::DoorSettings& set) { return to_json(set); }

Result<int> show(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    const office::DoorSettings& set = session.record.doors;
    if (program.json) {
        print_json(json_of(set));
        return exit_done;
    }
    std::cout << fmt::format("paper            {}{}\n", name_of(set.paper.kind), set.paper.place.empty() ? "" : " " + set.paper.place);
    if (set.paper.kind == office::PaperDoor::folder || set.paper.kind == office::PaperDoor::sftp)
        std::cout << (set.paper.receipts ? "                 sent when its receipt says so\n" : "                 sent when the batch is complete\n");
    std::cout << fmt::format("email            {}\n", set.mail.server.empty() ? "none" : set.mail.server);
    if (!set.mail.server.empty())
        std::cout << fmt::format("                 archive {}, read at {}\n", set.mail.archive.empty() ? "none: an e-mail that was cut off asks a person" : set.mail.archive, set.mail.imap.empty() ? "no server" : set.mail.imap);
    std::cout << fmt::format("digital_mailbox  {}\n", set.mailbox_folder.empty() ? "none" : set.mailbox_folder);
    return exit_done;
}

enum class Which { paper, mail, mailbox };

Result<int> set(const Program& program, const Wish& wish, Which which) {
    FRIST_TRY(Session session, open_session(program));
    switch (which) {
        case Which::paper: {
            FRIST_TRY(session.record.doors, changed_paper(wish, session.record.doors));
            break;
        }
        case Which::mail: {
            FRIST_TRY(session.record.doors, changed_mail(wish, session.record.doors, session.record));
            break;
        }
        case Which::mailbox:
            put(wish.folder, session.record.doors.mailbox_folder);
            if (!session.record.doors.mailbox_folder.empty() && !std::filesystem::is_directory(session.record.doors.mailbox_folder))
                return Error{"channel.place", "--folder", "the folder is not there", "Make it, or name another."};
            break;
    }
    FRIST_TRY_DONE(keep_creditor(session));
    return show(program);
}

}  // namespace

void add_channel(CLI::App& app, Program& program) {
    CLI::App* channel = app.add_subcommand("channel", "How letters leave the house: paper, e-mail, digital mailbox");
    channel->require_subcommand(1);
    channel->add_subcommand("show", "What is set up")->callback([&program] { run(program, [&program] { return show(program); }); });
    CLI::App* change = channel->add_subcommand("set", "Set up a channel; the word none takes a setting away");
    change->require_subcommand(1);
    auto wish = std::make_shared<Wish>();
    CLI::App* paper = change->add_subcommand("paper", "Printed here, or by a print house");
    paper->add_option("--kind", wish->kind, "none; own: printed here; folder or sftp: a print house fetches batches")->check(CLI::IsMember({"none", "own", "folder", "sftp"}));
    paper->add_option("--place", wish->place, "the folder, or sftp://host:22/folder");
    paper->add_option("--user", wish->user, "the user of the print house's server");
    paper->add_option("--key-file", wish->key_file, "the file with our private key");
    paper->add_option("--known-hosts", wish->known_hosts, "the file with the server's own key");
    paper->add_option("--receipts", wish->receipts, "yes: the print house says which day it posted; no: the day it took them")->check(CLI::IsMember({"yes", "no"}));
    paper->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish, Which::paper); }); });
    CLI::App* mail = change->add_subcommand("email", "Your mail server");
    mail->add_option("--server", wish->server, "smtps://host:465, or smtp://host:587 with STARTTLS");
    mail->add_option("--user", wish->user, "who signs in");
    mail->add_option("--secret-file", wish->secret_file, "the file with the password; only you may read it");
    mail->add_option("--from", wish->from, "the sender; the creditor's own address when left out");
    mail->add_option("--returns", wish->returns, "where undeliverable mail comes back to; name+anything@host must reach it");
    mail->add_option("--archive", wish->archive, "a mailbox of yours that gets each e-mail, so that it can be asked what left");
    mail->add_option("--archive-minutes", wish->archive_minutes, "how long an e-mail may be on its way there (10)")->check(CLI::Range(0, 1440));
    mail->add_option("--imap", wish->imap, "imaps://host: where the archive and the returns are read");
    mail->add_option("--imap-user", wish->imap_user, "who signs in there");
    mail->add_option("--imap-secret-file", wish->imap_secret_file, "the file with that password");
    mail->add_option("--archive-folder", wish->archive_folder, "the folder of the archive (INBOX)");
    mail->add_option("--returns-folder", wish->returns_folder, "the folder of the returns (INBOX)");
    mail->add_option("--ca-file", wish->ca_file, "certificates that this machine does not know");
    mail->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish, Which::mail); }); });
    CLI::App* mailbox = change->add_subcommand("digital-mailbox", "A folder that an adapter to your provider empties");
    mailbox->add_option("--folder", wish->folder, "the folder, or none")->required();
    mailbox->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish, Which::mailbox); }); });
}

}  // namespace frist::program
