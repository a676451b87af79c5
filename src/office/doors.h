// What dispatch asks of the world beside the store: doors that letters leave by, and an archive that keeps their bytes.
#pragma once
#include "office/ports.h"

#include <span>

namespace frist::office {

// One letter as a door gets it. `id` is the door's own key of it: the same letter always has the same.
struct Parcel {
    std::string id;              // "999999999-12-3": creditor, case, letter
    Id case_id = 0;
    int letter = 0;
    cases::StepKind kind = cases::StepKind::reminder;
    Date dated;
    std::string file;            // the name of the PDF
    std::string pdf;
    std::string sha256;
    std::string subject;         // for e-mail
    std::string words;           // the letter as text
    std::string address;         // an e-mail address, a digital mailbox, or the lines of a postal address
};

struct Answer {
    DispatchState state = DispatchState::failed;   // handed, sent, later, failed or uncertain
    std::string said;                              // the door's own words, without personal data
};

// What a door tells of a letter that it was handed before.
struct Receipt {
    std::string id;
    DispatchState state = DispatchState::sent;     // sent, failed or bounced
    Date on;
    std::string said;
};

class Door {
public:
    Door() = default;
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;
    virtual ~Door() = default;

    // How many letters it takes at once.
    [[nodiscard]] virtual std::size_t at_once() const = 0;
    // One answer for each parcel. What is killed in here is asked for with `asked`.
    virtual std::vector<Answer> hand_over(const std::string& batch, std::span<const Parcel> parcels) = 0;
    // After a stop: what became of the letters of a batch that was begun at `begun`, one answer for each id. `later`
    // means that the door does not have it, `uncertain` that it cannot say.
    virtual std::vector<Answer> asked(const std::string& batch, std::span<const std::string> ids, Moment begun, Moment now) = 0;
    // What it has to tell of letters it has; told again until it is forgotten there.
    virtual Result<std::vector<Receipt>> receipts() { return std::vector<Receipt>{}; }
};

class Archive {
public:
    Archive() = default;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    virtual ~Archive() = default;

    // On the disk when it returns. Errors file.write.
    virtual Outcome keep(const std::string& name, std::string_view bytes) = 0;
    // Errors file.missing, file.read.
    virtual Result<std::string> read(const std::string& name) = 0;
    // Gone when it returns; also when it was not there. Error file.write.
    virtual Outcome forget(const std::string& name) = 0;
};

}  // namespace frist::office
