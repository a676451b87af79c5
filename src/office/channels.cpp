#include "office/channels.h"

#include "base/pch.h"

namespace frist::office {

std::string address_of(const DebtorRecord& debtor, Channel channel) {
    if (channel != Channel::paper && debtor.never_electronic) return {};
    switch (channel) {
        case Channel::paper: return debtor.address.complete() ? fmt::format("{}", fmt::join(debtor.address.lines(), "\n")) : std::string();
        case Channel::email: return debtor.email_bounced_on ? std::string() : debtor.email;
        case Channel::digital_mailbox: return debtor.mailbox;
    }
    return {};
}

std::vector<Channel> copies_of(const CreditorRecord& creditor, const DebtorRecord& debtor, Channel deciding) {
    const bool mail = !creditor.doors.mail.server.empty() && !address_of(debtor, Channel::email).empty();
    if (deciding == Channel::email || !mail) return {};
    return {Channel::email};
}

Result<DebtorRecord> debtor_of_case(const Desk& desk, Id case_id) {
    FRIST_TRY(const CaseRow row, case_row(desk, case_id));
    FRIST_TRY(const auto debtor, desk.store.debtor(desk.creditor, row.state.debtor));
    if (!debtor) return Error{"store.damaged", fmt::format("case {}", case_id), "its debtor is not in the store", "Restore the latest backup that verifies."};
    return debtor_record(debtor->record);
}

Result<bool> with_a_door(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row) {
    FRIST_TRY(const std::vector<DispatchRow> known, desk.store.dispatches_of_case(desk.creditor, row.case_id));
    const bool house = creditor.doors.paper.kind == PaperDoor::folder || creditor.doors.paper.kind == PaperDoor::sftp;
    return std::any_of(known.begin(), known.end(), [&](const DispatchRow& d) {
        if (d.letter != row.letter || !d.deciding) return false;
        return d.channel != Channel::paper || (house && d.state != DispatchState::failed);
    });
}

Outcome by_hand(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row, Date on) {
    FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk, row.case_id));
    FRIST_TRY(const std::vector<DispatchRow> known, desk.store.dispatches_of_case(desk.creditor, row.case_id));
    DispatchRow dispatch;
    for (const DispatchRow& d : known)
        if (d.letter == row.letter && d.channel == Channel::paper) dispatch = d;
    dispatch.case_id = row.case_id;
    dispatch.letter = row.letter;
    if (dispatch.file.empty()) {
        dispatch.file = row.file;
        dispatch.sha256 = row.sha256;
        dispatch.address = address_of(debtor, Channel::paper);
    }
    dispatch.state = DispatchState::sent;
    dispatch.at = desk.now();
    dispatch.next_try.reset();
    dispatch.said = "posted by hand on " + text(on);
    FRIST_TRY_DONE(desk.store.put_dispatch(desk.creditor, dispatch));
    return dispatch.batch.empty() ? done : copies_follow(desk, creditor, dispatch);
}

Outcome copies_follow(const Desk& desk, const CreditorRecord& creditor, const DispatchRow& deciding) {
    FRIST_TRY(const DebtorRecord debtor, debtor_of_case(desk, deciding.case_id));
    for (const Channel channel : copies_of(creditor, debtor, deciding.channel)) {
        DispatchRow copy = deciding;
        copy.channel = channel;
        copy.deciding = false;
        copy.state = DispatchState::later;
        copy.batch.clear();
        copy.address = address_of(debtor, channel);
        copy.tries = 0;
        copy.at = desk.now();
        copy.next_try = desk.now();
        copy.said = "follows the letter";
        FRIST_TRY_DONE(desk.store.put_dispatch(desk.creditor, copy));
    }
    return done;
}

}  // namespace frist::office
