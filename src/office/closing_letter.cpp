#include "office/closing_letter.h"

#include "base/pch.h"
#include "office/case_facts.h"

namespace frist::office {
namespace {

std::optional<letters::Ending> ending_of(cases::ClosingReason reason) {
    switch (reason) {
        case cases::ClosingReason::paid: return letters::Ending::paid;
        case cases::ClosingReason::small_rest: return letters::Ending::small_rest;
        case cases::ClosingReason::credited: return letters::Ending::credited;
        case cases::ClosingReason::withdrawn:
        case cases::ClosingReason::lapsed: return letters::Ending::withdrawn;
        case cases::ClosingReason::merged: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Result<letters::Facts> closing_facts(const Desk& desk, const CreditorRecord& creditor, const cases::Case& c, const std::string& refund_account, int letter) {
    const auto state = [&](std::string message, std::string remedy) { return Error{"document.state", fmt::format("case {}", c.id), std::move(message), std::move(remedy)}; };
    if (!c.closing) return state("the case is open", "A receipt tells of a payment; the closing letter waits for the end.");
    const auto why = ending_of(c.closing->reason);
    if (!why) return state("the claims went on in another case", "Write about that one.");
    cases::Case before = c;
    before.closing.reset();
    FRIST_TRY(letters::Facts facts, case_facts(desk, creditor, before, {c.closing->on, letter, {}, letter, true}));
    facts.kind = letters::Kind::closing;
    facts.written = desk.today;
    facts.daily_interest = c.zero();
    letters::ClosedCase closed{*why, facts.total, c.zero(), refund_account};
    for (const cases::Payment& payment : c.payments) closed.overpaid += payment.cover.overpaid;
    facts.particulars = closed;
    return facts;
}

}  // namespace frist::office
