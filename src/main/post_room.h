// The doors of the house as the creditor has set them up, and the folder that keeps what left.
#pragma once
#include "main/program.h"
#include "office/dispatch.h"
#include "post/mail_door.h"

namespace frist::program {

class Doors {
public:
    // `letters`: the folder of the letters; empty: "letters" beside the database. Errors channel.*, file.*.
    static Result<std::unique_ptr<Doors>> open(const Program& program, const Session& session, const std::string& letters);

    [[nodiscard]] office::PostRoom room();
    [[nodiscard]] const std::map<office::Channel, office::Door*>& by_channel() const { return by_channel_; }

private:
    explicit Doors(std::unique_ptr<office::Archive> archive) : archive_(std::move(archive)) {}

    std::unique_ptr<office::Archive> archive_;
    std::vector<std::unique_ptr<office::Door>> owned_;
    std::map<office::Channel, office::Door*> by_channel_;
};

// The folder that keeps the letters; it is not made.
std::unique_ptr<office::Archive> letters_archive(const std::string& folder);

// How the creditor's e-mail goes. Errors channel.secret, channel.off.
Result<post::MailRoom> mail_room(const Session& session);
Result<post::MailRoom> mail_room(const office::CreditorRecord& record, Moment now);

}  // namespace frist::program
