// Letters out of the house: each by the channel that the law allows, with the deciding channel first, and every letter
// once, wherever the work is stopped. The intent is kept before a door is touched; after a stop the door is asked first.
// docs/spec/dispatch.md.
#pragma once
#include "office/doors.h"
#include "office/send_letters.h"

#include <functional>
#include <map>

namespace frist::office {

struct PostRoom {
    std::map<Channel, Door*> doors;   // those that are set up
    Archive& archive;
    std::function<Result<std::string>(const letters::Letter&)> print;
};

struct Dispatched {
    int handed = 0;                    // a door has them and will say when they leave
    int sent = 0;
    int copies = 0;
    int later = 0;
    std::vector<HeldLetter> held;      // by the gate
    std::vector<Error> troubles;       // what a person must look at: tasks, too
};

// Everything that may leave now, leaves; what was begun before a stop is settled first, receipts are read.
// Errors store.*, law.*, file.*.
Result<Dispatched> dispatch(const Desk& desk, const CreditorRecord& creditor, const PostRoom& room);

// The channel that decides for this letter: the first that has a door, an address and the leave of its course (empty: any
// channel) and of the law. Errors
// dispatch.no_channel, with every reason; law.*.
Result<Channel> deciding_channel(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const cases::Sent& sent, const std::vector<Channel>& course,
                                const std::map<Channel, Door*>& doors);

// What would leave now, by which channel, and its copies; nothing is done.
struct Planned {
    LetterRow row;
    Result<Channel> channel;
    std::vector<Channel> copies;
};
Result<std::vector<Planned>> planned(const Desk& desk, const CreditorRecord& creditor, const std::map<Channel, Door*>& doors);

// A letter of which nobody could say whether it left: a person says so. Error dispatch.not_uncertain.
Outcome settle(const Desk& desk, const CreditorRecord& creditor, Id case_id, int letter, Channel channel, bool left);
// A letter that a door refused is tried again with the next dispatch. Error dispatch.not_failed.
Outcome try_again(const Desk& desk, Id case_id, int letter, Channel channel);

// What a person must look at, in the order of the cases.
struct Task {
    Id case_id = 0;
    int letter = 0;
    Channel channel = Channel::paper;
    DispatchState state = DispatchState::failed;
    Moment since;
    std::string says;
    std::string remedy;
};
Result<std::vector<Task>> tasks(const Desk& desk);

std::string parcel_id(const CreditorRecord& creditor, Id case_id, int letter);

}  // namespace frist::office
