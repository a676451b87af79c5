// inkassoloven § 3 a and the complaint board's practice: which way each letter may go, on each side of 18 April 2017.
#include "rules/no/channels.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

struct Row { const char* about; ChannelAsk ask; bool granted; const char* says; };

ChannelAsk ask(StepKind kind, bool fee, bool enforcement, Channel channel, bool agreed, const char* on) { return {kind, fee, enforcement, channel, agreed, d(on)}; }

TEST(channels, by_letter_and_day) {
    const Row rows[] = {
        {"paper, always", ask(StepKind::demand, true, true, Channel::paper, false, "2010-01-01"), true, "paper is a lawful way"},
        {"mailbox, the day before", ask(StepKind::notice, true, false, Channel::digital_mailbox, true, "2017-04-17"), false, "is not a lawful way"},
        {"mailbox, the day", ask(StepKind::notice, true, false, Channel::digital_mailbox, false, "2017-04-18"), true, "is a lawful way"},
        {"mailbox, the day after", ask(StepKind::notice, true, false, Channel::digital_mailbox, false, "2017-04-19"), true, "is a lawful way"},
        {"eFaktura notice", ask(StepKind::notice, true, false, Channel::efaktura, false, "2025-01-01"), true, "is a lawful way"},
        {"eFaktura demand with enforcement notice", ask(StepKind::demand, true, true, Channel::efaktura, false, "2025-01-01"), true, "is a lawful way"},
        {"e-mail, free reminder", ask(StepKind::reminder, false, false, Channel::email, false, "2025-01-01"), true, "is a lawful way"},
        {"e-mail, reminder with fee", ask(StepKind::reminder, true, false, Channel::email, false, "2025-01-01"), false, "only when the debtor has agreed"},
        {"e-mail, reminder with fee, agreed", ask(StepKind::reminder, true, false, Channel::email, true, "2025-01-01"), true, "the debtor has agreed to email"},
        {"e-mail, agreed, but before the section", ask(StepKind::reminder, true, false, Channel::email, true, "2017-04-17"), false, "is not a lawful way"},
        {"e-mail, notice", ask(StepKind::notice, false, false, Channel::email, false, "2025-01-01"), false, "only when the debtor has agreed"},
        {"e-mail, notice, agreed", ask(StepKind::notice, false, false, Channel::email, true, "2025-01-01"), true, "has agreed"},
        {"e-mail, notice with enforcement notice, agreed", ask(StepKind::notice, false, true, Channel::email, true, "2025-01-01"), false, "is not a lawful way"},
        {"e-mail, demand, agreed", ask(StepKind::demand, false, false, Channel::email, true, "2025-01-01"), false, "is not a lawful way"},
        {"SMS, nudge", ask(StepKind::nudge, false, false, Channel::sms, false, "2025-01-01"), false, "only when the debtor has agreed"},
        {"SMS, nudge, agreed", ask(StepKind::nudge, false, false, Channel::sms, true, "2025-01-01"), true, "has agreed to sms"},
        {"SMS, reminder with fee, agreed", ask(StepKind::reminder, true, false, Channel::sms, true, "2025-01-01"), false, "is not a lawful way"},
        {"SMS, notice, agreed", ask(StepKind::notice, false, false, Channel::sms, true, "2025-01-01"), false, "is not a lawful way"},
        {"e-mail, rest note", ask(StepKind::rest_note, false, false, Channel::email, false, "2025-01-01"), true, "is a lawful way"},
    };
    for (const Row& row : rows) {
        const auto ruling = may_send(row.ask, norwegian_law());
        ASSERT_TRUE(ruling.ok()) << row.about << ": " << text(ruling.error());
        EXPECT_EQ(ruling->granted.value_or(false), row.granted) << row.about;
        EXPECT_NE(ruling->reason.says.find(row.says), std::string::npos) << row.about << ": " << ruling->reason.says;
        EXPECT_NE(ruling->reason.rule, "") << row.about;
    }
}

TEST(channels, every_letter_has_a_rule_for_every_way) {
    for (const StepKind kind : {StepKind::nudge, StepKind::reminder, StepKind::notice, StepKind::demand, StepKind::rest_note})
        for (const Channel channel : {Channel::paper, Channel::digital_mailbox, Channel::efaktura, Channel::email, Channel::sms})
            for (const bool fee : {false, true}) EXPECT_TRUE(may_send(ask(kind, fee, false, channel, false, "2026-01-01"), norwegian_law()).ok()) << name_of(kind) << " " << name_of(channel);
}

TEST(channels, a_legal_step_is_not_posted) {
    const auto none = may_send(ask(StepKind::attachment, false, false, Channel::paper, false, "2026-01-01"), norwegian_law());
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, "law.no_table");
}

}  // namespace
}  // namespace frist::rules::no
