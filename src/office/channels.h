// By which channels a letter goes, and what is known of it there.
#pragma once
#include "office/answer_case.h"
#include "office/doors.h"
#include "office/people.h"

namespace frist::office {

// Where a debtor is reached by a channel; empty: not at all.
std::string address_of(const DebtorRecord& debtor, Channel channel);

// The channels by which a copy follows when the letter has left by `deciding`.
std::vector<Channel> copies_of(const CreditorRecord& creditor, const DebtorRecord& debtor, Channel deciding);

// True when a door of another house is on the way with this letter, so that nobody here can say when it was posted.
Result<bool> with_a_door(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row);

// A person has posted a letter that was printed here; its copies may follow. Inside Store::change.
Outcome by_hand(const Desk& desk, const CreditorRecord& creditor, const LetterRow& row, Date on);

// The copies of a letter that has left wait for their doors. Inside Store::change.
Outcome copies_follow(const Desk& desk, const CreditorRecord& creditor, const DispatchRow& deciding);

// The debtor of a case. Errors store.*, case.unknown.
Result<DebtorRecord> debtor_of_case(const Desk& desk, Id case_id);

}  // namespace frist::office
