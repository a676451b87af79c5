#include "rules/no/channels.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

std::string letter_name(const ChannelAsk& ask) {
    // The strictest content decides: an enforcement notice in the letter, else the letter itself.
    if (ask.enforcement_notice) return "enforcement_notice";
    if (ask.kind == cases::StepKind::reminder && !ask.fee) return "nudge";
    return std::string(name_of(ask.kind));
}

}  // namespace

Result<law::Ruling<bool>> may_send(const ChannelAsk& ask, const NorwegianLaw& law) {
    const std::string name = "channel_" + letter_name(ask) + "_" + std::string(name_of(ask.channel));
    const auto table = law.channels.find(name);
    if (table == law.channels.end())
        return Error{"law.no_table", name, "no rule is known for this letter and channel", "Send it on paper."};
    FRIST_TRY(const auto* row, law::row_on(table->second, ask.on));
    const bool granted = row->value == "allowed" || (row->value == "agreed_only" && ask.agreed);
    law::Ruling<bool> ruling{std::nullopt, {row->source, {}}};
    if (granted) ruling.granted = true;
    const std::string way(name_of(ask.channel));
    if (row->value == "allowed") ruling.reason.says = way + " is a lawful way for this letter on " + text(ask.on);
    else if (row->value == "agreed_only") ruling.reason.says = ask.agreed ? "the debtor has agreed to " + way : way + " only when the debtor has agreed to it";
    else ruling.reason.says = way + " is not a lawful way for this letter on " + text(ask.on);
    return ruling;
}

}  // namespace frist::rules::no
