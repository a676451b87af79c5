#include "main/post_room.h"

#include "base/pch.h"
#include "post/mailbox_drop.h"
#include "post/print_house.h"
#include "print/press.h"
#include "store/connection.h"

#include <ctime>
#include <filesystem>
#include <sys/stat.h>

namespace frist::program {
namespace {

namespace fs = std::filesystem;

class FolderArchive final : public office::Archive {
public:
    explicit FolderArchive(std::string folder) : folder_(std::move(folder)) {}
    Outcome keep(const std::string& name, std::string_view bytes) override {
        std::error_code ignored;   // what is wrong with the folder is told by what is written there
        fs::create_directories(folder_, ignored);
        return write_file(folder_ + "/" + name, bytes);
    }
    Result<std::string> read(const std::string& name) override { return bytes_of(folder_ + "/" + name); }
    Outcome forget(const std::string& name) override {
        std::error_code wrong;
        fs::remove(folder_ + "/" + name, wrong);
        return wrong ? Outcome(Error{"file.write", folder_ + "/" + name, "cannot be removed", "Check the rights of the folder."}) : Outcome(done);
    }

private:
    std::string folder_;
};

// What the clocks of this machine are ahead of UTC at a moment.
int utc_offset(Moment at) {
    std::tm wall{};
    wall.tm_year = at.day.year() - 1900;
    wall.tm_mon = at.day.month() - 1;
    wall.tm_mday = at.day.day();
    wall.tm_hour = at.minute / 60;
    wall.tm_min = at.minute % 60;
    wall.tm_isdst = -1;
    std::mktime(&wall);
    return static_cast<int>(wall.tm_gmtoff / 60);
}

Result<std::unique_ptr<post::Place>> paper_place(const office::PaperDoorSettings& paper, const std::string& own) {
    if (paper.kind != office::PaperDoor::sftp) return post::local_place(paper.place.empty() ? own : paper.place);
    const std::size_t host = paper.place.find("://");
    const std::size_t path = paper.place.find('/', host + 3);
    if (host == std::string::npos || path == std::string::npos)
        return Error{"channel.place", "--place", "is not of the form sftp://host:22/folder", "Name the server and the folder with frist channel set paper."};
    post::Host where;
    where.url = paper.place.substr(0, path);
    where.user = paper.user;
    where.key_file = paper.key_file;
    where.known_hosts = paper.known_hosts;
    return post::sftp_place(where, paper.place.substr(path));
}

}  // namespace

std::unique_ptr<office::Archive> letters_archive(const std::string& folder) { return std::make_unique<FolderArchive>(folder); }

Result<std::string> secret_of(const std::string& file) {
    if (file.empty()) return std::string();
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return Error{"channel.secret", file, "the file with the secret is not there", "Write the secret into it, or name another file."};
    if ((about.st_mode & 077) != 0) return Error{"channel.secret", file, "others can read the secret", "chmod 600 the file."};
    FRIST_TRY(std::string secret, bytes_of(file));
    while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
    return secret;
}

Result<post::MailRoom> mail_room(const Session& session) { return mail_room(session.record, session.now.value_or(Moment{session.today})); }

Result<post::MailRoom> mail_room(const office::CreditorRecord& record, Moment now) {
    const office::MailDoorSettings& mail = record.doors.mail;
    const bool agency = record.mode == cases::Mode::agency && !record.agency.name.empty();
    post::MailRoom room;
    room.smtp.url = mail.server;
    room.smtp.user = mail.user;
    FRIST_TRY(room.smtp.secret, secret_of(mail.secret_file));
    room.smtp.ca_file = mail.ca_file;
    room.imap.url = mail.imap;
    room.imap.user = mail.imap_user;
    FRIST_TRY(room.imap.secret, secret_of(mail.imap_secret_file));
    room.imap.ca_file = mail.ca_file;
    room.from_name = agency ? record.agency.name : record.name;
    room.from = !mail.from.empty() ? mail.from : agency ? record.agency.email : record.email;
    room.returns = mail.returns;
    room.archive = mail.archive;
    room.archive_folder = mail.archive_folder;
    room.returns_folder = mail.returns_folder;
    room.archive_minutes = mail.archive_minutes;
    room.now = now;
    room.utc_offset_minutes = utc_offset(room.now);
    return room;
}

Result<std::unique_ptr<Doors>> Doors::open(const Program& program, const Session& session, const std::string& letters) {
    std::string folder = letters;
    if (folder.empty() && store::on_server(program.database)) {
        FRIST_TRY(folder, program.beside(".letters"));
    } else if (folder.empty()) {
        const std::string parent = fs::path(program.database).parent_path().string();
        folder = (parent.empty() ? std::string(".") : parent) + "/letters";
    }
    std::error_code wrong;
    fs::create_directories(folder, wrong);
    if (wrong) return Error{"file.write", folder, "the folder cannot be made", "Check the name and the rights."};
    std::unique_ptr<Doors> doors(new Doors(letters_archive(folder)));
    const auto add = [&](office::Channel channel, std::unique_ptr<office::Door> door) {
        doors->by_channel_[channel] = door.get();
        doors->owned_.push_back(std::move(door));
    };
    const office::DoorSettings& set = session.record.doors;
    if (set.paper.kind != office::PaperDoor::none) {
        FRIST_TRY(std::unique_ptr<post::Place> place, paper_place(set.paper, folder + "/batches"));
        if (set.paper.kind != office::PaperDoor::sftp) FRIST_TRY_DONE(place->make("."));
        const bool says_when = set.paper.kind == office::PaperDoor::own || set.paper.receipts;
        add(office::Channel::paper, post::print_house(std::move(place), says_when, [](std::span<const std::string> pdfs) { return print::joined(pdfs); }, print::pages_of));
    }
    if (!set.mailbox_folder.empty()) add(office::Channel::digital_mailbox, post::mailbox_drop(post::local_place(set.mailbox_folder)));
    if (!set.mail.server.empty()) {
        FRIST_TRY(const post::MailRoom room, mail_room(session));
        add(office::Channel::email, post::mail_door(room));
    }
    return doors;
}

office::PostRoom Doors::room() {
    return {by_channel_, *archive_, [](const letters::Letter& letter) { return print::pdf_of(letter); }};
}

}  // namespace frist::program
