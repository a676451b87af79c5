#include "post/mail_door.h"

#include "base/pch.h"
#include "post/message.h"

namespace frist::post {
namespace {

using office::Answer;
using office::DispatchState;

std::string domain_of(const std::string& address) { return address.substr(std::min(address.find('@') + 1, address.size())); }

// A mail from the house, without what it says.
Message message_to(const MailRoom& room, const std::string& id, const std::string& to) {
    Message message;
    message.id = id + "@" + domain_of(room.from);
    message.date = mail_date(room.now, room.utc_offset_minutes);
    message.from_name = room.from_name;
    message.from = room.from;
    message.to = to;
    return message;
}

// One mail to one person, and to the archive.
Answer hand_over_mail(const MailRoom& room, const std::string& sender, const Message& message) {
    const Result<std::string> bytes = bytes_of(message);
    if (!bytes.ok()) return {DispatchState::failed, frist::text(bytes.error())};
    std::vector<std::string> to{message.to};
    if (!room.archive.empty()) to.push_back(room.archive);
    const Reply reply = send_mail(room.smtp, sender, to, *bytes);
    if (reply.after_data) return {DispatchState::uncertain, "the connection broke when the mail was on its way: " + reply.said};
    if (!reply.reached) return {DispatchState::later, reply.said};
    if (reply.code >= 200 && reply.code < 300) return {DispatchState::sent, fmt::format("{} Message-ID <{}>", reply.code, message.id)};
    return {reply.code >= 500 && reply.code != 530 && reply.code != 535 ? DispatchState::failed : DispatchState::later, fmt::format("the mail server answered {}", reply.code)};
}

class MailDoor final : public office::Door {
public:
    explicit MailDoor(MailRoom room) : room_(std::move(room)) {}

    [[nodiscard]] std::size_t at_once() const override { return 1; }

    std::vector<Answer> hand_over(const std::string& /*batch*/, std::span<const office::Parcel> parcels) override {
        std::vector<Answer> answers;
        for (const office::Parcel& parcel : parcels) answers.push_back(send(parcel));
        return answers;
    }

    // SMTP cannot be asked what it took. Our own archive can, when the mail has had the time to get there.
    std::vector<Answer> asked(const std::string& /*batch*/, std::span<const std::string> ids, Moment begun, Moment now) override {
        std::vector<Answer> answers;
        for (const std::string& id : ids) answers.push_back(ask_archive(room_, id, begun, now));
        return answers;
    }

private:
    Answer send(const office::Parcel& parcel) {
        Message message = message_to(room_, parcel.id, parcel.address);
        message.subject = parcel.subject;
        message.text = parcel.words;
        message.attachment = {parcel.file, parcel.pdf};
        return hand_over_mail(room_, returns_to(room_.returns.empty() ? room_.from : room_.returns, parcel.id), message);
    }

    MailRoom room_;
};

Message message_of(const MailRoom& room, const Words& words) {
    Message message = message_to(room, words.id, words.to);
    message.subject = words.subject;
    message.text = words.text;
    message.headers = words.headers;
    return message;
}

}  // namespace

std::unique_ptr<office::Door> mail_door(const MailRoom& room) { return std::make_unique<MailDoor>(room); }

Outcome send_words(const MailRoom& room, const Words& words) {
    FRIST_TRY(const std::string bytes, bytes_of(message_of(room, words)));
    const Reply reply = send_mail(room.smtp, room.from, {words.to}, bytes);
    if (!reply.reached || reply.after_data) return Error{"mail.later", "--server", reply.said, "Try again; it is the same mail."};
    if (reply.code >= 200 && reply.code < 300) return done;
    return Error{"mail.refused", "--server", fmt::format("the mail server answered {}", reply.code), "Look at the address and the settings: frist channel show."};
}

Answer send_archived(const MailRoom& room, const Words& words) { return hand_over_mail(room, room.from, message_of(room, words)); }

Answer ask_archive(const MailRoom& room, const std::string& id, Moment begun, Moment now) {
    if (room.imap.url.empty() || room.archive.empty()) return {DispatchState::uncertain, "the work stopped while the mail was on its way, and there is no archive to ask"};
    const std::string message_id = id + "@" + domain_of(room.from);
    const Result<std::vector<std::string>> found = find_mails(room.imap, room.archive_folder, "HEADER Message-ID <" + message_id + ">");
    if (!found.ok()) return {DispatchState::uncertain, frist::text(found.error())};
    if (!found->empty()) return {DispatchState::sent, fmt::format("found in the archive, Message-ID <{}>", message_id)};
    if (now < after(begun, room.archive_minutes)) return {DispatchState::begun, "may still be on its way to the archive"};
    return {DispatchState::later, "is not in the archive: it did not leave"};
}

Result<std::vector<office::Receipt>> read_returns(const MailRoom& room, Date today) {
    std::vector<office::Receipt> all;
    FRIST_TRY(const std::vector<std::string> numbers, find_mails(room.imap, room.returns_folder, "UNSEEN"));
    for (const std::string& number : numbers) {
        FRIST_TRY(const std::string mail, read_mail(room.imap, room.returns_folder, number));
        const auto bounce = read_bounce(mail, room.returns.empty() ? room.from : room.returns, domain_of(room.from));
        if (!bounce) continue;
        all.push_back({bounce->letter, bounce->for_good ? DispatchState::bounced : DispatchState::later, today,
                       bounce->for_good ? fmt::format("could not be delivered{}", bounce->status.empty() ? "" : " (" + bounce->status + ")") : "the receiving server tries on"});
    }
    return all;
}

}  // namespace frist::post
