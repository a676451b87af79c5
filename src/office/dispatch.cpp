#include "office/dispatch.h"

#include "base/hash.h"
#include "base/pch.h"
#include "office/channels.h"
#include "office/letter_gate.h"
#include "office/returns.h"

namespace frist::office {
namespace {

constexpr int most_tries = 8;
constexpr int first_wait = 15;          // minutes; each wait is four times the one before, a day at most
constexpr int longest_wait = 24 * 60;

int wait_after(int tries) {
    int minutes = first_wait;
    for (int i = 1; i < tries && minutes < longest_wait; ++i) minutes *= 4;
    return std::min(minutes, longest_wait);
}

std::string place(const DispatchRow& row) { return fmt::format("case {} letter {} {}", row.case_id, row.letter, name_of(row.channel)); }

// Beside the PDF: the subject of the e-mail, an empty line, its words.
std::string words_file(const std::string& pdf) { return pdf.substr(0, pdf.rfind('.')) + ".txt"; }

cases::Sent sent_of(const Desk& desk, const ReadyLetter& ready) {
    cases::Sent sent;
    sent.kind = ready.row.kind;
    sent.sent = desk.today;
    sent.fee = ready.row.fee;
    sent.enforcement_notice = ready.facts.enforcement_notice;
    return sent;
}

class PostOffice {
public:
    PostOffice(const Desk& desk, const CreditorRecord& creditor, const PostRoom& room) : desk_(desk), creditor_(creditor), room_(room) {}

    Result<Dispatched> work() {
        FRIST_TRY_DONE(after_a_stop());
        FRIST_TRY_DONE(receipts());
        FRIST_TRY_DONE(letters());
        FRIST_TRY_DONE(copies());
        return std::move(report_);
    }

private:
    // What an earlier run began and did not finish: the door is asked before anything else.
    Outcome after_a_stop() {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk_.store.dispatches(desk_.creditor, DispatchState::begun));
        std::map<std::pair<Channel, std::string>, std::vector<DispatchRow>> batches;
        for (const DispatchRow& row : rows) batches[{row.channel, row.batch}].push_back(row);
        for (auto& [key, batch] : batches) {
            const auto door = room_.doors.find(key.first);
            if (door == room_.doors.end()) {
                report_.troubles.push_back({"dispatch.no_door", place(batch.front()), "was on its way when the work stopped, and its door is not set up any more", "Set the door up again with frist channel, and dispatch again."});
                continue;
            }
            std::vector<std::string> ids;
            for (const DispatchRow& row : batch) ids.push_back(parcel_id(creditor_, row.case_id, row.letter));
            const std::vector<Answer> answers = door->second->asked(key.second, ids, batch.front().at, desk_.now());
            const Outcome kept = desk_.store.change([&]() -> Outcome {
                gate_.reset();
                for (std::size_t i = 0; i < batch.size(); ++i) FRIST_TRY_DONE(one_asked(batch[i], answers[i]));
                return done;
            });
            if (!kept.ok()) return kept;
        }
        return done;
    }

    Outcome one_asked(DispatchRow row, const Answer& answer) {
        if (answer.state == DispatchState::begun) {   // too early to say; the moment it began stays
            ++report_.later;
            return done;
        }
        if (answer.state != DispatchState::later) return take(row, answer, row.at.day);
        // The door does not have it. A copy is handed over again; a letter is written anew, with the day on which it leaves.
        if (row.deciding) return desk_.store.drop_dispatch(desk_.creditor, row.case_id, row.letter, row.channel);
        row.state = DispatchState::later;
        row.next_try = desk_.now();
        row.said = answer.said;
        return desk_.store.put_dispatch(desk_.creditor, row);
    }

    Outcome receipts() {
        for (const auto& [channel, door] : room_.doors) {
            Result<std::vector<Receipt>> told = door->receipts();
            if (!told.ok()) {
                report_.troubles.push_back(told.error());
                continue;
            }
            if (told->empty()) continue;
            FRIST_TRY(const std::vector<DispatchRow> rows, desk_.store.dispatches(desk_.creditor, DispatchState::handed));
            std::map<std::string, DispatchRow> waiting;
            for (const DispatchRow& row : rows)
                if (row.channel == channel) waiting.emplace(parcel_id(creditor_, row.case_id, row.letter), row);
            for (const Receipt& receipt : *told) {
                if (receipt.state == DispatchState::bounced) {
                    FRIST_TRY(const bool news, came_back(desk_, creditor_, channel, receipt));
                    if (news) report_.troubles.push_back({"dispatch.bounced", receipt.id, receipt.said, "See frist tasks."});
                    continue;
                }
                const auto row = waiting.find(receipt.id);
                if (row == waiting.end()) continue;   // told before, or not ours
                if (receipt.on > desk_.today) {
                    report_.troubles.push_back({"dispatch.receipt_future", place(row->second), "the receipt says a day that has not come: " + text(receipt.on), "Ask the print house; the letter waits until the receipt is mended."});
                    continue;
                }
                FRIST_TRY_DONE(desk_.store.change([&] { return take(row->second, {receipt.state, receipt.said}, receipt.on); }));
                waiting.erase(row);
            }
        }
        return done;
    }

    Outcome letters() {
        FRIST_TRY(Outbox outbox, office::outbox(desk_, creditor_));
        report_.held = std::move(outbox.held);
        std::map<Channel, std::vector<ReadyLetter>> by_channel;
        for (ReadyLetter& ready : outbox.ready) {
            FRIST_TRY(const bool waits, waits_elsewhere(ready.row));
            if (waits) continue;
            FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk_, ready.row.case_id));
            const Result<Channel> channel = deciding_channel(desk_, creditor_, debtor, sent_of(desk_, ready), ready.channels, room_.doors);
            if (!channel.ok()) {
                Error error = channel.error();
                error.field = fmt::format("case {} letter {}", ready.row.case_id, ready.row.letter);
                report_.troubles.push_back(std::move(error));
                continue;
            }
            by_channel[*channel].push_back(std::move(ready));
        }
        for (auto& [channel, ready] : by_channel) {
            const std::size_t at_once = room_.doors.at(channel)->at_once();
            for (std::size_t from = 0; from < ready.size(); from += at_once)
                FRIST_TRY_DONE(one_batch(channel, std::span(ready).subspan(from, std::min(at_once, ready.size() - from))));
        }
        return done;
    }

    // The letter is with a door, or waits for a person or for its next try.
    Result<bool> waits_elsewhere(const LetterRow& letter) {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk_.store.dispatches_of_case(desk_.creditor, letter.case_id));
        for (const DispatchRow& row : rows)
            if (row.letter == letter.letter && row.deciding && (row.state != DispatchState::later || (row.next_try && *row.next_try > desk_.now()))) return true;
        return false;
    }

    Outcome one_batch(Channel channel, std::span<ReadyLetter> ready) {
        std::vector<Parcel> parcels;
        std::vector<DispatchRow> rows;
        std::vector<const ReadyLetter*> of;
        for (ReadyLetter& letter : ready) {
            Result<Parcel> parcel = parcel_of(channel, letter);
            if (!parcel.ok()) {
                if (parcel.error().code.starts_with("store.") || parcel.error().code.starts_with("file.")) return parcel.error();
                report_.troubles.push_back({parcel.error().code, fmt::format("case {} letter {} {}", letter.row.case_id, letter.row.letter, parcel.error().field), parcel.error().message, parcel.error().remedy});
                continue;
            }
            letter.row.file = parcel->file;
            letter.row.sha256 = parcel->sha256;
            rows.push_back(row_of(channel, *parcel));
            parcels.push_back(std::move(parcel).value());
            of.push_back(&letter);
        }
        if (parcels.empty()) return done;
        std::string batch;
        const Outcome meant = desk_.store.change([&]() -> Outcome {
            FRIST_TRY(const std::int64_t number, desk_.store.next_number(desk_.creditor, "batch"));
            batch = fmt::format("{}-{}-{:06}", creditor_.org_number, text(desk_.today), number);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                FRIST_TRY_DONE(still_waits(of[i]->row));
                FRIST_TRY_DONE(keep_written(desk_, of[i]->row, letters::asked(of[i]->facts)));
                FRIST_TRY(const std::vector<DispatchRow> before, desk_.store.dispatches_of_case(desk_.creditor, rows[i].case_id));
                for (const DispatchRow& row : before)
                    if (row.letter == rows[i].letter && row.channel == channel) rows[i].tries = row.tries + 1;
                rows[i].batch = batch;
                FRIST_TRY_DONE(desk_.store.put_dispatch(desk_.creditor, rows[i]));
            }
            return done;
        });
        if (!meant.ok()) return meant;
        return hand_over(channel, batch, parcels, rows);
    }

    Outcome still_waits(const LetterRow& row) {
        FRIST_TRY(const bool waits, waits_elsewhere(row));
        if (waits) return Error{"letter.changed", fmt::format("case {} letter {}", row.case_id, row.letter), "somebody else sends it just now", "Dispatch again."};
        return done;
    }

    Outcome hand_over(Channel channel, const std::string& batch, std::span<const Parcel> parcels, std::vector<DispatchRow>& rows) {
        const std::vector<Answer> answers = room_.doors.at(channel)->hand_over(batch, parcels);
        return desk_.store.change([&]() -> Outcome {
            gate_.reset();
            for (std::size_t i = 0; i < rows.size(); ++i) FRIST_TRY_DONE(take(rows[i], answers[i], desk_.today));
            return done;
        });
    }

    // A door's answer. With "sent" the case learns that its letter left, and the copies may follow.
    Outcome take(DispatchRow row, const Answer& answer, Date on) {
        row.state = answer.state;
        row.said = answer.said;
        row.at = desk_.now();
        row.next_try.reset();
        if (answer.state == DispatchState::later && row.tries >= most_tries) {
            row.state = DispatchState::failed;
            row.said = fmt::format("tried {} times: {}", row.tries, answer.said);
        }
        if (row.state == DispatchState::later) row.next_try = after(desk_.now(), wait_after(row.tries));
        if (row.state == DispatchState::sent && row.deciding) FRIST_TRY_DONE(left(row, on));
        count(row);
        FRIST_TRY_DONE(desk_.store.put_dispatch(desk_.creditor, row));
        if (row.state == DispatchState::sent && row.deciding) return copies_follow(desk_, creditor_, row);
        return done;
    }

    void count(const DispatchRow& row) {
        switch (row.state) {
            case DispatchState::sent: ++(row.deciding ? report_.sent : report_.copies); return;
            case DispatchState::handed: ++report_.handed; return;
            case DispatchState::later: ++report_.later; return;
            case DispatchState::failed:
            case DispatchState::uncertain:
            case DispatchState::bounced:
                report_.troubles.push_back({"dispatch." + std::string(name_of(row.state)), place(row), row.said, "See frist tasks."});
                return;
            case DispatchState::begun: return;
        }
    }

    Outcome left(DispatchRow& row, Date on) {
        FRIST_TRY(const auto letter, desk_.store.letter(desk_.creditor, row.case_id, row.letter));
        if (!letter || letter->state != LetterState::written) return done;   // the case knows
        if (!gate_ || gate_day_ != on) {
            FRIST_TRY(LetterGate gate, LetterGate::open(desk_, creditor_, on));
            gate_.emplace(std::move(gate));
            gate_day_ = on;
        }
        FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk_, row.case_id));
        FRIST_TRY(const std::vector<rules::Refusal> refusals, letter_left(desk_, *gate_, *letter, on, {std::string(name_of(row.channel)), debtor.electronic_agreed_on.has_value()}));
        if (refusals.empty()) return done;
        // It is on its way and the case cannot take it: a person must know.
        row.state = DispatchState::uncertain;
        row.said = fmt::format("left on {}, but {}: {}", text(on), refusals.front().rule, refusals.front().says);
        return done;
    }

    Outcome copies() {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk_.store.dispatches(desk_.creditor, DispatchState::later));
        for (const DispatchRow& waiting : rows) {
            if (waiting.deciding || (waiting.next_try && *waiting.next_try > desk_.now())) continue;
            const auto door = room_.doors.find(waiting.channel);
            if (door == room_.doors.end()) continue;
            Parcel parcel;
            const Outcome there = read_again(waiting, parcel);
            if (!there.ok()) {
                if (there.error().code.starts_with("store.")) return there;
                report_.troubles.push_back(there.error());   // the others are not held up by it
                continue;
            }
            std::vector<DispatchRow> row{waiting};
            row[0].state = DispatchState::begun;
            row[0].tries = waiting.tries + 1;
            row[0].batch = parcel.id;
            row[0].at = desk_.now();
            row[0].next_try.reset();
            FRIST_TRY_DONE(desk_.store.change([&] { return desk_.store.put_dispatch(desk_.creditor, row[0]); }));
            FRIST_TRY_DONE(hand_over(waiting.channel, row[0].batch, std::span(&parcel, 1), row));
        }
        return done;
    }

    // The bytes that left before: a copy is the same letter.
    Outcome read_again(const DispatchRow& row, Parcel& parcel) {
        FRIST_TRY(parcel.pdf, room_.archive.read(row.file));
        parcel.sha256 = sha256(parcel.pdf);
        if (parcel.sha256 != row.sha256)
            return Error{"dispatch.archive", row.file, "is not the file that left: its SHA-256 is another", "Restore the folder of the letters from its backup."};
        FRIST_TRY(const std::string words, room_.archive.read(words_file(row.file)));
        const std::size_t end = words.find("\n\n");
        parcel.subject = words.substr(0, end);
        parcel.words = end == std::string::npos ? std::string() : words.substr(end + 2);
        parcel.id = parcel_id(creditor_, row.case_id, row.letter);
        parcel.case_id = row.case_id;
        parcel.letter = row.letter;
        FRIST_TRY(const auto letter, desk_.store.letter(desk_.creditor, row.case_id, row.letter));
        if (letter) {
            parcel.kind = letter->kind;
            parcel.dated = letter->written_on.value_or(desk_.today);
        }
        parcel.file = row.file;
        parcel.address = row.address;
        return done;
    }

    Result<Parcel> parcel_of(Channel channel, const ReadyLetter& ready) {
        FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk_, ready.row.case_id));
        Parcel parcel;
        parcel.id = parcel_id(creditor_, ready.row.case_id, ready.row.letter);
        parcel.case_id = ready.row.case_id;
        parcel.letter = ready.row.letter;
        parcel.kind = ready.row.kind;
        parcel.dated = desk_.today;
        parcel.file = letter_file(creditor_, desk_.today, ready.row);
        FRIST_TRY(parcel.pdf, room_.print(ready.letter));
        parcel.sha256 = sha256(parcel.pdf);
        parcel.subject = ready.letter.mail_subject;
        parcel.words = letters::plain_text(ready.letter);
        parcel.address = address_of(debtor, channel);
        FRIST_TRY_DONE(room_.archive.keep(parcel.file, parcel.pdf));
        FRIST_TRY_DONE(room_.archive.keep(words_file(parcel.file), parcel.subject + "\n\n" + parcel.words));
        return parcel;
    }

    DispatchRow row_of(Channel channel, const Parcel& parcel) const {
        DispatchRow row;
        row.case_id = parcel.case_id;
        row.letter = parcel.letter;
        row.channel = channel;
        row.address = parcel.address;
        row.file = parcel.file;
        row.sha256 = parcel.sha256;
        row.tries = 1;
        row.at = desk_.now();
        return row;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    const PostRoom& room_;
    std::optional<LetterGate> gate_;
    Date gate_day_;
    Dispatched report_;
};

Result<DispatchRow> row_in(const Desk& desk, Id case_id, int letter, Channel channel, std::initializer_list<DispatchState> states, const Error& otherwise) {
    FRIST_TRY(const std::vector<DispatchRow> rows, desk.store.dispatches_of_case(desk.creditor, case_id));
    for (const DispatchRow& row : rows)
        if (row.letter == letter && row.channel == channel && std::find(states.begin(), states.end(), row.state) != states.end()) return row;
    return otherwise;
}

// The letter counts for nothing, and its case waits.
std::string wants_address(Id case_id) { return fmt::format("Correct the address, then frist case {} address-fixed; the letter goes out anew.", case_id); }

std::string remedy_of(const DispatchRow& row) {
    const std::string which = fmt::format("--case {} --letter {} --channel {}", row.case_id, row.letter, name_of(row.channel));
    switch (row.state) {
        case DispatchState::failed: return fmt::format("Mend what the door says, then frist dispatch again {}.", which);
        case DispatchState::uncertain: return fmt::format("Look whether it left, then frist dispatch settle {} --left yes or no.", which);
        case DispatchState::bounced: return row.deciding ? wants_address(row.case_id) : "Find a better address; the next letter goes without this one.";
        case DispatchState::begun:
        case DispatchState::handed:
        case DispatchState::sent:
        case DispatchState::later: return {};
    }
    return {};
}

}  // namespace

Result<Dispatched> dispatch(const Desk& desk, const CreditorRecord& creditor, const PostRoom& room) { return PostOffice(desk, creditor, room).work(); }

Result<Channel> deciding_channel(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const cases::Sent& sent, const std::vector<Channel>& course,
                                const std::map<Channel, Door*>& doors) {
    FRIST_TRY(const Ways found, ways(desk, debtor, sent, course, [&](Channel channel) { return doors.contains(channel); }));
    if (found.first) return *found.first;
    const bool by_hand = creditor.doors.paper.kind == PaperDoor::none;
    return Error{"dispatch.no_channel", "", fmt::format("{}", fmt::join(found.reasons, "; ")),
                 by_hand ? "Set up paper with frist channel set, or print it with frist letters write and say frist letters posted." : "Give the debtor an address, or print the letter with frist letters write and say frist letters posted."};
}

Result<std::vector<Planned>> planned(const Desk& desk, const CreditorRecord& creditor, const std::map<Channel, Door*>& doors) {
    FRIST_TRY(const Outbox out, outbox(desk, creditor));
    std::vector<Planned> all;
    for (const ReadyLetter& ready : out.ready) {
        FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk, ready.row.case_id));
        Planned plan{ready.row, deciding_channel(desk, creditor, debtor, sent_of(desk, ready), ready.channels, doors), {}};
        if (plan.channel.ok()) plan.copies = copies_of(creditor, debtor, *plan.channel, ready.channels);
        all.push_back(std::move(plan));
    }
    return all;
}

Outcome settle(const Desk& desk, const CreditorRecord& creditor, Id case_id, int letter, Channel channel, bool left) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(DispatchRow row, row_in(desk, case_id, letter, channel, {DispatchState::uncertain},
                                          {"dispatch.not_uncertain", fmt::format("case {} letter {} {}", case_id, letter, name_of(channel)), "nobody doubts whether it left", "See frist tasks for what waits for a person."}));
        if (!left) {
            if (row.deciding) return desk.store.drop_dispatch(desk.creditor, case_id, letter, channel);
            row.state = DispatchState::later;
            row.next_try = desk.now();
        } else {
            row.state = DispatchState::sent;
            row.next_try.reset();
        }
        const Date on = row.at.day;
        row.at = desk.now();
        row.said = fmt::format("{} on {}, as a person found", left ? "left" : "did not leave", text(on));
        if (left && row.deciding) {
            FRIST_TRY(const auto known, desk.store.letter(desk.creditor, case_id, letter));
            if (known && known->state == LetterState::written) {
                FRIST_TRY(LetterGate gate, LetterGate::open(desk, creditor, on));
                FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk, case_id));
                FRIST_TRY(const std::vector<rules::Refusal> refusals, letter_left(desk, gate, *known, on, {std::string(name_of(channel)), debtor.electronic_agreed_on.has_value()}));
                if (!refusals.empty()) return refusals.front().error(place(row));
            }
            FRIST_TRY_DONE(copies_follow(desk, creditor, row));
        }
        return desk.store.put_dispatch(desk.creditor, row);
    });
}

Outcome try_again(const Desk& desk, Id case_id, int letter, Channel channel) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(DispatchRow row, row_in(desk, case_id, letter, channel, {DispatchState::failed, DispatchState::later},
                                          {"dispatch.not_failed", fmt::format("case {} letter {} {}", case_id, letter, name_of(channel)), "does not wait for another try", "See frist tasks for what waits for a person."}));
        if (row.deciding) return desk.store.drop_dispatch(desk.creditor, case_id, letter, channel);
        row.state = DispatchState::later;
        row.tries = 0;
        row.at = desk.now();
        row.next_try = desk.now();
        return desk.store.put_dispatch(desk.creditor, row);
    });
}

namespace {

using Letters = std::set<std::pair<Id, int>>;

// Letters that the post brought back, as a person has told it: their cases wait for an address. `told`: those of which a
// door has said so.
Outcome returned_by_hand(const Desk& desk, const Letters& told, std::vector<Task>& all) {
    CaseFilter filter;
    filter.state = cases::State::held;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> rows, desk.store.cases(desk.creditor, filter));
        for (const CaseRow& row : rows) {
            if (!row.state.returned_mail) continue;
            int letter = 0;
            for (const cases::Sent& sent : row.state.letters)
                if (!sent.earlier && sent.sent <= *row.state.returned_mail) letter = sent.letter;
            if (told.contains({row.state.id, letter})) continue;
            all.push_back({row.state.id, letter, Channel::paper, DispatchState::bounced, Moment{*row.state.returned_mail}, "the letter came back, and its deadline does not count",
                           wants_address(row.state.id)});
        }
        if (rows.size() < static_cast<std::size_t>(filter.limit)) return done;
        filter.after = rows.back().state.id;
    }
}

}  // namespace

Result<std::vector<Task>> tasks(const Desk& desk) {
    std::vector<Task> all;
    Letters told;
    for (const DispatchState state : {DispatchState::failed, DispatchState::uncertain, DispatchState::bounced}) {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk.store.dispatches(desk.creditor, state));
        for (const DispatchRow& row : rows) {
            all.push_back({row.case_id, row.letter, row.channel, row.state, row.at, row.said, remedy_of(row)});
            if (row.state == DispatchState::bounced && row.deciding) told.emplace(row.case_id, row.letter);
        }
    }
    FRIST_TRY_DONE(returned_by_hand(desk, told, all));
    std::sort(all.begin(), all.end(), [](const Task& a, const Task& b) { return std::tuple(a.case_id, a.letter, a.channel) < std::tuple(b.case_id, b.letter, b.channel); });
    return all;
}

std::string parcel_id(const CreditorRecord& creditor, Id case_id, int letter) { return fmt::format("{}-{}-{}", creditor.org_number, case_id, letter); }

}  // namespace frist::office
