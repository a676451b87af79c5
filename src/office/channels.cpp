#include "office/channels.h"

#include "base/pch.h"
#include "rules/next.h"

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

namespace {

bool set_up(const CreditorRecord& creditor, Channel channel) {
    switch (channel) {
        case Channel::paper: return true;
        case Channel::email: return !creditor.doors.mail.server.empty();
        case Channel::digital_mailbox: return !creditor.doors.mailbox_folder.empty();
    }
    return false;
}

bool reaches(const CreditorRecord& creditor, const DebtorRecord& debtor, Channel channel) { return set_up(creditor, channel) && !address_of(debtor, channel).empty(); }

bool among(const std::vector<Channel>& course, Channel channel) { return course.empty() || std::find(course.begin(), course.end(), channel) != course.end(); }

}  // namespace

bool reachable(const CreditorRecord& creditor, const DebtorRecord& debtor) {
    return reaches(creditor, debtor, Channel::paper) || reaches(creditor, debtor, Channel::digital_mailbox) || reaches(creditor, debtor, Channel::email);
}

Result<Ways> ways(const Desk& desk, const DebtorRecord& debtor, const cases::Sent& sent, const std::vector<Channel>& course, const std::function<bool(Channel)>& there) {
    Ways found;
    for (const Channel channel : {Channel::paper, Channel::digital_mailbox, Channel::email}) {
        const std::string name(name_of(channel));
        if (!among(course, channel)) {
            found.reasons.push_back("its course does not send it by " + name);
        } else if (!there(channel)) {
            found.reasons.push_back(name + " is not set up");
        } else if (address_of(debtor, channel).empty()) {
            found.reasons.push_back("the debtor has no address for " + name);
        } else {
            if (!found.reaching) found.reaching = channel;
            FRIST_TRY(const auto may, desk.country.may_go(sent, {name, debtor.electronic_agreed_on.has_value()}));
            if (may) {
                found.first = channel;
                return found;
            }
            found.reasons.push_back(fmt::format("{}: {}", may.reason.rule, may.reason.says));
        }
    }
    return found;
}

rules::Way way_of(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const cases::Case& c, const cases::Sent& sent) {
    cases::Sent today = sent;
    today.sent = desk.today;
    const Result<Ways> found = ways(desk, debtor, today, rules::channels_of_ordered(c), [&](Channel channel) { return set_up(creditor, channel); });
    if (!found.ok()) return {};   // the gate finds the same and stops
    // What comes nearest, so that the gate tells why not.
    const Channel channel = found->first ? *found->first : address_of(debtor, Channel::paper).empty() ? found->reaching.value_or(Channel::paper) : Channel::paper;
    return {std::string(name_of(channel)), debtor.electronic_agreed_on.has_value()};
}

std::vector<Channel> channels_ahead(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, cases::StepKind kind, Date on, const std::vector<Channel>& course) {
    cases::Sent sent;
    sent.kind = kind;
    sent.sent = on;
    const Result<Ways> found = ways(desk, debtor, sent, course, [&](Channel channel) { return set_up(creditor, channel); });
    std::vector<Channel> all{found.ok() ? found->first.value_or(found->reaching.value_or(Channel::paper)) : Channel::paper};
    for (const Channel copy : copies_of(creditor, debtor, all.front(), course)) all.push_back(copy);
    return all;
}

std::vector<Channel> copies_of(const CreditorRecord& creditor, const DebtorRecord& debtor, Channel deciding, const std::vector<Channel>& course) {
    if (deciding == Channel::email || !among(course, Channel::email) || !reaches(creditor, debtor, Channel::email)) return {};
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
    FRIST_TRY(const CaseRow row, case_row(desk, deciding.case_id));
    FRIST_TRY(const auto letter, desk.store.letter(desk.creditor, deciding.case_id, deciding.letter));
    const std::vector<Channel> course = letter ? rules::step_like(row.state.course, letter->kind).channels : std::vector<Channel>{};
    for (const Channel channel : copies_of(creditor, debtor, deciding.channel, course)) {
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
