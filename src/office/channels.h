// By which channels a letter goes, and what is known of it there.
#pragma once
#include "office/answer_case.h"
#include "office/doors.h"
#include "office/people.h"
#include "rules/gate.h"

namespace frist::office {

// Where a debtor is reached by a channel; empty: not at all.
std::string address_of(const DebtorRecord& debtor, Channel channel);

// Whether a letter can reach the debtor at all by what the creditor has set up; paper is always there.
bool reachable(const CreditorRecord& creditor, const DebtorRecord& debtor);

// The channels in their order, paper before others, as they stand for one letter: `there` says which are set up, `course`
// which its step allows (empty: any), the law whether it may.
struct Ways {
    std::optional<Channel> first;        // the one that decides
    std::optional<Channel> reaching;     // the first that reaches the debtor, though the law may refuse it
    std::vector<std::string> reasons;    // why not, for each before the first
};
// Errors law.*.
Result<Ways> ways(const Desk& desk, const DebtorRecord& debtor, const cases::Sent& sent, const std::vector<Channel>& course, const std::function<bool(Channel)>& there);

// How the letter that the case waits for would leave: by the first channel, paper before others, that the course, the law
// and the creditor's settings allow and that reaches the debtor. By paper when there is none; the gate tells why not.
rules::Way way_of(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const cases::Case& c, const cases::Sent& sent);

// By which channels a letter that comes would go as things stand today: the deciding one first, then its copies.
std::vector<Channel> channels_ahead(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, cases::StepKind kind, Date on, const std::vector<Channel>& course);

// The channels by which a copy follows when the letter has left by `deciding`; `course` names those of its step.
std::vector<Channel> copies_of(const CreditorRecord& creditor, const DebtorRecord& debtor, Channel deciding, const std::vector<Channel>& course);

// True when a door of another house is on the way with this letter, so that nobody here can say when it was posted.
Result<bool> with_a_door(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row);

// A person has posted a letter that was printed here; its copies may follow. Inside Store::change.
Outcome by_hand(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row, Date on);

// The copies of a letter that has left wait for their doors. Inside Store::change.
Outcome copies_follow(const Desk& desk, const CreditorRecord& creditor, const DispatchRow& deciding);

// The debtor of a case. Errors store.*, case.unknown.
Result<DebtorRecord> debtor_of_case(const Desk& desk, Id case_id);

}  // namespace frist::office
