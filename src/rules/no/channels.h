// Which way a letter may go: inkassoloven § 3 a and the complaint board's practice, as dated rows.
#pragma once
#include "cases/course.h"
#include "law/ruling.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

enum class Channel { paper, digital_mailbox, efaktura, email, sms };
constexpr auto names_of(Channel) {
    return std::to_array<std::string_view>({"paper", "digital_mailbox", "efaktura", "email", "sms"});
}

struct ChannelAsk {
    cases::StepKind kind = cases::StepKind::reminder;
    bool fee = false;                  // a reminder without a fee needs no form
    bool enforcement_notice = false;
    Channel channel = Channel::paper;
    bool agreed = false;               // the debtor has agreed to this channel
    Date on;
};

// Granted: it may go this way on that day. Errors law.no_table, law.no_rate.
Result<law::Ruling<bool>> may_send(const ChannelAsk& ask, const NorwegianLaw& law);

}  // namespace frist::rules::no
